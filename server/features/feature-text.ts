/**
 * Feature-store objects in words: Markdown for hovers and for the documentation of completions.
 *
 * Texts from the repository (names, descriptions, tags) are data and are escaped: nothing in them becomes a link or a heading.
 */
import type { RequestField } from "../analysis/facts/column-names.ts";
import type { Defined, DefinitionSite, Entity, Field, Service, Store, View } from "../analysis/store/model.ts";
import { dialectOf } from "../analysis/store/dialects.ts";
import { standingText } from "./feature-standing.ts";
import { decoded } from "../analysis/text/uri.ts";

const maxListed = 20;

export function describeField(field: Field, view: View, store: Store): string {
  return lines([
    `**${code(dialectOf(store).grammar.write(view.name, field.name))}**${field.dtype === undefined ? "" : ` ${code(field.dtype)}`}`,
    escaped(field.description),
    "",
    ...bullets([
      ["Tags", tags(field.tags)],
      ["View", `${code(view.name)} (${view.kind})${view.description === undefined ? "" : `: ${escaped(view.description)}`}`],
      ...viewFacts(view, store),
      ["State", state(view, store, field)],
      ["Defined in", site(field.definition, store)],
    ]),
  ]);
}

/** A field of a request source. */
export function describeRequest({ source, field, store }: RequestField): string {
  return lines([
    `**${code(field.name)}**${field.dtype === undefined ? "" : ` ${code(field.dtype)}`}`,
    escaped(field.description),
    "",
    ...bullets([["Tags", tags(field.tags)], ["Passed with the request", `source ${code(source)}`], ["Defined in", site(field.definition, store)]]),
  ]);
}

export function describeView(view: View, store: Store): string {
  return lines([
    `**${code(view.name)}** ${view.kind}`,
    escaped(view.description),
    "",
    ...bullets([...viewFacts(view, store), ["State", state(view, store)], ["Defined in", site(view.definition, store)]]),
    "",
    ...fieldList(view, store),
  ]);
}

export function describeService(service: Service, store: Store): string {
  const byView = new Map<string, string[]>();
  for (const { view, field } of service.features) byView.set(view, [...(byView.get(view) ?? []), field]);
  const selected = [...byView].map(([view, fields]) => `- ${code(view)}: ${fields.map(code).join(", ")}`);
  return lines([
    `**${code(service.name)}** FeatureService`,
    escaped(service.description),
    "",
    ...bullets([["Project", store.project && escaped(store.project)], ["State", state(service, store)], ["Defined in", site(service.definition, store)]]),
    "",
    ...selected.slice(0, maxListed),
    selected.length > maxListed ? `- and ${String(selected.length - maxListed)} more views` : undefined,
    service.closed ? undefined : "- and features that are known only to the store",
  ]);
}

function viewFacts(view: View, store: Store): readonly (readonly [string, string | undefined])[] {
  const entities = view.entities.map((name) => entity(name, store.entities.find((each) => each.name === name)));
  return [
    ["Entities", entities.length === 0 ? undefined : entities.join(", ")],
    ["Time to live", view.ttlSeconds === undefined ? undefined : duration(view.ttlSeconds)],
    ["Source", view.source && code(view.source)],
    ["Owner", view.owner && escaped(view.owner)],
    ["View tags", tags(view.tags)],
    ["Serving", view.enabled === false ? "switched off (`enabled=False`)" : undefined],
    ["Project", store.project && escaped(store.project)],
  ];
}

function state(object: Defined, { registry }: Store, field?: Field): string | undefined {
  return escaped(standingText(object, registry, field?.name));
}

function entity(name: string, found: Entity | undefined): string {
  return found && found.joinKey !== name ? `${code(name)} (join key ${code(found.joinKey)})` : code(name);
}

function fieldList(view: View, store: Store): readonly (string | undefined)[] {
  const rows = view.fields.slice(0, maxListed).map((field) => {
    const type = field.dtype === undefined ? "" : ` ${code(field.dtype)}`;
    return `- ${code(field.name)}${type}${field.description === undefined ? "" : `: ${escaped(field.description)}`}`;
  });
  const left = view.fields.length - maxListed;
  const more = left > 0 ? `- and ${String(left)} more` : undefined;
  return [...rows, more, view.open ? `- and whatever ${dialectOf(store).title} infers from the source` : undefined];
}

function tags(all: ReadonlyMap<string, string>): string | undefined {
  if (all.size === 0) return undefined;
  return [...all].map(([key, value]) => code(value === "" ? key : `${key}: ${value}`)).join(", ");
}

/** `features/driver.py, line 12`, below the repository's folder. */
function site(definition: DefinitionSite | undefined, { root }: Store): string {
  if (!definition) return "the registry only";
  const { uri, line } = definition;
  const path = uri.startsWith(root + "/") ? uri.slice(root.length + 1) : uri.slice(uri.lastIndexOf("/") + 1);
  return `${code(decoded(path))}, line ${String(line + 1)}`;
}

/** `2 days 12 hours`; 0 means that values never expire. */
export function duration(seconds: number): string {
  if (seconds === 0) return "unlimited";
  const parts: string[] = [];
  let left = seconds;
  for (const [name, size] of [["day", 86_400], ["hour", 3_600], ["minute", 60]] as const) {
    const amount = Math.floor(left / size);
    left -= amount * size;
    if (amount > 0) parts.push(`${String(amount)} ${name}${amount === 1 ? "" : "s"}`);
  }
  if (left > 0) parts.push(`${String(Math.round(left * 1000) / 1000)} seconds`);
  return parts.join(" ");
}

function bullets(rows: readonly (readonly [string, string | undefined])[]): readonly string[] {
  return rows.filter(([, value]) => value !== undefined && value !== "").map(([name, value]) => `- ${name}: ${value ?? ""}`);
}

/** Blank lines stay, absent ones go. */
function lines(all: readonly (string | undefined)[]): string {
  return all.filter((line) => line !== undefined).join("\n").replaceAll(/\n{3,}/g, "\n\n").trim();
}

function code(text: string): string {
  const flat = text.replaceAll(/\s+/g, " ");
  const fence = flat.includes("`") ? "``" : "`";
  return flat.includes("`") ? `${fence} ${flat} ${fence}` : `${fence}${flat}${fence}`;
}

function escaped(text: string): string;
function escaped(text: string | undefined): string | undefined;
function escaped(text: string | undefined): string | undefined {
  return text?.replaceAll(/\s+/g, " ").trim().replaceAll(/[\\`*_{}[\]<>#|!]/g, "\\$&");
}
