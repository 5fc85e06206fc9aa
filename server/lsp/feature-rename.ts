/**
 * Rename of a feature, view or service over the protocol. To a client that can show changes first the edit comes in groups, each with what
 * it means, and what is not certain waits to be confirmed; to others only what is certain is sent. What the rename does to the data is said
 * to both: nobody reads the description of a group before it is too late.
 */
import {
  LSPErrorCodes, MessageType, ResponseError, ShowMessageNotification,
  type AnnotatedTextEdit, type CancellationToken, type ChangeAnnotation, type PrepareRenameParams, type Range, type RenameParams,
  type TextDocumentEdit, type WorkspaceEdit,
} from "vscode-languageserver";
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { dialectOf } from "../analysis/store/dialects.ts";
import type { Catalogue, Source, Store, View } from "../analysis/store/model.ts";
import type { Place } from "../analysis/syntax/unit.ts";
import { textUri } from "../features/diagnostics.ts";
import { nameText } from "../features/feature-name.ts";
import type { FeatureName } from "../features/feature-name.ts";
import type { TextPlace, WorkspaceUses } from "../features/found-uses.ts";
import { planRename, writtenName } from "../features/rename-feature.ts";
import type { RenameChange } from "../features/rename-feature.ts";
import { sourceMapping } from "../features/source-mapping.ts";
import type { Context } from "./context.ts";
import type { FeatureIndex } from "./feature-index.ts";
import { allDefinitions, definitionsOf } from "./feature-references.ts";
import { namedAt } from "./named-at.ts";
import { toRange } from "./position.ts";

export async function prepareRename(
  context: Context, params: PrepareRenameParams,
): Promise<{ range: Range; placeholder: string } | ResponseError | null> {
  const named = await namedAt(context, params);
  const [name] = named?.names ?? [];
  const catalogue = context.project.catalogue();
  if (!named || !name) return null;
  const definitions = definitionsOf(context, [name]);
  if (definitions.length === 0) return refused(`\`${nameText(name, catalogue)}\` is defined nowhere in the workspace: only the registry knows it.`);
  for (const definition of definitions) {
    const reason = writtenName(definition, catalogue);
    if (reason !== undefined) return refused(reason);
  }
  return { range: named.range, placeholder: name.name };
}

export async function renameFeature(
  context: Context, index: FeatureIndex, params: RenameParams, token: CancellationToken,
): Promise<WorkspaceEdit | ResponseError | null> {
  const read = await readTogether(context, index, params, token);
  if (!read || read === "being-edited") return read ? refused(beingEdited) : null;
  const { named, catalogue, uses } = read;
  const definitions = allDefinitions(context);
  const plan = planRename({ catalogue, names: named.names, to: params.newName, definitions, uses });
  if (plan.kind === "refused") return refused(plan.reason);
  const { openTexts } = context;
  const isStale = plan.changes.some(({ place: { uri, source } }) => (openTexts.get(uri)?.source.text ?? source.text) !== source.text);
  if (isStale) return refused(beingEdited);
  const mapping = plan.name.kind === "feature" ? await mappingFor(context, index, plan.name, params.newName) : undefined;
  return workspaceEdit(context, plan.name, params.newName, [...plan.changes, ...(mapping?.changes ?? [])], mapping?.isByHand === true);
}

interface Read {
  readonly named: NonNullable<Awaited<ReturnType<typeof namedAt>>>;
  readonly catalogue: Catalogue;
  readonly uses: WorkspaceUses;
}

/** Catalogue and uses of one moment; `undefined` where nothing is named. */
async function readTogether(context: Context, index: FeatureIndex, params: RenameParams, token: CancellationToken): Promise<Read | "being-edited" | undefined> {
  for (let attempt = 0; attempt < attempts && (await caughtUp(context, token)); attempt++) {
    const named = await namedAt(context, params);
    const catalogue = context.project.catalogue();
    if (!named || !catalogue) return undefined;
    const uses = await index.uses(token);
    if (context.project.catalogue() === catalogue && !isBehind(context)) return { named, catalogue, uses };
  }
  return "being-edited";
}

const attempts = 3;

/** Definitions are read a moment after they were edited; until then their places are those of an older text. False when it takes too long. */
async function caughtUp(context: Context, token: CancellationToken): Promise<boolean> {
  for (let rounds = 0; rounds < patience; rounds++) {
    if (!isBehind(context)) return true;
    await new Promise((resolve) => { setTimeout(resolve, round); });
    if (token.isCancellationRequested) return false;
  }
  return !isBehind(context);
}

/** Milliseconds. */
const round = 50;
const patience = 40;

function isBehind({ documents, session, project }: Context): boolean {
  return [...documents.all()].some(({ uri }) => {
    const read = project.definitionSource(uri);
    const document = session.document(uri);
    const cell = document?.cells[0];
    return read !== undefined && document !== undefined && cell !== undefined && textUri(document, cell) === uri && document.sourceOf(cell).text !== read.text;
  });
}

const beingEdited = "The files are being edited: try again.";

