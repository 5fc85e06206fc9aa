/**
 * The explanation path: from a value back to where its data was read, split, selected and learnt from, as related places of a finding.
 *
 *     df = pd.read_csv("sales.csv")                 read here by read_csv
 *     train, test = train_test_split(df)            split here: this is the test part
 *     recent = test[test.year > 2020]               some rows are selected here
 *     scaler.fit(recent)                            <- the finding; `recent` is explained by the three above
 *
 * Places lie in any cell, and in other files where the code there was followed. In reading order: what happened first comes first.
 */
import { callableOf } from "../knowledge/callables.ts";
import type { Related } from "../engine/finding.ts";
import type { Fit, Rows, Value } from "../semantic/value.ts";
import type { Place } from "../syntax/unit.ts";
import { samePlace } from "./edits.ts";

/** A step of the path, in code that is at hand. */
export interface Step extends Related {
  readonly at: Place;
}

/** More than these are not read. */
const maximumSteps = 6;

/** How the value came to be what it is. */
export function explanationOf(value: Value): readonly Step[] {
  const steps = [...ofOrigins(value), ...ofRows(value.data?.rows, value), ...(value.data?.fits ?? []).flatMap((fit) => ofFit(fit, value))];
  return distinct(steps).slice(0, maximumSteps);
}

/** The path of several values as one: of what an estimator was fitted on, and of what it is tested on. */
export function jointExplanation(values: readonly Value[]): readonly Step[] {
  return distinct(values.flatMap(explanationOf)).slice(0, maximumSteps);
}

/** Of rows, for a fact that knows no more than those. */
export function explanationOfRows(rows: Rows | undefined): readonly Step[] {
  return ofRows(rows, undefined);
}

function ofOrigins({ origins }: Value): readonly Step[] {
  return origins.flatMap((origin) => {
    switch (origin.kind) {
      case "call":
        return isRead(origin.target) ? [{ at: origin.place, message: `read here by ${lastName(origin.target)}` }] : [];
      case "external":
        return [{ at: origin.place, message: outside[origin.source] }];
      case "parameter":
        return [{ at: origin.place, message: `passed as ${origin.name}` }];
      case "literal":
        return [];
    }
  }).reverse();
}

function isRead(target: string): boolean {
  const effects = callableOf(target)?.effects ?? [];
  return effects.includes("read") || effects.includes("execute");
}

const outside = {
  environment: "taken from an environment variable here", argument: "taken from the command line here", input: "typed in here", network: "fetched here",
} as const;

function ofRows(rows: Rows | undefined, value: Value | undefined): readonly Step[] {
  if (!rows) return [];
  if (rows.kind === "whole") return [{ at: rows.source, message: readBy(rows.source, value) }];
  return [...ofRows(rows.of, value), { at: rows.split, message: messages[rows.part] }];
}

const messages = {
  train: "split here: this is the training part", test: "split here: this is the test part", fold: "split here: this is one of the parts",
  some: "some of the rows are selected here", rest: "selected here: these are the rows left over",
} as const;

/** The call that is known to have been made there; else only that the rows begin there. */
function readBy(source: Place, value: Value | undefined): string {
  for (const origin of value?.origins ?? []) {
    if (origin.kind === "call" && samePlace(origin.place, source)) return `${isRead(origin.target) ? "read" : "made"} here by ${lastName(origin.target)}`;
  }
  return "the rows come from here";
}

function ofFit({ place, rows }: Fit, value: Value): readonly Step[] {
  return [...ofRows(rows, value), { at: place, message: "fitted here" }];
}

function lastName(target: string): string {
  return target.slice(target.lastIndexOf(".") + 1);
}

/** Each place once, with what was said first: origins name the call. */
function distinct(steps: readonly Step[]): readonly Step[] {
  return steps.filter((step, index) => steps.findIndex((each) => samePlace(each.at, step.at)) === index);
}
