/**
 * promote-to-feature: a column that scripts compute of retrieved features becomes a feature of the store.
 *
 *     train.py    frame = store.get_historical_features(entities, features=["trips:fare", "trips:distance"]).to_df()
 *                 frame["per_km"] = frame["fare"] / frame["distance"]
 *
 *     becomes     frame = store.get_historical_features(
 *                     entities, features=["trips:fare", "trips:distance", "per_km_on_demand:per_km"]
 *                 ).to_df()
 *
 * and an on-demand feature view in the repository computes it (on-demand-view.ts). Other scripts of the project that compute the same of
 * the same features, for serving say, retrieve it as well; those that do it in another way are named and left as they are. The frame has
 * the same columns in the same order as before. What depends on other rows, on chance or on the time is refused (row-expression.ts).
 */
import type { FileEdit, PlaceEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import { removalOf } from "../facts/statement-removal.ts";
import type { Removal } from "../facts/statement-removal.ts";
import { Document } from "../syntax/document.ts";
import type { Import, ImportFrom, List, Statement } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { applyEdits } from "../text/edit.ts";
import { isInside, nameOf, relativePath } from "../text/uri.ts";
import { columnAssignments, computationOf, expressionText, isOfRetrieval } from "./feature-computations.ts";
import type { ColumnAssignment, FeatureComputation } from "./feature-computations.ts";
import { bindingsOf } from "./imported-names.ts";
import { layoutOf } from "./layout.ts";
import type { Layout } from "./layout.ts";
import { addedToList } from "./list-element.ts";
import { laidOutAnew } from "./moved-layout.ts";
import { fileEdit, inScript, onDemandView } from "./on-demand-view.ts";
import type { OnDemandView } from "./on-demand-view.ts";
import { projectModules } from "./project-modules.ts";
import type { Outcome, ProjectView, Refactoring, RefactoringOptions, Refused, Selected, Target } from "./refactoring.ts";
import { refused } from "./refactoring.ts";
import { laidOutEdits } from "./whole-text.ts";

export const promoteToFeature: Refactoring = {
  name: "promote-to-feature",
  summary: "Make a column that is computed of features a feature of the store",
  kind: "refactor.move",
  offer(target) {
    const [only, ...others] = isWhole(target) || !target.document.catalogue ? [] : selected(target);
    if (!only || others.length > 0 || !isOfRetrieval(target.document, only)) return undefined;
    return { title: `Make ${only.column} a feature of the store` };
  },
  perform,
};

/** A document, or a script of which only the text is known. */
type Script = Pick<OpenDocument, "uri" | "units">;

/** A script that computes the column, with all its computations that go. */
interface Site {
  readonly document: OpenDocument;
  readonly computations: readonly FeatureComputation[];
}

function perform(target: Target, options: RefactoringOptions): Outcome {
  const { document, project } = target;
  if (document.units.some(({ problems }) => problems.length > 0)) return refused("the file has a syntax error");
  if (!document.catalogue || document.catalogue.stores.length === 0) return refused("there is no feature store in the workspace");
  const all = isWhole(target) ? columnAssignments(document).filter((each) => isOfRetrieval(document, each)) : selected(target);
  const [only, ...others] = all;
  if (!only) return refused("no column is computed here: choose an assignment like frame[\"x\"] = frame[\"a\"] / frame[\"b\"]");
  if (others.length > 0) return refused("several columns are computed here: choose one of them");
  const computation = computationOf(document, only);
  if (computation.kind === "refused") return computation;
  const own: Site = { document, computations: sameAs(computation, document).same };
  const elsewhere = sitesElsewhere(computation, document, project);
  const removals = removalsOf(own);
  if (removals.kind === "refused") return removals;
  const comments = removals.all[0]?.above ?? [];
  const made = onDemandView(computation, project, layoutOf(document, project), options.name, comments);
  if (made.kind === "refused") return made;
  if (made.uri === document.uri) return refused("the view that it computes from is defined in this file: retrieve features in a file of their own", place(only.unit, only.statement));
  return changeFor(computation, own, elsewhere, made, project);
}

// ---- what is selected --------------------------------------------------------------------------------------

function isWhole({ document, selection }: Selected): boolean {
  return selection.every(({ cell, start, end }) => start <= cell.start && end >= cell.end && end > start) && selection.length === document.cells.length;
}

function selected({ document, selection }: Selected): readonly ColumnAssignment[] {
  return columnAssignments(document).filter(({ unit, statement }) => {
    const { cell, start, end } = document.locate(place(unit, statement));
    return selection.some((part) => part.cell === cell && part.start <= end && start <= part.end);
  });
}

// ---- who else computes it ----------------------------------------------------------------------------------

/** Computations of a document that give the same as this one, and those of the column that do not, with the reason. */
function sameAs(wanted: FeatureComputation, document: OpenDocument): { readonly same: readonly FeatureComputation[]; readonly other: readonly string[] } {
  const same: FeatureComputation[] = [];
  const other: string[] = [];
  for (const assignment of columnAssignments(document)) {
    if (assignment.column !== wanted.column) continue;
    const found = computationOf(document, assignment);
    if (found.kind === "refused") other.push(found.reason);
    else if (isSame(found, wanted)) same.push(found);
    else other.push(`${wanted.column} is computed in another way`);
  }
  return { same, other };
}

function isSame(a: FeatureComputation, b: FeatureComputation): boolean {
  const views = ({ features }: FeatureComputation): string => JSON.stringify([...features].map(([name, view]) => [name, view.name]).sort());
  return a.store === b.store && plain(expressionText(a)) === plain(expressionText(b)) && views(a) === views(b);
}

/** Without blanks outside of texts, in one kind of quotes. */
function plain(expression: string): string {
  return expression.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\s+/gu, (part) => {
    if (part.trim() === "") return "";
    const inside = part.slice(1, -1);
    return /["'\\]/u.test(inside) ? part : `"${inside}"`;
  });
}

interface Elsewhere {
  readonly sites: readonly Site[];
  /** Files to be looked at by hand: what they do. */
  readonly left: readonly string[];
}

function sitesElsewhere(wanted: FeatureComputation, document: OpenDocument, project: ProjectView): Elsewhere {
  const sites: Site[] = [];
  const left: string[] = [];
  const speaks = new RegExp(`\\[\\s*["']${wanted.column}["']\\s*\\]\\s*=`, "u");
  for (const uri of project.scripts?.() ?? []) {
    if (uri === document.uri) continue;
    const text = project.text(uri);
    if (text === undefined || !text.includes("_features(") || !speaks.test(text) || isInside(wanted.store.root, uri)) continue;
    const other = project.opened?.(uri, document.catalogue);
    if (!other) continue;
    const { same, other: reasons } = sameAs(wanted, other);
    const isBroken = other.units.some(({ problems }) => problems.length > 0);
    if (same.length > 0 && !isBroken) sites.push({ document: other, computations: same });
    const [reason] = isBroken ? ["it has a syntax error"] : reasons;
    if (reason !== undefined) left.push(`${relativePath(project.root, uri)} computes ${wanted.column} as well and stays as it is: ${reason}`);
  }
  return { sites, left };
}

// ---- the change --------------------------------------------------------------------------------------------

function changeFor(computation: FeatureComputation, own: Site, { sites, left }: Elsewhere, view: OnDemandView, project: ProjectView): Outcome {
  const reference = `${view.name}:${computation.column}`;
  const all = [own, ...sites];
  const edits = new Map<string, { readonly document: Script; readonly edits: PlaceEdit[] }>(all.map(({ document }) => [document.uri, { document, edits: [] }]));
  for (const site of all) {
    const removals = removalsOf(site);
    if (removals.kind === "refused") return removals;
    edits.get(site.document.uri)?.edits.push(...removals.all.map(({ edit }) => edit), ...unreadImports(site));
  }
  const lists = listsOf(all, project);
  if (lists.kind === "refused") return lists;
  for (const { document, unit, node } of lists.all) {
    const added = addedToList(unit, node, reference);
    const entry = edits.get(document.uri) ?? { document, edits: [] };
    entry.edits.push({ at: { anchor: unit.anchor, start: added.start, end: added.end }, text: added.text });
    edits.set(document.uri, entry);
  }
  if (edits.has(view.uri)) return refused(`${relativePath(project.root, view.uri)} defines features and retrieves them: that is not taken apart here`);
  const layout = layoutOf(own.document, project);
  const elsewhere: FileEdit[] = view.edit ? [view.edit] : [];
  for (const [uri, entry] of edits) {
    if (uri === own.document.uri) continue;
    const before = project.text(uri);
    if (before !== undefined) elsewhere.push(textEdit(uri, before, entry.edits, layout));
  }
  const mine = edits.get(own.document.uri)?.edits ?? [];
  return {
    kind: "change",
    edits: laidOutEdits(own.document, mine, layout),
    elsewhere,
    ...(view.created ? { created: [view.created] } : {}),
    summary: summaryOf(computation, view, reference, sites, project),
    left: [...leftToDo(computation, view, project), ...left],
  };
}

function removalsOf({ document, computations }: Site): { readonly kind: "removals"; readonly all: readonly Removal[] } | Refused {
  const gone = new Set<Statement>(computations.map(({ statement }) => statement));
  const all: Removal[] = [];
  for (const { unit, statement } of computations) {
    const removal = removalOf(unit, [statement], "line and above", (node) => gone.has(node));
    if (!removal) return refused(`the line in ${nameOf(document.uri)} holds more than the computation`, place(unit, statement));
    all.push(removal);
  }
  return { kind: "removals", all };
}

function summaryOf({ column, expression, features }: FeatureComputation, view: OnDemandView, reference: string, sites: readonly Site[], project: ProjectView): readonly string[] {
  const from = expression.columns.map((name) => {
    const holder = features.get(name);
    return holder ? `${holder.name}:${name}` : `${name} of the request`;
  });
  return [
    `${column} is the feature ${reference} now`,
    `${view.name} in ${relativePath(project.root, view.uri)} computes it, as ${view.dtype}, from ${from.join(", ")}`,
    ...sites.map(({ document }) => `${relativePath(project.root, document.uri)} retrieves it, too`),
  ];
}

function leftToDo({ column, store }: FeatureComputation, { request, name }: OnDemandView, project: ProjectView): readonly string[] {
  const asked = [...request.keys()].join(", ");
  return [
    `apply the repository: feast -c ${relativePath(project.root, store.root) || "."} apply`,
    ...(request.size === 0 ? [] : [`where ${name}:${column} is retrieved online, entity_rows have to hold ${asked}`]),
  ];
}

// ---- lists of references -----------------------------------------------------------------------------------

interface FeatureList {
  readonly document: Script;
  readonly unit: Unit;
  readonly node: List;
}

/** The lists that get the reference, each once. A constant must be read by nothing but the retrievals that want it. */
function listsOf(sites: readonly Site[], project: ProjectView): { readonly kind: "lists"; readonly all: readonly FeatureList[] } | Refused {
  const found = new Map<string, FeatureList & { readonly name: string | undefined }>();
  for (const { document, computations } of sites) {
    for (const { list } of computations) {
      const known = list.kind === "here"
        ? { kind: "list" as const, document, unit: list.unit, node: list.node, name: list.name }
        : importedList(document, list.module, list.name, project);
      if (known.kind === "refused") return known;
      found.set(`${known.document.uri}#${String(known.unit.anchor.offset + known.node.start)}`, known);
    }
  }
  for (const { document, name } of found.values()) {
    const reader = name === undefined ? undefined : otherReader(document, name, sites, project);
    if (reader !== undefined) return refused(`${name ?? ""} is read in ${reader} as well, which would get the feature, too`);
  }
  return { kind: "lists", all: [...found.values()] };
}

function importedList(document: OpenDocument, module: string, name: string, project: ProjectView): (FeatureList & { readonly kind: "list"; readonly name: string }) | Refused {
  const uri = projectModules(project, document.uri).locate(module);
  const text = uri === undefined ? undefined : project.text(uri);
  if (uri === undefined || text === undefined) return refused(`${module}, which holds ${name}, is not found`);
  const holder = Document.script(uri, text);
  const bound = holder.units.flatMap((unit) => unit.body.flatMap((node) => {
    const [target, ...others] = node.kind === "Assign" ? node.targets : [];
    return node.kind === "Assign" && others.length === 0 && target?.kind === "Name" && target.id === name ? [{ unit, value: node.value }] : [];
  }));
  const [only, ...others] = bound;
  if (only?.value.kind !== "List" || others.length > 0) return refused(`${name} is put together in ${relativePath(project.root, uri)}`);
  return { kind: "list", document: holder, unit: only.unit, node: only.value, name };
}

/** Somebody who reads the constant besides the retrievals; the name of the file. */
function otherReader(holder: Script, name: string, sites: readonly Site[], project: ProjectView): string | undefined {
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, "gu");
  const known = new Map(sites.map((site) => [site.document.uri, site]));
  const uris = new Set([holder.uri, ...known.keys(), ...(project.scripts?.() ?? [])]);
  return [...uris].map((uri): string | undefined => {
    const site = known.get(uri);
    const text = site || uri === holder.uri ? undefined : project.text(uri);
    const document = site?.document ?? (uri === holder.uri ? holder : undefined);
    // In a file that nobody looks at closer, the word may be anything.
    if (!document) return text !== undefined && word.test(text) && text.includes(moduleWord(holder.uri)) ? nameOf(uri) : undefined;
    const allowed = new Set(site?.computations.map(({ retrieval }) => `${String(retrieval.event.unit.anchor.offset)}:${String(retrieval.given.node.start)}`));
    const reads: string[] = [];
    for (const unit of document.units) {
      walk(unit.body, (node) => {
        if (node.kind === "Name" && node.id === name && node.ctx !== "store") reads.push(`${String(unit.anchor.offset)}:${String(node.start)}`);
        return undefined;
      });
    }
    return reads.every((read) => allowed.has(read)) ? undefined : nameOf(uri);
  }).find((each) => each !== undefined);
}

