/** What every part of the language server works with; made once, when the client has introduced itself. */
import type { Connection } from "vscode-languageserver";
import type { Rule } from "../analysis/engine/rule.ts";
import type { Session } from "../analysis/engine/session-contract.ts";
import type { Host } from "../host.ts";
import type { Abilities } from "./abilities.ts";
import type { Documents, Tracked } from "./documents.ts";
import type { OpenTexts } from "./open-texts.ts";
import type { Project } from "./project.ts";

export interface Context {
  readonly connection: Connection;
  readonly host: Host;
  readonly session: Session;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly abilities: Abilities;
  readonly documents: Documents;
  readonly openTexts: OpenTexts;
  readonly project: Project;
  /** Called after each analysis of a document. */
  readonly analysed: Set<(tracked: Tracked) => void>;
}

/** What happens to documents, as told by the two stores (scripts and notebooks) after the session has been brought up to date. */
export interface DocumentEvents {
  opened(uri: string): void;
  changed(uri: string): void;
  saved(uri: string): void;
  closed(uri: string): void;
  /** A YAML or JSON text was opened, changed or closed. */
  textChanged(uri: string): void;
  /** `texts` have left the screen: with their document, or as cells of one that is still open. */
  removed(texts: readonly string[]): void;
}

export function closeDocument(context: Context, events: DocumentEvents, tracked: Tracked): void {
  context.documents.remove(tracked);
  context.session.close(tracked.uri);
  events.removed([...tracked.texts.keys()]);
  events.closed(tracked.uri);
}
