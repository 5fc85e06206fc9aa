/**
 * An on-demand feature view written into a repository, below the views that it computes from.
 *
 *     @on_demand_feature_view(
 *         sources=[trips[["fare", "distance"]]],
 *         schema=[Field(name="per_km", dtype=Float64)],
 *     )
 *     def per_km_on_demand(inputs: pd.DataFrame) -> pd.DataFrame:
 *         outputs = pd.DataFrame()
 *         outputs["per_km"] = inputs["fare"] / inputs["distance"]
 *         return outputs
 *
 * Columns that are no features come with the request: a RequestSource above it says so. Where the views are defined in several files, a
 * new one imports them: no file of the repository can be imported in a circle then.
 */
import type { FileEdit, PlaceEdit } from "../engine/finding.ts";
import type { View } from "../store/model.ts";
import { Document } from "../syntax/document.ts";
import { applyEdits } from "../text/edit.ts";
import { joinUri, relativePath } from "../text/uri.ts";
import type { FeatureComputation } from "./feature-computations.ts";
import { expressionText, inputsName } from "./feature-computations.ts";
import { importEdits } from "./import-block.ts";
import type { WantedImport } from "./import-block.ts";
import { moduleSources } from "./imported-names.ts";
import type { Layout } from "./layout.ts";
import { laidOutAnew } from "./moved-layout.ts";
import type { NewFile, ProjectView, Refused } from "./refactoring.ts";
import { refused } from "./refactoring.ts";
import type { RowType } from "./row-expression.ts";
import { unitScopes } from "./statement-run.ts";

export interface OnDemandView {
  readonly kind: "view";
  readonly name: string;
  /** The type of the new feature. */
  readonly dtype: string;
  /** Where it is written. */
  readonly uri: string;
  readonly edit: FileEdit | undefined;
  readonly created: NewFile | undefined;
  /** Columns that come with the request, with their types. */
  readonly request: ReadonlyMap<string, string>;
}

const dtypes: Readonly<Record<RowType, string>> = { int: "Int64", short: "Int32", float: "Float64", bool: "Bool", text: "String", time: "UnixTimestamp" };

/**
 * @param layout how the project writes its code
 * @param comments lines that stand above the computation, and go with it
 */
export function onDemandView(
  computation: FeatureComputation, project: ProjectView, layout: Layout, wantedName: string | undefined, comments: readonly string[],
): OnDemandView | Refused {
  const { store, column, features, expression } = computation;
  const name = wantedName ?? `${column}_on_demand`;
  if (!/^[^\W\d]\w*$/u.test(name)) return refused(`${name} is no name for a function: name the view with --name`);
  if (store.views.some((view) => view.name === name)) return refused(`the repository has a view ${name} already`);
  const request = new Map([...expression.wanted].map(([field, type]) => [field, dtypes[type]]));
  const views = [...new Set(features.values())];
  const variables = new Map<View, DefinedVariable>();
  for (const view of views) {
    const found = variableOf(view, project);
    if (found.kind === "refused") return found;
    variables.set(view, found);
  }
  const files = new Set([...variables.values()].map(({ uri }) => uri));
  const [only] = files.size === 1 ? variables.values() : [];
  const uri = only?.uri ?? (views.length === 0 ? undefined : joinUri(store.root, `${name}.py`));
  if (uri === undefined) return refused("it reads no feature, and an on-demand view computes from features");
  const before = only ? project.text(uri) : undefined;
  if (!only && project.text(uri) !== undefined) return refused(`${relativePath(store.root, uri)} exists already: name the view with --name`);
  const document = Document.script(uri, before ?? "");
  const imports = importsFor(computation, request.size > 0, only ? [] : [...variables.values()], store.root);
  const clash = only && clashIn(document, [name, ...(request.size > 0 ? [requestName(name)] : [])], imports);
  if (clash !== undefined) return refused(`${clash} is something else in ${relativePath(store.root, uri)}`);
  const definition = definitionText(name, computation, request, (view) => variables.get(view)?.variable ?? view.name, comments, layout);
  const dtype = dtypes[expression.type];
  if (!only) {
    const lines = importBlock(imports);
    const text = laidOutAnew(`${lines}\n\n${definition}`, "", { ...layout, lineBreak: "\n" });
    return { kind: "view", name, dtype, uri, edit: undefined, created: { uri, text }, request };
  }
  const edits = importEdits(document, imports, { isOwn: (module) => isOwnModule(module, store.root, project) });
  if (!edits || before === undefined) return refused(`there is no place for imports in ${relativePath(store.root, uri)}`);
  const added = applyEdits(before, edits.map(inScript)).replaceAll("\r\n", "\n");
  const after = laidOutAnew(`${added.trimEnd()}\n\n\n${definition}`, before, { ...layout, lineBreak: "\n" }).replaceAll("\n", before.includes("\r\n") ? "\r\n" : "\n");
  return { kind: "view", name, dtype, uri, edit: fileEdit(uri, before, after), created: undefined, request };
}

/** In a script, where offsets of places are offsets in the text. */
export function inScript({ at, text }: PlaceEdit): { readonly start: number; readonly end: number; readonly text: string } {
  return { start: at.anchor.offset + at.start, end: at.anchor.offset + at.end, text };
}

