/**
 * Refactorings over the protocol: offered as code actions, carried out when one is taken up or when the client asks by name.
 *
 *     offered    with a selection, or when the user asks for actions; a caret alone shows none by itself
 *     taken up   the edit; for our own client a command, which shows the change, makes it, and lets the new name be changed
 *     refused    a message with the reason; where the user asks for refactorings only, the action stands there disabled, with it
 *
 * The protocol cannot insert, delete or replace cells: what does that our own client alone can carry out, in one edit with all else.
 */
import {
  CodeActionKind, CodeActionTriggerKind, CreateFile, MessageType, ShowMessageNotification,
  type CodeAction, type CodeActionParams, type Range, type WorkspaceEdit,
} from "vscode-languageserver";
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { Refused, Refactoring, RefactoringOptions } from "../analysis/refactor/refactoring.ts";
import { SourceText } from "../analysis/text/source-text.ts";
import { parentUri, isInside } from "../analysis/text/uri.ts";
import { rangeOf, type TextRange } from "../features/diagnostics.ts";
import { offeredRefactorings, refactored, type OfferedRefactoring, type RefactoredTexts } from "../features/refactoring.ts";
import type { RefactorAnswer, RefactorChange, RefactorParams } from "../protocol.ts";
import { findProject } from "../workspace/project-view.ts";
import type { Context } from "./context.ts";
import { sourceOfText } from "./diagnostic-items.ts";
import type { Tracked } from "./documents.ts";
import { toOffset, toRange } from "./position.ts";
import { workspaceEdit } from "./workspace-edits.ts";

/** Kept in an action that is offered without its edit. */
export interface DeferredRefactoring {
  readonly uri: string;
  readonly refactoring: string;
  readonly title: string;
  readonly selection: readonly TextRange[];
  /** Of the text that the selection was made in. */
  readonly version: number | undefined;
}

/** Command of our own client: shows a change, makes it and tells of it. */
const applyCommand = "seaworthy.applyRefactoring";

export async function refactoringActions(context: Context, tracked: Tracked, params: CodeActionParams): Promise<CodeAction[]> {
  const { session, abilities } = context;
  const document = session.document(tracked.uri);
  if (!document) return [];
  const { range, context: { only, triggerKind }, textDocument: { uri } } = params;
  const isAsked = triggerKind === CodeActionTriggerKind.Invoked || only !== undefined;
  const source = sourceOfText(document, uri);
  const start = toOffset(source, range.start, abilities.columns);
  const end = Math.max(start, toOffset(source, range.end, abilities.columns));
  if (start === end && !isAsked) return [];
  // Whoever cannot ask for an edit later would have all of them made at each movement of the caret.
  if (!abilities.resolvesActions && !isAsked) return [];
  const selection: readonly TextRange[] = [{ uri, start, end }];
  const wanted = ({ kind }: Refactoring): boolean => only === undefined || only.some((each) => each === "" || kind === each || kind.startsWith(`${each}.`));
  const offered = offeredRefactorings(document, selection, wanted);
  const asksForRefactorings = only?.some((each) => each.startsWith(CodeActionKind.Refactor)) === true;
  const actions: CodeAction[] = [];
  for (const each of offered) actions.push(...(await actionOf(context, tracked, each, selection, asksForRefactorings)));
  return actions;
}

async function actionOf(
  context: Context, tracked: Tracked, { name, kind, title }: OfferedRefactoring, selection: readonly TextRange[], asksForRefactorings: boolean,
): Promise<CodeAction[]> {
  const { abilities } = context;
  const version = selection[0] && tracked.texts.get(selection[0].uri)?.version;
  const deferred: DeferredRefactoring = { uri: tracked.uri, refactoring: name, title, selection, version };
  if (abilities.resolvesActions) {
    const reason = asksForRefactorings && abilities.disabledActions ? await refusal(context, tracked, deferred) : undefined;
    return [{ title, kind, ...(reason === undefined ? { data: deferred } : { disabled: { reason } }) }];
  }
  const answer = await carryOut(context, tracked, name, selection, {});
  return answer?.kind === "change" && answer.cells.length === 0 ? [{ title, kind, edit: wholeEdit(answer) }] : [];
}

async function refusal(context: Context, tracked: Tracked, { refactoring, selection }: DeferredRefactoring): Promise<string | undefined> {
  const answer = await carryOut(context, tracked, refactoring, selection, {});
  return answer?.kind === "refused" ? answer.reason : undefined;
}

/** The action with what it does. One that is refused after all does nothing, and a message says why. */
export async function resolvedRefactoring(context: Context, action: CodeAction, deferred: DeferredRefactoring): Promise<CodeAction> {
  const { abilities, documents, connection } = context;
  const tracked = documents.get(deferred.uri);
  const [first] = deferred.selection;
  const isStale = !tracked || (first && tracked.texts.get(first.uri)?.version !== deferred.version);
  const answer = isStale ? undefined : await carryOut(context, tracked, deferred.refactoring, deferred.selection, {});
  if (!answer) return action;
  if (answer.kind === "refused") {
    warn(connection, `${deferred.title}: ${answer.reason}`);
    return action;
  }
  const { title } = action;
  if (abilities.resolvesCommands && abilities.options.commands?.includes(applyCommand) === true) {
    return { ...action, command: { title, command: applyCommand, arguments: [answer] } };
  }
  if (answer.cells.length > 0) {
    warn(connection, `${title}: this editor cannot change cells; \`seaworthy refactor ${deferred.refactoring}\` does it on the command line`);
    return action;
  }
  return { ...action, edit: wholeEdit(answer) };
}

