/**
 * What all definitions of Feast's objects have in common: how the object was made, and what it says of itself.
 *
 *     stats[["conv_rate"]].with_name("s")     made by FeatureView(...): the copies stand for the view
 *     @on_demand_feature_view(...) def f      made by calling the decorator's result; the settings are the decorator's arguments
 */
import type { Construction, Value } from "../semantic/value.ts";
import { argument, elements, lastStep, madeOf, nonEmpty, text, textArgument, textMapArgument } from "./construction.ts";

const copies = new Set(["__getitem__", "with_name", "with_join_key_map", "with_projection", "__copy__"]);
export const inCode = { kind: "code" } as const;

/** How the object was made, through the copies that were taken of it. */
export function originalOf(value: Value): Construction | undefined {
  let made = madeOf(value);
  for (let depth = 0; made?.receiver && copies.has(lastStep(made.callable)) && depth < 100; depth++) made = madeOf(made.receiver);
  return made && !copies.has(lastStep(made.callable)) ? made : undefined;
}

/** `FeatureView` for `feast.feature_view.FeatureView`; for a decorated function the decorator's name. */
export function definingCallable(made: Construction): string {
  return lastStep(settingsOf(made).callable);
}

/** What holds the settings: for a decorated function, the call of the decorator. */
export function settingsOf(made: Construction): Construction {
  const decorator = lastStep(made.callable) === "__call__" && made.receiver ? madeOf(made.receiver) : undefined;
  return decorator ?? made;
}

export function joinKeyOf(made: Construction): string | undefined {
  const keys = argument(made, "join_keys");
  const first = keys.kind === "given" ? elements(keys.value)?.[0] : undefined;
  return (first && text(first)) ?? textArgument(made, "join_key") ?? textArgument(made, "name", 0);
}

/** What nearly every object says of itself. */
export function described(settings: Construction): {
  readonly description: string | undefined;
  readonly owner: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
} {
  return {
    description: nonEmpty(textArgument(settings, "description")),
    owner: nonEmpty(textArgument(settings, "owner")),
    tags: textMapArgument(settings, "tags"),
  };
}
