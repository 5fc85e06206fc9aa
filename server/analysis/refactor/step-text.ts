/**
 * The text of a script that was taken apart: what stays, the steps, the arguments, `main()` and its guard.
 *
 * Comments stay with their code: those above a statement go where it goes, a heading opens its function.
 */
import type { OpenDocument } from "../engine/session-contract.ts";
import { Document } from "../syntax/document.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { applyEdits } from "../text/edit.ts";
import { importEdits } from "./import-block.ts";
import type { Layout } from "./layout.ts";
import { indentedText, linesRange, movedLines } from "./moved-lines.ts";
import type { MovedLine } from "./moved-lines.ts";
import type { ScriptSetting } from "./script-settings.ts";
import { laidOutAnew } from "./moved-layout.ts";
import type { StepFunction } from "./step-functions.ts";
import { unreadNames } from "./unread-names.ts";
import { spaced } from "./top-level-spacing.ts";
import { callText, functionText } from "./write-function.ts";

export interface TakenApart {
  readonly document: OpenDocument;
  readonly plan: { readonly moves: ReadonlySet<Unit> };
  readonly steps: readonly StepFunction[];
  readonly settings: readonly ScriptSetting[];
  readonly names: { readonly arguments: string; readonly parse: string };
  readonly layout: Layout;
}

/** With `\n` for line breaks. */
export function assembled({ document, plan, steps, settings, names, layout: given }: TakenApart): string {
  const layout: Layout = { ...given, lineBreak: "\n" };
  const rewritten = withSettings(document, steps, names.arguments, plan.moves);
  const lone = loneComments(document, plan.moves);
  const staying = document.units.filter((unit) => !plan.moves.has(unit) && !lone.gone.has(unit)).map((unit) => withoutMarkers(rewritten(unit).text));
  const lines = (step: StepFunction): readonly MovedLine[] => linesOf(step, rewritten, lone.above);
  const functions = steps.flatMap((step) => (step.kind === "function" ? [functionText({ ...step.draft, body: lines(step) }, layout)] : []));
  const body = steps.map((step, index) => (step.kind === "function" ? call(step, names.arguments, layout) : (index > 0 ? "\n" : "") + indentedText(lines(step), layout.step, "\n")));
  const parse = settings.length > 0 ? [`${layout.step}${names.arguments} = ${names.parse}()`] : [];
  const main = [`def main() -> None:`, ...parse, ...body].join("\n");
  const all = [
    staying.join("").trimEnd(), ...functions, ...(settings.length > 0 ? [parserText(settings, names.parse, layout)] : []), main,
    `if __name__ == "__main__":\n${layout.step}main()`, lone.below.join("\n"),
  ].filter((part) => part !== "");
  const [cell] = document.cells;
  const text = laidOutAnew(spaced(document.uri, `${all.join("\n\n\n")}\n`), cell ? document.sourceOf(cell).text : "", layout);
  return settings.length > 0 ? withImport(document.uri, text, "argparse") : text;
}

/** The text with one more import at its top. */
export function withImport(uri: string, text: string, module: string, definitions: readonly string[] = []): string {
  const document = Document.script(uri, text);
  const edits = importEdits(document, [{ module, name: undefined, asname: undefined, isOwn: false }], { isOwn: () => false, definitions }) ?? [];
  return applyEdits(text, edits.map(({ at, text: made }) => ({ start: at.anchor.offset + at.start, end: at.anchor.offset + at.end, text: made })));
}

// ---- steps -------------------------------------------------------------------------------------------------

type Rewritten = (unit: Unit) => Unit;

/** Units in which settings are read by their new names; `args.name` where the step is left in main(). */
function withSettings(document: OpenDocument, steps: readonly StepFunction[], args: string, moves: ReadonlySet<Unit>): Rewritten {
  const edits = steps.flatMap((step) => step.settings.flatMap(({ name, uses }) =>
    uses.filter(({ anchor }) => step.step.units.includes(anchor.unit)).map((at: Place) => ({ ...document.locate(at), text: step.kind === "function" ? name : `${args}.${name}` }))));
  const unread = unreadNames(document.units, moves);
  const renamed = document.units.flatMap((unit) => unread(unit).map((edit) => ({ start: unit.anchor.offset + edit.start, end: unit.anchor.offset + edit.end, text: edit.text })));
  const [first] = document.cells;
  const text = first ? document.sourceOf(first).text : "";
  const { units } = Document.script(document.uri, applyEdits(text, [...edits.map(({ start, end, text: made }) => ({ start, end, text: made })), ...renamed]).replaceAll("\r\n", "\n"));
  // Names stand for names: the statements are as many as they were.
  if (units.length !== document.units.length) throw new RangeError("the statements of a script changed their number");
  return (unit) => units[document.units.indexOf(unit)] ?? unit;
}

interface LoneComments {
  /** Units without statements, whose comments go with those that move. */
  readonly gone: ReadonlySet<Unit>;
  readonly above: ReadonlyMap<Unit, readonly string[]>;
  /** Those at the end of the script. */
  readonly below: readonly string[];
}

