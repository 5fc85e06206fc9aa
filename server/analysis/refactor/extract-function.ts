/**
 * extract-function: statements become a function, and a call of it stands where they stood.
 *
 *     df = pd.read_csv(path)              def compute_total(df: pd.DataFrame, rate: float):
 *     price = df["price"] * rate   |          price = df["price"] * rate
 *     total = price.sum()          |          total = price.sum()
 *     print(total)                            return total
 *
 *                                         df = pd.read_csv(path)
 *                                         total = compute_total(df, rate)
 *                                         print(total)
 *
 * Of a selection at the module level, imports and definitions stay where they are, and so does an expression that a cell shows.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import type { AsyncFunctionDef, FunctionDef } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { blanksBefore } from "../facts/indentation.ts";
import { narrowed } from "./cell-runs.ts";
import type { Narrowed } from "./cell-runs.ts";
import { freshName, isFree, isKeyword, proposedName } from "./function-name.ts";
import { layoutOf } from "./layout.ts";
import type { Layout } from "./layout.ts";
import { indentedLaidOutAnew } from "./moved-layout.ts";
import { liveNamesOf } from "./live-names.ts";
import type { LiveNames } from "./live-names.ts";
import { afterBreak, enclosed, haveOwnLines, linesOfParts, linesRange, lineStart } from "./moved-lines.ts";
import type { MovedLine } from "./moved-lines.ts";
import { insertion, kindOf, positionOf, stayingBehind } from "./new-function.ts";
import type { Kind } from "./new-function.ts";
import { cellChangesOf, placeholderOf } from "./result-text.ts";
import type { Change, Outcome, Refactoring, RefactoringOptions, Refused, Selected, Target } from "./refactoring.ts";
import { refused } from "./refactoring.ts";
import { holderOf, isInClassBody, runOf, scopeOfHolder, startOf, statementsOf } from "./statement-run.ts";
import type { Holder, RunPart, StatementRun } from "./statement-run.ts";
import { summaryOf } from "./summary.ts";
import { hintsOf } from "./type-hints.ts";
import type { Hints } from "./type-hints.ts";
import { isLastOfHolder, waysOutOf } from "./ways-out.ts";
import type { WaysOut } from "./ways-out.ts";
import { callText, functionText } from "./write-function.ts";
import type { CallDraft, FunctionDraft } from "./write-function.ts";

export const extractFunction: Refactoring = {
  name: "extract-function",
  summary: "Make a function of the selected statements",
  kind: "refactor.extract",
  offer,
  perform,
};

function offer({ document, selection }: Selected): { readonly title: string } | undefined {
  const run = runOf(document, selection);
  if (!run || isInClassBody(run)) return undefined;
  const count = statementsOf(run).length;
  return { title: count === 1 ? "Extract 1 statement into a function" : `Extract ${count} statements into a function` };
}

function perform(target: Target, options: RefactoringOptions): Outcome {
  const run = runOf(target.document, target.selection);
  return run ? extract(run, target, options) : refused("nothing is selected that could become a function");
}

/** The whole change for a run of statements. */
export function extract(selected: StatementRun, target: Pick<Target, "project">, options: RefactoringOptions): Change | Refused {
  if (selected.document.units.some((unit) => unit.problems.length > 0 && selected.parts.some((part) => part.unit === unit))) return refused("the selection has a syntax error");
  if (isInClassBody(selected)) return refused("the selection holds statements of a class itself");
  const run = narrowed(selected);
  if (run.kind === "refused") return run;
  const draft = draftOf(run.run, target, options, run);
  return draft.kind === "refused" ? draft : changeOf(draft);
}

export interface Draft {
  readonly kind: "draft";
  readonly run: StatementRun;
  readonly layout: Layout;
  readonly names: LiveNames;
  readonly what: Kind;
  readonly function: FunctionDraft;
  readonly call: CallDraft;
}

/** The function and the call that a run makes, before anything is edited. */
export function draftOf(
  run: StatementRun, { project }: Pick<Target, "project">, options: RefactoringOptions, { shown, isValue }: Pick<Narrowed, "shown" | "isValue"> = everything,
): Draft | Refused {
  const { document } = run;
  if (!run.parts.every(haveOwnLines)) return refused("a line of the selection holds other code as well");
  const holder = holderOf(run);
  const what = kindOf(run, holder);
  if (what.kind === "refused") return what;
  const names = liveNamesOf(run);
  if (names.kind === "refused") return names;
  const ways = waysOutOf(run);
  const form = formOf(run, holder, ways, names);
  if (typeof form !== "string") return form;
  const results = names.results.map(({ name }) => name);
  const parameters = names.parameters.filter(({ name }) => what.kind === "function" || name !== what.receiver);
  const name = nameOf(run, options, results, parameters.map((each) => each.name));
  if (typeof name !== "string") return name;
  const hints = hintsOf(document, positionOf(run, what).at);
  return {
    kind: "draft", run, names, what,
    layout: layoutOf(document, project),
    function: {
      name,
      parameters: [
        ...(what.kind === "method" ? [{ name: what.receiver }] : []),
        ...parameters.map((each) => ({ name: each.name, hint: parameterHint(run, holder, hints, each.name) ?? hints.ofPlace(each.read) })),
      ],
      returns: isValue ? shownHint(run, hints) : returnHint(run, holder, names, ways, form, hints),
      isAsync: ways.awaits,
      decorators: what.kind === "method" ? what.decorators : [],
      prelude: names.globals.length > 0 ? [`global ${names.globals.join(", ")}`] : [],
      body: linesOfParts(run.parts, (part, lines) => {
        if (isValue) return enclosed(part, lines, "return ", "");
        if (part.statements[0] === undefined || !shown.has(part.statements[0])) return withoutSemicolon(lines);
        return isBareTuple(part) ? enclosed(part, lines, "display((", "))") : enclosed(part, lines, "display(", ")");
      }, (node) => (node.kind === "Name" && names.unread.includes(node.id) ? freshName(document, `_${node.id}`) : undefined)),
      results,
    },
    call: { callee: what.kind === "method" ? `${what.receiver}.${name}` : name, arguments: parameters.map((each) => each.name), results, form },
  };
}

