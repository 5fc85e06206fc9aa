/** Hover, completion and definition: positions in, features' plain answers out as LSP. */
import {
  CompletionItemKind,
  InsertTextFormat,
  MarkupKind,
  type CompletionItem,
  type CompletionList,
  type Definition,
  type DefinitionLink,
  type Hover,
  type MarkupContent,
  type Position,
  type TextDocumentIdentifier,
  type TextDocumentPositionParams,
} from "vscode-languageserver";
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { DefinitionSite } from "../analysis/store/model.ts";
import type { Cell } from "../analysis/syntax/unit.ts";
import type { SourceText } from "../analysis/text/source-text.ts";
import { completeFeatures } from "../features/completion.ts";
import type { CompletionItem as FeatureItem, CompletionList as FeatureItems } from "../features/completion-items.ts";
import { definitionsOf, featureDefinitions } from "../features/definition.ts";
import type { Definition as FeatureDefinition } from "../features/definition.ts";
import { featureHover, hoverOf } from "../features/feature-hover.ts";
import { findingHover } from "../features/finding-hover.ts";
import { completeListed, targetsListedAt } from "../features/listed-at.ts";
import { contained } from "./contained.ts";
import type { Context } from "./context.ts";
import { rulePageLinkInText, sourceOfText } from "./diagnostic-items.ts";
import type { Tracked } from "./documents.ts";
import { listedSpot } from "./listed-spot.ts";
import { toOffset, toRange } from "./position.ts";

/** A position of the client, found in the session. */
export interface Spot {
  readonly tracked: Tracked;
  readonly document: OpenDocument;
  readonly cell: Cell;
  readonly uri: string;
  readonly offset: number;
}

export function answerLanguageRequests(context: Context): void {
  const { connection, host } = context;
  connection.onHover(contained(host, "hover", null, async (params) => {
    const spot = await spotOf(context, params);
    return spot ? hoverAt(context, spot) : hoverListed(context, params);
  }));
  connection.onCompletion(contained(host, "completion", null, async (params) => {
    const spot = await spotOf(context, params);
    return spot ? completionAt(context, spot) : completionListed(context, params);
  }));
  connection.onDefinition(contained(host, "definition", null, async (params) => {
    const spot = await spotOf(context, params);
    return spot ? definitionAt(context, spot) : definitionListed(context, params);
  }));
}

/** A feature reference says what it is; a finding at the same place is added. */
function hoverAt(context: Context, { tracked, document, cell, uri, offset }: Spot): Hover | null {
  const { session, rules, abilities } = context;
  const found = [
    featureHover(document, document.catalogue, cell, offset),
    findingHover(session, tracked.uri, { uri, offset }, rules, (rule) => rulePageLinkInText(abilities, rule)),
  ].filter((hover) => hover !== undefined);
  const first = found[0];
  if (!first) return null;
  const markdown = found.map((hover) => hover.markdown).join("\n\n---\n\n");
  const range = toRange(sourceOfText(document, uri), first.at.start, first.at.end, abilities.columns);
  return { contents: markup(context, markdown), range };
}

function hoverListed(context: Context, params: TextDocumentPositionParams): Hover | null {
  const spot = listedSpot(context, params);
  const hover = spot && hoverOf(targetsListedAt(spot.text, spot.catalogue, spot.offset));
  return hover ? { contents: markup(context, hover.markdown), range: toRange(spot.text.source, hover.at.start, hover.at.end, context.abilities.columns) } : null;
}

function completionAt(context: Context, { document, cell, uri, offset }: Spot): CompletionList | null {
  const list = completeFeatures(document, document.catalogue, cell, offset);
  return list ? completionList(context, sourceOfText(document, uri), list) : null;
}

function completionListed(context: Context, params: TextDocumentPositionParams): CompletionList | null {
  const spot = listedSpot(context, params);
  const list = spot && completeListed(spot.text, spot.catalogue, spot.offset);
  return list ? completionList(context, spot.text.source, list) : null;
}