/** One edit of what differs. */
export function fileEdit(uri: string, before: string, after: string): FileEdit {
  let front = 0;
  while (front < before.length && front < after.length && before[front] === after[front]) front++;
  let back = 0;
  while (back < before.length - front && back < after.length - front && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  return { uri, before, edits: before === after ? [] : [{ start: front, end: before.length - back, text: after.slice(front, after.length - back) }] };
}

// ---- what is there -----------------------------------------------------------------------------------------

interface DefinedVariable {
  readonly kind: "variable";
  readonly uri: string;
  readonly variable: string;
}

/** The module-level name that holds a view. */
function variableOf({ name, definition }: View, project: ProjectView): DefinedVariable | Refused {
  if (!definition) return refused(`${name} is known only to the registry: its definition is not in the workspace`);
  if (definition.cell !== undefined) return refused(`${name} is defined in a notebook`);
  const text = project.text(definition.uri);
  if (text === undefined) return refused(`the definition of ${name} cannot be read`);
  const document = Document.script(definition.uri, text);
  for (const unit of document.units) {
    const at = definition.start - unit.anchor.offset;
    const node = unit.body.find((each) => each.start <= at && at <= each.end);
    if (unit.problems.length > 0 || !node) continue;
    if (node.kind === "Assign" && node.targets.length === 1 && node.targets[0]?.kind === "Name") return { kind: "variable", uri: definition.uri, variable: node.targets[0].id };
    if (node.kind === "AnnAssign" && node.target.kind === "Name") return { kind: "variable", uri: definition.uri, variable: node.target.id };
    if (node.kind === "FunctionDef") return { kind: "variable", uri: definition.uri, variable: node.name.name };
  }
  return refused(`${name} has no variable of its own in its file`);
}

/** A name that would be bound to two things. */
function clashIn(document: Document, made: readonly string[], imports: readonly WantedImport[]): string | undefined {
  const bound = new Set(document.units.flatMap((unit) => [...unitScopes(unit).module.bindings.keys()]));
  const sources = moduleSources(document.units);
  const taken = made.find((name) => bound.has(name));
  if (taken !== undefined) return taken;
  const other = imports.find(({ module, name, asname }) => {
    const local = asname ?? name ?? module;
    return bound.has(local) && sources.get(local) !== (name === undefined ? module : `${module}:${name}`);
  });
  return other && (other.asname ?? other.name ?? other.module);
}

function isOwnModule(module: string, root: string, project: ProjectView): boolean {
  const path = module.replace(/^\.+/u, "").replaceAll(".", "/");
  return module.startsWith(".") || [`${path}.py`, `${path}/__init__.py`].some((file) => project.text(joinUri(root, file)) !== undefined);
}

// ---- what is written ---------------------------------------------------------------------------------------

function importsFor({ expression, features }: FeatureComputation, asksRequest: boolean, variables: readonly DefinedVariable[], root: string): readonly WantedImport[] {
  const from = (module: string, name: string): WantedImport => ({ module, name, asname: undefined, isOwn: false });
  const types = new Set([dtypes[expression.type], ...[...expression.wanted.values()].map((type) => dtypes[type])]);
  const libraries = [...expression.libraries].filter(([local]) => local !== "pd").map(([local, source]): WantedImport => {
    if (!source.endsWith("()")) return { module: source, name: undefined, asname: local === source ? undefined : local, isOwn: false };
    const dot = source.lastIndexOf(".");
    const name = source.slice(dot + 1, -"()".length);
    return { module: source.slice(0, dot), name, asname: local === name ? undefined : local, isOwn: false };
  });
  return [
    { module: "pandas", name: undefined, asname: "pd", isOwn: false }, ...libraries,
    from("feast", "Field"), ...(asksRequest ? [from("feast", "RequestSource")] : []),
    from("feast.on_demand_feature_view", "on_demand_feature_view"),
    ...[...types].map((type) => from("feast.types", type)),
    ...(features.size > 0 ? variables : []).map(({ uri, variable }): WantedImport =>
      ({ module: relativePath(root, uri).replace(/(?:\/__init__)?\.py$/u, "").replaceAll("/", "."), name: variable, asname: undefined, isOwn: true })),
  ];
}

/** Imports of a new file, as `importEdits` writes them below a first line. */
function importBlock(imports: readonly WantedImport[]): string {
  const empty = Document.script("file:///new.py", "pass\n");
  const edits = importEdits(empty, imports, { isOwn: () => false }) ?? [];
  const text = applyEdits("pass\n", edits.map(inScript));
  return text.slice(0, text.lastIndexOf("pass\n")).trim() + "\n";
}

function requestName(view: string): string {
  return `${view}_request`;
}

function definitionText(
  name: string, computation: FeatureComputation, request: ReadonlyMap<string, string>, variable: (view: View) => string, comments: readonly string[], { step }: Layout,
): string {
  const { column, features, expression } = computation;
  const byView = new Map<View, string[]>();
  for (const each of expression.columns) {
    const view = features.get(each);
    if (view) byView.set(view, [...(byView.get(view) ?? []), each]);
  }
  const sources = [...byView].map(([view, names]) => `${variable(view)}[[${names.map(quoted).join(", ")}]]`);
  const asked = request.size === 0 ? [] : [
    `${requestName(name)} = RequestSource(`, `${step}name=${quoted(requestName(name))},`,
    `${step}schema=[${[...request].map(([field, dtype]) => `Field(name=${quoted(field)}, dtype=${dtype})`).join(", ")}],`, ")", "", "",
  ];
  return [
    ...asked,
    "@on_demand_feature_view(",
    `${step}sources=[${[...sources, ...(request.size > 0 ? [requestName(name)] : [])].join(", ")}],`,
    `${step}schema=[Field(name=${quoted(column)}, dtype=${dtypes[expression.type]})],`,
    ")",
    `def ${name}(${inputsName}: pd.DataFrame) -> pd.DataFrame:`,
    `${step}outputs = pd.DataFrame()`,
    ...comments.map((line) => step + line),
    `${step}outputs[${quoted(column)}] = ${expressionText(computation)}`,
    `${step}return outputs`,
    "",
  ].join("\n");
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
