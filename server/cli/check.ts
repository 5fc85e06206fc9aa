/**
 * `seaworthy check`: opens file after file in a session, hands the findings to a reporter, and counts.
 *
 * A file that cannot be read is named on standard error and in the report, and never stops the others. The status is 2
 * when a path that the user gave does not exist or cannot be read, when a settings file has mistakes, or when not one file could be checked.
 */
import { createSession } from "../analysis/engine/session.ts";
import type { DocumentReport, OpenDocument } from "../analysis/engine/session-contract.ts";
import type { Severity } from "../analysis/engine/finding.ts";
import { place } from "../analysis/syntax/unit.ts";
import { createFolderAnswers } from "../workspace/folder-answers.ts";
import { failureText, internalErrorText } from "../workspace/failure.ts";
import { openInSession, readSource } from "../workspace/open-document.ts";
import { nameOf } from "../analysis/text/uri.ts";
import { ArgumentError } from "./arguments.ts";
import type { CommandSpec, ParsedArguments } from "./arguments.ts";
import { createCatalogues } from "./catalogues.ts";
import { listedFindings } from "./listed-files.ts";
import { locateFinding } from "./located-finding.ts";
import type { LocatedFinding } from "./located-finding.ts";
import { createModules, keptModules } from "./modules.ts";
import { createOtherTrainings } from "./other-trainings.ts";
import { createProgress } from "./progress.ts";
import { githubReporter } from "./report-github.ts";
import { jsonReporter } from "./report-json.ts";
import { fixKind, statisticsReporter, textReporter } from "./report-text.ts";
import { fileErrorText, isAtLeast, severityOrder } from "./report.ts";
import type { FileError, Reporter } from "./report.ts";
import { failOn, readAhead, selectFiles, selectionOptions } from "./selection.ts";
import type { ChosenFile } from "./selection.ts";
import type { Style } from "./style.ts";
import { errorLine } from "./terminal.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";

export const checkCommand: CommandSpec = {
  name: "check",
  operands: "[PATH...]",
  summary: "Check Python files and notebooks",
  details:
    "Checks files, and folders with all that git does not ignore; without a path, the current folder. - is standard input.\n" +
    "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 could not run.",
  options: [
    { name: "format", value: "FORMAT", choices: ["text", "json", "github"], description: "How findings are printed" },
    ...selectionOptions,
    { name: "fail-on", value: "SEVERITY", choices: severityOrder, description: "Least severity that makes the exit status 1; warning by default" },
    { name: "exit-zero", description: "Exit with 0 also when there are findings" },
    { name: "statistics", description: "Print how often each rule spoke instead of the findings" },
    { name: "changed", value: "REV", description: "", planned: true },
    { name: "baseline", value: "FILE", description: "", planned: true },
    { name: "shard", value: "I/N", description: "", planned: true },
  ],
  examples: [
    { line: "seaworthy check", does: "everything below the current folder" },
    { line: "seaworthy check train.py --select data-access", does: "one file, one topic" },
    { line: "seaworthy check --format json > findings.json", does: "for other programs" },
    { line: "cat nb.ipynb | seaworthy check - --stdin-filename nb.ipynb", does: "what an editor holds" },
  ],
};

