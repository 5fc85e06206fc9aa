/**
 * The decorators of a feature set, from the top one down to its function.
 *
 *     @batch.feature_set(name="user-risk", ...)      settings
 *     @batch.metadata(owner="ann")                   metadata
 *     def user_risk(): ...                           definition
 *
 * Each decorator is called with what the one below it returned.
 */
import type { Construction, Definition, Value } from "../semantic/value.ts";
import type { FunctionDef } from "../syntax/nodes.ts";
import { lastStep, madeOf } from "./construction.ts";

export interface Decoration {
  readonly kind: "batch" | "streaming";
  /** The call `batch.feature_set(...)`. */
  readonly settings: Construction;
  /** The call `batch.metadata(...)`. */
  readonly metadata: Construction | undefined;
  readonly definition: Definition<FunctionDef>;
  /** A decorator above `feature_set`, as it is written: `batch.metadata`. */
  readonly misplaced: string | undefined;
}

const decorator = /^(?:qwak|frogml)\.(?:\w+\.)*(batch|streaming)\.(\w+)$/;

/** `undefined` for what is no feature set. */
export function decorationOf(value: Value): Decoration | undefined {
  let kind: Decoration["kind"] | undefined;
  let settings: Construction | undefined;
  let metadata: Construction | undefined;
  let misplaced: string | undefined;
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
      if (!settings) misplaced ??= `${family ?? ""}.${name ?? ""}`;
    }
    current = made.arguments[0]?.value;
  }
  return undefined;
}
