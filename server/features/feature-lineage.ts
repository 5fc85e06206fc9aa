/**
 * Lineage of a feature, view or service: where its values come from and where they go, as far as code shows it.
 *
 *     trips.parquet > driver_stats > conv_rate > driver_activity > train.py > RandomForestClassifier
 *     source          view           feature     service           script     model
 *
 * Upwards it follows a view's sources and, of a view that is computed on demand, the views that it is made of; downwards views computed
 * from it, services that select it, scripts that retrieve one of these, and models that a script trains on what it retrieved. What cannot
 * be followed is said in `gaps`, and nothing is drawn for it.
 */
import type { Catalogue, DefinitionSite, Selection, Source, Store, View } from "../analysis/store/model.ts";
import { nameOf } from "../analysis/text/uri.ts";
import { nameKey } from "./feature-name.ts";
import type { FeatureName } from "./feature-name.ts";
import { mayMean } from "./feature-uses.ts";
import type { FileUses, FoundModel, TextPlace, WorkspaceUses } from "./found-uses.ts";

export interface Lineage {
  readonly nodes: readonly LineageNode[];
  /** From where values come to where they go, by the nodes' ids. */
  readonly edges: readonly LineageEdge[];
  /** What is not known, a sentence each. */
  readonly gaps: readonly string[];
}

export type LineageKind = "source" | "request" | "view" | "feature" | "service" | "script" | "notebook" | "model";

export interface LineageNode {
  readonly id: string;
  readonly kind: LineageKind;
  readonly label: string;
  /** What kind of source or view, training or serving, where a model is kept. */
  readonly detail: string;
  /** What the lineage is asked of. */
  readonly isSubject: boolean;
  /** Where it stands in code; `undefined` for what is known only to the store. */
  readonly at: DefinitionSite | TextPlace | undefined;
  /** Of views, features and services. */
  readonly name: FeatureName | undefined;
}

export interface LineageEdge {
  readonly from: string;
  readonly to: string;
  /** False where it may be: columns or names are known only at run time. */
  readonly isSure: boolean;
}

/** More files than these are counted, not drawn. */
const maximumScripts = 40;
/** Longest chain of views computed from each other. */
const maximumDepth = 12;

/** `undefined` when there is nothing of that name. */
export function lineageOf(subject: FeatureName, catalogue: Catalogue, uses: WorkspaceUses): Lineage | undefined {
  const store = catalogue.stores.find(({ id }) => id === subject.store);
  if (!store) return undefined;
  const graph = new Graph(store, subject);
  if (subject.kind === "service") {
    const service = store.services.find(({ name }) => name === subject.name);
    if (!service) return undefined;
    graph.service(subject.name);
    for (const view of new Set(service.features.map((feature) => feature.view))) graph.edge(graph.upwards(view, 0), nameKey(subject), true);
    if (!service.closed) graph.gaps.push("The service selects features that are known only at run time.");
  } else {
    const viewName = subject.kind === "view" ? subject.name : subject.view;
    const view = store.views.find(({ name }) => name === viewName);
    const field = subject.kind === "feature" ? view?.fields.find(({ name }) => name === subject.name) : undefined;
    if (!view || (subject.kind === "feature" && !field)) return undefined;
    const from = graph.upwards(viewName, 0);
    if (field) {
      graph.node({ id: nameKey(subject), kind: "feature", label: field.name, detail: field.dtype ?? "", at: field.definition, name: subject });
      graph.edge(from, nameKey(subject), true);
    }
    graph.downwards(subject, 0);
  }
  graph.retrievals(catalogue, uses);
  return { nodes: graph.nodes, edges: graph.edges, gaps: graph.gaps };
}

class Graph {
  readonly gaps: string[] = [];
  readonly #store: Store;
  readonly #subject: FeatureName;
  readonly #nodes = new Map<string, LineageNode>();
  readonly #edges = new Map<string, LineageEdge>();
  /** What may be retrieved: the subject, and what is made of it. */
  readonly #carriers = new Map<string, FeatureName>();

  constructor(store: Store, subject: FeatureName) {
    this.#store = store;
    this.#subject = subject;
    this.#carriers.set(nameKey(subject), subject);
  }

