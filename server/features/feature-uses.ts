/**
 * Where a document names features, views and services: for finding references, renaming and counting.
 *
 *     FEATURES = ["driver_stats:conv_rate"]            view and feature, by name
 *     get_historical_features(features=FEATURES)       says that both are used in training
 *     stats[["conv_rate"]]                             feature, in a selection
 *     store.materialize(..., feature_views=["stats"])  view
 *     f"{view}:conv_rate"                              open: known only at run time; `stats:conv_rate` may be meant
 *     frame["conv_rate"]                               feature, of a frame that is known to be retrieved
 *     other["conv_rate"]                               a column: perhaps that of the retrieved frame, perhaps not
 *
 * A *use* has the place where the name is written, which may be in another document (a constant that is imported); a name that is
 * computed, or written with escapes, has none. A string that names a feature whole and reaches no call that we know is a *mention*.
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { argumentOf, featureCalls, mainArgument, piecesOf, spokenBy } from "../analysis/facts/feature-calls.ts";
import type { FeatureCall, OpenReference, OpenText } from "../analysis/facts/feature-calls.ts";
import { asSeenBy } from "../analysis/facts/notebook-definitions.ts";
import { collectColumns } from "../analysis/facts/named-columns.ts";
import { collectReferences, hintOf } from "../analysis/facts/features.ts";
import type { CallEvent, DocumentAnalysis, UnitAnalysis } from "../analysis/semantic/analysis.ts";
import type { Value } from "../analysis/semantic/value.ts";
import { chooseStores } from "../analysis/store/choose-store.ts";
import { elements, lastStep, madeOf, textArgument } from "../analysis/store/construction.ts";
import { definingCallable, originalOf, settingsOf } from "../analysis/store/defined-object.ts";
import type { Catalogue } from "../analysis/store/model.ts";
import { dialectOf } from "../analysis/store/dialects.ts";
import { feastDialect } from "../analysis/store/feast-dialect.ts";
import type { ParsedReference } from "../analysis/store/reference.ts";
import { dialectsIn, indexStores, resolveReference, storesInReach } from "../analysis/store/resolve.ts";
import type { CatalogueIndex } from "../analysis/store/resolve.ts";
import { contentOf, partPlace, writtenText } from "../analysis/store/written-text.ts";
import type { WrittenText } from "../analysis/store/written-text.ts";
import type { Node, StringConstant } from "../analysis/syntax/nodes.ts";
import { place, placeKey } from "../analysis/syntax/unit.ts";
import type { Place, Unit } from "../analysis/syntax/unit.ts";
import { walk } from "../analysis/syntax/walk.ts";
import type { FeatureName } from "./feature-name.ts";
import { definitionsIn, nameKey, namesOf } from "./feature-name.ts";
import { viewMembers } from "./view-members.ts";

export interface FeatureUses {
  readonly uses: readonly FeatureUse[];
  readonly open: readonly OpenUse[];
}

export type UseRole =
  | "training"
  | "serving"
  /** In the repository's own code: services, selections, functions of on-demand views, commands for one view. */
  | "repository"
  | "mention"
  /** A text equal to a feature's name beside a retrieval of it: perhaps the column of the frame. */
  | "column";

export interface FeatureUse {
  readonly name: FeatureName;
  readonly role: UseRole;
  /** The characters of the name; `undefined` when they are not written in one piece. */
  readonly written: Place | undefined;
  /** Where to point at otherwise. */
  readonly around: Place;
  /** It stands there without quotes: an attribute, a keyword. */
  readonly isBare?: boolean;
}

/** Names that are known only at run time. */
export interface OpenUse {
  readonly takes: "references" | "service";
  readonly role: "training" | "serving" | "repository";
  /** The stores that may be meant. */
  readonly stores: ReadonlySet<string>;
  /** What is known of the text: pieces around `undefined`, which stands for anything. Absent when nothing is. */
  readonly pieces: OpenText;
  /** The view's name is known, and is a use of its own. */
  readonly isViewTold: boolean;
  /** No feature is named: all of a view. */
  readonly isWholeView: boolean;
  readonly place: Place;
}

export function collectUses(document: OpenDocument, applied: Catalogue | undefined): FeatureUses {
  const catalogue = asSeenBy(document.analysis(), document.uri, applied);
  if (!catalogue) return { uses: [], open: [] };
  const analysis = document.analysis();
  const known = collected.get(analysis);
  if (known?.stores === catalogue.stores) return known.uses;
  const collector = new Collector(document, catalogue);
  collector.references();
  collector.columns();
  collector.calls();
  collector.strings();
  const uses = { uses: collector.uses, open: collector.open };
  collected.set(analysis, { stores: catalogue.stores, uses });
  return uses;
}

