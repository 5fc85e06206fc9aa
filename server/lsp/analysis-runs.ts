/**
 * Analysis runs: when findings are brought up to date, and what is shown until then.
 *
 * The session computes a report at any time; this part decides whether it should (`seaworthy.run`), keeps what was last
 * shown, and tells what happened: failed rules to the log, duration and counts to a client that wants a status.
 */
import type { CancellationToken, Diagnostic } from "vscode-languageserver";
import { diagnose } from "../features/diagnostics.ts";
import { Analysed, type AnalysisStatus } from "../protocol.ts";
import { Cancelled } from "./contained.ts";
import type { Context } from "./context.ts";
import { diagnosticItems } from "./diagnostic-items.ts";
import type { Shown, Tracked } from "./documents.ts";

/**
 * Brings a document up to date where its run mode allows that, and gives what is to be shown: perhaps older findings.
 *
 * @throws Cancelled when the token says so meanwhile.
 */
export function bringUpToDate(context: Context, tracked: Tracked, token?: CancellationToken): Shown {
  const { shown } = tracked;
  if (shown?.epoch === tracked.epoch) return shown;
  if (!tracked.enabled) return keep(context, tracked, nothing(tracked), false);
  if (tracked.run !== "onType" && !tracked.due) return shown ?? nothing(tracked);
  return keep(context, tracked, analyse(context, tracked, token), true);
}

export function statusOf(tracked: Tracked): AnalysisStatus | null {
  if (!tracked.shown || !tracked.enabled) return null;
  const { milliseconds, findings, failed } = tracked.shown;
  return { uri: tracked.uri, profile: tracked.options.profile, milliseconds, findings, failed };
}

function analyse(context: Context, tracked: Tracked, token: CancellationToken | undefined): Shown {
  const { host, session, abilities } = context;
  const { uri, epoch } = tracked;
  const started = host.now();
  const diagnoses = diagnose(session, uri, () => token?.isCancellationRequested === true);
  const document = session.document(uri);
  if (token?.isCancellationRequested) throw new Cancelled();
  if (!diagnoses || !document) return nothing(tracked);
  const { findings, failures } = diagnoses.report;
  const known = new Set(tracked.shown?.failed);
  for (const { rule, error } of failures) {
    if (!known.has(rule)) host.log("error", `${rule} failed on ${uri} and is off for it until it is opened again: ${error}`);
  }
  const texts = diagnosticItems(document, diagnoses, abilities);
  return {
    epoch, texts, milliseconds: host.now() - started, findings: findings.length, failed: failures.map(({ rule }) => rule),
  };
}

function keep(context: Context, tracked: Tracked, shown: Shown, isAnalysis: boolean): Shown {
  tracked.shown = shown;
  if (!isAnalysis) return shown;
  tracked.due = false;
  for (const listener of context.analysed) listener(tracked);
  const status = context.abilities.options.status ? statusOf(tracked) : null;
  if (status) void context.connection.sendNotification(Analysed.method, status);
  return shown;
}

/** No findings in any text. */
function nothing({ epoch, texts }: Tracked): Shown {
  const none: readonly Diagnostic[] = [];
  return { epoch, texts: new Map([...texts.keys()].map((uri) => [uri, none])), milliseconds: 0, findings: 0, failed: [] };
}
