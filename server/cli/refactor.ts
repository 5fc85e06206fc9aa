/**
 * `seaworthy refactor`: rewrites files, or prints what it would change.
 *
 * Each file is refactored on its own: one that is refused stops none of the others. What a refactoring writes, it writes whole: the
 * file with its encoding and line breaks (of a notebook only what changed), files it creates, and files it edits along the way.
 */
import { createSession } from "../analysis/engine/session.ts";
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { refactoringNamed, refactorings } from "../analysis/refactor/index.ts";
import type { Change, Refactoring, RefactoringOptions, Refused } from "../analysis/refactor/refactoring.ts";
import { patchNotebook } from "../analysis/syntax/notebook-patch.ts";
import { didYouMean } from "../analysis/text/did-you-mean.ts";
import { applyEdits } from "../analysis/text/edit.ts";
import { nameOf, relativePath } from "../analysis/text/uri.ts";
import type { ChangedFile } from "../features/apply-fixes.ts";
import { changedSources } from "../features/changed-sources.ts";
import { HostError } from "../host.ts";
import { failureText } from "../workspace/failure.ts";
import { createFolderAnswers } from "../workspace/folder-answers.ts";
import { openInSession, readSource, writeSource } from "../workspace/open-document.ts";
import type { SourceFile } from "../workspace/open-document.ts";
import { findProject } from "../workspace/project-view.ts";
import { ArgumentError, columns } from "./arguments.ts";
import type { CommandSpec, ParsedArguments } from "./arguments.ts";
import { createCatalogues } from "./catalogues.ts";
import { colourDiff } from "./coloured-diff.ts";
import { createModules, keptModules } from "./modules.ts";
import { createOtherFiles, requireUnchanged } from "./other-files.ts";
import { readTargets, selectionIn } from "./refactor-targets.ts";
import type { Target } from "./refactor-targets.ts";
import { fileErrorText } from "./report.ts";
import { selectFiles } from "./selection.ts";
import type { ChosenFile } from "./selection.ts";
import { visible } from "./style.ts";
import type { Style } from "./style.ts";
import { errorLine } from "./terminal.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";
import { unifiedDiff } from "./unified-diff.ts";

export const refactorCommand: CommandSpec = {
  name: "refactor",
  operands: "NAME FILE[:LINES]...",
  summary: "Rewrite working code into the form that production needs",
  details:
    "NAME is a refactoring; --list shows them all. Without LINES it is about the whole file.\n" +
    "LINES is 12, 12-20, or with columns 12:9-12:24; in a notebook cell3, cell3-cell5 or cell3:2-4. Everything counts from 1, cells of text too.\n" +
    "Several selections in one file make one. What would change behaviour is refused, and the reason said.\n" +
    "Exit status: 0 done, 1 something was refused, 2 could not run.",
  options: [
    { name: "diff", description: "Print the changes as a unified diff and write nothing; the default" },
    { name: "write", description: "Write the changes" },
    { name: "name", value: "NAME", description: "Name of the function, parameter or configuration that is made" },
    { name: "module", value: "MODULE", description: "Dotted name of the module that code moves to" },
    { name: "logging", description: "split-into-steps, notebook-to-script: log instead of printing, as well" },
    { name: "list", description: "List the refactorings" },
  ],
  examples: [
    { line: "seaworthy refactor split-into-steps train.py", does: "see a script taken apart into functions" },
    { line: "seaworthy refactor extract-function train.py:12-20 --name clean --write", does: "nine lines become clean()" },
    { line: "seaworthy refactor hoist-imports src --write", does: "all files below a folder" },
  ],
};

