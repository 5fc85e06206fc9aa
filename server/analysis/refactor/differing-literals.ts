/**
 * Literals that differ between copies of code, which become parameters of the function that is made of the copies.
 *
 *     train = pd.read_csv("train.csv")         def load(path, text):
 *     print(f"train: {len(train)}")                frame = pd.read_csv(path)
 *                                                  print(f"{text}{len(frame)}")
 *     test = pd.read_csv("test.csv")
 *     print(f"test: {len(test)}")              load("train.csv", "train: ")
 *                                              load("test.csv", "test: ")
 *
 * A name does not mean the same as a literal everywhere: in a pattern it would match anything, in an annotation it is a type. A text in
 * which a library may look for names of the code around cannot be given from elsewhere either.
 */
import type { OpenDocument } from "../engine/session-contract.ts";
import { ancestorsOf } from "../facts/ancestors.ts";
import type { BlockCopy } from "../facts/duplicated-blocks.ts";
import type { Constant, Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { isFree, isKeyword } from "./function-name.ts";
import { namesInTexts } from "./names-in-texts.ts";
import { refused } from "./refactoring.ts";
import type { Refused } from "./refactoring.ts";

/** A literal that differs between the copies: for each copy the constants that hold it. */
export type DifferingLiteral = readonly (readonly Constant[])[];

export interface LiteralParameters {
  readonly kind: "literals";
  readonly names: readonly string[];
  /** What stands in the body of the function, which is made of the first copy. */
  readonly replaced: ReadonlyMap<Node, string>;
  /** For each copy, what its call gives. */
  readonly values: readonly (readonly string[])[];
}

export function literalParameters(document: OpenDocument, literals: readonly DifferingLiteral[], copies: readonly BlockCopy[]): LiteralParameters | Refused {
  const taken = new Set<string>();
  const replaced = new Map<Node, string>();
  const values: string[][] = copies.map(() => []);
  for (const literal of literals) {
    const written = literal.map((nodes, index) => nodes.map((node) => writtenAt(copies[index], node)));
    const [first] = written[0] ?? [];
    if (!first) return refused("a literal that differs between the copies has no place");
    const name = freshName(document, wantedName(first), taken);
    taken.add(name);
    for (const [index, places] of written.entries()) {
      for (const place of places) {
        const obstacle = place ? obstacleTo(place) : "a literal that differs between the copies has no place";
        if (!place || obstacle !== undefined) return refused(obstacle ?? "");
        if (index === 0) replaced.set(place.node, isPartOfText(place) ? `{${name}}` : name);
      }
      const [place] = places;
      if (place) values[index]?.push(isPartOfText(place) ? `"${valueOf(place.node)}"` : textOf(place));
    }
  }
  return { kind: "literals", names: [...taken], replaced, values };
}

/** A text of the copy names one of its variables, as that of a query or a formula may, and the variable is called otherwise elsewhere. */
export function speaksOfNames({ statements, names }: BlockCopy, isSame: (index: number) => boolean): boolean {
  const { marked, possible } = namesInTexts(statements.map(({ node }) => node), false);
  return names.some((name, index) => !isSame(index) && (marked.has(name) || possible.has(name)));
}

interface WrittenLiteral {
  readonly unit: Unit;
  readonly node: Constant;
  /** From the innermost node around it outwards. */
  readonly around: readonly Node[];
}

function writtenAt(copy: BlockCopy | undefined, node: Constant): WrittenLiteral | undefined {
  for (const { node: statement, unit } of copy?.statements ?? []) {
    if (statement.start > node.start || node.end > statement.end) continue;
    const path = ancestorsOf(unit, node);
    if (path.at(-1) === node) return { unit, node, around: path.slice(0, -1).reverse() };
  }
  return undefined;
}

function obstacleTo(literal: WrittenLiteral): string | undefined {
  const { node, around } = literal;
  if (textOf(literal).includes("\n")) return "a text over several lines differs between the copies";
  if (around.some(({ kind }) => patterns.has(kind))) return "what a pattern compares with differs between the copies";
  if (around.some((each, index) => isAnnotation(each, around[index - 1] ?? node))) return "an annotation differs between the copies";
  if (around[0]?.kind === "TemplateStr" || (isPartOfText(literal) && !(textOf(literal) === valueOf(node) && isPlain(valueOf(node))))) {
    return "a part of a text that differs between the copies cannot be written on its own";
  }
  // What it says of names is about those at the call then.
  const { marked } = namesInTexts([node], false);
  return marked.size > 0 ? "a text that reads names of the code around differs between the copies" : undefined;
}

const patterns: ReadonlySet<Node["kind"]> = new Set(["MatchValue", "MatchMapping", "MatchClass", "MatchSequence", "MatchOr", "MatchAs"] as const);

function isAnnotation(above: Node, below: Node): boolean {
  let found = false;
  if (above.kind === "AnnAssign" || above.kind === "Argument") found = above.annotation === below;
  if (above.kind === "FunctionDef" || above.kind === "AsyncFunctionDef") found = above.returns === below;
  return found;
}

/** Text between the fields of an f-string, or a format. */
function isPartOfText({ around: [above] }: WrittenLiteral): boolean {
  return above?.kind === "JoinedStr";
}

/** It means the same in an f-string and in a plain text. */
function isPlain(text: string): boolean {
  return !/[\\"{}\p{Cc}]/u.test(text);
}

function valueOf(node: Constant): string {
  return node.type === "str" ? node.value : "";
}

function textOf({ unit, node }: WrittenLiteral): string {
  return unit.text.slice(node.start, node.end);
}

/** Of the keyword that it is given to, or what it is. */
function wantedName(literal: WrittenLiteral): string {
  const { node, around: [above] } = literal;
  if (above?.kind === "Keyword" && above.arg) return above.arg.name;
  if (node.type !== "str") return "value";
  return !isPartOfText(literal) && looksLikePath.test(node.value) ? "path" : "text";
}

const looksLikePath = /^\S*(?:[/\\]\S*|\.\w{1,8})$/u;

function freshName(document: OpenDocument, wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${String(number)}`;
    if (!taken.has(name) && !isKeyword(name) && isFree(document, name)) return name;
  }
}
