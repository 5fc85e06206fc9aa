/**
 * What definitions in code have in common, whatever the store: how the object was made, and what it says of itself.
 *
 *     stats[["conv_rate"]].with_name("s")     made by FeatureView(...): the copies stand for the view
 *     @on_demand_feature_view(...) def f      made by calling the decorator's result; the settings are the decorator's arguments
 */
import type { Construction, Value } from "../semantic/value.ts";
import { argument, lastStep, madeOf, nonEmpty, textArgument, textMapArgument } from "./construction.ts";
import { givenName } from "./defined-name.ts";
import type { Locate } from "./defined-name.ts";
import type { DefinitionSite } from "./model.ts";

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

/** `name=`; for a decorated function without it, the function's own. */
export function objectName(made: Construction, settings: Construction, locate: Locate): { name: string; definition: DefinitionSite } | undefined {
  const isDecorated = settings !== made;
  const given = givenName(settings, made, locate, isDecorated ? -1 : 0);
  if (given) return given;
  const written = argument(settings, "name", isDecorated ? -1 : 0);
  const isLeftOut = written.kind === "absent" || (written.kind === "given" && written.value.constant?.kind === "none");
  return isDecorated && isLeftOut ? functionName(made.arguments[0]?.value, locate) : undefined;
}

/** Name of a function of the workspace, where it is written. */
export function functionName(value: Value | undefined, locate: Locate): { name: string; definition: DefinitionSite } | undefined {
  const found = value?.type;
  if (found?.kind !== "function" || found.definition.node.kind === "Lambda") return undefined;
  const { name } = found.definition.node;
  return { name: name.name, definition: locate({ anchor: found.definition.place.anchor, start: name.start, end: name.end }) };
}

/** From its `def` on, or from its `lambda`. */
export function functionText(value: Value | undefined): string | undefined {
  if (value?.type?.kind !== "function") return undefined;
  const { node, place: { anchor } } = value.type.definition;
  return anchor.unit.text.slice(node.start, node.end);
}