export async function runRefactor(terminal: Terminal, args: ParsedArguments, style: Style): Promise<ExitStatus> {
  if (args.has("list")) {
    terminal.out(`${columns(refactorings.map(({ name, summary }) => [name, summary]), style).join("\n")}\n`);
    return 0;
  }
  const { refactoring, operands } = chosen(args);
  if (args.has("diff") && args.has("write")) throw new ArgumentError("--diff writes nothing: give it or --write");
  const targets = readTargets(operands);
  const byUri = new Map(targets.map((target) => [terminal.uriOf(target.path), target]));
  const selection = await selectFiles(terminal, { ...args, operands: targets.map(({ path }) => path) }, style, () => undefined);
  if (selection.isStdin) throw new ArgumentError("refactor takes files: it may create others beside them");
  const run = createRun(terminal, args, refactoring, selection.settingsFor, style);
  const failures: string[] = [...selection.errors.map(({ path }) => path)];
  const refusals: string[] = [];
  for (const file of selection.files) {
    if (terminal.interrupted()) break;
    try {
      const { settings, workspace, optionsFor } = await selection.settingsFor(file.uri);
      const opened = await run.open(file, settings.maxFileSize, optionsFor, workspace);
      const outcome = await run.perform(opened, file, byUri.get(file.uri), workspace);
      if (outcome === "not-there") continue;
      terminal.err(outcome.kind === "refused" ? refusalText(opened.document, file.path, outcome, style) : summaryText(file.path, outcome, style));
      if (outcome.kind === "refused") refusals.push(file.path);
    } catch (error) {
      if (error instanceof ArgumentError) throw error;
      failures.push(file.path);
      terminal.err(errorLine(style, fileErrorText({ path: file.path, message: failureText(error) })));
    } finally {
      run.close(file.uri);
    }
    await terminal.turn();
  }
  if (failures.length > 0 || selection.failed || selection.hadBadSettings() || selection.files.length === 0) return 2;
  return refusals.length > 0 ? 1 : 0;
}

function chosen(args: ParsedArguments): { readonly refactoring: Refactoring; readonly operands: readonly string[] } {
  const [name, ...operands] = args.operands;
  if (name === undefined) throw new ArgumentError("a refactoring and a file: seaworthy refactor split-into-steps train.py; seaworthy refactor --list shows them all");
  const refactoring = refactoringNamed(name);
  if (!refactoring) throw new ArgumentError(`unknown refactoring "${name}"${didYouMean(name, refactorings.map((each) => each.name))}; see seaworthy refactor --list`);
  if (operands.length === 0) throw new ArgumentError(`${name} needs a file: seaworthy refactor ${name} train.py`);
  return { refactoring, operands };
}

interface Opened {
  readonly document: OpenDocument;
  readonly source: SourceFile;
  readonly bytes: Uint8Array;
}

