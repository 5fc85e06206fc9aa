/**
 * Writes functions, and calls of them, as Ruff's formatter lays them out.
 *
 *     def split(df: pd.DataFrame, share: float) -> tuple[pd.DataFrame, pd.DataFrame]:      fits: one line
 *
 *     def split(                                     else what is between the brackets on a line of its own,
 *         df: pd.DataFrame, share: float
 *     ) -> tuple[pd.DataFrame, pd.DataFrame]:
 *
 *     train, test = split(                           else each item on one, with a comma behind the last
 *         df,
 *         share,
 *     )
 *
 * Building blocks of the refactorings, in the order in which they are used:
 *
 *     statement-run.ts   runOf, runOfUnits     a selection, or units, as whole statements of one block
 *     live-names.ts      liveNamesOf           parameters and results of a run, each with its reason; or why there is no such function
 *     ways-out.ts        waysOutOf             return, break, yield and await in a run
 *     type-hints.ts      hintsOf               annotations that are proved and can be written in the file
 *     moved-lines.ts     linesOfParts          the statements' lines with their comments, free of indentation
 *     layout.ts          layoutOf              the project's line length, indentation, line breaks
 *     write-function.ts  functionText, callText
 */
import type { Layout } from "./layout.ts";
import { indentedText } from "./moved-lines.ts";
import type { MovedLine } from "./moved-lines.ts";

export interface FunctionDraft {
  readonly name: string;
  readonly parameters: readonly DraftParameter[];
  /** The annotation behind the arrow. */
  readonly returns?: string | undefined;
  readonly isAsync?: boolean;
  readonly decorators?: readonly string[];
  /** Statements before the body: `global count`. */
  readonly prelude?: readonly string[];
  readonly body: readonly MovedLine[];
  /** Names that are returned at the end. */
  readonly results: readonly string[];
}

export interface DraftParameter {
  readonly name: string;
  readonly hint?: string | undefined;
  readonly default?: string | undefined;
}

export interface CallDraft {
  /** `split`, or `self.split`. */
  readonly callee: string;
  readonly arguments: readonly string[];
  /** Names that are assigned. */
  readonly results: readonly string[];
  readonly form: "plain" | "return" | "await" | "return await" | "yield from" | "return yield from";
}

/** The whole definition, each line indented by `indent`, without a line break at its end. */
export function functionText(draft: FunctionDraft, layout: Layout, indent = ""): string {
  const { lineBreak, step } = layout;
  const inner = indent + step;
  const lines = [...(draft.decorators ?? []).map((each) => `${indent}@${each}`), ...signature(draft, layout, indent), ...(draft.prelude ?? []).map((each) => inner + each)];
  const body = indentedText(draft.body, inner, lineBreak);
  if (body !== "") lines.push(body);
  if (draft.results.length > 0) lines.push(...tupleStatement("return", draft.results, layout, inner));
  if (body === "" && draft.results.length === 0) lines.push(`${inner}pass`);
  return lines.join(lineBreak);
}

function signature({ name, parameters, returns, isAsync }: FunctionDraft, layout: Layout, indent: string): readonly string[] {
  const items = parameters.map(({ name: each, hint, default: value }) =>
    each + (hint === undefined ? "" : `: ${hint}`) + (value === undefined ? "" : hint === undefined ? `=${value}` : ` = ${value}`));
  const head = `${indent}${isAsync === true ? "async " : ""}def ${name}`;
  const tail = returns === undefined ? ":" : ` -> ${returns}:`;
  const line = `${head}(${items.join(", ")})${tail}`;
  if (width(line) <= layout.lineLength) return [line];
  // Only the annotation can be divided.
  if (items.length === 0) return dividedAtBracket(line, layout, indent);
  // One alone gets a comma behind it, as the formatter has it for definitions.
  const [only] = items;
  const lines = items.length === 1 && only !== undefined ? [`${head}(`, `${indent}${layout.step}${only},`, `${indent})${tail}`] : bracketed(`${head}(`, items, `${indent})${tail}`, layout, indent);
  const last = lines.at(-1) ?? "";
  return width(last) <= layout.lineLength ? lines : [...lines.slice(0, -1), ...dividedAtBracket(last, layout, indent)];
}

