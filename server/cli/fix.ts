/**
 * `seaworthy fix`: applies fixes to files, or prints what it would change.
 *
 * A file is written whole or not at all, with its encoding, byte order mark and line breaks; of a notebook only the changed lines of
 * the sources differ. Just before writing, the file is read again: when somebody changed it meanwhile, theirs stays.
 */
import { createSession } from "../analysis/engine/session.ts";
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { patchNotebook } from "../analysis/syntax/notebook-patch.ts";
import { applyFixes, preferredFix } from "../features/apply-fixes.ts";
import type { AppliedFix, FixChoice } from "../features/apply-fixes.ts";
import { createFolderAnswers } from "../workspace/folder-answers.ts";
import { failureText, internalErrorText } from "../workspace/failure.ts";
import { openInSession, readSource, writeSource } from "../workspace/open-document.ts";
import type { SourceFile } from "../workspace/open-document.ts";
import { nameOf } from "../analysis/text/uri.ts";
import type { CommandSpec, ParsedArguments } from "./arguments.ts";
import { createCatalogues } from "./catalogues.ts";
import { colourDiff } from "./coloured-diff.ts";
import { createCompanionFiles } from "./companion-files.ts";
import { createModules, keptModules } from "./modules.ts";
import { createOtherFiles, requireUnchanged } from "./other-files.ts";
import { createOtherTrainings } from "./other-trainings.ts";
import type { EditedFile } from "./other-files.ts";
import { createProgress } from "./progress.ts";
import { fileErrorText, isAtLeast, severityOrder } from "./report.ts";
import { failOn, readAhead, selectFiles, selectionOptions } from "./selection.ts";
import type { ChosenFile } from "./selection.ts";
import { plural, visible } from "./style.ts";
import type { Style } from "./style.ts";
import { errorLine } from "./terminal.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";
import { unifiedDiff } from "./unified-diff.ts";

export const fixCommand: CommandSpec = {
  name: "fix",
  operands: "[PATH...]",
  summary: "Repair what can be repaired",
  details:
    "Applies the fixes that keep behaviour. With --unsafe also those that need a look; see them first with --diff.\n" +
    "Standard input (-) is printed to standard output, fixed.\n" +
    "Exit status: 0 nothing left at or above --fail-on (with --diff: nothing to change), 1 otherwise, 2 could not run.",
  options: [
    { name: "diff", description: "Print the changes as a unified diff and write nothing" },
    { name: "unsafe", description: "Apply also the fixes that need review" },
    ...selectionOptions,
    { name: "fail-on", value: "SEVERITY", choices: severityOrder, description: "Least severity left over that makes the exit status 1; warning by default" },
    { name: "exit-zero", description: "Exit with 0 also when findings are left" },
  ],
  examples: [
    { line: "seaworthy fix --diff", does: "see what would change" },
    { line: "seaworthy fix --unsafe --diff > review.patch", does: "all fixes, to look at and git apply" },
    { line: "seaworthy fix train.py --select unverified-tls", does: "one file, one rule" },
  ],
};

interface Fixed {
  readonly path: string;
  readonly applied: readonly AppliedFix[];
}

