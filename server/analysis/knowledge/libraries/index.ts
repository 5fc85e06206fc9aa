/** Curated stubs by the top-level module they describe. */
import * as arrays from "./arrays.ts";
import * as databases from "./databases.ts";
import * as deepLearning from "./deep-learning.ts";
import * as frames from "./frames.ts";
import * as imbalance from "./imbalance.ts";
import * as learning from "./learning.ts";
import * as numpy from "./numpy.ts";
import * as pandasGrouping from "./pandas-grouping.ts";
import * as pandasLocations from "./pandas-locations.ts";
import * as pandas from "./pandas.ts";
import * as plots from "./plots.ts";
import * as pythonFiles from "./python-files.ts";
import * as python from "./python.ts";
import * as services from "./services.ts";
import * as standardTypes from "./standard-types.ts";
import * as statisticsAndClusters from "./statistics-and-clusters.ts";
import * as visionAndText from "./vision-and-text.ts";

const { harmless, ...standardLibrary } = python;

/** `module sklearn` at the head of a stub names the module that it is about. */
function byModule(groups: readonly Readonly<Record<string, string>>[]): Readonly<Record<string, string>> {
  const result: Record<string, string> = {};
  for (const group of groups) {
    for (const text of Object.values(group)) {
      const name = /^module (\w+)/mu.exec(text)?.[1];
      if (name === undefined) throw new SyntaxError(`stub without a module: ${text.slice(0, 40)}`);
      result[name] = (result[name] ?? "") + text;
    }
  }
  return result;
}

const quiet: Readonly<Record<string, string>> = Object.fromEntries(harmless.map((name) => [name, `module ${name}\n`]));

export const curated: Readonly<Record<string, string>> = { ...quiet, ...byModule([standardLibrary, pythonFiles, standardTypes, numpy, pandas, pandasGrouping, pandasLocations, frames, arrays, learning, deepLearning, imbalance, plots, visionAndText, statisticsAndClusters, databases, services]) };
