/**
 * Checks one rule against one test of its fixture: the findings marked and no others, and everything that is promised of every fix.
 */
import { applyFixes } from "../../server/features/apply-fixes.ts";
import { combineLayers, readSettingsFile } from "../../server/analysis/engine/settings-file.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import type { Settings } from "../../server/analysis/engine/settings.ts";
import type { Fix, ReportedFinding } from "../../server/analysis/engine/finding.ts";
import { resolveProfile } from "../../server/analysis/engine/profile.ts";
import { engineRules } from "../../server/analysis/engine/registry.ts";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { OpenDocument, Session } from "../../server/analysis/engine/session-contract.ts";
import { dialectOf } from "../../server/analysis/syntax/document-markers.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";
import type { TextEdit } from "../../server/analysis/text/edit.ts";
import { joinUri, nameOf, parentUri } from "../../server/analysis/text/uri.ts";
import { definitionAdapters } from "../../server/analysis/store/definition-adapters.ts";
import { createStoreIndex } from "../../server/store/store-index.ts";
import type { StoreIndex } from "../../server/store/store-index.ts";
import { registryBytes } from "../store/registry-bytes.ts";
import { memoryHost, project } from "../workspace/memory-host.ts";
import type { FixtureFile, FixtureTest, Marker } from "./fixture.ts";

/** Everything around a file: the settings and the other files. */
export interface Surroundings {
  readonly settings: Settings;
  readonly stores: StoreIndex | undefined;
  /** What folders of the project hold, for tests that bring files which are no code; `undefined`: nobody has looked. */
  readonly folders: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

export async function surroundingsOf(test: FixtureTest, shared: readonly FixtureFile[], rules: readonly Rule[]): Promise<Surroundings> {
  // A test that brings its own repository does not see the shared one.
  const isConfig = (file: FixtureFile): boolean => /(?:^|\/)(?:feature_store|features)\.yaml$/u.test(file.path);
  const files = test.files.some(isConfig) ? test.files : [...shared, ...test.files];
  const settings = settingsOf(test, rules);
  return { settings, stores: files.some((file) => isConfig(file) || mayDefine(file)) ? await storesOf(files, settings) : undefined, folders: foldersOf([...shared, ...test.files]) };
}

/** Stores are also defined in code, without a file of settings. */
function mayDefine({ kind, texts }: FixtureFile): boolean {
  return kind !== "notebook" && texts.some((text) => definitionAdapters.some(({ mentions }) => mentions.test(text)));
}

function foldersOf(files: readonly FixtureFile[]): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  if (!files.some(({ kind }) => kind === "other")) return undefined;
  const folders = new Map<string, Set<string>>();
  for (const { path } of files) {
    for (let uri = joinUri(project, path); uri !== project; uri = parentUri(uri)) {
      const names = folders.get(parentUri(uri)) ?? new Set();
      folders.set(parentUri(uri), names.add(nameOf(uri)));
    }
  }
  return folders;
}

async function storesOf(files: readonly FixtureFile[], settings: Settings): Promise<StoreIndex> {
  const contents = files.filter((file) => file.kind !== "notebook").map((file): [string, string | Uint8Array] => {
    const text = file.texts.join("");
    // A registry is told line by line: `stats[driver](conv_rate acc_rate)`.
    return [file.path, file.path.endsWith("/registry.db") ? registryBytes({ views: text.trim().split("\n") }) : text];
  });
  const index = createStoreIndex(memoryHost(Object.fromEntries(contents)), [project], { settingsFor: async () => settings });
  await index.refresh();
  return index;
}

function settingsOf(test: FixtureTest, rules: readonly Rule[]): Settings {
  if (test.settings === undefined) return { ...defaultSettings, root: project };
  const file = readSettingsFile(test.settings, "seaworthy.toml", rules);
  const [problem] = file?.problems ?? [];
  if (!file || problem) throw new Error(`the settings of "${test.title}" are wrong: ${problem?.message ?? "none"}`);
  return combineLayers([file.layer], project);
}

export function checkFile(rule: Rule, rules: readonly Rule[], file: FixtureFile, around: Surroundings): void {
  // What the engine says of suppressions follows from all other rules; any other rule runs alone.
  const isEngineRule = Object.values<string>(engineRules).includes(rule.name);
  const alone = isEngineRule ? rules : [rule];
  const opened = open(file.texts, file, alone, around);
  const found = findingsOf(opened, rule);
  checkMarkers(opened.document, file, found);
  for (const finding of found) for (const fix of finding.fixes) checkFix(rule, rules, alone, file, around, finding, fix);
  for (const fixed of file.fixed) checkFixed(opened.document, file, found, fixed);
  checkSettles(file, alone, rule, around);
}