/** `) -> tuple[int, str]:` with what is between the brackets of the annotation on a line of its own, or each part. */
function dividedAtBracket(line: string, layout: Layout, indent: string): readonly string[] {
  const { open, inside } = /^(?<open>.*? -> [^[]+\[)(?<inside>.*)\]:$/u.exec(line)?.groups ?? {};
  if (open === undefined || inside === undefined) return [line];
  return bracketed(open, partsOf(inside), `${indent}]:`, layout, indent);
}

/** Divided at commas outside brackets. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let index = 0; index <= text.length; index++) {
    const character = text[index];
    if (character === "[" || character === "(") depth++;
    else if (character === "]" || character === ")") depth--;
    else if (character === undefined || (character === "," && depth === 0)) {
      parts.push(text.slice(from, index).trim());
      from = index + 1;
    }
  }
  return parts;
}

/** `head`, the items on one line or on one each, `tail`. */
function bracketed(head: string, items: readonly string[], tail: string, { lineLength, step }: Layout, indent: string): readonly string[] {
  const together = `${indent}${step}${items.join(", ")}`;
  if (width(together) <= lineLength) return [head, together, tail];
  return [head, ...items.map((each) => `${indent}${step}${each},`), tail];
}

/** `return a, b`, over several lines in parentheses. */
function tupleStatement(keyword: string, names: readonly string[], layout: Layout, indent: string): readonly string[] {
  const line = `${indent}${keyword} ${names.join(", ")}`;
  if (width(line) <= layout.lineLength || names.length < 2) return [line];
  return [`${indent}${keyword} (`, ...names.map((each) => `${indent}${layout.step}${each},`), `${indent})`];
}

/** The statement that calls, without indentation before its first line and without a line break at its end. */
export function callText({ callee, arguments: given, results, form }: CallDraft, layout: Layout, indent: string): string {
  const { lineLength, lineBreak, step } = layout;
  const keyword = { plain: "", return: "return ", await: "await ", "return await": "return await ", "yield from": "yield from ", "return yield from": "return (yield from " }[form];
  const close = form === "return yield from" ? ")" : "";
  const call = `${keyword}${callee}(${given.join(", ")})${close}`;
  const targets = results.length === 0 ? "" : `${results.join(", ")} = `;
  if (width(indent + targets + call) <= lineLength) return targets + call;
  const open = `${targets}${keyword}${callee}(`;
  if (form === "return yield from") {
    const inner = indent + step;
    const short = `yield from ${callee}(${given.join(", ")})`;
    const lines = width(inner + short) <= lineLength ? [inner + short] : bracketed(`${inner}yield from ${callee}(`, given, `${inner})`, layout, inner);
    return ["return (", ...lines, `${indent})`].join(lineBreak);
  }
  if (width(indent + targets) > lineLength - 1 && results.length > 1) {
    const names = results.map((each) => `${indent}${step}${each},`);
    const rest = `) = ${call}`;
    const lines = width(indent + rest) <= lineLength ? [indent + rest] : bracketed(`${indent}) = ${keyword}${callee}(`, given, `${indent})`, layout, indent);
    return ["(", ...names, ...lines].join(lineBreak);
  }
  if (width(indent + open) > lineLength && width(indent + targets) + 1 <= lineLength && results.length > 0) {
    const inner = indent + step;
    const lines = width(inner + call) <= lineLength ? [inner + call] : bracketed(`${inner}${keyword}${callee}(`, given, `${inner})`, layout, inner);
    return [`${targets}(`, ...lines, `${indent})`].join(lineBreak);
  }
  if (given.length === 0) return targets + call;
  return bracketed(open, given, `${indent})`, layout, indent).join(lineBreak);
}

/** Columns as the formatter counts them: a tab has four. */
export function width(line: string): number {
  let columns = 0;
  for (const character of line) columns += character === "\t" ? 4 : 1;
  return columns;
}
