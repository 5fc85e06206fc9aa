/**
 * Incremental over modules: whatever happened to the files of a workspace, the report and the values of every open document are
 * those of a fresh session that is told the same; and what nothing happened to keeps its report.
 *
 * The workspaces are those of random_workspaces.py. Texts are edited, files made, removed and renamed on the disk, documents opened and
 * closed, saved or not.
 *
 *     WORKSPACE_SEED=1000 WORKSPACE_EDITS=20000 npx vitest run test/engine/modules-incremental.test.ts     others, more
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { DocumentOptions, Session } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";
import { walk } from "../../server/analysis/syntax/walk.ts";
import { parentUri } from "../../server/analysis/text/uri.ts";
import { moduleFiles, workspace } from "../harness/module-files.ts";
import type { ModuleFiles } from "../harness/module-files.ts";
import { randomEdit } from "../harness/random-edit.ts";
import { random } from "../harness/random.ts";
import type { Random } from "../harness/random.ts";
import { python, pythonExists } from "../syntax/python-files.ts";

const seed = Number(process.env["WORKSPACE_SEED"] ?? 1);
const edits = Number(process.env["WORKSPACE_EDITS"] ?? 120);
const editsEach = 15;

const options: DocumentOptions = { settings: defaultSettings, profile: "production" };

/** A session, the disk beside it, and the texts of what is open. */
class Workplace {
  readonly files: ModuleFiles;
  readonly session: Session;
  /** Texts by path. */
  readonly open = new Map<string, string>();
  #isTold = false;

  constructor(files: ModuleFiles, open: Iterable<readonly [string, string]> = []) {
    this.files = files;
    this.session = createSession({ rules, strict: true });
    for (const [path, text] of open) this.openText(path, text);
    this.tellAll();
  }

  openText(path: string, text: string): void {
    const uri = this.files.uri(path);
    this.open.set(path, text);
    if (!path.endsWith(".ipynb")) this.session.openScript(uri, text, options);
    else this.session.openNotebook(uri, text.split("\n---\n").map((each, index) => ({ id: `c${String(index)}`, kind: "code", language: "python", text: each })), options);
  }

