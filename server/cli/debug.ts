/**
 * `seaworthy debug values FILE...`: what the analysis knows, line by line, for people who work on it, for tests and for benchmarks.
 *
 *     train.py
 *          3  frame = pandas.DataFrame
 *             call pandas.read_csv
 *
 * A file that cannot be read is named on standard error, the others are shown all the same, and the status is 2.
 */
import { createFolderAnswers } from "../workspace/folder-answers.ts";
import { createSession } from "../analysis/engine/session.ts";
import { didYouMean } from "../analysis/text/did-you-mean.ts";
import { failureText } from "../workspace/failure.ts";
import { openInSession, readSource } from "../workspace/open-document.ts";
import { nameOf } from "../analysis/text/uri.ts";
import { ArgumentError } from "./arguments.ts";
import type { CommandSpec, ParsedArguments } from "./arguments.ts";
import { inspect } from "./debug-values.ts";
import type { CallLine, Inspection, NameLine } from "./debug-values.ts";
import { createModules } from "./modules.ts";
import { fileErrorText } from "./report.ts";
import { readAhead, selectFiles, selectionOptions } from "./selection.ts";
import { visible } from "./style.ts";
import type { Style } from "./style.ts";
import { errorLine } from "./terminal.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";

export const debugCommand: CommandSpec = {
  name: "debug",
  operands: "values FILE...",
  summary: "Show what the analysis knows: the value of every name, the targets of every call",
  details:
    "Lines and columns count from 1, cells of a notebook from 0; a call without a target is one that is not known.\n" +
    "- is standard input. Exit status: 0, or 2 when a file could not be read.",
  options: [
    { name: "format", value: "FORMAT", choices: ["text", "json"], description: "How it is printed" },
    ...selectionOptions.filter(({ name }) => name === "no-config" || name === "stdin-filename"),
  ],
  examples: [
    { line: "seaworthy debug values train.py", does: "names and calls of a script, by line" },
    { line: "cat nb.ipynb | seaworthy debug values - --stdin-filename nb.ipynb --format json", does: "for other programs" },
  ],
};

const views = ["values"];

export async function runDebug(terminal: Terminal, args: ParsedArguments, style: Style): Promise<ExitStatus> {
  const [view, ...paths] = args.operands;
  if (view === undefined) throw new ArgumentError("what is to be shown? usage: seaworthy debug values FILE...");
  if (!views.includes(view)) throw new ArgumentError(`seaworthy debug shows ${views.join(", ")}, not "${view}"${didYouMean(view, views)}`);
  if (paths.length === 0) throw new ArgumentError("which file? usage: seaworthy debug values FILE...");
  const selection = await selectFiles(terminal, { ...args, operands: paths }, style, () => undefined);
  const session = createSession({ rules: [] });
  const loadModules = createModules(terminal, session);
  const diskAnswers = createFolderAnswers(terminal.host, session);
  const shown: { readonly path: string; readonly inspection: Inspection }[] = [];
  const errors = [...selection.errors];
  const ahead = readAhead(selection.files, 4);
  for (const [index, { uri, path }] of selection.files.entries()) {
    if (terminal.interrupted()) break;
    try {
      const { settings, workspace, optionsFor } = await selection.settingsFor(uri);
      openInSession(session, uri, readSource(nameOf(uri), await ahead(index), settings.maxFileSize), optionsFor);
      await loadModules(uri, workspace);
      await diskAnswers.load(uri);
      const document = session.document(uri);
      if (document) shown.push({ path, inspection: inspect(document) });
    } catch (error) {
      const failure = { path, message: failureText(error) };
      errors.push(failure);
      terminal.err(errorLine(style, fileErrorText(failure)));
    } finally {
      session.close(uri);
    }
    await terminal.turn();
  }
  if (args.value("format") === "json") {
    const all = <T>(list: (inspection: Inspection) => readonly T[]): readonly T[] => shown.flatMap(({ path, inspection }) => list(inspection).map((each) => ({ path, ...each })));
    terminal.out(`${JSON.stringify({ calls: all(({ calls }) => calls), names: all(({ names }) => names), errors })}\n`);
  } else {
    for (const { path, inspection } of shown) terminal.out(`${style.bold(style.underline(visible(path)))}\n${inspectionText(inspection, style)}\n`);
  }
  return errors.length > 0 || selection.hadBadSettings() ? 2 : 0;
}

function inspectionText({ calls, names }: Inspection, style: Style): string {
  const lines = [...names.map((name) => ({ at: name, text: nameText(name, style) })), ...calls.map((call) => ({ at: call, text: callText(call, style) }))];
  lines.sort((a, b) => (a.at.cell ?? 0) - (b.at.cell ?? 0) || a.at.line - b.at.line);
  const width = Math.max(0, ...lines.map(({ at }) => labelOf(at).length));
  let before = "";
  return lines.map(({ at, text }) => {
    const label = labelOf(at);
    const shown = label === before ? "" : label;
    before = label;
    return `  ${style.dim(shown.padStart(width))}  ${text}\n`;
  }).join("");
}

function labelOf({ cell, line }: { readonly cell: number | null; readonly line: number }): string {
  return cell === null ? String(line) : `cell ${cell}:${line}`;
}

function nameText({ name, value }: NameLine, style: Style): string {
  return `${name} ${style.dim("=")} ${visible(value)}`;
}

function callText({ targets, of = "unknown" }: CallLine, style: Style): string {
  if (targets.length > 0) return `${style.dim("call")} ${style.cyan(targets.map(visible).join(" | "))}`;
  return style.dim(of === "unknown" ? "call unknown" : `call unknown, of ${visible(of)}`);
}