/** The source goes on reading its old column. */
async function mappingFor(
  { project }: Context, index: FeatureIndex, name: Extract<FeatureName, { kind: "feature" }>, to: string,
): Promise<{ readonly changes: readonly RenameChange[]; readonly isByHand: boolean } | undefined> {
  const store = project.catalogue()?.stores.find(({ id }) => id === name.store);
  const view = store?.kind === "feast" ? store.views.find((each) => each.name === name.view) : undefined;
  if (!view || view.kind === "OnDemandFeatureView" || view.kind === "LabelView" || view.transformation) return undefined;
  if (store && isReadByOthers(store, view, name.name)) return { changes: [], isByHand: true };
  const field = view.fields.find((each) => each.name === name.name);
  const files = new Set([view.definition?.uri, field?.definition?.uri].filter((uri) => uri !== undefined));
  const look = (document: OpenDocument, at: (place: Place) => TextPlace | undefined): RenameChange | "by-hand" | undefined => {
    const mapping = sourceMapping(document, name.view, name.name, to);
    if (!mapping) return undefined;
    const place = mapping.kind === "edit" ? at(mapping.at) : undefined;
    return mapping.kind === "edit" && place ? { place, text: mapping.text, group: "source" } : "by-hand";
  };
  for (const uri of files) {
    const found = await index.inspect(uri, look);
    if (found === "by-hand") break;
    if (found) return { changes: [found], isByHand: false };
  }
  return { changes: [], isByHand: true };
}

/** Another view reads the same column of the same source, directly or as the history of a stream: mapped for one, it would be gone for the other. */
function isReadByOthers({ views, sources }: Store, view: View, column: string): boolean {
  const data = (of: string | undefined): Source | undefined => {
    const source = sources.find(({ name }) => name === of);
    return sources.find(({ name }) => name === source?.batchSource) ?? source;
  };
  const read = data(view.source);
  return read !== undefined && views.some((other) =>
    other !== view && data(other.source) === read && (other.open || [...other.fields, ...other.keyFields].some(({ name }) => name === column)));
}

function workspaceEdit(
  context: Context, name: FeatureName, to: string, changes: readonly RenameChange[], isByHand: boolean,
): WorkspaceEdit {
  const { abilities, connection, project } = context;
  const range = ({ source, start, end }: TextPlace): Range => toRange(source, start, end, abilities.columns);
  const warn = (message: string): void => {
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
  };
  const store = project.catalogue()?.stores.find(({ id }) => id === name.store);
  const kept = renameWarning(store, name);
  // What is left to do comes first: of a message, editors show one line.
  const told = isByHand ? `Left to do: rename the column of the data, or map it by \`field_mapping\` of the source. ${kept}` : kept;
  if (!abilities.documentChanges || !abilities.annotatesChanges) {
    const certain = changes.filter(({ group }) => group !== "column");
    const left = changes.length - certain.length;
    warn(`${told}${left === 0 ? "" : ` ${left === 1 ? "1 text that may be a column of that name is left as it is" : `${String(left)} texts that may be columns of that name are left as they are`}.`}`);
    const byText = new Map<string, { range: Range; newText: string }[]>();
    for (const { place, text } of certain) byText.set(place.uri, [...(byText.get(place.uri) ?? []), { range: range(place), newText: text }]);
    return abilities.documentChanges
      ? { documentChanges: [...byText].map(([uri, edits]) => ({ textDocument: { uri, version: versionOf(context, uri) }, edits })) }
      : { changes: Object.fromEntries(byText) };
  }
  warn(told);
  // Without their confirmation the parts of a rename would be left out when it is applied, so only what may be something else needs it.
  const annotations: Record<RenameChange["group"], ChangeAnnotation> = {
    name: { label: `${nameText(name, project.catalogue())} becomes ${to}`, description: told },
    column: {
      label: "Texts that may be its column", needsConfirmation: true,
      description: "They are equal to the name and stand beside a retrieval of the feature.",
    },
    source: {
      label: `The data keeps its column ${name.name}`,
      description: "Feast looks for a column of the feature's name. Leave this out when the column is renamed, too.",
    },
  };
  const byText = new Map<string, AnnotatedTextEdit[]>();
  for (const { place, text, group } of changes) byText.set(place.uri, [...(byText.get(place.uri) ?? []), { range: range(place), newText: text, annotationId: group }]);
  const used = new Set(changes.map(({ group }) => group));
  return {
    documentChanges: [...byText].map(([uri, edits]): TextDocumentEdit => ({ textDocument: { uri, version: versionOf(context, uri) }, edits })),
    changeAnnotations: Object.fromEntries(Object.entries(annotations).filter(([group]) => used.has(group as RenameChange["group"]))),
  };
}

/** What a new name does to the data. */
function renameWarning(store: Store | undefined, { kind }: FeatureName): string {
  if (store === undefined || store.kind === "feast") {
    return `Values that are online stay under the old name until the next \`feast apply\` and materialization: for Feast a new name is a new ${kind}.`;
  }
  return `Values that are stored stay under the old name, and code outside of this workspace goes on asking for it: for ${dialectOf(store).title} a new name is a new ${kind}.`;
}

function versionOf({ documents, openTexts }: Context, uri: string): number | null {
  return documents.ofText(uri)?.texts.get(uri)?.version ?? openTexts.get(uri)?.version ?? null;
}

function refused(reason: string): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestFailed, reason);
}
