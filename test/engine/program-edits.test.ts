/**
 * Incremental analysis of hostile programs: after each of some hundred random edits, what a session says (findings, every call with
 * its values, every expression, columns of frames included) equals what a session says that sees the text for the first time.
 *
 * The programs are those that claims about values are held against (test/semantic), and webs of calls (harness/call-web.ts). Each is a script,
 * a notebook whose cells come, go and move, and two modules, one of which imports all that the other has.
 *
 *     PROGRAM_SEED=1000 PROGRAM_COUNT=400 PROGRAM_EDITS=60 npx vitest run test/engine/program-edits.test.ts      others, and more
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { CellInput, DocumentOptions, Location, Session } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import type { DistantPlace } from "../../server/analysis/engine/summary.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";
import type { Expression } from "../../server/analysis/syntax/nodes.ts";
import type { Place } from "../../server/analysis/syntax/unit.ts";
import { walk } from "../../server/analysis/syntax/walk.ts";
import { callWeb } from "../harness/call-web.ts";
import { moduleFiles } from "../harness/module-files.ts";
import { randomEdit } from "../harness/random-edit.ts";
import { random } from "../harness/random.ts";
import type { Random } from "../harness/random.ts";
import { eventsOf } from "../semantic/events.ts";
import { python, pythonExists } from "../syntax/python-files.ts";

const seed = Number(process.env["PROGRAM_SEED"] ?? 1);
/** Programs of each kind. */
const count = Number(process.env["PROGRAM_COUNT"] ?? 1);
const edits = Number(process.env["PROGRAM_EDITS"] ?? 20);
/** Edits after which the program is the original one again: broken code has little to say. */
const patience = 20;

const options: DocumentOptions = { settings: defaultSettings, profile: "production" };

type Source = (seed: number) => string;
const web: Source = (at) => callWeb(random(at));
const kinds: readonly (readonly [string, Source])[] = pythonExists
  ? [["calls", web], ["values", written("random_programs.py", seed - 1)], ["splits and fits", written("random_learning.py", seed)]]
  : [["calls", web]];

/** Programs that a script of test/semantic writes. */
function written(script: string, from: number): Source {
  let sources: readonly string[] | undefined;
  return (at) => (sources ??= write(script, from))[(at - seed) % sources.length] ?? "";
}

