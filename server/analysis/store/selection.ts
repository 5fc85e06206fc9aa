/**
 * Some of the features of a view, as definitions take them: a chain of copies, each made from the one before.
 *
 *     stats[["conv_rate"]].with_name("s").with_join_key_map({"driver": "d"})     conv_rate of stats, as s
 */
import type { Construction, Value } from "../semantic/value.ts";
import { elements, lastStep, madeOf, text, textMap } from "./construction.ts";
import { originalOf } from "./defined-object.ts";
import type { Selection } from "./model.ts";

export interface Selectable {
  readonly name: string;
  readonly fields: readonly string[];
  readonly open: boolean;
  readonly version?: number | undefined;
}

/** Of two copies that say the same thing, the last one counts. `undefined` for what is no view. */
export function selectionMade(value: Value, viewMade: (original: Construction) => Selectable | undefined): Selection | undefined {
  const original = originalOf(value);
  const view = original && viewMade(original);
  if (!original || !view) return undefined;
  let chosen: { readonly fields: readonly string[]; readonly closed: boolean } | undefined;
  let alias: string | undefined;
  let joinKeyMap: ReadonlyMap<string, string> | undefined;
  let isKnown = true;
  for (let made = madeOf(value); made && made !== original; made = made.receiver && madeOf(made.receiver)) {
    const step = lastStep(made.callable);
    if (step === "__getitem__") chosen ??= namesIn(made);
    else if (step === "with_name") {
      alias ??= onlyText(made);
      isKnown &&= alias !== undefined;
    } else if (step === "with_join_key_map") {
      joinKeyMap ??= mapIn(made);
      isKnown &&= joinKeyMap !== undefined;
    } else isKnown &&= step === "__copy__";
  }
  const { fields, closed } = chosen ?? { fields: view.fields, closed: !view.open };
  return { view: view.name, alias, fields, closed: closed && isKnown, joinKeyMap: joinKeyMap ?? new Map<string, string>(), version: view.version };
}

function namesIn(made: Construction): { fields: string[]; closed: boolean } {
  const [item] = made.arguments;
  const names = (item && elements(item.value))?.map(text);
  const known = names?.filter((each) => each !== undefined) ?? [];
  return { fields: known, closed: known.length === names?.length };
}

/** Each of the copying methods has one parameter. */
function onlyText({ arguments: [given] }: Construction): string | undefined {
  return given && !given.unpacked ? text(given.value) : undefined;
}

/** `undefined` unless it is known whole. */
function mapIn({ arguments: [given] }: Construction): ReadonlyMap<string, string> | undefined {
  if (!given || given.unpacked || given.value.type?.kind !== "dict" || given.value.type.open) return undefined;
  const map = textMap(given.value);
  return map.size === given.value.type.entries.length ? map : undefined;
}
