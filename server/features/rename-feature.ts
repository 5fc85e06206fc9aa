/**
 * Renaming a feature, view or service: its definition and everything that names it.
 *
 *     Field(name="conv_rate")              name      the definition
 *     "driver_stats:conv_rate"             name      references, where the name is written
 *     frame["conv_rate"]                   column    beside a retrieval: perhaps the column, the user decides
 *     FileSource(path="...")               source    field_mapping={"conv_rate": "rate"}: the data keeps its column
 *     "SELECT conv_rate FROM t"            name      conv_rate AS rate: a query goes on reading its column
 *
 * It is refused where the outcome would be a guess: the name is computed, the characters that make it also make another name, or names that
 * are known only at run time may mean it.
 */
import { isColumn } from "../analysis/facts/retrieved-columns.ts";
import { dialectOf } from "../analysis/store/dialects.ts";
import type { Catalogue, DefinitionSite, Store } from "../analysis/store/model.ts";
import { KEYWORDS } from "../analysis/syntax/tokens.ts";
import { nameOf } from "../analysis/text/uri.ts";
import { nameKey, nameText } from "./feature-name.ts";
import type { FeatureName } from "./feature-name.ts";
import { mayMean } from "./feature-uses.ts";
import type { TextPlace, WorkspaceUses } from "./found-uses.ts";

export interface RenameRequest {
  readonly catalogue: Catalogue;
  /** All that the name under the cursor may mean. */
  readonly names: readonly FeatureName[];
  readonly to: string;
  /** Definitions of the whole catalogue, with the text that they stand in. */
  readonly definitions: readonly PlacedDefinition[];
  readonly uses: WorkspaceUses;
}

export interface PlacedDefinition {
  readonly name: FeatureName;
  readonly place: TextPlace;
  readonly spelling: DefinitionSite["spelling"];
}

export type RenamePlan =
  | { readonly kind: "refused"; readonly reason: string }
  | { readonly kind: "change"; readonly name: FeatureName; readonly changes: readonly RenameChange[] };

export interface RenameChange {
  readonly place: TextPlace;
  readonly text: string;
  readonly group: "name" | "column" | "source";
}

export function planRename({ catalogue, names, to, definitions, uses }: RenameRequest): RenamePlan {
  const [name] = names;
  const refused = (reason: string): RenamePlan => ({ kind: "refused", reason });
  if (!name || names.length > 1) return refused(`It may be any one of ${names.map((each) => `\`${nameText(each, catalogue)}\` of ${nameOf(each.store)}`).join(", ")}.`);
  const reason = whyNot(catalogue, name, to);
  if (reason !== undefined) return refused(reason);
  const key = nameKey(name);
  const mine = definitions.filter((each) => nameKey(each.name) === key);
  if (mine.length === 0) return refused(`\`${nameText(name, catalogue)}\` is defined nowhere in the workspace: only the registry knows it.`);
  if (!uses.whole) return refused("The workspace has too many files to be sure that all references are found.");

  const places = new Map<string, RenameChange>();
  for (const definition of mine) {
    const written = writtenName(definition, catalogue);
    if (written !== undefined) return refused(written);
    places.set(spot(definition.place), { place: definition.place, text: spelt(definition, to), group: "name" });
  }
  const columns = new Map<string, RenameChange>();
  for (const { uses: found, open } of uses.files) {
    for (const { use, place } of open) {
      if (name.kind === "view" ? use.isViewTold : use.isWholeView) continue;
      if (mayMean(use, name, catalogue)) return refused(`${where(place)} asks for ${use.takes === "service" ? "a service" : "features"} whose name is known only when it runs: it may be \`${nameText(name, catalogue)}\`.`);
    }
    for (const use of found) {
      if (nameKey(use.name) !== key) continue;
      if (use.role === "column") {
        if (use.written) columns.set(spot(use.written), { place: use.written, text: to, group: "column" });
      } else if (use.written && use.isBare === true && !mayStandBare(to)) {
        return refused(`${where(use.written)} names it without quotes, where \`${to}\` would be something else.`);
      } else if (use.written) places.set(spot(use.written), { place: use.written, text: to, group: "name" });
      else return refused(`${where(use.around)} computes the name \`${nameText(name, catalogue)}\`: it is not written there to be changed.`);
    }
  }
  // Characters that make two names cannot be changed for one of them.
  const others = [...definitions, ...uses.files.flatMap((file) => file.uses.flatMap(({ name: other, written, role }) => (written ? [{ name: other, place: written, role }] : [])))];
  for (const other of others) {
    if (nameKey(other.name) === key) continue;
    if ("role" in other && other.role === "column") {
      columns.delete(spot(other.place));
      continue;
    }
    if (places.has(spot(other.place))) return refused(`The same text in ${where(other.place)} also names \`${nameText(other.name, catalogue)}\`.`);
    columns.delete(spot(other.place));
  }
  const all = [...places.values(), ...[...columns].flatMap(([at, change]) => (places.has(at) ? [] : [change]))];
  const store = catalogue.stores.find(({ id }) => id === name.store);
  const folded = (text: string): string => (store && dialectOf(store).foldsCase ? text.toLowerCase() : text);
  const stale = all.find(({ place }) => folded(place.source.text.slice(place.start, place.end)) !== folded(name.name));
  if (stale) return refused(`${where(stale.place)} has changed meanwhile.`);
  return { kind: "change", name, changes: all };
}

