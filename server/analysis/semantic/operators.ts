/**
 * Operators on known values: arithmetic of literals, concatenation, `%` formatting, paths joined by `/`.
 */
import type { BinaryOperator, CompareOperator } from "../syntax/nodes.ts";
import type { Place } from "../syntax/unit.ts";
import { isSubclass } from "../knowledge/callables.ts";
import { compared } from "./comparisons.ts";
import { calculated, repeated } from "./known-sequences.ts";
import type { Interner } from "./interner.ts";
import { unionOrigins, withoutLiterals } from "./interner.ts";
import { comparisonValue, operatorValue } from "./library-types.ts";
import { joinAll, membersOf, overMembers } from "./join.ts";
import type { Machine } from "./machine.ts";
import { joinPath } from "./paths.ts";
import { asPieces, formattedPieces, percentFields, piecesOf } from "./texts.ts";
import type { Piece, Value } from "./value.ts";

export interface OperandPlaces {
  readonly node: Place;
  readonly left: Place;
  readonly right: Place;
  /** Elements of a tuple that is written out on the right: the operands of `%` one by one. */
  readonly elements?: readonly Place[] | undefined;
}

/** Python's truth of a value; `undefined` when it is not known. */
export function truth(value: Value): boolean | undefined {
  const { constant, type } = value;
  switch (constant?.kind) {
    case "none":
      return false;
    case "bool":
      return constant.value;
    case "number":
      return constant.value !== 0;
    case "bytes":
      return constant.value !== "";
    case "text":
      if (constant.pieces.some((piece) => piece.kind === "literal" && piece.text !== "")) return true;
      return constant.pieces.some((piece) => piece.kind === "hole") ? undefined : type?.kind === "instance" && type.name !== "builtins.str";
    case undefined:
      break;
  }
  switch (type?.kind) {
    case "module":
    case "function":
    case "class":
      return true;
    case "tuple":
      return type.elements.length > 0;
    case "union": {
      const [first, ...others] = type.members.map(truth);
      return others.every((each) => each === first) ? first : undefined;
    }
    default:
      return undefined;
  }
}

export function binaryOperation(machine: Machine, op: BinaryOperator, left: Value, right: Value, at: OperandPlaces): Value {
  const { interner } = machine;
  if (op === "+" && left.type?.kind !== "union" && right.type?.kind !== "union") {
    const joined = concatenation(interner, left, right, at) ?? listSum(interner, left, right, at);
    if (joined) return joined;
  }
  const times = op === "*" ? repeated(interner, left, right) : undefined;
  if (times) return times;
  if (op === "%" && piecesOf(left) && isText(left)) return percentFormat(interner, left, right, at);
  if (left.type?.kind === "union" || right.type?.kind === "union") {
    return overMembers(interner, left, (a) => overMembers(interner, right, (b) => binaryOperation(machine, op, a, b, at)));
  }
  if (op === "/" && isPath(left)) return joinPath(machine, [left, right], [at.left, at.right], left.type?.kind === "instance" ? left.type.name : "pathlib.Path");
  if (op === "/" && isPath(right)) return joinPath(machine, [left, right], [at.left, at.right], "pathlib.Path");
  if (isSet(left) && (op === "-" || op === "|" || op === "&" || op === "^")) return interner.instance("builtins.set", unionOrigins(left.origins, right.origins));
  return arithmetic(interner, op, left, right);
}

function isSet({ type }: Value): boolean {
  return type?.kind === "set" || ((type?.kind === "sequence" || type?.kind === "instance") && type.name === "builtins.set");
}

export function isPath(value: Value): boolean {
  return value.type?.kind === "instance" && isSubclass(value.type.name, "pathlib.PurePath");
}

function isText(value: Value): boolean {
  return value.type === undefined || (value.type.kind === "instance" && value.type.name === "builtins.str");
}

/**
 * Text plus text. A side of which nothing is known becomes a hole; the result's type stays open then, as the other side
 * may be a column of strings.
 */
function concatenation(interner: Interner, left: Value, right: Value, at: OperandPlaces): Value | undefined {
  const isLeft = piecesOf(left) !== undefined && isText(left);
  const isRight = piecesOf(right) !== undefined && isText(right);
  if (!isLeft && !isRight) {
    const str = (value: Value): boolean => value.type?.kind === "instance" && value.type.name === "builtins.str";
    return str(left) && str(right) ? interner.instance("builtins.str", unionOrigins(left.origins, right.origins)) : undefined;
  }
  if (!isText(left) || !isText(right)) return undefined;
  const pieces = [...asPieces(left, at.left), ...asPieces(right, at.right)];
  const origins = unionOrigins(left.origins, right.origins);
  if (left.type && right.type) return interner.text(pieces, origins);
  return interner.value({ constant: interner.text(pieces).constant, origins });
}

