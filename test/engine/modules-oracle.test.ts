/**
 * Names across modules, held against Python's own import.
 *
 * Random workspaces (random_workspaces.py) are run by Python, notebooks by IPython; the same files are told to a session. What it says
 * of a name of the script at its end must be what Python found, or nothing. How often it is nothing where Python has a plain value is
 * counted by the form of the import, and held: an analysis that knows nothing is never wrong.
 *
 *     WORKSPACE_SEED=1000 WORKSPACE_COUNT=3000 WORKSPACE_ALL=1 npx vitest run test/engine/modules-oracle.test.ts     others, more, and all that is wrong
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { DocumentOptions, Session } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { isKnownLibrary } from "../../server/analysis/knowledge/callables.ts";
import { standardLibraryModules } from "../../server/analysis/knowledge/standard-library.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";
import type { Value } from "../../server/analysis/semantic/value.ts";
import { readModuleKey } from "../../server/analysis/semantic/workspace-modules.ts";
import { nameOf } from "../../server/analysis/text/uri.ts";
import { moduleFiles, workspace } from "../harness/module-files.ts";
import { random } from "../harness/random.ts";
import { agrees } from "../semantic/agreement.ts";
import type { Real } from "../semantic/agreement.ts";
import { python, pythonExists } from "../syntax/python-files.ts";

interface Ran {
  readonly seed: number;
  readonly files: Readonly<Record<string, string>>;
  readonly entry: string;
  /** `null` when Python did not come to the end. */
  readonly values: Readonly<Record<string, Real>> | null;
  /** Of names that read what is imported: the form of the import. */
  readonly forms: Readonly<Record<string, string>>;
}

const seed = Number(process.env["WORKSPACE_SEED"] ?? 1);
const count = Number(process.env["WORKSPACE_COUNT"] ?? 100);
/** Goes on after a wrong claim and lists all. */
const showsAll = process.env["WORKSPACE_ALL"] !== undefined;

describe.skipIf(!pythonExists)("names that come from other modules", () => {
  test("are what Python finds", async () => {
    const wrong: string[] = [];
    const unknown: string[] = [];
    const recall = new Map<string, { known: number; all: number }>();
    const plainForms = { known: 0, all: 0 };
    let ended = 0;
    let claims = 0;
    for await (const ran of workspaces()) {
      const { files, entry, values, forms } = ran;
      if (!values) continue;
      ended++;
      const { valueOf, isOpen } = openedIn(files, entry, random(ran.seed));
      for (const [name, real] of Object.entries(values)) {
        const value = valueOf(name);
        // Modules keep their names where anything may have been bound.
        const isKnown = isClaim(value) && !(isOpen && value.type?.kind === "module");
        if (isKnown) {
          claims++;
          if (!isSo(value, real)) wrong.push(`seed ${ran.seed}: ${name} is ${JSON.stringify(real)}, not ${valueText(value)}`);
        }
        const form = forms[name];
        if (form === undefined || !plain.has(real[0])) continue;
        if (ran.seed % 2 === 0) {
          plainForms.all++;
          plainForms.known += Number(isKnown);
        }
        const counted = recall.get(form) ?? { known: 0, all: 0 };
        recall.set(form, { known: counted.known + Number(isKnown), all: counted.all + 1 });
        if (!isKnown) unknown.push(`seed ${ran.seed}: ${form}: ${name} is ${JSON.stringify(real)}`);
      }
      if (wrong.length > 0 && !showsAll) expect.fail(`${wrong.join("\n")}\n\n${Object.entries(files).map(([path, text]) => `# ${path}\n${text}`).join("\n")}`);
    }
    const total = [...recall.values()].reduce((sum, each) => ({ known: sum.known + each.known, all: sum.all + each.all }), { known: 0, all: 0 });
    if (showsAll) {
      console.log([
        `${count} workspaces, ${ended} ended; ${claims} claims, ${wrong.length} wrong; known ${total.known} of ${total.all}`, ...wrong,
        ...[...recall].map(([form, each]) => `${form}: ${each.known} of ${each.all}`), ...unknown,
      ].join("\n"));
    }
    expect(wrong).toEqual([]);
    expect(ended).toBeGreaterThan(count * 0.95);
    // The modules are hostile: they rebind each other's names and change each other's lists. Those of odd seeds compute names, too.
    expect(total.known / total.all).toBeGreaterThan(0.65);
    expect(plainForms.known / plainForms.all).toBeGreaterThan(0.72);
  }, 1_200_000);
});

/** The name of something that nobody knows says only how it is called. */
function isClaim(value: Value | undefined): value is Value {
  const { type, constant } = value ?? {};
  // `"x".A`: what `A` of some module is when it is a text instead.
  if (type?.kind === "method" && type.receiver.constant?.kind === "text") return false;
  if (type?.kind !== "module" && type?.kind !== "symbol") return type !== undefined || constant !== undefined;
  return readModuleKey(type.name) !== undefined || isKnownLibrary(type.name) || standardLibraryModules.has(type.name.split(".", 1)[0] ?? "");
}

const plain: ReadonlySet<string> = new Set(["str", "list", "module"]);

interface Opened {
  /** The value of a name of the document at its end. */
  readonly valueOf: (name: string) => Value | undefined;
  /** Names may be bound that are not written. */
  readonly isOpen: boolean;
}

/** Some other files are open, too: that must make no difference. */
function openedIn(texts: Readonly<Record<string, string>>, entry: string, next: ReturnType<typeof random>): Opened {
  const files = moduleFiles(texts);
  const session = createSession({ rules: [], strict: true });
  const paths = [...Object.keys(texts).filter((path) => path !== entry && next.below(5) === 0), entry];
  for (const path of paths.sort(() => next.below(3) - 1)) open(session, files.uri(path), files.content(files.uri(path)));
  for (const path of paths) files.tell(session.modules, files.uri(path));
  const document = session.document(files.uri(entry));
  if (!document) throw new Error(`${entry} is not open`);
  const analysis = document.analysis();
  return { valueOf: (name) => analysis.exitValue(name), isOpen: analysis.exports().isOpen };
}

function open(session: Session, uri: string, content: ReturnType<ReturnType<typeof moduleFiles>["content"]>): void {
  const options: DocumentOptions = { settings: defaultSettings, profile: "production" };
  if (content?.kind === "notebook") session.openNotebook(uri, content.cells.map((cell) => ({ ...cell, kind: "code" as const })), options);
  else session.openScript(uri, content?.text ?? "", options);
}

function isSo(value: Value, real: Real): boolean {
  const { type } = value;
  if (type?.kind === "union") return type.members.some((each) => !isClaim(each) || isSo(each, real));
  if (type?.kind !== "module" || real[0] !== "module") return agrees(value, real);
  const uri = readModuleKey(type.name)?.uri;
  // A package without a file is all folders of its name.
  if (uri?.endsWith("/") === true) return String(real[1]).endsWith("/") && nameOf(uri.slice(0, -1)) === nameOf(String(real[1]).slice(0, -1));
  return uri === `${workspace}/${String(real[1])}`;
}

async function* workspaces(): AsyncGenerator<Ran> {
  const script = fileURLToPath(new URL("random_workspaces.py", import.meta.url));
  const recording = fileURLToPath(new URL("../semantic", import.meta.url));
  const run = spawn(python, [script, String(seed), String(count)], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, PYTHONPATH: recording } });
  const ended = new Promise<number | null>((resolve) => run.on("close", resolve));
  for await (const line of createInterface({ input: run.stdout })) yield JSON.parse(line) as Ran;
  expect(await ended).toBe(0);
}