export async function runCheck(terminal: Terminal, args: ParsedArguments, style: Style): Promise<ExitStatus> {
  const started = terminal.host.now();
  const progress = createProgress(terminal, style, "Checking");
  const reporter = reporterFor(terminal, args, style, () => { progress.clear(); });
  const selection = await selectFiles(terminal, args, style, () => { progress.clear(); });
  const limit = failOn(args);
  const session = createSession({ rules: terminal.rules, keepModules: keptModules });
  const catalogues = createCatalogues(terminal, selection.settingsFor);
  const loadModules = createModules(terminal, session);
  const folderAnswers = createFolderAnswers(terminal.host, session);
  const otherTrainings = createOtherTrainings({ terminal, session, selection, catalogues, loadModules });
  const errors: FileError[] = [...selection.errors];
  const counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  const totals = { files: 0, broken: 0, cells: 0, lines: 0, filesWithFindings: 0, safeFixes: 0, reviewFixes: 0 };
  const fail = (error: FileError): void => {
    errors.push(error);
    progress.clear();
    terminal.err(errorLine(style, fileErrorText(error)));
  };

  const tally = (findings: readonly LocatedFinding[]): void => {
    if (findings.length > 0) totals.filesWithFindings += 1;
    for (const located of findings) {
      counts[located.finding.level] += 1;
      const kind = fixKind(located);
      if (kind === "safe") totals.safeFixes += 1;
      else if (kind === "review") totals.reviewFixes += 1;
    }
  };

  const checkFile = async (file: ChosenFile, bytes: Uint8Array): Promise<void> => {
    const { settings, root, workspace, optionsFor } = await selection.settingsFor(file.uri);
    const source = readSource(nameOf(file.uri), bytes, settings.maxFileSize);
    openInSession(session, file.uri, source, optionsFor);
    try {
      session.setCatalogue(file.uri, await catalogues.catalogueFor(file.uri, source, root));
      await loadModules(file.uri, workspace);
      await folderAnswers.load(file.uri);
      await otherTrainings.load(file.uri);
      const document = session.document(file.uri);
      const report = session.report(file.uri);
      if (!document || !report) return;
      const broken = syntaxError(document, report);
      if (broken) {
        totals.broken += 1;
        fail({ path: file.path, ...broken });
      }
      const findings = report.findings.map((finding) => locateFinding(session, finding, selection.pathOf));
      totals.files += 1;
      totals.cells += document.dialect === "notebook" ? document.cells.filter((cell) => cell.kind === "code").length : 0;
      totals.lines += linesOf(document);
      tally(findings);
      // After the fixes were looked at, which may fail too.
      for (const { rule, error } of report.failures) {
        fail({ path: file.path, message: `the rule ${rule} failed: ${internalErrorText(error)}` });
      }
      reporter.file({ path: file.path, findings });
    } finally {
      session.close(file.uri);
    }
  };

  // The next files are read while one is checked.
  const ahead = readAhead(selection.files, 4);
  for (const [index, file] of selection.files.entries()) {
    if (terminal.interrupted()) break;
    progress.step(index, selection.files.length, file.path);
    try {
      await checkFile(file, await ahead(index));
    } catch (error) {
      fail({ path: file.path, message: failureText(error) });
    }
    await terminal.turn();
  }
  if (!terminal.interrupted()) {
    for (const { path, findings } of await listedFindings(terminal, args, selection, catalogues)) {
      tally(findings);
      reporter.file({ path, findings });
    }
  }
  for (const { uri, ...problem } of catalogues.problems()) {
    const path = selection.pathOf(uri);
    // A definition that was checked itself has been told already.
    if (!errors.some((error) => error.path === path)) fail({ path, ...problem });
  }

  progress.clear();
  reporter.finish({ ...totals, counts, errors, milliseconds: terminal.host.now() - started });
  const nothingDone = selection.files.length > 0 && totals.files === 0;
  if (selection.failed || selection.hadBadSettings() || nothingDone) return 2;
  const found = totals.broken > 0 || severityOrder.some((severity) => counts[severity] > 0 && isAtLeast(severity, limit));
  return found && !args.has("exit-zero") ? 1 : 0;
}

function reporterFor(terminal: Terminal, args: ParsedArguments, style: Style, beforeOutput: () => void): Reporter {
  const out = (text: string): void => {
    beforeOutput();
    terminal.out(text);
  };
  const format = args.value("format") ?? "text";
  if (args.has("statistics")) {
    if (format !== "text") throw new ArgumentError("--statistics goes with --format text");
    return statisticsReporter(out, style);
  }
  if (format === "json") return jsonReporter(out);
  if (format === "github") return githubReporter(out);
  return textReporter(out, style, Math.max(40, Math.min(terminal.stdout.columns ?? 100, 140)));
}

/**
 * The first syntax error. Editors show those of scripts by themselves, so no rule does; a terminal has
 * nobody else to say why part of a file was not checked. Cells of notebooks have a rule.
 */
function syntaxError(document: OpenDocument, report: DocumentReport): Omit<FileError, "path"> | undefined {
  if (document.dialect !== "script" || report.findings.some(({ rule }) => rule === "cell-syntax")) return undefined;
  const unit = document.units.find(({ problems }) => problems.length > 0);
  const problem = unit?.problems[0];
  if (!unit || !problem) return undefined;
  const { cell, start } = document.locate(place(unit, problem));
  const { line, column } = document.sourceOf(cell).positionAt(start, "code-point");
  return { message: problem.message, at: { line: line + 1, column: column + 1 } };
}

/** Lines of Python: of the file for a script, of the code cells for a notebook. */
function linesOf(document: OpenDocument): number {
  if (document.dialect !== "notebook") {
    const first = document.cells[0];
    return first ? lineCount(document.sourceOf(first).text) : 0;
  }
  return document.cells.filter((cell) => cell.kind === "code").reduce((sum, cell) => sum + lineCount(document.sourceOf(cell).text), 0);
}

function lineCount(text: string): number {
  if (text === "") return 0;
  return (text.match(/\n/g)?.length ?? 0) + (text.endsWith("\n") ? 0 : 1);
}
