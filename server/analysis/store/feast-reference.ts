/**
 * The grammar of Feast's references: `<view>[@<version>]:<feature>`.
 *
 * As Feast reads it (`feast.utils._parse_feature_ref`): the first colon splits, whatever the feature part holds
 * (`events:COUNT(id)`, `events:a:b`); `@v2` names a version, `@latest` and a bare `@` the active one, and any other text
 * after `@` is part of the view's name.
 *
 *     driver_stats@v2:conv_rate     view 0-12 "driver_stats", version 2, feature 16-25 "conv_rate"
 */
import type { ParsedReference, ReferenceGrammar } from "./reference.ts";

export const feastGrammar: ReferenceGrammar = {
  form: "view:feature",
  separator: ":",
  wildcard: undefined,
  parse: parseFeastReference,
  write: (view, feature) => `${view}:${feature}`,
};

export function parseFeastReference(text: string): ParsedReference {
  const colon = text.indexOf(":");
  const head = colon < 0 ? text : text.slice(0, colon);
  const feature = colon < 0 ? undefined : { name: text.slice(colon + 1), start: colon + 1, end: text.length };
  const at = head.indexOf("@");
  const whole = { name: head, start: 0, end: head.length };
  if (at < 0) return { view: whole, version: undefined, feature };
  const written = head.slice(at + 1);
  const view = { name: head.slice(0, at), start: 0, end: at };
  if (written === "" || written.toLowerCase() === "latest") return { view, version: undefined, feature };
  const version = /^[vV](\d+)$/.exec(written);
  if (!version) return { view: whole, version: undefined, feature };
  return { view, version: Number(version[1]), feature };
}