/** `a, b` without parentheses. */
function isBareTuple({ unit: { text }, statements: [node] }: RunPart): boolean {
  return node?.kind === "Expr" && node.value.kind === "Tuple" && !(text[node.value.start] === "(" && text[node.value.end - 1] === ")");
}

const everything: Pick<Narrowed, "shown" | "isValue"> = { shown: new Set(), isValue: false };

/** At the end of a cell it keeps the value from being shown. */
function withoutSemicolon(lines: readonly MovedLine[]): readonly MovedLine[] {
  return lines.map((line, index) => (index === lines.length - 1 ? { ...line, text: line.text.replace(/;[ \t]*$/u, "") } : line));
}

/** How the call stands for the statements; refused where control leaves them in several ways. */
function formOf(run: StatementRun, holder: Holder, ways: WaysOut, names: LiveNames): CallDraft["form"] | Refused {
  if (ways.leavesLoop) return refused("the selection breaks out of, or continues, a loop around it");
  const isAsync = holder?.kind === "AsyncFunctionDef";
  if (ways.yields && (isAsync || ways.awaits || !holder)) return refused("the selection yields from an asynchronous function");
  const returns = ways.returns === "always" || (ways.returns === "sometimes" && isLastOfHolder(run));
  const where = holder ? `${holder.name.name}()` : "the function";
  if (ways.returns === "sometimes" && !returns) return refused(`the selection returns from ${where} on some ways and goes on on others`);
  if (returns && names.results.length > 0) return refused(`${names.results[0]?.name ?? ""} is read elsewhere, and the selection returns from ${where}`);
  if (ways.yields) return returns ? "return yield from" : "yield from";
  if (ways.awaits) return returns ? "return await" : "await";
  return returns ? "return" : "plain";
}

function nameOf({ document, ...run }: StatementRun, { name }: RefactoringOptions, results: readonly string[], parameters: readonly string[]): string | Refused {
  if (name === undefined) return freshName(document, proposedName(statementsOf({ document, ...run }), results, parameters));
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || isKeyword(name)) return refused(`${name} is no name for a function`);
  return isFree(document, name) ? name : refused(`${name} is used in this file already`);
}

// ---- annotations -------------------------------------------------------------------------------------------

/** As the function around annotates its parameter, which nobody has assigned since. */
function parameterHint({ parts }: StatementRun, holder: Holder, hints: Hints, name: string): string | undefined {
  const unit = parts[0]?.unit;
  if (!holder || !unit || isAssignedIn(holder, unit, name)) return undefined;
  const { posonlyargs, args, kwonlyargs } = holder.args;
  return hints.ofAnnotation(unit, [...posonlyargs, ...args, ...kwonlyargs].find(({ arg }) => arg.name === name)?.annotation);
}

/** More than once: as a parameter, and in the body. */
function isAssignedIn(holder: FunctionDef | AsyncFunctionDef, unit: Unit, name: string): boolean {
  return (scopeOfHolder(unit, holder).bindings.get(name)?.length ?? 0) !== 1;
}

function returnHint({ parts }: StatementRun, holder: Holder, { results }: LiveNames, ways: WaysOut, form: CallDraft["form"], hints: Hints): string | undefined {
  const unit = parts[0]?.unit;
  if (ways.yields) return undefined;
  if (form.startsWith("return")) return holder && unit ? hints.ofAnnotation(unit, holder.returns) : undefined;
  if (results.length === 0) return "None";
  const each = results.map(({ name, read }) => valueHint(parts, name, hints) ?? hints.ofPlace(read));
  if (each.some((hint) => hint === undefined)) return undefined;
  return each.length === 1 ? each[0] : `tuple[${each.join(", ")}]`;
}

/** Of what a cell shows and the function returns. */
function shownHint({ parts: [part] }: StatementRun, hints: Hints): string | undefined {
  const node = part?.statements[0];
  return part && node?.kind === "Expr" ? hints.ofPlace(place(part.unit, node.value)) : undefined;
}