  get nodes(): readonly LineageNode[] {
    return [...this.#nodes.values()];
  }

  get edges(): readonly LineageEdge[] {
    return [...this.#edges.values()];
  }

  node(node: Omit<LineageNode, "isSubject">): void {
    if (!this.#nodes.has(node.id)) this.#nodes.set(node.id, { ...node, isSubject: node.id === nameKey(this.#subject) });
  }

  edge(from: string | undefined, to: string | undefined, isSure: boolean): void {
    if (from === undefined || to === undefined || from === to) return;
    const key = `${from}>${to}`;
    if (isSure || !this.#edges.has(key)) this.#edges.set(key, { from, to, isSure });
  }

  // ---- upwards ---------------------------------------------------------------------------------------------

  /** The view with all that it is made of; its id. */
  upwards(name: string, depth: number): string | undefined {
    const view = this.#store.views.find((each) => each.name === name);
    if (!view) return undefined;
    const id = this.#view(view);
    if (depth >= maximumDepth) return id;
    for (const input of view.inputs) {
      if (input.kind === "view") this.edge(this.upwards(input.selection.view, depth + 1), id, true);
      else {
        const request = `request ${input.name}`;
        const site = this.#store.sources.find((each) => each.name === input.name)?.definition;
        this.node({ id: request, kind: "request", label: input.name, detail: "values of the request", at: site, name: undefined });
        this.edge(request, id, true);
      }
    }
    if (view.unlisted.includes("inputs")) this.gaps.push(`What ${view.name} is computed from is known only at run time.`);
    for (const source of this.#sourcesOf(view)) this.edge(this.#source(source), id, true);
    return id;
  }

  #view(view: View): string {
    const name: FeatureName = { kind: "view", store: this.#store.id, name: view.name };
    this.node({ id: nameKey(name), kind: "view", label: view.name, detail: view.kind, at: view.definition, name });
    return nameKey(name);
  }

  #sourcesOf({ source, inputs }: View): readonly (Source | string)[] {
    if (source === undefined || inputs.length > 0) return [];
    const known = (name: string): Source | undefined => this.#store.sources.find((each) => each.name === name || each.location === name);
    const whole = known(source);
    if (whole) return [whole];
    const several = source.split(",").map((each) => each.trim());
    return several.every(known) ? several.flatMap((each) => known(each) ?? []) : [source];
  }

  #source(source: Source | string): string {
    if (typeof source === "string") {
      this.node({ id: `source ${source}`, kind: "source", label: source, detail: "", at: undefined, name: undefined });
      return `source ${source}`;
    }
    const { name, kind, location, batchSource, definition } = source;
    const id = `source ${name === "" ? location ?? "" : name}`;
    const isKnown = this.#nodes.has(id);
    this.node({ id, kind: "source", label: name === "" ? location ?? kind : name, detail: location === undefined || location === name ? kind : `${kind} ${location}`, at: definition, name: undefined });
    if (!isKnown && batchSource !== undefined) this.edge(this.#source(this.#store.sources.find((each) => each.name === batchSource) ?? batchSource), id, true);
    return id;
  }

  // ---- downwards -------------------------------------------------------------------------------------------

  /** Views that are computed from it, and services that select it or one of these. */
  downwards(name: FeatureName, depth: number): void {
    this.#carriers.set(nameKey(name), name);
    const { views, services } = this.#store;
    for (const view of views) {
      const taken = view.inputs.flatMap((input) => (input.kind === "view" && selects(input.selection, name) ? [input.selection] : []));
      if (taken.length === 0) continue;
      const id = this.#view(view);
      // Which of its features are computed from which column is not read from the function.
      this.edge(nameKey(name), id, taken.some((selection) => name.kind === "view" || selection.fields.includes(name.name)));
      const derived: FeatureName = { kind: "view", store: this.#store.id, name: view.name };
      if (depth < maximumDepth && !this.#carriers.has(nameKey(derived))) this.downwards(derived, depth + 1);
    }
    for (const service of services) {
      const isTaken = service.features.some(({ view, field }) => (name.kind === "view" ? view === name.name : name.kind === "feature" && view === name.view && field === name.name));
      const isOpen = service.selections.some((selection) => !selection.closed && selects(selection, name));
      if (isTaken || isOpen) this.edge(nameKey(name), this.service(service.name), isTaken);
    }
  }

  service(name: string): string {
    const service = this.#store.services.find((each) => each.name === name);
    const found: FeatureName = { kind: "service", store: this.#store.id, name };
    this.node({ id: nameKey(found), kind: "service", label: name, detail: "service", at: service?.definition, name: found });
    this.#carriers.set(nameKey(found), found);
    return nameKey(found);
  }

  // ---- scripts and models ----------------------------------------------------------------------------------

  retrievals(catalogue: Catalogue, { files, whole }: WorkspaceUses): void {
    if (!whole) this.gaps.push("The workspace holds more files than are looked at.");
    const retrieving = files.filter(({ uses }) => uses.some((use) => this.#isRetrieval(use.role) && this.#carriers.has(nameKey(use.name))));
    const untrained = retrieving.slice(0, maximumScripts).flatMap((file) => (this.#script(file) === "untrained" ? [nameOf(file.uri)] : []));
    if (untrained.length > 0) this.gaps.push(`No model is seen to be trained on it in ${listed(untrained)}: the data may be used elsewhere, or in ways that are not followed.`);
    if (retrieving.length > maximumScripts) this.gaps.push(`${String(retrieving.length - maximumScripts)} more files retrieve it.`);
    const open = files.filter((file) => !retrieving.includes(file) && file.open.some(({ use }) => [...this.#carriers.values()].some((name) => mayMean(use, name, catalogue))));
    if (open.length > 0) {
      this.gaps.push(`Names known only at run time may mean it: ${listed(open.map(({ uri }) => nameOf(uri)))}.`);
    }
  }

  #isRetrieval(role: string): boolean {
    return role === "training" || role === "serving";
  }

  /** `untrained`: it asks for data to train on, and no model is seen that is. */
  #script({ uri, uses, models }: FileUses): "untrained" | undefined {
    const retrieved = uses.filter(({ name, role }) => this.#isRetrieval(role) && this.#carriers.has(nameKey(name)));
    const roles = ["training", "serving"].filter((role) => retrieved.some((use) => use.role === role));
    const [first] = retrieved;
    const id = `script ${uri}`;
    this.node({ id, kind: uri.endsWith(".ipynb") ? "notebook" : "script", label: nameOf(uri), detail: roles.join(" and "), at: first?.written?.uri === uri ? first.written : first?.around, name: undefined });
    for (const { name } of retrieved) this.edge(nameKey(name), id, true);
    const trained = models.flatMap((model) => {
      const part = this.#partIn(model);
      return part === undefined ? [] : [{ model, isSeen: part }];
    });
    for (const { model, isSeen } of trained) {
      const at = `model ${uri} ${model.className} ${String(model.place.start)}`;
      this.node({ id: at, kind: "model", label: model.className, detail: savedText(model), at: model.saved[0]?.place ?? model.place, name: undefined });
      this.edge(id, at, isSeen);
    }
    return roles.includes("training") && trained.length === 0 ? "untrained" : undefined;
  }

  /** Whether a carrier's column is seen to go into the model; `undefined` when it is not among what goes in. */
  #partIn({ features, services }: FoundModel): boolean | undefined {
    const subject = nameKey(this.#subject);
    const own = features.filter(({ name }) => nameKey(name) === subject || this.#isOfCarrier(name));
    if (own.length > 0) return own.some(({ isSeen }) => isSeen);
    return this.#subject.kind === "service" && services.some((name) => nameKey(name) === subject) ? true : undefined;
  }

  #isOfCarrier(name: FeatureName): boolean {
    return name.kind === "feature" && this.#carriers.has(nameKey({ kind: "view", store: name.store, name: name.view }));
  }
}

function savedText({ saved }: FoundModel): string {
  if (saved.length === 0) return "not seen to be saved";
  const known = [...new Set(saved.flatMap(({ to }) => to ?? []))];
  return known.length === 0 ? "saved, where is known only at run time" : `saved as ${known.join(", ")}`;
}

/** Whether a selection takes it, or may. */
function selects({ view, fields, closed }: Selection, name: FeatureName): boolean {
  if (name.kind === "view") return view === name.name;
  return name.kind === "feature" && view === name.view && (fields.includes(name.name) || !closed);
}

/** `a.py, b.py, c.py and 2 more files`. */
function listed(names: readonly string[]): string {
  return `${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${String(names.length - 3)} more files` : ""}`;
}
