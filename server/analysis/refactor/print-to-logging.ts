/**
 * print-to-logging: what a script prints becomes messages of the module's logger.
 *
 *     import pandas as pd                         import logging
 *
 *     def load(path):                             import pandas as pd
 *         df = pd.read_csv(path)
 *         print("rows:", len(df))                 logger = logging.getLogger(__name__)
 *         return df
 *                                                 def load(path):
 *     if __name__ == "__main__":                      df = pd.read_csv(path)
 *         load("a.csv")                               logger.info("rows: %s", len(df))
 *                                                     return df
 *
 *                                                 if __name__ == "__main__":
 *                                                     logging.basicConfig(level=logging.INFO, format="%(message)s")
 *                                                     load("a.csv")
 *
 * The same lines appear, on standard error now. Prints stay that are no messages: parts of a line, data for other programs, those into
 * files. A module that only defines sets up nothing: whoever runs it does.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import { lineBreakOf } from "../facts/edits.ts";
import { blanksBefore, isAlone } from "../facts/indentation.ts";
import { isMainGuard } from "../facts/main-guard.ts";
import { removalOf } from "../facts/statement-removal.ts";
import { allNames, scopesOf } from "../semantic/scopes.ts";
import type { Scope } from "../semantic/scopes.ts";
import type { Call, If, Node, Statement } from "../syntax/nodes.ts";
import { Document } from "../syntax/document.ts";
import { place } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { applyEdits } from "../text/edit.ts";
import { importEdits } from "./import-block.ts";
import { moduleSources } from "./imported-names.ts";
import { layoutOf } from "./layout.ts";
import type { Layout } from "./layout.ts";
import { logMessageOf } from "./log-message.ts";
import type { LogMessage } from "./log-message.ts";
import { laidOutAnew } from "./moved-layout.ts";
import { laidOutEdits } from "./whole-text.ts";
import type { Outcome, Refactoring, Refused, Selected, Target } from "./refactoring.ts";
import { refused } from "./refactoring.ts";
import { isWork } from "./script-work.ts";

export const printToLogging: Refactoring = {
  name: "print-to-logging",
  summary: "Replace prints by messages of the module's logger",
  kind: "refactor.rewrite",
  offer(target) {
    const count = target.document.dialect === "notebook" ? 0 : printsIn(target).length;
    return count === 0 ? undefined : { title: count === 1 ? "Log instead of printing" : `Log instead of printing, ${String(count)} times` };
  },
  perform,
};

/** `print(...)` as a statement of its own. */
interface Print {
  readonly unit: Unit;
  readonly statement: Statement;
  readonly call: Call;
  /** Scopes around it, outermost first; the module's is left out. */
  readonly scopes: readonly Scope[];
}

export const basicConfig = 'logging.basicConfig(level=logging.INFO, format="%(message)s")';

function perform(target: Target): Outcome {
  const { document } = target;
  if (document.dialect === "notebook") return refused("what cells print is shown below them");
  const done = logInstead(document, printsIn(target));
  if (done.kind === "refused") return done;
  return {
    kind: "change", edits: laidOutEdits(document, done.edits, layoutOf(document, target.project)),
    summary: [
      done.sum,
      ...(done.isVisible ? ["The same lines appear as before, on standard error"] : []),
      ...done.kept.map(({ print, reason }) => `The print in line ${String(lineOf(document, place(print.unit, print.call)))} stays: ${reason}`),
    ],
    ...(done.left === undefined ? {} : { left: [done.left] }),
  };
}

/** A script's text, whose prints all become messages. With `note`: what was done, or why nothing. */
export function loggedText(uri: string, text: string, layout: Layout): { readonly text: string; readonly note: string } {
  const document = Document.script(uri, text);
  const done = logInstead(document, printStatements(document.units));
  if (done.kind === "refused") return { text, note: `Prints stay: ${done.reason}` };
  const edits = done.edits.map(({ at, text: made }) => ({ start: at.anchor.offset + at.start, end: at.anchor.offset + at.end, text: made }));
  return { text: laidOutAnew(applyEdits(text, edits), text, layout), note: done.sum };
}

interface Done {
  readonly kind: "done";
  readonly edits: readonly PlaceEdit[];
  readonly sum: string;
  readonly kept: readonly { readonly print: Print; readonly reason: string }[];
  /** The script shows its messages by itself. */
  readonly isVisible: boolean;
  readonly left: string | undefined;
}

