/**
 * Reading an object from the arguments it was made with.
 *
 *     FeatureView(name="trips", schema=SCHEMA, **COMMON)    name    written
 *                                                           schema  through a name
 *                                                           owner   from COMMON, when it is a dict known whole
 *
 * Everything here is three-valued: given, not given, or unknown (`uncertain`), as an unpacked argument may hold anything.
 */
import type { Construction, Value } from "../semantic/value.ts";
import type { Place } from "../syntax/unit.ts";

export type Argument =
  | { readonly kind: "given"; readonly value: Value; readonly place: Place | undefined }
  | { readonly kind: "absent" }
  | { readonly kind: "uncertain" };

export function madeOf(value: Value | undefined): Construction | undefined {
  return value?.type?.kind === "instance" ? value.type.made : undefined;
}

/** The argument for a parameter: by its name, else at its position (-1: keyword only). */
export function argument(made: Construction, name: string, position = -1): Argument {
  let uncertain = false;
  let index = 0;
  for (const { keyword, unpacked, value, place } of made.arguments) {
    if (keyword === name && !unpacked) return { kind: "given", value, place };
    if (keyword !== undefined) continue;
    if (!unpacked) {
      if (index === position) return { kind: "given", value, place };
      index += 1;
    } else if (value.type?.kind === "dict") {
      const entry = value.type.entries.find(({ key }) => text(key) === name);
      if (entry) return { kind: "given", value: entry.value, place: undefined };
      uncertain ||= value.type.open || value.type.entries.some(({ key }) => text(key) === undefined);
    } else uncertain = true;
  }
  return uncertain ? { kind: "uncertain" } : { kind: "absent" };
}

/** A parameter that takes a text; `undefined` when it is absent, None or unknown. */
export function textArgument(made: Construction, name: string, position = -1): string | undefined {
  const found = argument(made, name, position);
  return found.kind === "given" ? text(found.value) : undefined;
}

/** A parameter that takes True or False: `absent` when it is not given, `undefined` when it is unknown. */
export function flagArgument(made: Construction, name: string, absent: boolean): boolean | undefined {
  const found = argument(made, name);
  if (found.kind === "absent") return absent;
  return found.kind === "given" && found.value.constant?.kind === "bool" ? found.value.constant.value : undefined;
}

/** A text that is known whole. */
export function text(value: Value): string | undefined {
  const { constant } = value;
  if (constant?.kind !== "text") return undefined;
  let result = "";
  for (const piece of constant.pieces) {
    if (piece.kind === "hole") return undefined;
    result += piece.text;
  }
  return result;
}

export function isNone(value: Value): boolean {
  return value.constant?.kind === "none";
}

/** The elements of a list or tuple; `undefined` when they are not known one by one. */
export function elements(value: Value): readonly Value[] | undefined {
  const { type } = value;
  return type?.kind === "list" || type?.kind === "tuple" || type?.kind === "set" ? type.elements : undefined;
}

/** A dict of texts, without the entries that are not known. */
export function textMap(value: Value): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  if (value.type?.kind !== "dict") return result;
  for (const entry of value.type.entries) {
    const key = text(entry.key);
    const content = text(entry.value);
    if (key !== undefined && content !== undefined) result.set(key, content);
  }
  return result;
}

/** `tags=`: empty when absent, without what is not known. */
export function textMapArgument(made: Construction, name: string): ReadonlyMap<string, string> {
  const found = argument(made, name);
  return found.kind === "given" ? textMap(found.value) : new Map<string, string>();
}

export function nonEmpty(written: string | undefined): string | undefined {
  return written === "" ? undefined : written;
}

/** `FeatureView` of `feast.feature_view.FeatureView`. */
export function lastStep(qualifiedName: string): string {
  return qualifiedName.slice(qualifiedName.lastIndexOf(".") + 1);
}

const secondsPer = [86_400, 1, 1e-6, 1e-3, 60, 3_600, 604_800];
const timedeltaParameters = ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"];

/** Seconds of a `datetime.timedelta(...)`; `undefined` when it is something else or a part is unknown. */
export function timedeltaSeconds(value: Value): number | undefined {
  const made = madeOf(value);
  if (made?.callable !== "datetime.timedelta") return undefined;
  let total = 0;
  for (const [position, name] of timedeltaParameters.entries()) {
    const found = argument(made, name, position);
    if (found.kind === "absent") continue;
    if (found.kind === "uncertain" || found.value.constant?.kind !== "number") return undefined;
    total += found.value.constant.value * (secondsPer[position] ?? 0);
  }
  return total;
}