/** `features` of `src/features.py`: whoever imports it writes this word. */
function moduleWord(uri: string): string {
  const name = nameOf(uri).replace(/\.py$/u, "");
  return name === "__init__" ? "" : name;
}

// ---- texts -------------------------------------------------------------------------------------------------

/** Imports of libraries that only the computations used. */
function unreadImports({ document, computations }: Site): readonly PlaceEdit[] {
  if (document.dialect === "notebook") return [];
  const gone = computations.map(({ unit, statement }) => document.locate(place(unit, statement)));
  const [cell] = document.cells;
  const source = cell ? document.sourceOf(cell).text : "";
  const rest = applyEdits(source, gone.map(({ start, end }) => ({ start, end, text: "" })));
  const locals = new Set(computations.flatMap(({ expression }) => [...expression.libraries.keys()]));
  return document.units.flatMap((unit) => unit.body.flatMap((node): readonly PlaceEdit[] => {
    if (node.kind !== "Import" && node.kind !== "ImportFrom") return [];
    const bound = namesOf(node);
    if (bound.length === 0 || !bound.every((name) => locals.has(name) && occurrences(rest, name) === occurrences(unit.text.slice(node.start, node.end), name))) return [];
    const removal = removalOf(unit, [node], "line");
    return removal ? [removal.edit] : [];
  }));
}

function namesOf(node: Import | ImportFrom): readonly string[] {
  return bindingsOf(node).map(({ bound }) => bound);
}

function occurrences(text: string, name: string): number {
  return text.match(new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, "gu"))?.length ?? 0;
}

function textEdit(uri: string, before: string, edits: readonly PlaceEdit[], layout: Layout): FileEdit {
  const after = applyEdits(before, edits.map(inScript)).replaceAll("\r\n", "\n");
  return fileEdit(uri, before, laidOutAnew(after, before, { ...layout, lineBreak: "\n" }).replaceAll("\n", before.includes("\r\n") ? "\r\n" : "\n"));
}
