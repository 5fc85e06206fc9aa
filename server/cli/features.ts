/**
 * `seaworthy features list` and `seaworthy features check`: the feature stores below a folder, code and registry side by side.
 *
 * `list` prints what there is; `check` what should not be: settings and files that cannot be read, definitions that were not applied,
 * differ from what was applied, or are left only in the registry. It ends with status 1 when there is any. `show` is in features-show.ts, `import` in features-import.ts.
 */
import type { DefinitionSite, Defined, Store, View } from "../analysis/store/model.ts";
import { dialectOf } from "../analysis/store/dialects.ts";
import { relativePath } from "../analysis/text/uri.ts";
import { ageText, momentText } from "../features/feature-standing.ts";
import type { RegistryStatus } from "../store/registry-reader.ts";
import { createStoreIndex } from "../store/store-index.ts";
import type { StoreIndex } from "../store/store-index.ts";
import { createSettingsFinder } from "../workspace/settings-discovery.ts";
import { ArgumentError } from "./arguments.ts";
import { importOptions, runImport } from "./features-import.ts";
import { oneLine, showFeature } from "./features-show.ts";
import type { CommandSpec, ParsedArguments } from "./arguments.ts";
import type { Style } from "./style.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";

export const featuresCommand: CommandSpec = {
  name: "features",
  operands: "list|check|show NAME|import FILE.json [PATH]",
  most: 3,
  summary: "List the features of the stores below a folder, compare code with what was applied, import other stores",
  options: [
    { name: "format", value: "FORMAT", choices: ["text", "json"], description: "How it is printed" },
    { name: "ask-servers", description: "Ask registry servers that feature_store.yaml names; without it only files are read" },
    { name: "registry", value: "URL", description: "REST registry server to ask in place of the registry in feature_store.yaml" },
    ...importOptions,
  ],
  examples: [
    { line: "seaworthy features list", does: "views, features, services and sources, with their states" },
    { line: "seaworthy features check feature_repo", does: "what was not applied, or differs from what was" },
    { line: "seaworthy features show driver_stats:conv_rate", does: "one feature, view or service with its uses and lineage" },
    { line: "seaworthy features import groups.json", does: "features.yaml from the JSON of another store" },
  ],
};