function listSum(interner: Interner, left: Value, right: Value, at: OperandPlaces): Value | undefined {
  const a = left.type;
  const b = right.type;
  if ((a?.kind === "list" && b?.kind === "list") || (a?.kind === "tuple" && b?.kind === "tuple")) {
    return interner.value({ type: { kind: a.kind, elements: [...a.elements, ...b.elements] }, origins: [{ kind: "literal", place: at.node }] });
  }
  return undefined;
}

function percentFormat(interner: Interner, left: Value, right: Value, at: OperandPlaces): Value {
  const template = piecesOf(left) ?? [];
  const origins = unionOrigins(withoutLiterals(right.origins), left.origins);
  const given = right.type?.kind === "tuple" ? right.type.elements : [right];
  const pieces: Piece[] = [];
  let next = 0;
  for (const piece of template) {
    const fields = piece.kind === "literal" ? percentFields(piece.text) : undefined;
    if (piece.kind === "hole") {
      pieces.push(piece);
      continue;
    }
    if (!fields) return interner.instance("builtins.str", origins);
    for (const field of fields) {
      if (field.kind === "text") {
        pieces.push({ kind: "literal", text: field.text, place: piece.place });
        continue;
      }
      const place = (field.key === "" ? at.elements?.[next] : undefined) ?? at.right;
      const value = field.key === "" ? given[next++] : entry(right, field.key);
      const filled = value ?? interner.value({ origins: right.origins });
      if (field.exact && value) pieces.push(...formattedPieces(value, place));
      else pieces.push({ kind: "hole", value: filled, place });
    }
  }
  return interner.text(pieces, origins);
}

/** The value under a text key of a dict that is known. */
export function entry(dict: Value, key: string): Value | undefined {
  if (dict.type?.kind !== "dict") return undefined;
  const found = dict.type.entries.findLast((each) => {
    const pieces = piecesOf(each.key);
    return pieces?.length === 1 && pieces[0]?.kind === "literal" && pieces[0].text === key;
  });
  return found?.value;
}

const numberTypes = new Set(["builtins.int", "builtins.float", "builtins.bool"]);

function arithmetic(interner: Interner, op: BinaryOperator, left: Value, right: Value): Value {
  const origins = unionOrigins(left.origins, right.origins);
  const a = left.constant;
  const b = right.constant;
  if (a?.kind === "number" && b?.kind === "number") {
    const result = calculated(op, a.value, b.value, a.isInteger && b.isInteger);
    const isInteger = a.isInteger && b.isInteger && op !== "/";
    if (result !== undefined && Number.isFinite(result) && (!isInteger || Number.isSafeInteger(result))) {
      return interner.number(result, isInteger, origins);
    }
    return interner.instance(isInteger ? "builtins.int" : "builtins.float", origins);
  }
  const x = left.type?.kind === "instance" ? left.type.name : undefined;
  const y = right.type?.kind === "instance" ? right.type.name : undefined;
  if (x !== undefined && y !== undefined && numberTypes.has(x) && numberTypes.has(y)) {
    return interner.instance(x === "builtins.float" || y === "builtins.float" || op === "/" ? "builtins.float" : "builtins.int", origins);
  }
  // A frame, series or array stays one when something is added to it.
  return operatorValue(interner, op, left, right, origins) ?? interner.value({ origins: withoutLiterals(origins) });
}

export function compareOperation(interner: Interner, op: CompareOperator, left: Value, right: Value): Value {
  if (left.type?.kind === "union" || right.type?.kind === "union") {
    const pairs = membersOf(left).flatMap((a) => membersOf(right).map((b) => compareOperation(interner, op, a, b)));
    return joinAll(interner, pairs);
  }
  const answer = compared(op, left, right);
  if (answer !== undefined) return interner.bool(answer);
  if (op === "is" || op === "is not" || op === "in" || op === "not in") return interner.instance("builtins.bool");
  const known = comparisonValue(interner, left, right, unionOrigins(left.origins, right.origins));
  if (known) return known;
  return isPlain(left) && isPlain(right) ? interner.instance("builtins.bool") : interner.unknown;
}

/** What compares to a yes or no. A member of a library's class is a method only as far as it looks like one: it may be a column. */
function isPlain({ type }: Value): boolean {
  if (type === undefined || type.kind === "symbol" || type.kind === "method") return false;
  return type.kind !== "instance" || type.name.startsWith("builtins.");
}