/** An analysis never changes, and each lens, link and hint of a document asks. */
const collected = new WeakMap<DocumentAnalysis, { readonly stores: Catalogue["stores"]; readonly uses: FeatureUses }>();

const viewCallables = new Set([
  "FeatureView", "BatchFeatureView", "StreamFeatureView", "OnDemandFeatureView", "LabelView",
  "batch_feature_view", "stream_feature_view", "on_demand_feature_view",
]);

class Collector {
  readonly uses: FeatureUse[] = [];
  readonly open: OpenUse[] = [];
  readonly #document: OpenDocument;
  readonly #catalogue: Catalogue;
  /** The stores that the document most likely talks to, for each dialect. */
  readonly #reach: readonly CatalogueIndex[];
  /** Of Feast. */
  readonly #near: CatalogueIndex;
  readonly #taken = new Set<string>();
  /** Strings that are accounted for. */
  readonly #seen = new Set<string>();
  /** Features that this document retrieves, by their own name. */
  readonly #retrieved = new Map<string, FeatureName[]>();

  constructor(document: OpenDocument, catalogue: Catalogue) {
    this.#document = document;
    this.#catalogue = catalogue;
    this.#reach = storesInReach(catalogue.stores, document.uri).map(({ index }) => index);
    this.#near = this.#reach.find(({ dialect }) => dialect.kind === feastDialect.kind) ?? indexStores([], feastDialect);
  }