export async function runFeatures(terminal: Terminal, args: ParsedArguments, style: Style): Promise<ExitStatus> {
  const [action, ...rest] = args.operands;
  if (action === "import") return runImport(terminal, rest, args, style);
  if (action !== "list" && action !== "check" && action !== "show") throw new ArgumentError("list, check, show or import? usage: seaworthy features list [PATH]");
  const called = action === "show" ? rest.shift() : undefined;
  if (action === "show" && called === undefined) throw new ArgumentError("show what? usage: seaworthy features show NAME [PATH]");
  const [path, ...others] = rest;
  if (others.length > 0) throw new ArgumentError(`one folder at a time: ${others.join(" ")} is too much`);
  const root = path === undefined ? terminal.cwd : terminal.uriOf(path);
  const found = await terminal.host.stat(root);
  if (found?.kind !== "directory") throw new ArgumentError(`${path ?? "."} is no folder`);
  const serverUrl = args.value("registry");
  if (serverUrl !== undefined && !/^https?:\/\//i.test(serverUrl)) throw new ArgumentError("--registry takes the http or https URL of a REST registry server");
  const finder = createSettingsFinder(terminal.host, terminal.rules);
  const index = createStoreIndex(terminal.host, [root], {
    settingsFor: async (uri) => (await finder.find(uri)).settings,
    environment: (name) => terminal.environment[name],
    // Whoever types the command trusts the folder.
    trusted: true,
    network: args.has("ask-servers") || serverUrl !== undefined,
    ...(serverUrl === undefined ? {} : { serverUrl }),
  });
  await index.refresh();
  await index.settled();
  const stores = index.catalogueFor(root)?.stores ?? [];
  if (stores.length === 0) {
    terminal.err(`no feature store below ${path ?? "."}: no feature_store.yaml, features.yaml or definitions in code\n`);
    return action === "list" ? 0 : 2;
  }
  if (called !== undefined) {
    await showFeature(terminal, called, args.value("format") === "json", index, root, style);
    return 0;
  }
  const shown = stores.map((store) => ({ store, status: (store.kind === "feast" ? index.registries().get(store.root)?.status : undefined) ?? { kind: "none" as const } }));
  const issues = shown.flatMap(({ store, status }) => issuesOf(store, status, index, root));
  if (args.value("format") === "json") {
    const listed = shown.map(({ store, status }) => storeJson(store, status, index, root));
    terminal.out(`${JSON.stringify({ version: 1, stores: action === "list" ? listed : [], issues }, null, 2)}\n`);
  } else if (action === "list") terminal.out(`${shown.map(({ store, status }) => storeText(store, status, root, style)).join("\n\n")}\n`);
  else terminal.out(checkText(issues, shown, root, style));
  return action === "check" && issues.length > 0 ? 1 : 0;
}

interface ShownStore {
  readonly store: Store;
  readonly status: RegistryStatus;
}

interface Issue {
  readonly path: string;
  /** 1-based; absent where it is written nowhere. */
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
}

function issuesOf(store: Store, status: RegistryStatus, index: StoreIndex, root: string): readonly Issue[] {
  // Of a store without one, nothing is known only to a registry.
  const config = index.registries().get(store.root)?.config ?? `${store.root}/feature_store.yaml`;
  const issues: Issue[] = store.problems.map(({ uri, start, message }) => ({ ...positionOf(uri, start, index, root), message }));
  if (status.kind === "failed" || status.kind === "stale") issues.push({ path: relativePath(root, config), message: `the registry cannot be read: ${status.reason}` });
  for (const [what, object] of objectsOf(store)) {
    const message = standingIssue(what, object);
    const { definition } = object;
    if (message !== undefined) issues.push({ ...(definition ? positionOf(definition.uri, definition.start, index, root) : { path: relativePath(root, config) }), message });
  }
  return issues;
}

function standingIssue(what: string, { name, standing }: Defined): string | undefined {
  switch (standing.kind) {
    case "code":
    case "applied":
      return undefined;
    case "not-applied":
      return `${what} ${name} was not applied`;
    case "registry-only":
      return `${what} ${name} is only in the registry`;
    case "differs": {
      const parts = standing.differences.map(({ part, code, registry }) => `${part} (${code ?? "nothing"}, applied ${registry === undefined || registry === "" ? "nothing" : registry})`);
      return `${what} ${name} differs from what was applied: ${parts.join(", ")}`;
    }
  }
}

function* objectsOf(store: Store): Generator<readonly [string, Defined]> {
  for (const view of store.views) yield [view.kind, view];
  for (const entity of store.entities) yield ["Entity", entity];
  for (const service of store.services) yield ["FeatureService", service];
  for (const source of store.sources) yield [source.kind, source];
}

function positionOf(uri: string, offset: number, index: StoreIndex, root: string): Omit<Issue, "message"> {
  const position = index.sourceOf(uri)?.positionAt(offset, "code-point");
  return { path: relativePath(root, uri), ...(position ? { line: position.line + 1, column: position.column + 1 } : {}) };
}

function checkText(issues: readonly Issue[], shown: readonly ShownStore[], root: string, style: Style): string {
  const lines = issues.map(({ path, line, column, message }) => `${style.bold(path)}${line === undefined ? "" : `:${String(line)}:${String(column)}`}: ${message}`);
  for (const { store, status } of shown) {
    // One that cannot be read is among the issues.
    if (store.kind !== "feast" || store.registry !== undefined || status.kind === "failed" || status.kind === "stale") continue;
    lines.push(style.dim(`${relativePath(root, store.root)}: nothing to compare with: ${registryText(store, status)}`));
  }
  return lines.length === 0 ? `${style.dim(shown.some(({ store }) => store.kind === "feast") ? "code and registry agree" : "nothing is wrong with what is defined")}\n` : `${lines.join("\n")}\n`;
}

function storeText(store: Store, status: RegistryStatus, root: string, style: Style): string {
  const lines = [`${style.bold(store.project ?? (store.kind === "feast" ? "unknown project" : dialectOf(store).title))}  ${style.dim([relativePath(root, store.root), registryText(store, status)].filter((each) => each !== "").join("  "))}`];
  for (const view of store.views.toSorted(byName)) {
    lines.push(`  ${style.bold(view.name)}  ${style.dim(view.kind)}${view.entities.length === 0 ? "" : `  ${view.entities.join(", ")}`}${mark(view, style)}`);
    const width = Math.max(0, ...view.fields.map(({ name }) => name.length));
    for (const field of view.fields) lines.push(`    ${field.name.padEnd(width)}  ${style.dim(field.dtype ?? "?")}${field.description === undefined ? "" : `  ${oneLine(field.description)}`}`);
    if (view.open) lines.push(`    ${style.dim(`... and what ${dialectOf(store).title} finds in the source`)}`);
  }
  for (const [title, objects] of [["services", store.services], ["entities", store.entities], ["sources", store.sources]] as const) {
    if (objects.length > 0) lines.push(`  ${style.dim(title)}`);
    for (const object of objects.toSorted(byName)) lines.push(`    ${object.name}${mark(object, style)}`);
  }
  if (!store.complete) lines.push(`  ${style.dim(`there may be more: ${whyMore(store)}`)}`);
  return lines.join("\n");
}

function whyMore({ limits, kind }: Store): string {
  return limits.length > 0 || kind === "feast" ? "some of the code is known only at run time" : "other projects may define views, too";
}

function registryText(store: Store, status: RegistryStatus): string {
  if (store.kind !== "feast") return "";
  const updated = store.registry?.updated === undefined ? "" : `applied ${momentText(store.registry.updated)}`;
  switch (status.kind) {
    case "none":
      return "no registry";
    case "current":
      return updated === "" ? "registry read" : updated;
    case "missing":
      return "never applied here";
    case "stale":
      return `${updated === "" ? "" : `${updated}, `}read ${ageText(status.ageMilliseconds)}: ${status.reason}`;
    case "off":
      return `registry not read: ${status.reason}`;
    case "failed":
      return `registry cannot be read: ${status.reason}`;
  }
}

function mark({ standing }: Defined, style: Style): string {
  switch (standing.kind) {
    case "code":
    case "applied":
      return "";
    case "not-applied":
      return `  ${style.yellow("not applied")}`;
    case "registry-only":
      return `  ${style.yellow("only in the registry")}`;
    case "differs":
      return `  ${style.yellow(`differs: ${standing.differences.map(({ part }) => part).join(", ")}`)}`;
  }
}

function storeJson(store: Store, status: RegistryStatus, index: StoreIndex, root: string): object {
  const object = (each: Defined): object => ({
    name: each.name, description: each.description ?? null, owner: each.owner ?? null, tags: Object.fromEntries(each.tags),
    standing: each.standing.kind, differences: each.standing.kind === "differs" ? each.standing.differences : [], at: siteJson(each.definition, index, root),
  });
  return {
    project: store.project ?? null,
    path: relativePath(root, store.root),
    registry: { ...status, updated: store.registry?.updated ?? null },
    complete: store.complete,
    views: store.views.map((view) => ({ ...object(view), ...viewJson(view) })),
    entities: store.entities.map((entity) => ({ ...object(entity), joinKey: entity.joinKey, valueType: entity.valueType ?? null })),
    services: store.services.map((service) => ({
      ...object(service),
      features: service.selections.flatMap(({ view, alias, fields }) => fields.map((field) => dialectOf(store).grammar.write(alias ?? view, field))),
    })),
    sources: store.sources.map((source) => ({ ...object(source), kind: source.kind, location: source.location ?? null, timestampField: source.timestampField ?? null })),
  };
}

function viewJson(view: View): object {
  return {
    kind: view.kind, entities: view.entities, open: view.open, ttlSeconds: view.ttlSeconds ?? null, online: view.online ?? null, source: view.source ?? null,
    fields: view.fields.map(({ name, dtype, description, tags }) => ({ name, dtype: dtype ?? null, description: description ?? null, tags: Object.fromEntries(tags) })),
  };
}

function siteJson(site: DefinitionSite | undefined, index: StoreIndex, root: string): object | null {
  return site ? positionOf(site.uri, site.start, index, root) : null;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
