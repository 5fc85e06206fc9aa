/**
 * The decorators of a feature set, from the top one down to its function.
 *
 *     @batch.feature_set(name="user-risk", ...)      settings
 *     @batch.metadata(owner="ann")                   metadata
 *     def user_risk(): ...                           definition
 *
 * Each decorator is called with what the one below it returned.
 */
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Construction, Definition, Value } from "../semantic/value.ts";
import type { FunctionDef, Return, Statement } from "../syntax/nodes.ts";
import type { Place } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { lastStep, madeOf } from "./construction.ts";

export interface Decoration {
  readonly kind: "batch" | "streaming";
  /** The call `batch.feature_set(...)`. */
  readonly settings: Construction;
  /** The call `batch.metadata(...)`. */
  readonly metadata: Construction | undefined;
  readonly definition: Definition<FunctionDef>;
  /** The lowest decorator above `feature_set` that the library refuses there: `batch.metadata`. */
  readonly misplaced: { readonly name: string; readonly place: Place } | undefined;
}

const decorator = /^(?:qwak|frogml)\.(?:\w+\.)*(batch|streaming)\.(\w+)$/;

/** `undefined` for what is no feature set. */
export function decorationOf(value: Value): Decoration | undefined {
  let kind: Decoration["kind"] | undefined;
  let settings: Construction | undefined;
  let metadata: Construction | undefined;
  let misplaced: Decoration["misplaced"];
  let current: Value | undefined = value;
  for (let depth = 0; current && depth < 20; depth++) {
    const { type }: Value = current;
    if (type?.kind === "function") {
      const { definition } = type;
      if (!kind || !settings || definition.node.kind !== "FunctionDef") return undefined;
      return { kind, settings, metadata, definition: { ...definition, node: definition.node }, misplaced };
    }
    const made = madeOf(current);
    const called = made?.receiver && lastStep(made.callable) === "__call__" ? madeOf(made.receiver) : undefined;
    const match = called && decorator.exec(called.callable);
    if (!made || !called || !match) return undefined;
    const [, family, name] = match;
    if (name === "feature_set") {
      kind = family === "batch" ? "batch" : "streaming";
      settings = called;
    } else {
      if (name === "metadata") metadata = called;
      // This one is put on whatever stands below it, and does nothing for a feature set.
      if (!settings && !(family === "streaming" && name === "execution_specification")) misplaced = { name: `${family ?? ""}.${name ?? ""}`, place: called.place };
    }
    current = made.arguments[0]?.value;
  }
  return undefined;
}

/** What the function returns; `undefined` unless it has one `return`. */
export function returnedBy({ node, place }: Decoration["definition"], analysis: DocumentAnalysis): Value | undefined {
  const returns = returnsIn(node.body);
  const [only, ...others] = returns;
  const unit = analysis.units.find((each) => each.unit.anchor === place.anchor);
  return only?.value && others.length === 0 ? unit?.valueOf(only.value) : undefined;
}

function returnsIn(body: readonly Statement[]): readonly Return[] {
  const found: Return[] = [];
  walk(body, (node) => {
    if (node.kind === "Return") found.push(node);
    // What a nested function returns is its own.
    return node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" || node.kind === "Lambda" ? "skip" : undefined;
  });
  return found;
}
