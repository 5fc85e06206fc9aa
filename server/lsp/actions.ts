/** Code actions: what the light bulb offers, as LSP says it, and `source.fixAll`. Refactorings are in refactoring.ts. */
import {
  CodeActionKind,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { codeActions, type Action } from "../features/code-actions.ts";
import { fixDocument, type FixChoice } from "../features/fix-document.ts";
import { fixAllKind, notebookFixAllKind } from "./abilities.ts";
import { contained } from "./contained.ts";
import type { Context } from "./context.ts";
import { diagnosticItem, source, sourceOfText } from "./diagnostic-items.ts";
import type { Tracked } from "./documents.ts";
import { listedFixes } from "./listed-actions.ts";
import { comparePositions, toOffset } from "./position.ts";
import { refactoringActions, resolvedRefactoring, type DeferredRefactoring } from "./refactoring.ts";
import { workspaceEdit } from "./workspace-edits.ts";

/** Kept in an action that is offered without its edit. */
interface Deferred {
  readonly uri: string;
  readonly choice: FixChoice;
}

export function answerCodeActions(context: Context): void {
  const { connection, host, abilities, documents } = context;
  if (!abilities.codeActionLiterals) return;
  connection.onCodeAction(contained(host, "code actions", [], async (params) => {
    const textUri = params.textDocument.uri;
    const tracked = documents.ofText(textUri);
    const only = params.context.only;
    if (!tracked) return !only || wants(only, CodeActionKind.QuickFix) ? listedFixes(context, params) : [];
    await tracked.ready;
    if (!tracked.enabled) return [];
    const offered: CodeAction[] = [];
    if (!only || wants(only, CodeActionKind.QuickFix)) offered.push(...(await quickFixes(context, tracked, params)));
    if (!only || only.some((kind) => kind === "" || kind === CodeActionKind.Refactor || kind.startsWith(`${CodeActionKind.Refactor}.`))) {
      offered.push(...(await refactoringActions(context, tracked, params)));
    }
    const kind = tracked.kind === "notebook" ? notebookFixAllKind : fixAllKind;
    // Asked by name only: an editor that lists everything would show it on every line.
    if (only && wants(only, kind)) offered.push(...(await sourceFixAll(context, tracked, kind)));
    return offered;
  }));
  connection.onCodeActionResolve(async (action, token) => {
    const answer = await contained(host, "code action", action, async () => {
      // Editors ask about every action without an edit, those that run a command too.
      const deferred = action.data as Deferred | DeferredRefactoring | undefined;
      if (!deferred) return action;
      if ("refactoring" in deferred) return resolvedRefactoring(context, action, deferred);
      const { uri, choice } = deferred;
      const tracked = documents.get(uri);
      const fixed = tracked && (await fixAllEdit(context, tracked, choice));
      return fixed ? { ...action, edit: fixed.edit } : action;
    })(action, token);
    return answer;
  });
}

/** Repairs a document as far as the choice allows; `undefined` when there is nothing to repair. */
export async function fixAllEdit(
  context: Context,
  tracked: Tracked,
  choice: FixChoice,
): Promise<{ readonly edit: WorkspaceEdit; readonly fixed: number } | undefined> {
  const { session, rules } = context;
  const { changes, files, elsewhere, fixed } = fixDocument(session, tracked.uri, [...rules.values()], choice, (cell) => tracked.texts.get(cell)?.language ?? "python");
  if (elsewhere.length > 0 && !context.abilities.documentChanges) return undefined;
  return changes.length + elsewhere.length === 0 ? undefined : { edit: await workspaceEdit(context, tracked, changes, { files, elsewhere }), fixed };
}

/** LSP's kinds are prefixes: a request for `source` or `source.fixAll` is one for `source.fixAll.seaworthy` too. */
function wants(only: readonly string[], kind: string): boolean {
  return only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
}

async function sourceFixAll(context: Context, tracked: Tracked, kind: string): Promise<CodeAction[]> {
  const fixed = await fixAllEdit(context, tracked, { safety: "safe" });
  return fixed ? [{ title: "Fix all that is safe to fix (Seaworthy)", kind, edit: fixed.edit }] : [];
}

async function quickFixes(context: Context, tracked: Tracked, params: CodeActionParams): Promise<CodeAction[]> {
  const { session, rules, abilities } = context;
  const document = session.document(tracked.uri);
  if (!document) return [];
  const uri = params.textDocument.uri;
  const text = sourceOfText(document, uri);
  const start = toOffset(text, params.range.start, abilities.columns);
  const end = Math.max(start, toOffset(text, params.range.end, abilities.columns));
  const shown = params.context.diagnostics.filter((diagnostic) => diagnostic.source === source);
  const offered = codeActions(session, tracked.uri, { uri, start, end }, rules);
  const actions: CodeAction[] = [];
  for (const action of offered) {
    const own = diagnosticItem(document, action.diagnosis, abilities);
    const built = await buildAction(context, tracked, action);
    if (built) actions.push({ kind: CodeActionKind.QuickFix, diagnostics: matching(shown, own), ...built });
  }
  return actions;
}

async function buildAction(context: Context, tracked: Tracked, action: Action): Promise<CodeAction | undefined> {
  const { title } = action;
  switch (action.kind) {
    case "fix": {
      // Of a client that can edit only open texts, half a repair is all that it would make.
      if (action.elsewhere.length > 0 && !context.abilities.documentChanges) return undefined;
      const edit = await workspaceEdit(context, tracked, action.changes, action);
      return { title, edit, ...(action.isPreferred ? { isPreferred: true } : {}) };
    }
    case "ignore":
      return { title, edit: await workspaceEdit(context, tracked, action.changes) };
    case "fix-rule": {
      const choice: FixChoice = { safety: "review", rule: action.rule };
      if (context.abilities.resolvesActions) return { title, data: { uri: tracked.uri, choice } satisfies Deferred };
      const fixed = await fixAllEdit(context, tracked, choice);
      return fixed && { title, edit: fixed.edit };
    }
    case "explain": {
      const command = "seaworthy.explainRule";
      if (!context.abilities.options.commands?.includes(command)) return undefined;
      return { title, command: { title, command, arguments: [action.rule] } };
    }
  }
}

/** The client's own object for a finding, where it sent one; it may have moved since it was sent. */
function matching(shown: readonly Diagnostic[], own: Diagnostic): Diagnostic[] {
  const sameRule = shown.filter(({ code }) => code === own.code);
  const exact = sameRule.find(({ range }) =>
    comparePositions(range.start, own.range.start) === 0 && comparePositions(range.end, own.range.end) === 0);
  return [exact ?? sameRule.find(({ message }) => message === own.message) ?? own];
}

