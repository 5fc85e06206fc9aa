/**
 * `seaworthy features show NAME`: one feature, view or service, with its uses in the scripts and notebooks of a folder and its lineage.
 *
 *     driver_stats:conv_rate  Float32
 *       How often it converts.
 *       Entities     driver
 *       Used         2 training, 1 serving
 *     lineage
 *       FileSource stats_source
 *         view driver_stats
 *           feature conv_rate
 *             train.py (training)
 *               RandomForestClassifier, saved as model.joblib
 */
import { createSession } from "../analysis/engine/session.ts";
import { defaultSettings } from "../analysis/engine/settings.ts";
import type { Catalogue, DefinitionSite } from "../analysis/store/model.ts";
import { didYouMean } from "../analysis/text/did-you-mean.ts";
import type { Notebook } from "../analysis/syntax/notebook.ts";
import { SourceText } from "../analysis/text/source-text.ts";
import { nameOf, relativePath } from "../analysis/text/uri.ts";
import { featureDetails, namesCalled } from "../features/feature-details.ts";
import type { FeatureDetails } from "../features/feature-details.ts";
import type { LineageNode } from "../features/feature-lineage.ts";
import { definitionsIn, nameText } from "../features/feature-name.ts";
import { offsetInCell } from "../analysis/syntax/notebook-offset.ts";
import { usesIn, viewsSpokenOf } from "../features/found-uses.ts";
import type { FileUses, TextPlace, WorkspaceUses } from "../features/found-uses.ts";
import type { StoreIndex } from "../store/store-index.ts";
import { collectFiles } from "../workspace/collect-files.ts";
import { failureText } from "../workspace/failure.ts";
import { openInSession, readSource } from "../workspace/open-document.ts";
import { ArgumentError } from "./arguments.ts";
import { createModules, keptModules } from "./modules.ts";
import { visible } from "./style.ts";
import type { Style } from "./style.ts";
import { errorLine } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";

const maximumSize = 1_000_000;

export async function showFeature(terminal: Terminal, called: string, asJson: boolean, index: StoreIndex, root: string, style: Style): Promise<void> {
  const catalogue = index.catalogueFor(root);
  const names = catalogue ? namesCalled(catalogue, called) : [];
  if (!catalogue || names.length === 0) {
    const known = catalogue ? definitionsIn(catalogue).map(({ name }) => nameText(name, catalogue)) : [];
    throw new ArgumentError(`no feature, view or service is called "${called}"${didYouMean(called, known)}`);
  }
  const notebooks = new Map<string, Notebook>();
  const uses = await workspaceUses(terminal, catalogue, root, notebooks, style);
  const all = names.flatMap((name) => featureDetails(name, catalogue, uses, terminal.host.now()) ?? []);
  const places = createPlaces(index, root, notebooks);
  if (asJson) terminal.out(`${JSON.stringify({ version: 1, features: all.map((details) => detailsJson(details, catalogue, places)) }, null, 2)}\n`);
  else terminal.out(`${all.map((details) => detailsText(details, places, style)).join("\n\n")}\n`);
}

/** One file after the other is analysed and let go. One that cannot be read is named, and stops none of the others. The notebooks are kept in `notebooks`, by URI. */
async function workspaceUses(terminal: Terminal, catalogue: Catalogue, root: string, notebooks: Map<string, Notebook>, style: Style): Promise<WorkspaceUses> {
  const { host } = terminal;
  const session = createSession({ rules: [], keepModules: keptModules });
  const loadModules = createModules(terminal, session);
  const files: FileUses[] = [];
  const collected = await collectFiles(host, [root], undefined, { cancelled: () => terminal.interrupted() });
  for (const uri of collected.files) {
    if (terminal.interrupted()) break;
    try {
      const source = readSource(nameOf(uri), await host.readFile(uri), maximumSize);
      const spoken = viewsSpokenOf(source.text);
      if (spoken !== "any" && !catalogue.stores.some(({ views }) => views.some(({ name }) => spoken.has(name)))) continue;
      openInSession(session, uri, source, () => ({ settings: defaultSettings, profile: "production" }));
      await loadModules(uri, root);
      const document = session.document(uri);
      const raw = source.kind === "notebook" ? { notebook: source.notebook, source: new SourceText(source.text) } : undefined;
      if (source.kind === "notebook") notebooks.set(uri, source.notebook);
      if (document) files.push(usesIn(session, document, catalogue, raw));
    } catch (error) {
      terminal.err(errorLine(style, `${visible(relativePath(root, uri))}: ${failureText(error)}`));
    } finally {
      session.close(uri);
    }
    await terminal.turn();
  }
  return { files, whole: true };
}

// ---- places ------------------------------------------------------------------------------------------------

interface At {
  readonly path: string;
  /** 0-based index in the notebook's `cells`; `null` in other files. */
  readonly cell: number | null;
  /** 1-based, in the cell if there is one; columns in characters. */
  readonly line: number;
  readonly column: number;
}

type Places = (place: DefinitionSite | TextPlace | undefined) => At | undefined;