  /** Texts that reach calls which take them. */
  references(): void {
    const { references, views, services } = collectReferences(this.#document.analysis(), this.#document.uri, this.#catalogue);
    for (const { written, parsed, role = "repository", index, place: around } of references) this.#reference(written, parsed, index, role, around);
    for (const { kind, name, role, index, written, place: around } of [...views, ...services]) {
      const use = role ?? this.#roleOfFetched(around);
      for (const found of namesOf[kind](index, name)) this.#use(found, use, partPlace(written, 0, name.length), around);
    }
  }

  calls(): void {
    const analysis = this.#document.analysis();
    for (const { calls } of analysis.units) for (const event of calls) this.#service(event);
    // A function is interpreted once more with open parameters: that says nothing where its callers are known.
    const known = new Set<Node>();
    const dynamic = new Map<Node, readonly OpenUse[]>();
    // A part that is made in a loop is told once for all its rounds; the retrieval that gets them has each.
    const parts = new Set<string>();
    const places = new Map<Node, string>();
    for (const dialect of dialectsIn(this.#catalogue.stores)) {
      for (const call of featureCalls(analysis, dialect)) {
        const { node, scope, via, unit } = call.event;
        if (call.form.isPart === true) places.set(node, placeKey(place(unit, node)));
        const found = this.#openUses(call);
        if (found === "known") {
          known.add(node);
        } else if (found.length > 0 && !(scope && via.length === 0 && (known.has(node) || dynamic.has(node)))) dynamic.set(node, [...(dynamic.get(node) ?? []), ...found]);
        for (const part of partPlaces(call)) parts.add(placeKey(part));
      }
    }
    for (const [node, found] of dynamic) if (!known.has(node) && !parts.has(places.get(node) ?? "")) this.open.push(...found);
  }

  /** Columns of what was retrieved, and in functions of on-demand views. */
  columns(): void {
    const { names } = collectColumns(this.#document.analysis(), this.#document.uri, this.#catalogue);
    for (const { written, around, role, columns, isBare } of names) {
      for (const piece of written.pieces) if (piece.place) this.#seen.add(placeKey(piece.place));
      for (const { store: { id: store }, view, field, viewPart, featurePart } of columns) {
        if (viewPart) this.#use({ kind: "view", store, name: view.name }, role, partPlace(written, viewPart.start, viewPart.end), around);
        // A column that holds a key is no feature.
        if (view.fields.includes(field)) this.#use({ kind: "feature", store, view: view.name, name: field.name }, role, partPlace(written, featurePart.start, featurePart.end), around, isBare);
      }
    }
  }

  /** Selections, mentions and perhaps columns. */
  strings(): void {
    for (const unit of this.#document.units) {
      const analysis = this.#document.analysis().analysisOf(unit);
      if (analysis) this.#members(unit, analysis);
      walk(unit.body, (node) => {
        if (node.kind === "Subscript" && (node.slice.kind === "List" || node.slice.kind === "Name") && analysis) this.#selection(unit, node, analysis.valueOf(node));
        return undefined;
      });
    }
    for (const unit of this.#document.units) {
      walk(unit.body, (node) => {
        if (node.kind === "Constant" && node.type === "str") this.#string(unit, node);
        return undefined;
      });
    }
  }

  #reference(written: WrittenText, parsed: ParsedReference, index: CatalogueIndex, role: UseRole, around: Place): void {
    const { view, feature } = parsed;
    for (const piece of written.pieces) if (piece.place) this.#seen.add(placeKey(piece.place));
    for (const found of namesOf.view(index, view.name)) this.#use(found, role, partPlace(written, view.start, view.end), around);
    if (!feature) return;
    for (const found of namesOf.feature(index, view.name, feature.name)) {
      this.#use(found, role, partPlace(written, feature.start, feature.end), around);
      if (role !== "training" && role !== "serving") continue;
      for (const column of index.dialect.columns(view.name, feature.name)) {
        this.#retrieved.set(column, [...(this.#retrieved.get(column) ?? []).filter((each) => nameKey(each) !== nameKey(found)), found]);
      }
    }
  }

  /** What the service or view is fetched for: the retrieval call that it reaches, itself or by what is made of it. */
  #roleOfFetched(around: Place): UseRole {
    for (const dialect of dialectsIn(this.#catalogue.stores)) {
      for (const { event, form } of featureCalls(this.#document.analysis(), dialect)) {
        if (form.role && askedIn(event, form).some((value) => isFetched(value, around))) return form.role;
      }
    }
    return "repository";
  }

  /** Empty where the call says nothing of names. */
  #openUses(call: FeatureCall): readonly OpenUse[] | "known" {
    const { event, form, dialect } = call;
    if (form.shape.kind === "view") return [];
    const given = argumentOf(event, mainArgument(form));
    // Unpacked arguments may hold anything.
    const isWholeView = form.shape.kind === "fields";
    if (!given && !isWholeView && !event.args.some(({ unpacked }) => unpacked)) return [];
    const mine = this.#catalogue.stores.filter((store) => dialectOf(store) === dialect);
    const stores = new Set(chooseStores(mine, this.#document.uri, hintOf(event.receiver, dialect)).stores.map(({ id }) => id));
    const takes = form.shape.kind === "service" ? "service" : "references";
    const use = ({ pieces, isViewTold = false, isWholeView: isWhole = false }: OpenReference): OpenUse =>
      ({ takes, role: form.role ?? "repository", stores, pieces, isViewTold, isWholeView: isWhole, place: place(event.unit, given?.node ?? event.node) });
    if (!given && !isWholeView) return [use({ pieces: undefined })];
    if (given && takes === "service") return writtenText(given.value) ? "known" : [use({ pieces: piecesOf(given.value) })];
    if (given && dialect.serviceOf?.(given.value)) return "known";
    const { open } = spokenBy(call);
    return open.length === 0 ? "known" : open.map(use);
  }

  /** `FeatureService(features=["view", "view:feature"])`. */
  #service({ target, args, unit }: CallEvent): void {
    if (target === undefined || !/^feast\.(\w+\.)*FeatureService$/.test(target)) return;
    const given = args.find(({ keyword, position }) => (keyword ?? (position === 1 ? "features" : "")) === "features");
    for (const each of (given && elements(given.value)) ?? []) {
      const written = writtenText(each);
      if (written && given) this.#reference(written, feastDialect.grammar.parse(written.text), this.#near, "repository", place(unit, given.node));
    }
  }

  /** `cards.limit`, `cards["limit"]`. */
  #members(unit: Unit, analysis: UnitAnalysis): void {
    for (const index of this.#reach) {
      for (const { view, name, written, literal, around } of viewMembers(unit, analysis, index.dialect)) {
        if (literal) this.#seen.add(placeKey(literal));
        for (const found of namesOf.feature(index, view, name)) this.#use(found, "repository", written, around);
      }
    }
  }

  #selection(unit: Unit, node: Node, value: Value): void {
    const made = madeOf(value);
    const original = made && lastStep(made.callable) === "__getitem__" ? originalOf(value) : undefined;
    if (!made || !original || !viewCallables.has(definingCallable(original))) return;
    const name = textArgument(settingsOf(original), "name", 0) ?? decoratedName(original.arguments[0]?.value);
    const listed = made.arguments[0] && elements(made.arguments[0].value);
    if (name === undefined || !listed) return;
    for (const each of listed) {
      const written = writtenText(each);
      if (!written) continue;
      for (const piece of written.pieces) if (piece.place) this.#seen.add(placeKey(piece.place));
      for (const found of namesOf.feature(this.#near, name, written.text)) {
        this.#use(found, "repository", partPlace(written, 0, written.text.length), place(unit, node));
      }
    }
  }

  #string(unit: Unit, node: StringConstant): void {
    const at = place(unit, node);
    if (node.parts.length !== 1 || this.#seen.has(placeKey(at))) return;
    const column = this.#retrieved.get(node.value);
    const content = contentOf(at, node.value);
    if (column) {
      if (content && this.#isDefinition(content)) return;
      // `view__feature`: its parts stand apart.
      for (const name of column) {
        const isWhole = name.name === node.value;
        this.#use(name, "column", content && (isWhole ? content : { ...content, start: content.end - name.name.length }), at);
        if (isWhole || name.kind !== "feature" || !node.value.startsWith(name.view) || !content) continue;
        const view: FeatureName = { kind: "view", store: name.store, name: name.view };
        this.#use(view, "column", { ...content, end: content.start + name.view.length }, at);
      }
      return;
    }
    for (const index of this.#reach) {
      if (!node.value.includes(index.dialect.grammar.separator)) continue;
      const parsed = index.dialect.grammar.parse(node.value);
      const { feature, view } = parsed;
      if (!feature || resolveReference(node.value, index, parsed).kind !== "feature") continue;
      const part = (start: number, end: number): Place | undefined => content && { ...content, start: content.start + start, end: content.start + end };
      for (const found of namesOf.view(index, view.name)) this.#use(found, "mention", part(view.start, view.end), at);
      for (const found of namesOf.feature(index, view.name, feature.name)) this.#use(found, "mention", part(feature.start, feature.end), at);
    }
  }

  /** The name of a definition that stands in the same document. */
  #isDefinition({ anchor, start }: Place): boolean {
    const cell = anchor.cell.document.dialect === "notebook" ? anchor.cell.id : undefined;
    return definitionsIn(this.#catalogue).some(({ site }) => site.uri === this.#document.uri && site.cell === cell && site.start === anchor.offset + start);
  }

  #use(name: FeatureName, role: UseRole, written: Place | undefined, around: Place, isBare = false): void {
    const key = `${nameKey(name)}|${role}|${placeKey(written ?? around)}|${placeKey(around)}`;
    if (this.#taken.has(key)) return;
    this.#taken.add(key);
    this.uses.push({ name, role, written, around, ...(isBare ? { isBare } : {}) });
  }
}

/** The objects that a retrieval is asked for. */
function askedIn(event: CallEvent, form: FeatureCall["form"]): readonly Value[] {
  const { shape } = form;
  if (shape.kind === "fields" && shape.view === "receiver") return event.receiver ? [event.receiver] : [];
  const given = argumentOf(event, mainArgument(form));
  return given ? ((shape.kind === "parts" ? elements(given.value) : undefined) ?? [given.value]) : [];
}

function isFetched(value: Value, { anchor, start, end }: Place): boolean {
  for (let made = madeOf(value); made; made = madeOf(made.receiver)) {
    const { place: at } = made;
    if (at.anchor === anchor && at.start <= start && end <= at.end) return true;
  }
  return false;
}

/** Where the parts are made that a retrieval gets. */
function partPlaces({ event, form: { shape } }: FeatureCall): readonly Place[] {
  const given = shape.kind === "parts" ? argumentOf(event, shape.argument) : undefined;
  return ((given && elements(given.value)) ?? []).flatMap((each) => madeOf(each)?.place ?? []);
}

/** Whether one of the names that a dynamic use may have at run time is this one. */
export function mayMean({ takes, stores, pieces }: OpenUse, name: FeatureName, catalogue: Catalogue): boolean {
  if (!stores.has(name.store) || (takes === "service") !== (name.kind === "service")) return false;
  if (!pieces) return true;
  const store = catalogue.stores.find(({ id }) => id === name.store);
  const { grammar, foldsCase } = store ? dialectOf(store) : feastDialect;
  const source = pieces.map((piece) => (piece === undefined ? ".*" : escaped(piece))).join("");
  const pattern = new RegExp(`^${source}$`, foldsCase ? "is" : "s");
  if (name.kind === "service") return pattern.test(name.name);
  const viewName = name.kind === "view" ? name.name : name.view;
  const views = catalogue.stores.filter(({ id }) => id === name.store).flatMap(({ views: all }) => all.filter((each) => each.name === viewName));
  if (name.kind === "feature") return pattern.test(grammar.write(viewName, name.name)) || (store?.kind === "feast" && pattern.test(`${viewName}@v1:${name.name}`));
  if (views.some(({ fields }) => fields.some((field) => pattern.test(grammar.write(viewName, field.name))))) return true;
  const first = pieces[0] ?? "";
  const start = grammar.write(viewName, "");
  return views.some(({ open }) => open) && (first.startsWith(start) || start.startsWith(first));
}

/** A decorated function gives its name to the view, unless `name=` is given. */
function decoratedName(value: Value | undefined): string | undefined {
  return value?.type?.kind === "function" ? value.type.definition.name : undefined;
}

function escaped(literal: string): string {
  return literal.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