/** Comments of cells of text, and those below the last statement. */
function loneComments(document: OpenDocument, moves: ReadonlySet<Unit>): LoneComments {
  const gone = new Set<Unit>();
  const above = new Map<Unit, readonly string[]>();
  let waiting: readonly string[] = [];
  let blocks: { readonly unit: Unit | undefined; readonly lines: readonly string[] }[] = [];
  for (const cell of document.cells) {
    // A cell of text has no units.
    if (cell.units.length === 0) blocks.push({ unit: undefined, lines: commentLines(document.sourceOf(cell).text.slice(cell.start, cell.end).replaceAll("\r\n", "\n")) });
    for (const unit of cell.units) {
      if (unit.body.length === 0) {
        blocks.push({ unit, lines: commentLines(unit.text) });
        continue;
      }
      const isWaiting = moves.has(unit);
      // In front of what stays, comments of units stay as well; those of cells of text have no other place.
      waiting = [...waiting, ...blocks.filter((block) => isWaiting || !block.unit).flatMap(({ lines }) => lines)];
      for (const block of blocks) if (isWaiting && block.unit) gone.add(block.unit);
      blocks = [];
      if (!isWaiting) continue;
      if (waiting.length > 0) above.set(unit, waiting);
      waiting = [];
    }
  }
  for (const { unit } of blocks) if (unit) gone.add(unit);
  return { gone, above, below: [...waiting, ...blocks.flatMap(({ lines }) => lines)] };
}

function linesOf({ step }: StepFunction, rewritten: Rewritten, above: LoneComments["above"]): readonly MovedLine[] {
  return step.units.flatMap((each, index) => {
    const unit = rewritten(each);
    const own = (above.get(each) ?? []).map((text) => ({ text, isInText: false }));
    const isApart = index > 0 && (each.anchor.index === 0 || /^[ \t]*\r?\n/u.test(unit.text));
    return [...(isApart ? [blank] : []), ...own, ...(own.length > 0 ? [blank] : []), ...leading(unit), ...movedLines({ unit, statements: unit.body })];
  });
}

const blank: MovedLine = { text: "", isInText: false };

/** Comments above the statement that stand apart from it, and the title of its cell. */
function leading(unit: Unit): readonly MovedLine[] {
  const above = unit.text.slice(0, linesRange({ unit, statements: unit.body }).start);
  const lines = commentLines(above);
  const isApart = /\n[ \t]*\n$/u.test(above) && lines.length > 0;
  return [...lines.map((text) => ({ text, isInText: false })), ...(isApart ? [blank] : [])];
}

/** Comments as they are; the marker of a cell becomes its title. */
function commentLines(text: string): readonly string[] {
  return text.split("\n").map((line) => line.trim()).filter((line) => line.startsWith("#") && !/^#!|coding[:=]/u.test(line)).flatMap((line) => {
    if (!isCellMarker(line)) return [line];
    const title = /^#\s*%%+\s*(?:\[\w+\])?\s*(?<title>.*)$/u.exec(line)?.groups?.["title"]?.trim() ?? "";
    return title === "" ? [] : [`# ${title}`];
  });
}

function isCellMarker(line: string): boolean {
  return /^#\s*%%/u.test(line.trim());
}

/** What stays is no cell any more; its title is a comment. */
function withoutMarkers(text: string): string {
  return text.replace(/^#[ \t]*%%+[ \t]*(?:\[\w+\])?[ \t]*(?<title>[^\n]*)\n/gmu, (_, title: string) => (title.trim() === "" ? "" : `# ${title.trim()}\n`));
}

function call(step: Extract<StepFunction, { readonly kind: "function" }>, args: string, layout: Layout): string {
  const { name, parameters, results } = step.draft;
  const own = new Set(step.settings.map((each) => each.name));
  const given = parameters.map((each) => (own.has(each.name) ? `${args}.${each.name}` : each.name));
  return layout.step + callText({ callee: name, arguments: given, results, form: "plain" }, layout, layout.step);
}

function parserText(settings: readonly ScriptSetting[], name: string, { step, lineLength }: Layout): string {
  const lines = settings.flatMap(({ option, default: value, type }) => {
    const given = [`"${option}"`, ...(type === "str" ? [] : [`type=${type}`]), `default=${value}`];
    const line = `${step}parser.add_argument(${given.join(", ")})`;
    if (line.length <= lineLength) return [line];
    const together = `${step}${step}${given.join(", ")}`;
    return together.length <= lineLength
      ? [`${step}parser.add_argument(`, together, `${step})`]
      : [`${step}parser.add_argument(`, ...given.map((each) => `${step}${step}${each},`), `${step})`];
  });
  return [`def ${name}() -> argparse.Namespace:`, `${step}parser = argparse.ArgumentParser()`, ...lines, `${step}return parser.parse_args()`].join("\n");
}