function completionList(context: Context, source: SourceText, list: FeatureItems): CompletionList {
  return { isIncomplete: list.isIncomplete, items: list.items.map((item) => completionItem(context, source, item)) };
}

const completionKinds: Readonly<Record<FeatureItem["kind"], CompletionItemKind>> = {
  view: CompletionItemKind.Module,
  feature: CompletionItemKind.Field,
  service: CompletionItemKind.Interface,
  column: CompletionItemKind.Property,
};

function completionItem(context: Context, source: SourceText, item: FeatureItem): CompletionItem {
  const { edit } = item;
  return {
    label: item.label,
    kind: completionKinds[item.kind],
    ...(context.abilities.labelDetails ? { labelDetails: { description: item.detail } } : { detail: item.detail }),
    documentation: markup(context, item.documentation),
    filterText: item.filter,
    sortText: item.sort,
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: toRange(source, edit.start, edit.end, context.abilities.columns), newText: edit.text },
    // A command of VS Code, which other clients would not know; they complete again on the trigger character.
    ...(item.continues && context.abilities.options.commands?.includes("editor.action.triggerSuggest")
      ? { command: { title: "Complete", command: "editor.action.triggerSuggest" } }
      : {}),
  };
}

function definitionAt(context: Context, { document, cell, uri, offset }: Spot): Definition | DefinitionLink[] | null {
  return definitionLinks(context, sourceOfText(document, uri), featureDefinitions(document, document.catalogue, cell, offset));
}

function definitionListed(context: Context, params: TextDocumentPositionParams): Definition | DefinitionLink[] | null {
  const spot = listedSpot(context, params);
  return spot ? definitionLinks(context, spot.text.source, definitionsOf(targetsListedAt(spot.text, spot.catalogue, spot.offset))) : null;
}

function definitionLinks(context: Context, origin: SourceText, definitions: readonly FeatureDefinition[]): Definition | DefinitionLink[] | null {
  const { abilities } = context;
  const links = definitions.flatMap(({ from, to }): DefinitionLink[] => {
    const target = definitionText(context, to);
    if (!target) return [];
    const range = toRange(target, to.start, to.end, abilities.columns);
    return [{
      originSelectionRange: toRange(origin, from.start, from.end, abilities.columns),
      targetUri: to.cell ?? to.uri, targetRange: range, targetSelectionRange: range,
    }];
  });
  if (links.length === 0) return null;
  return abilities.definitionLinks ? links : links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
}

/** The text that the definition's offsets count in: as it was read. */
export function definitionText({ project, session }: Context, site: DefinitionSite): SourceText | undefined {
  const document = session.document(site.uri);
  const cell = site.cell === undefined ? document?.cells[0] : document?.cell(site.cell);
  // Offsets in a cell count there, whoever has read the notebook's file.
  const read = site.cell === undefined ? project.definitionSource(site.uri) : undefined;
  return read ?? (cell && document?.sourceOf(cell));
}

function markup({ abilities }: Context, value: string): MarkupContent {
  return { kind: abilities.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText, value };
}

/** `undefined` for documents that are not ours, and for positions in a text that has changed while settings were read. */
export async function spotOf(
  { documents, session, abilities }: Context,
  { textDocument: { uri }, position }: { readonly textDocument: TextDocumentIdentifier; readonly position: Position },
): Promise<Spot | undefined> {
  const tracked = documents.ofText(uri);
  if (!tracked) return undefined;
  const version = tracked.texts.get(uri)?.version;
  await tracked.ready;
  const document = session.document(tracked.uri);
  if (!document || !tracked.enabled || tracked.texts.get(uri)?.version !== version) return undefined;
  const offset = toOffset(sourceOfText(document, uri), position, abilities.columns);
  const cell = tracked.kind === "notebook" ? document.cell(uri) : document.cells.findLast(({ start }) => start <= offset);
  return cell && { tracked, document, cell, uri, offset };
}
