/**
 * Comparisons of constants, for what a comprehension leaves out.
 *
 *     [c for c in df.columns if c not in ("id", "y")]     "id" not in ("id", "y"): False, so "id" is left out
 *
 * Everywhere else a comparison is some bool: a branch that a constant decides today is still code that somebody means to run.
 */
import type { CompareOperator, Expression, Node } from "../syntax/nodes.ts";
import { walk } from "../syntax/walk.ts";
import { isKeyKnown, sameKey } from "./join.ts";
import { truth } from "./operators.ts";
import type { Value } from "./value.ts";

/** What a test comes to, where its operands are constants. `valueOf` evaluates an operand. */
export function decided(test: Expression, valueOf: (node: Expression) => Value): boolean | undefined {
  const known = truth(valueOf(test));
  return known ?? (isStill(test) ? parts(test, valueOf) : undefined);
}

/** Operands are looked at once more: what they call would be called twice. */
function isStill(test: Expression): boolean {
  let found = true;
  walk([test], (node) => {
    if (!stillNodes.has(node.kind)) found = false;
  });
  return found;
}

const stillNodes: ReadonlySet<Node["kind"]> = new Set<Node["kind"]>(["Compare", "UnaryOp", "BoolOp", "Name", "Constant", "Tuple", "List", "Set", "Attribute", "Subscript"]);

function parts(test: Expression, valueOf: (node: Expression) => Value): boolean | undefined {
  switch (test.kind) {
    case "Compare": {
      const [op, ...others] = test.ops;
      const [right] = test.comparators;
      return op && right && others.length === 0 ? compared(op, valueOf(test.left), valueOf(right)) : undefined;
    }
    case "UnaryOp": {
      const operand = test.op === "not" ? decided(test.operand, valueOf) : undefined;
      return operand === undefined ? undefined : !operand;
    }
    case "BoolOp": {
      const answers = test.values.map((each) => decided(each, valueOf));
      const decides = test.op === "or";
      if (answers.includes(decides)) return decides;
      return answers.includes(undefined) ? undefined : !decides;
    }
    default:
      return undefined;
  }
}

function compared(op: CompareOperator, left: Value, right: Value): boolean | undefined {
  switch (op) {
    case "==":
      return equal(left, right);
    case "!=":
      return negated(equal(left, right));
    case "in":
      return isAmong(left, right);
    case "not in":
      return negated(isAmong(left, right));
    default:
      return undefined;
  }
}

function negated(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function equal(left: Value, right: Value): boolean | undefined {
  return isPlain(left) && isPlain(right) ? sameKey(left, right) : undefined;
}

/** A text, number, bool or None of Python's own. */
function isPlain(value: Value): boolean {
  return isKeyKnown(value) && value.type?.kind === "instance" && value.type.name.startsWith("builtins.");
}

function isAmong(value: Value, container: Value): boolean | undefined {
  const { type } = container;
  if (!isPlain(value)) return undefined;
  const elements = type?.kind === "list" || type?.kind === "tuple" || type?.kind === "set" ? type.elements : type?.kind === "dict" && !type.open ? type.entries.map((entry) => entry.key) : undefined;
  if (!elements) return undefined;
  const answers = elements.map((each) => equal(value, each));
  return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
}