/** The value of the one assignment that the run makes to a name. */
function valueHint(parts: readonly RunPart[], name: string, hints: Hints): string | undefined {
  const values: (string | undefined)[] = [];
  for (const { unit, statements } of parts) {
    walk(statements, (node) => {
      if (node.kind === "Name" && node.id === name && node.ctx !== "load") values.push(undefined);
      if (node.kind !== "Assign" || node.targets.length !== 1 || node.targets[0]?.kind !== "Name" || node.targets[0].id !== name) return undefined;
      values.push(hints.ofPlace(place(unit, node.value)));
      return "skip";
    });
  }
  return values.length === 1 ? values[0] : undefined;
}

// ---- edits -------------------------------------------------------------------------------------------------

/** All parts but the last are taken away; the call stands where the last one was. */
export function changeOf(draft: Draft): Change {
  const { run, layout, what, function: made } = draft;
  const position = positionOf(run, what);
  const text = definitionText(run, made, layout, position.indent);
  // Of several cells, the last one holds the call; the function stands above it there.
  const isAcrossCells = run.document.dialect !== "script" && run.parts[0]?.unit.anchor.cell !== run.parts.at(-1)?.unit.anchor.cell;
  const edits = [...(isAcrossCells ? [] : [insertion(position, text, layout.lineBreak)]), ...callEdits(draft, isAcrossCells ? text : undefined, position.unit)];
  const cells = cellChangesOf(run.document, edits);
  const changed: Change = { kind: "change", edits: cells.edits, ...(cells.changes.length > 0 ? { cells: cells.changes } : {}), summary: summaryOf(draft) };
  return { ...changed, placeholder: placeholderOf(run.document, changed, made.name) };
}

/** The function's text; its statements are laid out for where they are now. */
export function definitionText({ document }: StatementRun, made: FunctionDraft, layout: Layout, indent: string): string {
  const text = functionText(made, layout, indent);
  return indentedLaidOutAnew(text, indent, document.units.map((unit) => unit.text).join(""), layout);
}

/** The call takes the place of the last part. `definition`: of a function that is to stand right above it; `definedIn`: or the unit above which it stands. */
export function callEdits({ run, layout, call }: Pick<Draft, "run" | "layout" | "call">, definition?: string, definedIn?: Unit): readonly PlaceEdit[] {
  const takesBlanks = stayingBehind(run) !== undefined;
  return run.parts.map((part, index) => {
    const { unit, statements } = part;
    const range = linesRange(part);
    const isLast = index === run.parts.length - 1;
    const indent = statements[0] ? blanksBefore(unit.text, startOf(statements[0])) : "";
    const called = isLast ? indent + callText(call, layout, indent) : "";
    // What stands above the first part stays; comments and blank lines between the parts have moved.
    const start = index > 0 ? startBehindMarker(unit) : takesBlanks && unit !== definedIn && unit.text.slice(0, range.start).trim() === "" ? 0 : range.start;
    const end = isLast ? range.end : afterBreak(unit.text, range.end);
    const gap = index === 0 ? (isLast && isBelowImport(part) ? layout.lineBreak : "") : !isLast ? "" : gapBefore(run, part, layout, definition !== undefined);
    const above = isLast && definition !== undefined ? definition + layout.lineBreak.repeat(3) : "";
    return { at: { anchor: unit.anchor, start, end }, text: gap + above + called };
  });
}

/** Blank lines between what stays above the last part, and the call. */
function gapBefore({ document, parts }: StatementRun, part: RunPart, { lineBreak }: Layout, isForFunction: boolean): string {
  const moved = new Set(parts.map(({ unit }) => unit));
  const units = document.units.filter(({ anchor }) => anchor.cell === part.unit.anchor.cell);
  const staying = units.slice(0, units.indexOf(part.unit)).findLast((unit) => unit.body.length > 0 && !(moved.has(unit) && unit !== parts[0]?.unit));
  const first = parts[0]?.unit;
  if (!staying && isForFunction && document.dialect !== "notebook" && startBehindMarker(part.unit) > 0) return lineBreak.repeat(2);
  if (!staying || staying === first) return "";
  const isDefinition = staying.body.some(({ kind }) => kind === "FunctionDef" || kind === "AsyncFunctionDef" || kind === "ClassDef");
  return lineBreak.repeat(isDefinition || isForFunction ? 2 : 1);
}

/** The first statement that goes is an import, right below one that stays: the formatter wants the call apart. */
function isBelowImport({ unit, statements: [first] }: RunPart): boolean {
  if (first?.kind !== "Import" && first?.kind !== "ImportFrom") return false;
  return /(?:^|\n)[ \t]*(?:import|from)\b[^\n]*\n$/u.test(unit.text.slice(0, lineStart(unit.text, first.start)));
}

/** A cell's own line at the top of a unit stays. */
function startBehindMarker({ text }: Unit): number {
  const marker = /^(?:[ \t]*\r?\n)*(?:#\s*%%|# In\[|# COMMAND -)[^\n]*(?:\n|$)/u.exec(text);
  return marker ? marker[0].length : 0;
}
