/**
 * Incremental analysis of code from real projects: after each of 10,000 random edits, what a session says of a document (findings,
 * call targets, values of names) equals what a session says that sees the text for the first time.
 *
 * The texts are the labelled notebooks (test/targets), the example project, and pieces of installed packages. SEAWORTHY_EDITS
 * multiplies the number of edits.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { CellInput, DocumentOptions, Session } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";
import { readNotebook } from "../../server/analysis/syntax/notebook.ts";
import { random } from "../harness/random.ts";
import { randomEdit } from "../harness/random-edit.ts";

const total = 10_000 * Number(process.env["SEAWORTHY_EDITS"] ?? "1");
/** Edits after which the text is the original one again: broken code has little to say. */
const patience = 25;
/** Characters of a text that are taken. */
const maximumLength = 1_800;

interface RealText {
  readonly name: string;
  /** One for a script, one per cell for a notebook. */
  readonly texts: readonly string[];
  readonly isNotebook: boolean;
}

const root = join(import.meta.dirname, "../..");
const uri = "file:///project/a";
const options: DocumentOptions = { settings: defaultSettings, profile: "production" };

function open({ isNotebook }: RealText, texts: readonly string[]): Session {
  const session = createSession({ rules, strict: true });
  if (isNotebook) session.openNotebook(uri, texts.map((text, index): CellInput => ({ id: String(index), kind: "code", language: "python", text })), options);
  else session.openScript(uri, texts[0] ?? "", options);
  return session;
}

function said(session: Session): unknown {
  const document = session.document(uri);
  const findings = session.report(uri)?.findings.map(({ rule, level, message, at }) => {
    const found = document?.locate(at);
    return `${rule} ${level} ${String(found?.cell.index)}:${String(found?.start)}-${String(found?.end)} ${message}`;
  });
  const analysis = document?.analysis();
  const names = new Set(analysis?.units.flatMap((unit) => unit.binds));
  return {
    findings,
    calls: analysis?.units.map((unit) => unit.calls.map((call) => `${String(call.node.start)} ${call.targets.join("|")}`)),
    values: [...names].map((name) => {
      const value = analysis?.exitValue(name);
      return `${name} ${value ? valueText(value) : "unbound"}`;
    }),
  };
}

function notebooks(folder: string): readonly RealText[] {
  return readdirSync(join(root, folder)).filter((name) => name.endsWith(".ipynb")).map((name) => {
    const result = readNotebook(readFileSync(join(root, folder, name), "utf8"));
    if ("problem" in result) throw new Error(`${name}: ${result.problem.message}`);
    const texts: string[] = [];
    let length = 0;
    for (const { kind, text } of result.notebook.cells) {
      if (kind !== "code" || length > maximumLength) continue;
      length += text.length;
      texts.push(text);
    }
    return { name, texts, isNotebook: true };
  });
}

function scripts(): readonly RealText[] {
  const paths = ["examples/churn/train.py", "examples/churn/serve.py"].map((path) => join(root, path));
  const lib = join(root, ".cache/python/lib");
  const version = existsSync(lib) ? readdirSync(lib)[0] : undefined;
  if (version !== undefined) {
    const packages = join(lib, version, "site-packages");
    const installed = [
      "sklearn/datasets/_california_housing.py", "sklearn/inspection/_permutation_importance.py", "sklearn/model_selection/_plot.py", "sklearn/pipeline.py",
      "statsmodels/datasets/utils.py", "statsmodels/tsa/arima_process.py", "pandas/io/json/_normalize.py", "pandas/plotting/_misc.py",
      "feast/feature_store.py", "joblib/hashing.py", "nbformat/sign.py", "sqlalchemy/pool/impl.py", "fsspec/caching.py",
    ];
    paths.push(...installed.map((path) => join(packages, path)).filter((path) => existsSync(path)));
  }
  return paths.map((path) => {
    const text = readFileSync(path, "utf8");
    // After what is said of the licence.
    const start = Math.max(0, text.search(/^(?:import|from) /mu));
    return { name: path.slice(path.lastIndexOf("/") + 1), texts: [text.slice(start, start + maximumLength)], isNotebook: false };
  });
}

const all = [...notebooks("test/targets"), ...notebooks("examples/churn/notebooks"), ...scripts()];

describe("after random edits of real code", () => {
  it.each(all.map((text) => [text.name, text] as const))("%s", (name, original) => {
    const chance = random(name.length);
    let texts = [...original.texts];
    let session = open(original, texts);
    session.report(uri);
    for (let round = 0; round < total / all.length; round++) {
      if (round % patience === patience - 1) {
        texts = [...original.texts];
        session = open(original, texts);
        session.report(uri);
      }
      const cell = chance.below(texts.length);
      const before = texts[cell] ?? "";
      const edit = randomEdit(before, chance);
      texts[cell] = before.slice(0, edit.start) + edit.text + before.slice(edit.end);
      session.change(uri, [edit], original.isNotebook ? String(cell) : undefined);
      try {
        expect(said(session)).toEqual(said(open(original, texts)));
      } catch (error) {
        throw new Error(`round ${String(round)}, after ${JSON.stringify(edit)}:\n${texts.join("\n-- next cell --\n")}`, { cause: error });
      }
    }
  }, 600_000);
});
