/**
 * What the analysis claims about the calls of a file, beside what was called when it ran.
 *
 *     df.head()          claimed pandas.DataFrame.head, called pandas.core.generic.NDFrame.head: right, they are one function
 *     model.fit(X)       nothing claimed, called sklearn.linear_model._base.LinearRegression.fit: missed
 *     clf.predict(X)     claimed sklearn.svm.SVC.predict, called another class's: wrong, and missed
 *
 * *Recall* is the share of callables called, counted once per place, that are claimed there. *Precision* is the share of claims
 * that are right, of those at places that were reached.
 */
import { readFileSync } from "node:fs";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { inspect } from "../../server/cli/debug-values.ts";
import type { CallLine } from "../../server/cli/debug-values.ts";
import { uriFromPath } from "../../server/main-node-host.ts";
import { openInSession, readSource } from "../../server/workspace/open-document.ts";
import { keysOf } from "./traces.ts";
import type { TracedCall, TracedFile } from "./traces.ts";

export type Owner = "library" | "builtin" | "own";

/** A callable that was called at a place, or a claim about the place. */
export interface Judged {
  readonly file: TracedFile;
  readonly call: TracedCall;
  /** Of a callable: its key where it is defined; of a claim: the claimed name. */
  readonly name: string;
  readonly owner: Owner;
  readonly isRight: boolean;
  /** What is claimed there, of a callable; what was called there, of a claim. */
  readonly others: readonly string[];
  /** Where nothing is claimed: what is known of the function, or of the object whose method it is. */
  readonly of: string;
}

export interface Comparison {
  readonly called: readonly Judged[];
  readonly claimed: readonly Judged[];
  /** Reached calls that the analysis does not list at all: a mistake in the measuring. */
  readonly unknownPlaces: readonly Judged[];
}

export async function compare(files: readonly TracedFile[]): Promise<Comparison> {
  const inspected = files.map((file) => ({ file, claims: byEnd(analysed(file.path, ({ document }) => inspect(document).calls)) }));
  const keys = await keysOf([...new Set(inspected.flatMap(({ claims }) => [...claims.values()].flatMap(({ targets }) => targets)))].sort());
  const called: Judged[] = [];
  const claimed: Judged[] = [];
  const unknownPlaces: Judged[] = [];
  for (const { file, claims } of inspected) {
    for (const call of file.trace.calls) {
      const line = claims.get(placeOf(call));
      const targets = line?.targets ?? [];
      const isSame = (claim: string, target: readonly string[]): boolean => target.includes(claim) || (keys.get(claim) ?? []).some((key) => target.includes(key));
      const names = call.targets.map((target) => target[0] ?? "?");
      for (const target of call.targets) {
        const name = target[0] ?? "?";
        const judged: Judged = { file, call, name, owner: ownerOf(file, name), isRight: targets.some((claim) => isSame(claim, target)), others: targets, of: line?.of ?? "" };
        called.push(judged);
        if (!line) unknownPlaces.push(judged);
      }
      for (const claim of targets) {
        claimed.push({ file, call, name: claim, owner: ownerOf(file, names[0] ?? claim), isRight: call.targets.some((target) => isSame(claim, target)), others: names, of: "" });
      }
    }
  }
  return { called, claimed, unknownPlaces };
}

/** Opens a file as the command line does and hands its document over. */
export function analysed<T>(path: string, use: (opened: { readonly document: OpenDocument }) => T): T {
  const uri = uriFromPath(path);
  const session = createSession({ rules: [], strict: true });
  openInSession(session, uri, readSource(path, readFileSync(path), Infinity), () => ({ settings: defaultSettings, profile: "exploration" }));
  const document = session.document(uri);
  if (!document) throw new Error(`${path} was not opened`);
  return use({ document });
}

function byEnd(calls: readonly CallLine[]): ReadonlyMap<string, CallLine> {
  return new Map(calls.map((call) => [placeOf(call), call]));
}

/** Chained calls start at the same place; no two calls end at the same. */
function placeOf({ cell, endLine, endColumn }: Pick<CallLine, "cell" | "endLine" | "endColumn">): string {
  return `${String(cell)}:${String(endLine)}:${String(endColumn)}`;
}

function ownerOf({ path }: TracedFile, name: string): Owner {
  const stem = path.slice(path.lastIndexOf("/") + 1, path.lastIndexOf("."));
  if (name.startsWith(`${stem}.`)) return "own";
  return name.startsWith("builtins.") ? "builtin" : "library";
}