/** The files of one run: what one of them changes, the next sees. */
function createRun(terminal: Terminal, args: ParsedArguments, refactoring: Refactoring, settingsFor: Parameters<typeof createCatalogues>[1], style: Style) {
  const { host } = terminal;
  const isWriting = args.has("write");
  const session = createSession({ rules: terminal.rules, keepModules: keptModules });
  const loadModules = createModules(terminal, session);
  const folderAnswers = createFolderAnswers(host, session);
  const catalogues = createCatalogues(terminal, settingsFor);
  const otherFiles = createOtherFiles(host);
  const readAsLeft = { ...host, readFile: async (uri: string) => otherFiles.bytesOf(uri) ?? host.readFile(uri) };
  const options: RefactoringOptions = { name: args.value("name"), module: args.value("module"), logging: args.has("logging") };
  const pathOf = (uri: string): string => relativePath(terminal.cwd, uri);
  const print = (diff: string): void => { if (!isWriting) terminal.out(colourDiff(diff, style)); };

  async function make(change: Change, { document, source, bytes }: Opened, file: ChosenFile): Promise<void> {
    const after = sourceAfter(document, source, change);
    const elsewhere = new Map<string, ChangedFile>();
    for (const { uri, before, edits } of change.elsewhere ?? []) elsewhere.set(uri, { before, after: applyEdits(before, edits) });
    const created = change.created ?? [];
    for (const { uri } of created) if (otherFiles.bytesOf(uri) || await host.stat(uri)) throw new HostError(uri, "other", `${pathOf(uri)} exists already`);
    const written = writeSource(source, after);
    if (isWriting) await requireUnchanged(file, bytes, "refactored");
    // What the code is to import comes first.
    const edited = await otherFiles.edit(elsewhere, isWriting ? "write" : "keep");
    for (const { uri, text } of created) {
      const made = new TextEncoder().encode(text);
      if (isWriting) await host.writeFile(uri, made);
      otherFiles.keep(uri, made);
    }
    if (isWriting && after !== source.text) await host.writeFile(file.uri, written);
    otherFiles.keep(file.uri, written);
    print(unifiedDiff(source.text, after, file.path, file.path));
    for (const { uri, before, after: other } of edited) print(unifiedDiff(before, other, pathOf(uri), pathOf(uri)));
    for (const { uri, text } of created) print(unifiedDiff("", text, undefined, pathOf(uri)));
  }

  return {
    async open(file: ChosenFile, maxFileSize: number, optionsFor: Parameters<typeof openInSession>[3], workspace: string): Promise<Opened> {
      // The refactoring of another file may have edited this one since.
      const bytes = otherFiles.bytesOf(file.uri) ?? (await file.read());
      const source = readSource(nameOf(file.uri), bytes, maxFileSize);
      openInSession(session, file.uri, source, optionsFor);
      await loadModules(file.uri, workspace);
      await folderAnswers.load(file.uri);
      // Reading the stores takes long, and nothing else asks for them.
      if (refactoring.name === "promote-to-feature") session.setCatalogue(file.uri, await catalogues.catalogueFor(file.uri, source, workspace));
      const document = session.document(file.uri);
      if (!document) throw new RangeError(`${file.uri} is not open`);
      return { document, source, bytes };
    },
    /** `not-there`: a file of a folder that was named, to which the refactoring has nothing to say. */
    async perform(opened: Opened, file: ChosenFile, target: Target | undefined, workspace: string): Promise<Refused | Change | "not-there"> {
      const { document } = opened;
      const project = await findProject(readAsLeft, file.uri, workspace);
      const selection = selectionIn(document, target?.ranges ?? []);
      const outcome = await project.perform((view) => {
        const whole = { document, selection, project: view };
        return target === undefined && !refactoring.offer(whole) ? "not-there" : refactoring.perform(whole, options);
      });
      if (outcome !== "not-there" && outcome.kind === "change") await make(outcome, opened, file);
      return outcome;
    },
    close: (uri: string): void => { session.close(uri); },
  };
}

/** The file's text as it is to be written. */
function sourceAfter(document: OpenDocument, source: SourceFile, { edits, cells = [] }: Change): string {
  const changed = changedSources(document, edits);
  if (source.kind === "script") return [...changed.values()][0] ?? source.text;
  const texts = new Map([...changed].map(([cell, text]) => [cell.id, text]));
  return patchNotebook(source.text, source.notebook, texts, cells.map((each) => ({
    ...each, cells: each.cells.map(({ kind, text, keeps }) => ({ kind, text, keeps: keeps?.id })),
  })));
}

function summaryText(path: string, { summary, left = [] }: Change, style: Style): string {
  const [first = "", ...rest] = summary;
  return [
    `${style.bold(visible(path))}: ${style.green(visible(first))}`,
    ...rest.map((line) => `  ${visible(line)}`),
    ...left.map((line) => `  ${style.yellow("left to do:")} ${visible(line)}`),
    "",
  ].join("\n");
}

function refusalText(document: OpenDocument, path: string, { reason, at }: Refused, style: Style): string {
  const location = at && document.locate(at);
  const line = location && document.sourceOf(location.cell).positionAt(location.start).line + 1;
  const where = location === undefined ? "" : document.dialect === "notebook" ? ` cell ${String(location.cell.index + 1)}, line ${String(line)}` : `:${String(line)}`;
  return `${style.bold(visible(path))}${where}: ${style.yellow("refused:")} ${visible(reason)}\n`;
}