function createPlaces(index: StoreIndex, root: string, notebooks: ReadonlyMap<string, Notebook>): Places {
  return (place) => {
    if (!place) return undefined;
    const source = "source" in place ? place.source : index.sourceOf(place.uri);
    const notebook = notebooks.get(place.uri);
    const inCell = source && notebook && offsetInCell(source.text, notebook, place.start);
    const position = inCell ? new SourceText(inCell.cell.text).positionAt(inCell.offset, "code-point") : source?.positionAt(place.start, "code-point");
    return position && { path: relativePath(root, place.uri), cell: inCell?.index ?? null, line: position.line + 1, column: position.column + 1 };
  };
}

/** As `refactor` takes it: `train.py:12`, `explore.ipynb:cell3:1`. */
function placeText({ path, cell, line }: At): string {
  return cell === null ? `${path}:${String(line)}` : `${path}:cell${String(cell + 1)}:${String(line)}`;
}

// ---- as text -----------------------------------------------------------------------------------------------

function detailsText(details: FeatureDetails, places: Places, style: Style): string {
  const { reference, type, description, facts, tags, deprecated, standing, registry, definition, features, usage, lineage } = details;
  const defined = places(definition);
  const listed = (of: readonly TextPlace[]): string => of.flatMap((place) => places(place) ?? []).map(placeText).join(", ");
  const rows: readonly (readonly [string, string | undefined])[] = [
    ["Deprecated", deprecated],
    ...facts.map(({ label, text }) => [label, text] as const),
    ["Tags", tags.map(({ key, value }) => (value === "" ? key : `${key}: ${value}`)).join(", ")],
    ["State", standing.text],
    ["Registry", standing.text === undefined ? registry : undefined],
    ["Defined in", defined && placeText(defined)],
    ["Used", usage.text],
    ["Training", listed(usage.training)],
    ["Serving", listed(usage.serving)],
    ["Perhaps", listed(usage.possibly)],
  ];
  const shown = rows.filter((row): row is readonly [string, string] => row[1] !== undefined && row[1] !== "");
  const width = Math.max(...shown.map(([label]) => label.length));
  return [
    `${style.bold(visible(reference))}${type === undefined ? "" : `  ${style.dim(visible(type))}`}`,
    ...(description === undefined ? [] : [`  ${visible(oneLine(description))}`]),
    ...shown.map(([label, text]) => `  ${style.dim(label.padEnd(width))}  ${visible(oneLine(text))}`),
    ...(features.length > 0 ? ["features", ...features.map(({ label, dtype }) => `  ${visible(label)}${dtype === undefined ? "" : `  ${style.dim(visible(dtype))}`}`)] : []),
    "lineage",
    ...lineageLines(details, style),
    ...lineage.gaps.map((gap) => `  ${style.dim(visible(gap))}`),
  ].join("\n");
}

/** As a tree from the sources on; what several things lead to is drawn once, and named where they lead to it again. */
function lineageLines({ lineage: { nodes, edges } }: FeatureDetails, style: Style): readonly string[] {
  const lines: string[] = [];
  const drawn = new Set<string>();
  const draw = (node: LineageNode, depth: number, isSure: boolean): void => {
    const name = node.kind === "view" || node.kind === "feature" || node.kind === "service" ? `${node.kind} ${node.label}` : node.label;
    const detail = node.detail === "" || node.detail === node.kind ? "" : style.dim(` (${visible(node.detail)})`);
    const isKnown = drawn.has(node.id);
    lines.push(`${"  ".repeat(depth + 1)}${isSure ? "" : "perhaps "}${node.isSubject ? style.bold(visible(name)) : visible(name)}${isKnown ? style.dim(" (above)") : detail}`);
    if (isKnown) return;
    drawn.add(node.id);
    for (const edge of edges) {
      const to = edge.from === node.id ? nodes.find(({ id }) => id === edge.to) : undefined;
      if (to) draw(to, depth + 1, edge.isSure);
    }
  };
  for (const node of nodes) if (!edges.some(({ to }) => to === node.id)) draw(node, 0, true);
  return lines;
}

export function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

// ---- as JSON -----------------------------------------------------------------------------------------------

function detailsJson(details: FeatureDetails, catalogue: Catalogue, places: Places): object {
  const { name, type, description, deprecated, standing, registry, definition, features, usage, lineage, project } = details;
  const all = (of: readonly TextPlace[]): readonly At[] => of.flatMap((place) => places(place) ?? []);
  return {
    kind: name.kind, reference: details.reference, project: project ?? null, type: type ?? null, description: description ?? null,
    facts: Object.fromEntries(details.facts.map(({ label, text }) => [label, text])),
    tags: Object.fromEntries(details.tags.map(({ key, value }) => [key, value])),
    deprecated: deprecated ?? null,
    standing: standing.kind,
    differences: standing.differences.map(({ part, code, registry: applied }) => ({ part, code: code ?? null, registry: applied ?? null })),
    registry: registry ?? null, at: places(definition) ?? null,
    features: features.map((each) => ({ reference: nameText(each.name, catalogue), dtype: each.dtype ?? null, description: each.description ?? null })),
    usage: { state: usage.text, training: all(usage.training), serving: all(usage.serving), possibly: all(usage.possibly) },
    lineage: {
      nodes: lineage.nodes.map(({ id, kind, label, detail, isSubject, at }) => ({ id, kind, label, detail, isSubject, at: places(at) ?? null })),
      edges: lineage.edges, gaps: lineage.gaps,
    },
  };
}