  tellAll(): void {
    for (const path of this.open.keys()) {
      const uri = this.files.uri(path);
      const { folders, files } = this.session.modules.wanted(uri);
      if (!this.#isTold || folders.length + files.length > 0) this.files.tell(this.session.modules, uri);
      this.#isTold = true;
    }
  }

  /** Something was written or removed on the disk. */
  tellDisk(path: string): void {
    const { files, session } = this;
    const uri = files.uri(path);
    for (let folder = parentUri(uri); folder.startsWith(workspace); folder = parentUri(folder)) {
      if (session.modules.knows(folder)) session.modules.setFolder(folder, files.listing(folder));
    }
    if (session.modules.knows(uri)) session.modules.setFile(uri, files.content(uri));
  }

  said(path: string): readonly string[] {
    const document = this.session.document(this.files.uri(path));
    const report = this.session.report(this.files.uri(path));
    if (!document || !report) throw new Error(`${path} is not open`);
    const shown = (report.findings).map((finding) => {
      const places = [finding.at, ...(finding.related ?? []).map(({ at }) => at)].map((place) => {
        const at = this.session.modules.locate(place);
        return at ? `${at.document.uri}:${String(at.start)}-${String(at.end)}` : "nowhere";
      });
      return `${finding.rule} ${finding.message} ${places.join(" ")} ${finding.fixes.map(({ title }) => title).join()}`;
    });
    const analysis = document.analysis();
    for (const unit of document.units) {
      const known = analysis.analysisOf(unit);
      walk(unit.body, (node) => {
        if (node.kind === "Name" || node.kind === "Call" || node.kind === "Attribute") shown.push(`${unit.text.slice(node.start, node.end)}: ${known ? valueText(known.valueOf(node)) : ""}`);
        return undefined;
      });
    }
    return shown;
  }
}

/** What one run did, for the figures. */
interface Counts {
  known: number;
  kept: number;
  /** Analyses of documents that import what was edited. */
  keptImporters: number;
}

function edited(text: string, lines: readonly string[], next: Random): string {
  if (next.below(3) === 0) {
    const edit = randomEdit(text, next);
    return text.slice(0, edit.start) + edit.text + text.slice(edit.end);
  }
  const own = text.split("\n");
  own.splice(next.below(own.length + 1), next.below(2), next.pick(lines));
  return own.join("\n");
}

/** A document's text was edited. */
interface Change {
  readonly path: string;
  /** It says what it said before. */
  readonly isNote: boolean;
}

/** Something that happens to one file. */
function happen(place: Workplace, lines: readonly string[], next: Random): Change | undefined {
  const { files, session, open } = place;
  const path = next.pick(files.paths());
  const uri = files.uri(path);
  const text = open.get(path);
  const disk = files.text(path) ?? "";
  switch (next.below(12)) {
    case 0:
    case 1:
      if (text === undefined) place.openText(path, disk);
      return undefined;
    case 2:
      if (text === undefined || open.size < 2) return undefined;
      open.delete(path);
      session.close(uri);
      if (next.below(2) === 0 && path.endsWith(".py")) files.set(path, text);
      place.tellDisk(path);
      return undefined;
    case 3:
      if (open.has(path)) return undefined;
      files.remove(path);
      place.tellDisk(path);
      return undefined;
    case 4: {
      if (open.has(path) || !path.endsWith(".py")) return undefined;
      const other = path.replace(/\w+\.py$/u, `${next.pick(["config", "names", "utils", "other", "__init__"])}.py`);
      if (files.text(other) !== undefined) return undefined;
      files.remove(path);
      place.tellDisk(path);
      files.set(other, disk);
      place.tellDisk(other);
      return undefined;
    }
    case 5: {
      const made = path.replace(/[^/]+$/u, `${next.pick(["config", "names", "utils", "__init__", "statistics"])}.py`);
      if (files.text(made) !== undefined) return undefined;
      files.set(made, `${next.pick(lines)}\n${next.pick(lines)}\n`);
      place.tellDisk(made);
      return undefined;
    }
    case 6:
    case 7:
      if (!path.endsWith(".py")) return undefined;
      files.set(path, edited(disk, lines, next));
      place.tellDisk(path);
      return undefined;
    default: {
      const [openPath, before] = next.pick([...open]);
      const isNotebook = openPath.endsWith(".ipynb");
      const cells = isNotebook ? before.split("\n---\n") : [before];
      const index = next.below(cells.length);
      const cell = cells[index] ?? "";
      const isNote = next.below(5) === 0;
      const { units = [] } = session.document(files.uri(openPath)) ?? {};
      const isWhole = units.every(({ problems }) => problems.length === 0) && !/^(?:def|class) /u.test(units.at(-1)?.text ?? "");
      const after = isNote ? `${cell}\n# note` : edited(cell, lines, next).replaceAll("\n---\n", "\n");
      session.change(files.uri(openPath), [{ start: 0, end: cell.length, text: after }], isNotebook ? `c${String(index)}` : undefined);
      cells[index] = after;
      open.set(openPath, cells.join("\n---\n"));
      // What is broken may go on to the end, and is read anew with it; a function that a line was added to is another one.
      return { path: openPath, isNote: isNote && isWhole };
    }
  }
}

function run(texts: Readonly<Record<string, string>>, entry: string, next: Random, counts: Counts, name: string): void {
  const files = moduleFiles(texts);
  const lines = Object.values(texts).flatMap((text) => text.split("\n")).filter((line) => line !== "" && line !== "---");
  const place = new Workplace(files, [[entry, files.text(entry) ?? ""]]);
  for (let round = 0; round < editsEach; round++) {
    const before = new Map([...place.open.keys()].map((path) => [path, { report: place.session.report(files.uri(path)), analysis: place.session.document(files.uri(path))?.analysis() }]));
    const change = happen(place, lines, next);
    place.tellAll();
    for (const [other, { report, analysis }] of before) {
      if (!change || other === change.path) continue;
      const isAnalysisKept = place.session.document(files.uri(other))?.analysis() === analysis;
      if (change.isNote) expect(isAnalysisKept, `${name}, round ${String(round)}: ${other} keeps its analysis when ${change.path} gets a note`).toBe(true);
      if (place.session.report(files.uri(other)) === report) counts.kept++;
      if (isAnalysisKept && place.session.modules.importers(files.uri(change.path)).includes(files.uri(other))) counts.keptImporters++;
    }
    const order = [...place.open].sort(() => next.below(3) - 1);
    const fresh = new Workplace(files, order);
    for (const [each] of order) {
      const expected = fresh.said(each);
      counts.known += expected.filter((value) => /: .*"v\d/u.test(value)).length;
      expect(place.said(each), `${name}, round ${String(round)}, ${each}`).toEqual(expected);
    }
  }
}

describe.skipIf(!pythonExists)("after random edits of random workspaces", () => {
  test("everything equals what a fresh session says, and what is untouched stays", () => {
    const count = Math.ceil(edits / editsEach);
    const script = fileURLToPath(new URL("random_workspaces.py", import.meta.url));
    const made = spawnSync(python, [script, String(seed), String(count), "--unrun"], { encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, PYTHONPATH: fileURLToPath(new URL("../semantic", import.meta.url)) } });
    expect(made.status, made.stderr).toBe(0);
    const counts: Counts = { known: 0, kept: 0, keptImporters: 0 };
    for (const line of made.stdout.trim().split("\n")) {
      const { files, entry, seed: own } = JSON.parse(line) as { readonly files: Readonly<Record<string, string>>; readonly entry: string; readonly seed: number };
      run(files, entry, random(own), counts, `seed ${String(own)}`);
    }
    if (edits > 120) console.log(`${String(edits)} edits: ${String(counts.known)} values of other modules, ${String(counts.kept)} reports kept, ${String(counts.keptImporters)} analyses of importers`);
    // Values did travel, and not every importer was disturbed.
    expect(counts.known).toBeGreaterThan(edits);
    expect(counts.kept).toBeGreaterThan(edits / 20);
    expect(counts.keptImporters).toBeGreaterThan(edits / 50);
  }, 1_200_000);
});
