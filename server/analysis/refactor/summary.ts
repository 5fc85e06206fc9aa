/**
 * What an extraction tells the user: the names that go in and come out, each with its reason.
 *
 *     compute_total(df, rate) made of 3 statements; returns total
 *     df is a parameter: read here, assigned in line 4
 *     total is returned: read in line 12
 *     price is local to compute_total() now: nothing else reads it
 */
import { effectsOf } from "../facts/purity.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Place } from "../syntax/unit.ts";
import type { Draft } from "./extract-function.ts";
import type { LiveNames } from "./live-names.ts";
import { statementsOf } from "./statement-run.ts";

export function summaryOf({ run, names, function: made }: Draft): readonly string[] {
  const count = statementsOf(run).length;
  const given = made.parameters.map(({ name }) => name).join(", ");
  const returned = made.results.length > 0 ? `; returns ${made.results.join(", ")}` : "";
  return [`${made.name}(${given}) made of ${count} statement${count === 1 ? "" : "s"}${returned}`, ...reasonsOf(run.document, names, made.name), ...changedObjects({ run, names })];
}

export function reasonsOf(document: OpenDocument, { parameters, results, own, globals }: LiveNames, made: string): readonly string[] {
  return [
    ...parameters.map(({ name, read, assigned }) => `${name} is a parameter: read in ${lineOf(document, read)}${assigned ? `, assigned in ${lineOf(document, assigned)}` : ""}`),
    ...results.map(({ name, assigned, read }) => `${name} is returned: assigned in ${lineOf(document, assigned)}${read ? `, read in ${lineOf(document, read)}` : " for whoever looks at it"}`),
    ...(own.length > 0 ? [`${listed(own)} ${own.length === 1 ? "is" : "are"} local to ${made}() now: nothing else reads ${own.length === 1 ? "it" : "them"}`] : []),
    ...(globals.length > 0 ? [`${listed(globals)} ${globals.length === 1 ? "stays a global name" : "stay global names"}`] : []),
  ];
}

/** Parameters whose objects the statements change: the caller sees that, as before. A name that is bound anew may stand for another object by then. */
function changedObjects({ run, names }: Pick<Draft, "run" | "names">): readonly string[] {
  const document = run.document.analysis();
  const changed = new Set<string>();
  for (const { unit, statements } of run.parts) {
    const analysis = document.analysisOf(unit);
    if (!analysis) continue;
    const { changes, does } = effectsOf(document, analysis, statements);
    if (!does.has("unknown")) for (const name of changes) changed.add(name);
  }
  const isRebound = (name: string): boolean => names.results.some((result) => result.name === name);
  const told = names.parameters.map(({ name }) => name).filter((name) => changed.has(name) && !isRebound(name));
  return told.length > 0 ? [`${listed(told)} ${told.length === 1 ? "is" : "are"} changed in place, for the caller as well`] : [];
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}

function lineOf(document: OpenDocument, at: Place): string {
  const { cell, start } = document.locate(at);
  const line = `line ${document.sourceOf(cell).positionAt(start).line + 1}`;
  return document.dialect === "notebook" ? `cell ${cell.index + 1}, ${line}` : line;
}