function logInstead(document: Pick<OpenDocument, "cells" | "units">, prints: readonly Print[]): Done | Refused {
  if (document.units.some(({ problems }) => problems.length > 0)) return refused("the file has a syntax error");
  const obstacle = obstacleIn(document);
  if (obstacle) return obstacle;
  if (prints.length === 0) return refused("nothing is printed");
  const logger = loggerOf(document, prints);
  if (logger.kind === "refused") return logger;
  const mayBeComplex = document.units.some(({ text }) => /\b(?:complex\w*|cmath|[Dd]ecimal|[Ff]raction\w*|eig\w*|\w*fft|roots|\d+j)\b/u.test(text));
  const replaced: { readonly print: Print; readonly message: LogMessage }[] = [];
  const kept: { readonly print: Print; readonly reason: string }[] = [];
  for (const print of prints) {
    const isHidden = print.scopes.some((scope) => scope.bindings.has(logger.name));
    const message = isHidden ? { kind: "kept", reason: `${logger.name} is something else there` } as const : logMessageOf(print.unit, print.call, mayBeComplex);
    if (message.kind === "kept") kept.push({ print, reason: message.reason });
    else replaced.push({ print, message });
  }
  const [firstKept] = kept;
  if (replaced.length === 0) return refused(firstKept ? `the print stays: ${firstKept.reason}` : "nothing is printed", firstKept && place(firstKept.print.unit, firstKept.print.call));
  const edits: PlaceEdit[] = replaced.map(({ print: { unit, call }, message }) =>
    ({ at: place(unit, call), text: `${logger.name}.${message.level}(${message.arguments.join(", ")})`.replaceAll("\n", lineBreakOf(unit)) }));
  const setUp = setUpFor(document, replaced.map(({ print }) => print));
  const unused = unusedImports(document, replaced.map(({ print }) => print));
  const removed = new Set<Node>(unused.map(({ node }) => node));
  const header = importEdits(document, logger.isNew ? [{ module: "logging", name: undefined, asname: undefined, isOwn: false }] : [], {
    isOwn: () => false, isRemoved: (node) => removed.has(node), before: logger.before,
    definitions: [...(logger.isNew ? [`${logger.name} = logging.getLogger(__name__)`] : []), ...(setUp.kind === "module" ? [basicConfig] : [])],
  });
  if (!header) return refused("there is no place for the logger at the top");
  const counts = (["info", "warning", "error"] as const).map((level) => ({ level, count: replaced.filter(({ message }) => message.level === level).length })).filter(({ count }) => count > 0);
  return {
    kind: "done",
    edits: [...edits, ...unused.flatMap(({ unit, node }) => removalOf(unit, [node], "line", (each) => removed.has(each))?.edit ?? []), ...header, ...(setUp.kind === "guard" ? [setUp.edit] : [])],
    sum: `${replaced.length === 1 ? "1 print became a message" : `${String(replaced.length)} prints became messages`} of ${logger.name}: ${counts.map(({ level, count }) => `${String(count)} ${level}`).join(", ")}`,
    kept,
    isVisible: setUp.kind === "module" || setUp.kind === "guard",
    left: setUp.kind === "left" ? setUp.text : undefined,
  };
}

function lineOf(document: OpenDocument, at: Place): number {
  const { cell, start } = document.locate(at);
  return document.sourceOf(cell).positionAt(start).line + 1;
}

// ---- prints ------------------------------------------------------------------------------------------------

function printsIn({ document, selection }: Selected): readonly Print[] {
  return printStatements(document.units).filter(({ unit, statement }) => {
    const { cell, start, end } = document.locate(place(unit, statement));
    return selection.some((part) => part.cell === cell && part.start <= end && start <= part.end);
  });
}

function printStatements(units: readonly Unit[]): readonly Print[] {
  const found: Print[] = [];
  for (const unit of units) {
    if (!unit.text.includes("print")) continue;
    const scopes = scopesOf(unit);
    const visit = (nodes: readonly Node[], path: readonly Scope[]): void => {
      walk(nodes, (node) => {
        const scope = node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" ? scopes.scopeOf(node) : undefined;
        if (scope && "body" in node) {
          visit(node.body as readonly Node[], [...path, scope]);
          return "skip";
        }
        const call = node.kind === "Expr" ? node.value : undefined;
        if (node.kind === "Expr" && call?.kind === "Call" && call.func.kind === "Name" && call.func.id === "print") found.push({ unit, statement: node, call, scopes: path });
        return undefined;
      });
    };
    visit(unit.body, []);
  }
  return found;
}

