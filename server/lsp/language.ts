/** Hover, completion and definition: positions in, features' plain answers out as LSP. */
import { MarkupKind, type Hover } from "vscode-languageserver";
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { findingHover } from "../features/finding-hover.ts";
import { contained } from "./contained.ts";
import type { Context } from "./context.ts";
import { rulePageLink, sourceOfText } from "./diagnostic-items.ts";
import type { Tracked } from "./documents.ts";
import { toOffset, toRange } from "./position.ts";
import type { Position, TextDocumentIdentifier } from "vscode-languageserver";

/** A position of the client, found in the session. */
interface Spot {
  readonly tracked: Tracked;
  readonly document: OpenDocument;
  readonly uri: string;
  readonly offset: number;
}

export function answerLanguageRequests(context: Context): void {
  const { connection, host } = context;
  connection.onHover(contained(host, "hover", null, async (params) => {
    const spot = await spotOf(context, params);
    return spot ? hoverAt(context, spot) : null;
  }));
}

function hoverAt({ session, rules, abilities }: Context, { tracked, document, uri, offset }: Spot): Hover | null {
  const hover = findingHover(session, tracked.uri, { uri, offset }, rules, (rule) => rulePageLink(abilities, rule));
  if (!hover) return null;
  const range = toRange(sourceOfText(document, uri), hover.at.start, hover.at.end, abilities.columns);
  const kind = abilities.markdownHover ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value: hover.markdown }, range };
}

/** `undefined` for documents that are not ours, and for positions in a text that has changed while settings were read. */
async function spotOf(
  { documents, session, abilities }: Context,
  { textDocument: { uri }, position }: { readonly textDocument: TextDocumentIdentifier; readonly position: Position },
): Promise<Spot | undefined> {
  const tracked = documents.ofText(uri);
  if (!tracked) return undefined;
  const version = tracked.texts.get(uri)?.version;
  await tracked.ready;
  const document = session.document(tracked.uri);
  if (!document || !tracked.enabled || tracked.texts.get(uri)?.version !== version) return undefined;
  return { tracked, document, uri, offset: toOffset(sourceOfText(document, uri), position, abilities.columns) };
}
