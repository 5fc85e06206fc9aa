/** Our own requests (see protocol.ts), as far as the server answers them. */
import { configurationPage, enabledRules } from "../features/configuration-page.ts";
import { rulePage } from "../features/rule-page.ts";
import {
  Analyse, ExplainRule, FixAll, ListRules, Refactor, ShowConfiguration, Status,
  type FileConfiguration, type FileParams, type OwnRequest,
} from "../protocol.ts";
import { fixAllEdit } from "./actions.ts";
import { statusOf } from "./analysis-runs.ts";
import { contained } from "./contained.ts";
import type { Context } from "./context.ts";
import type { Tracked } from "./documents.ts";
import type { Publisher } from "./publishing.ts";
import { answerRefactor } from "./refactoring.ts";

export function answerOwnRequests(context: Context, publisher: Publisher): void {
  const { connection, host, documents, rules } = context;

  const answer = <Params, Result>(
    request: OwnRequest<Params, Result>,
    empty: Result,
    handle: (params: Params) => Result | Promise<Result>,
  ): void => {
    connection.onRequest(request.method, contained(host, request.method, empty, handle));
  };
  /** A script or notebook, also by one of its cells, once its settings are read. */
  const documentOf = async ({ uri }: FileParams): Promise<Tracked | undefined> => {
    const tracked = documents.get(uri) ?? documents.ofText(uri);
    await tracked?.ready;
    return tracked;
  };

  answer(ExplainRule, null, ({ rule }) => {
    const known = rules.get(rule);
    return known ? { rule, markdown: rulePage(known) } : null;
  });
  answer(ListRules, [], () => [...rules.values()].map(({ name, topic, summary }) => ({ name, topic, summary })));
  answer(ShowConfiguration, null, async (params) => {
    const tracked = await documentOf(params);
    return tracked ? configurationOf(tracked, context) : null;
  });
  answer(Status, null, async (params) => {
    const tracked = await documentOf(params);
    return tracked ? statusOf(tracked) : null;
  });
  answer(Analyse, false, async (params) => {
    const tracked = await documentOf(params);
    if (!tracked) return false;
    tracked.due = true;
    documents.touch(tracked);
    publisher.announce(tracked);
    return true;
  });
  answer(FixAll, null, async ({ uri, rule, safety }) => {
    const tracked = await documentOf({ uri });
    if (!tracked?.enabled) return null;
    return (await fixAllEdit(context, tracked, { safety, ...(rule === undefined ? {} : { rule }) })) ?? null;
  });
  answer(Refactor, null, async (params) => {
    const tracked = await documentOf(params);
    return tracked?.enabled === true ? ((await answerRefactor(context, tracked, params)) ?? null) : null;
  });
}

function configurationOf(tracked: Tracked, { rules }: Context): FileConfiguration {
  const { settings, profile } = tracked.options;
  const page = {
    uri: tracked.uri,
    settings: tracked.settingsUri ?? null,
    profile,
    excluded: !tracked.enabled,
    rules: enabledRules([...rules.values()], settings, profile),
  };
  return { ...page, markdown: configurationPage(page) };
}