/** As a notification: nobody waits for an answer. */
function warn(connection: Context["connection"], message: string): void {
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message });
}

/** Answers our own request; `undefined` when the selection is of a text that is not there. */
export async function answerRefactor(context: Context, tracked: Tracked, { name, selection, options }: RefactorParams): Promise<RefactorAnswer | undefined> {
  const { session, abilities } = context;
  const document = session.document(tracked.uri);
  if (!document) return undefined;
  const ranges = selection.map(({ uri, range }): TextRange => {
    const source = sourceOfText(document, uri);
    return range
      ? { uri, start: toOffset(source, range.start, abilities.columns), end: toOffset(source, range.end, abilities.columns) }
      : { uri, start: 0, end: source.text.length };
  });
  return carryOut(context, tracked, name, ranges, options ?? {});
}

async function carryOut(
  context: Context, tracked: Tracked, name: string, selection: readonly TextRange[], options: RefactoringOptions,
): Promise<RefactorAnswer | undefined> {
  const { session, host } = context;
  const workspace = context.project.folders().find((folder) => isInside(folder, tracked.uri)) ?? parentUri(tracked.uri);
  const project = await findProject(host, tracked.uri, workspace, (uri) => openText(context, uri));
  const outcome = await project.perform((view) => {
    const document = session.document(tracked.uri);
    return document && { document, result: refactored(document, name, selection, options, view) };
  });
  if (!outcome) return undefined;
  const { document, result } = outcome;
  if (result.kind === "refused") return refusedAnswer(context, document, name, result);
  const { createsFiles, documentChanges } = context.abilities;
  if ((result.created.length > 0 && !createsFiles) || (result.elsewhere.length > 0 && !documentChanges)) {
    return { kind: "refused", title: name, reason: "this editor cannot make or change other files" };
  }
  const title = offeredRefactorings(document, selection, (each) => each.name === name)[0]?.title ?? name;
  return changeAnswer(context, tracked, document, { title, request: requestOf(context, document, name, selection, options) }, result);
}

function requestOf({ abilities }: Context, document: OpenDocument, name: string, selection: readonly TextRange[], options: RefactoringOptions): RefactorParams {
  const chosen = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
  return {
    uri: document.uri, name, options: chosen,
    selection: selection.map(({ uri, start, end }) => ({ uri, range: toRange(sourceOfText(document, uri), start, end, abilities.columns) })),
  };
}

function openText({ documents, session }: Context, uri: string): string | undefined {
  const document = documents.get(uri)?.kind === "script" ? session.document(uri) : undefined;
  return document && sourceOfText(document, uri).text;
}

function refusedAnswer({ abilities }: Context, document: OpenDocument, title: string, { reason, at }: Refused): RefactorAnswer {
  if (at?.anchor.cell.document.uri !== document.uri) return { kind: "refused", title, reason };
  const { uri, start, end } = rangeOf(document, at);
  return { kind: "refused", title, reason, at: { uri, range: toRange(sourceOfText(document, uri), start, end, abilities.columns) } };
}

async function changeAnswer(
  context: Context, tracked: Tracked, document: OpenDocument, asked: Pick<RefactorChange, "title" | "request">, result: RefactoredTexts,
): Promise<RefactorChange> {
  const { abilities } = context;
  const { changes, cells, created, elsewhere, summary, left, placeholder } = result;
  const edit = await workspaceEdit(context, tracked, changes, { elsewhere });
  const isNotebook = document.dialect === "notebook";
  return {
    kind: "change", ...asked, uri: tracked.uri, summary, left,
    edit, created,
    cells: cells.map(({ start, deleteCount, cells: fresh }) => ({
      start, deleteCount, cells: fresh.map(({ kind, text, keeps }) => ({ kind, text, ...(keeps ? { keeps: keeps.id } : {}) })),
    })),
    texts: isNotebook ? document.cells.map(({ id }) => ({ uri: id, version: tracked.texts.get(id)?.version ?? 0 })) : [],
    ...(placeholder ? { placeholder: {
      name: placeholder.name,
      ...(isNotebook ? { cell: placeholder.cell } : {}),
      ranges: rangesIn(placeholder.text, placeholder.offsets, placeholder.name.length, abilities.columns),
    } } : {}),
  };
}

/** All that the change does to texts and files, as plain LSP. */
function wholeEdit({ edit, created }: RefactorChange): WorkspaceEdit {
  const texts = edit as WorkspaceEdit;
  if (created.length === 0) return texts;
  const made = created.flatMap(({ uri, text }) => [
    CreateFile.create(uri, { overwrite: false, ignoreIfExists: false }),
    { textDocument: { uri, version: null }, edits: [{ range: nowhere, newText: text }] },
  ]);
  return { ...texts, documentChanges: [...made, ...(texts.documentChanges ?? [])] };
}

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

function rangesIn(text: string, offsets: readonly number[], length: number, columns: Context["abilities"]["columns"]): Range[] {
  const source = new SourceText(text);
  return offsets.map((offset) => toRange(source, offset, offset + length, columns));
}