function write(script: string, from: number): readonly string[] {
  const path = fileURLToPath(new URL(`../semantic/${script}`, import.meta.url));
  const { status, stdout, stderr } = spawnSync(python, [path, String(from), String(count)], { encoding: "utf8", maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(stderr);
  const programs = (stdout.startsWith("[") ? JSON.parse(stdout) : stdout.trim().split("\n").map((line) => JSON.parse(line) as unknown)) as readonly { readonly source: string }[];
  return programs.map(({ source }) => source);
}

// ---- what is said ------------------------------------------------------------------------------------------------------

function said(session: Session, uri: string): readonly string[] {
  const document = session.document(uri);
  const report = session.report(uri);
  const analysis = document?.analysis();
  if (!document || !report || !analysis) throw new Error(`${uri} is not open`);
  expect(report.failures).toEqual([]);
  const at = (place: Place | DistantPlace): string => {
    const found = session.modules.locate(place);
    return found ? `${found.document.uri} ${String("anchor" in place ? place.anchor.cell.index : "")}:${String(found.start)}-${String(found.end)}` : "nowhere";
  };
  const lines = report.findings.map((finding) => JSON.stringify([
    finding.rule, finding.level, finding.message, at(finding.at), finding.related?.map((each) => [at(each.at), each.message]),
  ]));
  const names = new Set(analysis.units.flatMap((unit) => unit.binds));
  for (const name of [...names].sort()) {
    const value = analysis.exitValue(name);
    lines.push(`${name} is ${value ? valueText(value) : "unbound"} at the end`);
  }
  for (const unit of analysis.units) {
    walk(unit.unit.body, (node) => {
      const value = unit.valueOf(node as Expression);
      if (value.type ?? value.constant ?? value.data) lines.push(`${at({ anchor: unit.unit.anchor, start: node.start, end: node.end })} ${node.kind} is ${valueText(value)}`);
    });
  }
  // A text may be written in another module.
  const locate = (place: Place): Location => (place.anchor.cell.document.uri === uri ? document.locate(place) : session.modules.locate(place) ?? document.locate(place));
  return [...lines, ...eventsOf({ locate }, analysis)];
}

// ---- edits -------------------------------------------------------------------------------------------------------------

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What people type; a name in place of another, which is what runs depend on; and the text as it was before. */
function editOf(text: string, before: string | undefined, next: Random): Edit {
  const words = [...text.matchAll(/\b[a-z]\w*/giu)];
  switch (words.length > 0 ? next.below(6) : 5) {
    case 0:
    case 1: {
      const [word, other] = [next.pick(words), next.pick(words)];
      return { start: word.index, end: word.index + word[0].length, text: other[0] };
    }
    case 2:
      return before === undefined ? randomEdit(text, next) : { start: 0, end: text.length, text: before };
    default:
      return randomEdit(text, next);
  }
}

function applied(text: string, { start, end, text: added }: Edit): string {
  return text.slice(0, start) + added + text.slice(end);
}

/** Edits a program again and again. `begin` opens it afresh and says what one edit does. */
function rounds(begin: () => () => { readonly kept: readonly string[]; readonly fresh: readonly string[]; readonly what: string }): void {
  let step = begin();
  for (let round = 0; round < edits; round++) {
    if (round % patience === patience - 1) step = begin();
    const { kept, fresh, what } = step();
    // Thousands of lines, nearly always the same.
    if (kept.join("\n") === fresh.join("\n")) continue;
    try {
      expect(kept).toEqual(fresh);
    } catch (error) {
      throw new Error(`round ${String(round)}, ${what}`, { cause: error });
    }
  }
}

const programs = kinds.flatMap(([name, source]) => Array.from({ length: count }, (_, at) => [`${name} ${String(seed + at)}`, source, seed + at] as const));

describe("after random edits of random programs", () => {
  it.each(programs)("a script: %s", (_, source, at) => {
    const next = random(at);
    const uri = "file:///w/program.py";
    const open = (text: string): Session => {
      const session = createSession({ rules, strict: true });
      session.openScript(uri, text, options);
      return session;
    };
    rounds(() => {
      let text = source(at);
      let before: string | undefined;
      const session = open(text);
      said(session, uri);
      return () => {
        const edit = editOf(text, before, next);
        before = text;
        text = applied(text, edit);
        session.change(uri, [edit]);
        return { kept: said(session, uri), fresh: said(open(text), uri), what: `after ${JSON.stringify(edit)}:\n${text}` };
      };
    });
  }, 1_200_000);

  it.each(programs)("a notebook: %s", (_, source, at) => {
    const next = random(at + 1);
    const uri = "file:///w/program.ipynb";
    const open = (cells: readonly CellInput[]): Session => {
      const session = createSession({ rules, strict: true });
      session.openNotebook(uri, cells, options);
      return session;
    };
    let made = 0;
    const cellOf = (text: string): CellInput => ({ id: String(made++), kind: "code", language: "python", text });
    rounds(() => {
      const cells = cellsOf(source(at), next).map(cellOf);
      const before = new Map<string, string>();
      const session = open(cells);
      said(session, uri);
      return () => {
        const index = next.below(cells.length);
        const cell = cells[index] ?? cellOf("");
        let what: string;
        switch (cells.length > 1 ? next.below(8) : 7) {
          case 0:
            session.changeCells(uri, index, 1, []);
            cells.splice(index, 1);
            what = `without cell ${String(index)}`;
            break;
          case 1: {
            const copy = cellOf(cell.text);
            session.changeCells(uri, index, 0, [copy]);
            cells.splice(index, 0, copy);
            what = `with a copy of cell ${String(index)}`;
            break;
          }
          case 2: {
            const to = next.below(cells.length);
            session.changeCells(uri, index, 1, []);
            cells.splice(index, 1);
            session.changeCells(uri, to, 0, [cell]);
            cells.splice(to, 0, cell);
            what = `with cell ${String(index)} moved to ${String(to)}`;
            break;
          }
          default: {
            const edit = editOf(cell.text, before.get(cell.id), next);
            before.set(cell.id, cell.text);
            session.change(uri, [edit], cell.id);
            cells[index] = { ...cell, text: applied(cell.text, edit) };
            what = `after ${JSON.stringify(edit)} in cell ${String(index)}`;
          }
        }
        return { kept: said(session, uri), fresh: said(open(cells), uri), what: `${what}:\n${cells.map(({ text }) => text).join("\n-- next cell --\n")}` };
      };
    });
  }, 1_200_000);

  it.each(programs)("two modules: %s", (_, source, at) => {
    const next = random(at + 2);
    const paths = ["lib.py", "program.py"] as const;
    const open = (texts: Readonly<Record<string, string>>): { readonly session: Session; readonly uris: readonly string[] } => {
      const files = moduleFiles(texts);
      const session = createSession({ rules, strict: true });
      const uris = paths.map((path) => files.uri(path));
      paths.forEach((path, index) => {
        session.openScript(uris[index] ?? "", texts[path] ?? "", options);
        files.tell(session.modules, uris[index] ?? "");
      });
      return { session, uris };
    };
    const all = ({ session, uris }: ReturnType<typeof open>): readonly string[] => uris.flatMap((uri) => said(session, uri));
    rounds(() => {
      const texts: Record<string, string> = { "lib.py": source(at), "program.py": `from lib import *\nimport lib\n${source(at + 1).replaceAll(/^(?=\w+\()/gmu, () => next.pick(["", "lib."]))}` };
      const before: Record<string, string> = {};
      const opened = open(texts);
      all(opened);
      return () => {
        const which = next.below(2);
        const path = paths[which] ?? "lib.py";
        const text = texts[path] ?? "";
        const edit = editOf(text, before[path], next);
        before[path] = text;
        texts[path] = applied(text, edit);
        opened.session.change(opened.uris[which] ?? "", [edit]);
        return { kept: all(opened), fresh: all(open(texts)), what: `after ${JSON.stringify(edit)} in ${path}:\n${paths.map((each) => `# ${each}\n${texts[each] ?? ""}`).join("\n")}` };
      };
    });
  }, 1_200_000);
});

/** A program cut before lines that begin a statement at the margin. */
function cellsOf(source: string, next: Random): readonly string[] {
  const cells: string[] = [];
  for (const part of source.split(/^(?=[a-z@])/gmu)) {
    const last = cells.length - 1;
    if (last < 0 || (/^(?!except|else|elif|finally)/u.test(part) && next.below(3) === 0)) cells.push(part);
    else cells[last] = (cells[last] ?? "") + part;
  }
  return cells;
}