export async function runFix(terminal: Terminal, args: ParsedArguments, style: Style): Promise<ExitStatus> {
  const isDiff = args.has("diff");
  const kind: FixChoice = { safety: args.has("unsafe") ? "review" : "safe" };
  const limit = failOn(args);
  const progress = createProgress(terminal, style, "Fixing");
  const selection = await selectFiles(terminal, args, style, () => { progress.clear(); });
  // What is printed is the one file that came in.
  const choice: FixChoice = selection.isStdin ? { ...kind, isAlone: true } : kind;
  const session = createSession({ rules: terminal.rules, keepModules: keptModules });
  const catalogues = createCatalogues(terminal, selection.settingsFor);
  const loadModules = createModules(terminal, session);
  const folderAnswers = createFolderAnswers(terminal.host, session);
  const otherTrainings = createOtherTrainings({ terminal, session, selection, catalogues, loadModules });
  const otherFiles = createOtherFiles(terminal.host);
  const companions = createCompanionFiles(terminal.host, selection.pathOf);
  const changed: Fixed[] = [];
  /** Other files that fixes have edited. */
  const edited: EditedFile[] = [];
  const left = { findings: 0, review: 0, counted: 0 };
  let done = 0;
  let unwritten = 0;
  const fail = (path: string, message: string): void => {
    progress.clear();
    terminal.err(errorLine(style, fileErrorText({ path, message })));
  };
  const print = (text: string): void => {
    progress.clear();
    terminal.out(text);
  };

  const fixFile = async (file: ChosenFile, read: Uint8Array): Promise<void> => {
    // The fix of another file may have edited this one since.
    const bytes = otherFiles.bytesOf(file.uri) ?? read;
    const { settings, root, workspace, optionsFor } = await selection.settingsFor(file.uri);
    const before = readSource(nameOf(file.uri), bytes, settings.maxFileSize);
    openInSession(session, file.uri, before, optionsFor);
    session.setCatalogue(file.uri, await catalogues.catalogueFor(file.uri, before, root));
    await loadModules(file.uri, workspace);
    await folderAnswers.load(file.uri);
    await otherTrainings.load(file.uri);
    const { applied, files, elsewhere, end } = applyFixes(session, file.uri, choice);
    if (end === "undone") fail(file.path, "some fixes were not applied: together they would have broken the syntax");
    if (end === "unsettled") fail(file.path, "not all was fixed: each fix called for another one");
    const document = session.document(file.uri);
    const after = document && applied.length > 0 ? textAfter(document, before) : before.text;
    if (after !== before.text || elsewhere.size > 0) {
      const written = writeSource(before, after);
      if (!isDiff && !selection.isStdin) {
        unwritten += 1;
        await requireUnchanged(file, bytes, "fixed");
        // What the code is to read comes first.
        edited.push(...(await otherFiles.edit(elsewhere, "write")));
        await terminal.host.writeFile(file.uri, written);
        unwritten -= 1;
      } else edited.push(...(await otherFiles.edit(elsewhere, "keep")));
      otherFiles.keep(file.uri, written);
      companions.add(root, files);
      changed.push({ path: file.path, applied });
    }
    if (isDiff) print(colourDiff(unifiedDiff(before.text, after, file.path, file.path), style));
    else if (selection.isStdin) print(after);
    const report = session.report(file.uri);
    for (const { rule, error } of report?.failures ?? []) fail(file.path, `the rule ${rule} failed: ${internalErrorText(error)}`);
    for (const finding of report?.findings ?? []) {
      left.findings += 1;
      if (isAtLeast(finding.level, limit)) left.counted += 1;
      if (preferredFix(finding, { safety: "review" })) left.review += 1;
    }
    done += 1;
  };

  const ahead = readAhead(selection.files, 4);
  for (const [index, file] of selection.files.entries()) {
    if (terminal.interrupted()) break;
    progress.step(index, selection.files.length, file.path);
    try {
      await fixFile(file, await ahead(index));
    } catch (error) {
      fail(file.path, failureText(error));
    } finally {
      session.close(file.uri);
    }
    await terminal.turn();
  }

  const beside = await companions.finish(isDiff || selection.isStdin ? "diff" : "write");
  for (const { path, message } of beside.errors) fail(path, message);
  const editedPaths = [...new Set(edited.map(({ uri }) => selection.pathOf(uri)))];
  if (isDiff) print(edited.map(({ uri, before, after }) => colourDiff(unifiedDiff(before, after, selection.pathOf(uri), selection.pathOf(uri)), style)).join(""));
  if (isDiff) print(beside.diffs.map((diff) => colourDiff(diff, style)).join(""));
  // Standard output holds the diff or the fixed text and nothing else.
  const say = isDiff || selection.isStdin ? (text: string) => { terminal.err(text); } : print;
  say(summaryText(changed, selection.isStdin ? [] : [...editedPaths.filter((path) => !changed.some((each) => each.path === path)), ...beside.paths], left, unwritten, choice, isDiff, style));

  if (selection.failed || selection.hadBadSettings() || (selection.files.length > 0 && done === 0)) return 2;
  if (unwritten > 0) return 1;
  if (args.has("exit-zero")) return 0;
  return (isDiff ? changed.length : left.counted) > 0 ? 1 : 0;
}

/** The file's text as it is to be written. */
function textAfter(document: OpenDocument, before: SourceFile): string {
  if (before.kind === "script") {
    const first = document.cells[0];
    return first ? document.sourceOf(first).text : before.text;
  }
  const changes = new Map<string, string>();
  for (const cell of before.notebook.cells) {
    const now = document.cell(cell.id);
    const text = now && document.sourceOf(now).text;
    if (text !== undefined && text !== cell.text) changes.set(cell.id, text);
  }
  return patchNotebook(before.text, before.notebook, changes);
}

interface Left {
  readonly findings: number;
  readonly review: number;
}

/** `Fixed 3 findings in 2 files`, a line for each file, and what is left. */
function summaryText(changed: readonly Fixed[], companions: readonly string[], left: Left, unwritten: number, choice: FixChoice, isDiff: boolean, style: Style): string {
  const count = changed.reduce((sum, { applied }) => sum + applied.length, 0);
  const width = Math.max(0, ...[...changed.map(({ path }) => path), ...companions].map((path) => path.length));
  const lines = [
    count === 0
      ? unwritten > 0 ? "Nothing was fixed" : "Nothing to fix"
      : `${style.green(style.bold(isDiff ? "Would fix" : "Fixed"))} ${style.bold(plural(count, "finding"))} in ${plural(changed.length, "file")}`,
    ...changed.map(({ path, applied }) => `  ${visible(path).padEnd(width)}  ${style.dim(tally(applied))}`),
    ...companions.map((path) => `  ${visible(path).padEnd(width)}  ${style.dim("lines added")}`),
  ];
  if (left.findings > 0) {
    const hint = left.review === 0 || choice.safety === "review"
      ? `: ${style.cyan("seaworthy check")}`
      : `, ${left.review} with a fix to review: ${style.cyan("seaworthy fix --unsafe --diff")}`;
    lines.push(`${plural(left.findings, "finding")} ${isDiff ? "would be left" : "left"}${hint}`);
  }
  return `${lines.join("\n")}\n`;
}

/** `2 × hardcoded-path, 1 × nan-comparison`. */
function tally(applied: readonly AppliedFix[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of applied) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => `${count} × ${rule}`).join(", ");
}