/** What makes the difference between printing and logging felt. */
function obstacleIn({ units }: Pick<OpenDocument, "units">): Refused | undefined {
  for (const unit of units) {
    const { module } = scopesOf(unit);
    const binds = (scope: Scope): boolean => scope.bindings.has("print") || scope.children.some(binds);
    if (binds(module)) return refused("print is something else here");
    const caught = /\b(?:redirect_stdout|capsys|capfd|sys\.stdout\s*=|StringIO\(\)\s*as\s+\w*out)\b/u.exec(unit.text)?.[0];
    if (caught !== undefined) return refused(`what is printed is caught here: ${caught}`);
    const parallel = /\b(?:multiprocessing|ProcessPoolExecutor|joblib\.Parallel|Parallel\(|ray\.remote|dask\.|pyspark)\b/u.exec(unit.text)?.[0];
    if (parallel !== undefined && /\bdef\b|\bimport\b|=/u.test(unit.text)) return refused(`work may run in other processes, where no logging is set up: ${parallel.replace("(", "")}`);
    if (/^\s*>>> /mu.test(unit.text)) return refused("a doctest compares what is printed");
  }
  return undefined;
}

// ---- the logger --------------------------------------------------------------------------------------------

interface Logger {
  readonly kind: "logger";
  readonly name: string;
  readonly isNew: boolean;
  /** The first print that runs when the module does. */
  readonly before: Place | undefined;
}

function loggerOf(document: Pick<OpenDocument, "units">, prints: readonly Print[]): Logger | Refused {
  const sources = moduleSources(document.units);
  if ((sources.get("logging") ?? "logging") !== "logging") return refused("logging is something else here");
  const first = prints.find(({ scopes }) => scopes.length === 0);
  const before = first && place(first.unit, first.call);
  const existing = existingLogger(document);
  if (existing && (!first || document.units.indexOf(existing.unit) < document.units.indexOf(first.unit))) return { kind: "logger", name: existing.name, isNew: false, before };
  const used = new Set(document.units.flatMap((unit) => [...allNames(scopesOf(unit).module)]));
  const name = ["logger", "log", "_logger"].find((each) => !used.has(each));
  return name === undefined ? refused("logger means something else here") : { kind: "logger", name, isNew: true, before };
}

function existingLogger({ units }: Pick<OpenDocument, "units">): { readonly name: string; readonly unit: Unit } | undefined {
  for (const unit of units) {
    for (const node of unit.body) {
      const target = node.kind === "Assign" && node.targets.length === 1 ? node.targets[0] : undefined;
      if (node.kind !== "Assign" || target?.kind !== "Name" || node.value.kind !== "Call") continue;
      const called = unit.text.slice(node.value.func.start, node.value.func.end);
      const bindings = units.reduce((count, each) => count + (scopesOf(each).module.bindings.get(target.id)?.length ?? 0), 0);
      if (/^(?:logging\.)?getLogger$/u.test(called) && bindings === 1) return { name: target.id, unit };
    }
  }
  return undefined;
}

// ---- setting up --------------------------------------------------------------------------------------------

type SetUp =
  | { readonly kind: "guard"; readonly edit: PlaceEdit }
  | { readonly kind: "module" }
  | { readonly kind: "left"; readonly text: string }
  | { readonly kind: "none" };

/** Where the script says that messages are to be seen. */
function setUpFor(document: Pick<OpenDocument, "units">, prints: readonly Print[]): SetUp {
  const { units } = document;
  const configured = units.map(({ text }) => /\blogging\.(?:basicConfig\([^)]*\)|config\.\w+)|\baddHandler\(/u.exec(text)?.[0]).find((found) => found !== undefined);
  if (configured !== undefined) {
    return /level\s*=\s*(?:logging\.)?(?:INFO|DEBUG|NOTSET)\b/u.test(configured) ? { kind: "none" } : { kind: "left", text: "logging is set up here already: see that messages of the level INFO are shown" };
  }
  const guard = units.flatMap((unit) => unit.body.flatMap((node) => (node.kind === "If" && isMainGuard(node) ? [{ unit, node }] : []))).at(0);
  const isAtTop = prints.some(({ scopes, unit, call }) => scopes.length === 0 && !(guard?.unit === unit && guard.node.start <= call.start && call.end <= guard.node.end));
  if (guard && !isAtTop) return { kind: "guard", edit: inGuard(guard.unit, guard.node) };
  if (isAtTop || units.some(({ body }) => body.some(isWork))) return { kind: "module" };
  return { kind: "left", text: `whoever runs this sees its messages after ${basicConfig}` };
}

function inGuard(unit: Unit, { body, test }: If): PlaceEdit {
  const [first] = body;
  if (!first) throw new RangeError("a block has statements");
  const lineBreak = lineBreakOf(unit);
  const indent = blanksBefore(unit.text, first.start);
  if (isAlone(unit, first) && indent !== "") return { at: { anchor: unit.anchor, start: first.start, end: first.start }, text: basicConfig + lineBreak + indent };
  // `if __name__ == "__main__": main()`
  const colon = unit.text.indexOf(":", test.end) + 1;
  return { at: { anchor: unit.anchor, start: colon, end: first.start }, text: `${lineBreak}    ${basicConfig}${lineBreak}    ` };
}

/** `import sys` that was there for `file=sys.stderr` only. */
function unusedImports({ units }: Pick<OpenDocument, "units">, prints: readonly Print[]): readonly { readonly unit: Unit; readonly node: Statement }[] {
  const gone = prints.flatMap(({ unit, call }) => call.keywords.filter(({ arg }) => arg?.name === "file").map(({ start, end }) => ({ unit, start, end })));
  if (gone.length === 0) return [];
  let left = 0;
  for (const unit of units) {
    walk(unit.body, (node) => {
      if (node.kind === "Name" && (node.id === "sys" || node.id === "stderr") && !gone.some((each) => each.unit === unit && each.start <= node.start && node.end <= each.end)) left++;
      return undefined;
    });
  }
  if (left > 0) return [];
  return units.flatMap((unit) => unit.body.flatMap((node) => {
    const isSys = (node.kind === "Import" && node.names[0]?.name.name === "sys") || (node.kind === "ImportFrom" && node.module?.name === "sys" && node.names[0]?.name.name === "stderr");
    return isSys && node.names.length === 1 && !node.names[0]?.asname && isAlone(unit, node) ? [{ unit, node }] : [];
  }));
}