/** Why a name cannot be given; `undefined` when it can. */
function whyNot(catalogue: Catalogue, name: FeatureName, to: string): string | undefined {
  // Names of tables have dots between them.
  const plain = name.kind === "view" && name.name.includes(".") ? to.replaceAll(".", "") : to;
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u.test(plain)) return `\`${to}\` is no name: letters, digits, \`_\` and \`-\` are.`;
  if (to === name.name) return "This is its name.";
  const store = catalogue.stores.find(({ id }) => id === name.store);
  if (store && dialectOf(store).quote !== undefined && !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(plain)) return `\`${to}\` would have to stand in quotes wherever it is used.`;
  if (store && isTaken(store, name, to)) return `\`${nameText({ ...name, name: to }, catalogue)}\` exists already.`;
  return undefined;
}

function isTaken({ views, services }: Store, name: FeatureName, to: string): boolean {
  if (name.kind === "view") return views.some((view) => view.name === to);
  if (name.kind === "service") return services.some((service) => service.name === to);
  const view = views.find((each) => each.name === name.view);
  return view !== undefined && [...view.fields, ...view.keyFields].some((field) => field.name === to);
}

/** `frame.rate`: no word of Python, and nothing that every frame has. */
function mayStandBare(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !KEYWORDS.includes(name) && isColumn(name);
}

/** Why the definition's name cannot be replaced where it stands; `undefined` when it can. */
export function writtenName({ place: { source, start, end, uri }, name, spelling }: PlacedDefinition, catalogue: Catalogue | undefined): string | undefined {
  const { text } = source;
  const shown = nameText(name, catalogue);
  if (spelling === "computed") return `\`${shown}\` is made of what stands in ${where({ source, start, end, uri })}: it cannot be renamed there alone.`;
  if (text.slice(start, end) !== name.name) return `The name of \`${shown}\` is computed in ${where({ source, start, end, uri })}.`;
  if (spelling === undefined && !/["']/.test(text.slice(start - 1, start))) return `\`${shown}\` is named after its function: rename that, or give \`name=\`.`;
  return undefined;
}

/** What is to stand in place of the definition's name. */
function spelt({ place: { source, start }, name, spelling }: PlacedDefinition, to: string): string {
  if (spelling !== "alias" && spelling !== "column") return to;
  // Within backticks, what ends them and opens them again is left to what stands there.
  const isQuoted = source.text.charAt(start - 1) === "`";
  const quoted = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(to) ? to : `\`${to}\``;
  if (spelling === "alias") return isQuoted ? to : quoted;
  return isQuoted ? `${name.name}\` AS \`${to}` : `${name.name} AS ${quoted}`;
}

/** `names.py, line 3`. */
function where({ uri, source, start }: TextPlace): string {
  const file = nameOf(uri.replace(/[?#].*$/su, ""));
  let decoded = file;
  try {
    decoded = decodeURIComponent(file);
  } catch {
    // As it is.
  }
  return `${decoded}, line ${String(source.positionAt(start).line + 1)}`;
}

function spot({ uri, start, end }: TextPlace): string {
  return `${uri}#${String(start)}-${String(end)}`;
}