export interface Opened {
  readonly session: Session;
  readonly document: OpenDocument;
}

export function open(texts: readonly string[], file: FixtureFile, rules: readonly Rule[], { settings, stores, folders }: Surroundings): Opened {
  const session = createSession({ rules, strict: true });
  const uri = file.path.startsWith("/") ? `file://${file.path}` : `${project}/${file.path}`;
  if (file.kind === "notebook") {
    const options = { settings, profile: resolveProfile(uri, "notebook", settings, project) };
    session.openNotebook(uri, texts.map((text, index) => ({ id: `cell-${String(index)}`, kind: "code", language: "python", text })), options);
  } else {
    const text = texts[0] ?? "";
    session.openScript(uri, text, { settings, profile: resolveProfile(uri, dialectOf(text), settings, project) });
  }
  session.setCatalogue(uri, stores?.catalogueFor(uri));
  tellFolders(session, uri, folders);
  const document = session.document(uri);
  if (!document) throw new Error(`${uri} did not open`);
  return { session, document };
}

/** Answers what the report asks of the disk, until it asks for nothing more. */
export function tellFolders(session: Session, uri: string, folders: Surroundings["folders"]): void {
  if (!folders) return;
  session.modules.setWorkspaces([project]);
  for (session.report(uri); session.folders.wanted(uri).length > 0; session.report(uri)) {
    for (const folder of session.folders.wanted(uri)) session.folders.tell(folder, folders.get(folder) ?? "absent");
  }
}

function findingsOf({ session, document }: Opened, rule: Rule): readonly ReportedFinding[] {
  return (session.report(document.uri)?.findings ?? []).filter((finding) => finding.rule === rule.name);
}

// ---- markers -----------------------------------------------------------------------------------------------

/** A finding in the terms of markers. */
export interface Seen {
  readonly finding: ReportedFinding;
  readonly cell: number;
  readonly line: number;
  readonly lastLine: number;
  readonly start: number;
  /** Column of the end when it is on the same line, else the end of the line. */
  readonly end: number;
}

function checkMarkers(document: OpenDocument, file: FixtureFile, found: readonly ReportedFinding[]): void {
  const seen = found.map((finding) => see(document, file, finding));
  const left = [...seen];
  const missing: Marker[] = [];
  // Markers that say more are served first.
  const demands = (marker: Marker): number => (marker.columns ? 2 : 0) + (marker.message === "" ? 0 : 1);
  for (const marker of [...file.markers].sort((a, b) => demands(b) - demands(a))) {
    const index = left.findIndex((each) => fits(marker, each));
    if (index < 0) missing.push(marker);
    else left.splice(index, 1);
  }
  const long = found.filter((finding) => finding.message.length > 100);
  if (missing.length === 0 && left.length === 0 && long.length === 0) return;
  throw new Error(
    [
      ...missing.map((marker) => `missing: ${describeMarker(marker)}`),
      ...left.map((each) => `unexpected: ${describeSeen(each)}`),
      ...long.map((finding) => `longer than 100 characters: ${finding.message}`),
      "",
      `found in ${file.path}:`,
      annotated(file, seen),
    ].join("\n"),
  );
}

export function see(document: OpenDocument, file: FixtureFile, finding: ReportedFinding): Seen {
  const { cell, start, end } = document.locate(finding.at);
  const source = document.sourceOf(cell);
  const from = source.positionAt(start);
  const to = source.positionAt(end);
  const lineEnd = source.lineEnd(from.line) - source.lineStart(from.line);
  return {
    finding,
    cell: file.kind === "notebook" ? cell.index : 0,
    line: from.line,
    lastLine: to.line,
    start: from.column,
    end: to.line === from.line ? to.column : lineEnd,
  };
}

function fits(marker: Marker, { finding, cell, line, start, end }: Seen): boolean {
  return (
    marker.cell === cell && marker.line === line && marker.rule === finding.rule && marker.severity === finding.level &&
    finding.message.includes(marker.message) && (!marker.columns || (marker.columns.start === start && marker.columns.end === end))
  );
}

function describeMarker({ cell, line, severity, rule, message, columns }: Marker): string {
  const where = columns ? ` columns ${String(columns.start)}-${String(columns.end)}` : "";
  return `cell ${String(cell)} line ${String(line + 1)}${where}: ${severity}: [${rule}] "${message}"`;
}

function describeSeen({ finding, cell, line, start, end }: Seen): string {
  return `cell ${String(cell)} line ${String(line + 1)} columns ${String(start)}-${String(end)}: ${finding.level}: [${finding.rule}] "${finding.message}"`;
}

/** The file with the findings written in, as a fixture would have it. */
function annotated(file: FixtureFile, seen: readonly Seen[]): string {
  const cells = file.texts.map((text, cell) =>
    text
      .split("\n")
      .flatMap((line, index) => {
        const here = seen.filter((each) => each.cell === cell && each.line === index);
        const markers = here.map(({ finding }) => `  # ${finding.level}: [${finding.rule}] "${finding.message}"`).join("");
        const carets = here.map(({ start, end }) => `#${" ".repeat(Math.max(0, start - 1))}${"^".repeat(Math.max(1, end - start))}`);
        return [line + markers, ...carets];
      })
      .join("\n"),
  );
  return cells.join("\n-- next cell --\n");
}

// ---- fixes -------------------------------------------------------------------------------------------------

function checkFixed(document: OpenDocument, file: FixtureFile, found: readonly ReportedFinding[], wanted: FixtureFile["fixed"][number]): void {
  const fixes = found.flatMap(({ fixes }) => fixes);
  const fix = fixes.find(({ title }) => wanted.title === undefined || title.toLowerCase().includes(wanted.title.toLowerCase()));
  if (!fix) throw new Error(`no fix ${wanted.title === undefined ? "at all" : `"${wanted.title}"`} among: ${fixes.map(({ title }) => title).join(", ")}`);
  const texts = applied(document, file, fix);
  const expected = file.texts.map((text, cell) => wanted.texts[cell] ?? text);
  if (texts.join("\n-- next cell --\n") === expected.join("\n-- next cell --\n")) return;
  throw new Error(`after the fix "${fix.title}" the file is\n${texts.join("\n-- next cell --\n")}\nand should be\n${expected.join("\n-- next cell --\n")}`);
}

function checkFix(
  rule: Rule, rules: readonly Rule[], alone: readonly Rule[], file: FixtureFile, around: Surroundings, finding: ReportedFinding, fix: Fix,
): void {
  const before = open(file.texts, file, alone, around).document;
  const texts = applied(before, file, fix);
  const opened = open(texts, file, alone, around);
  const fail = (what: string): never => {
    throw new Error(`the fix "${fix.title}" of "${finding.message}" ${what}:\n${texts.join("\n-- next cell --\n")}`);
  };
  if (problems(opened.document).length > problems(before).length) fail(`does not parse (${problems(opened.document).join("; ")})`);
  if (findingsOf(opened, rule).length >= findingsOf(open(file.texts, file, alone, around), rule).length) fail("leaves the finding");
  const now = counted(open(texts, file, rules, around));
  const then = counted(open(file.texts, file, rules, around));
  for (const [name, count] of now) if (count > (then.get(name) ?? 0)) fail(`brings a new finding of ${name}`);
  if (!Object.values<string>(engineRules).includes(rule.name)) {
    const left = comments(opened.document);
    for (const comment of comments(before)) {
      const index = left.indexOf(comment);
      if (index < 0) fail(`loses the comment ${comment}`);
      left.splice(index, 1);
    }
  }
  if (texts.length !== file.texts.length) fail("changes the number of cells");
}

/** Applying all fixes ends, and then there is nothing left to apply. */
function checkSettles(file: FixtureFile, alone: readonly Rule[], rule: Rule, around: Surroundings): void {
  const { session, document } = open(file.texts, file, alone, around);
  const choice = { safety: "review", rule: rule.name } as const;
  const first = applyFixes(session, document.uri, choice);
  if (first.end !== "settled") throw new Error(`applying all fixes does not settle (${first.end}):\n${sources(document).join("\n-- next cell --\n")}`);
  const texts = sources(document);
  const second = applyFixes(session, document.uri, choice);
  if (second.applied.length > 0 || texts.join("\0") !== sources(document).join("\0")) throw new Error("a second run of the fixes changes the file again");
}

/** The texts of the file's cells after a fix. */
function applied(document: OpenDocument, file: FixtureFile, fix: Fix): readonly string[] {
  const edits = file.texts.map((): TextEdit[] => []);
  for (const edit of fix.edits) {
    const { cell, start, end } = document.locate(edit.at);
    edits[file.kind === "notebook" ? cell.index : 0]?.push({ start, end, text: edit.text });
  }
  return file.texts.map((text, index) => applyEdits(text, edits[index] ?? []));
}

function problems(document: OpenDocument): readonly string[] {
  return document.units.flatMap((unit) => unit.problems.map((problem) => problem.message));
}

function comments(document: OpenDocument): string[] {
  return document.units.flatMap((unit) => unit.comments.map((comment) => comment.text));
}

function counted({ session, document }: Opened): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of session.report(document.uri)?.findings ?? []) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function sources(document: OpenDocument): readonly string[] {
  if (document.dialect !== "notebook") return document.cells.slice(0, 1).map((cell) => document.sourceOf(cell).text);
  return document.cells.map((cell) => document.sourceOf(cell).text);
}
