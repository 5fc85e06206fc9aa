/**
 * Definitions that the library of Qwak (JFrog ML) refuses when their module is imported: as it checks them itself (frogml 2.1.152,
 * qwak-core 0.7.160), as far as the code says it without being run.
 *
 *     @batch.metadata(owner="ann")                      stands above feature_set, which must be the top decorator
 *     @batch.feature_set(name="1st", data_sources=[])   no name of a feature set; neither key nor entity
 *     def f():
 *         return SparkSqlTransformation("...")
 *             .aggregate(QwakAggregation.sum("a.b"))    a column with a dot; an aggregation without a window
 *
 * Only the first mistake is raised; all are told, as each is one.
 */
import type { Construction, Value } from "../semantic/value.ts";
import type { Place } from "../syntax/unit.ts";
import { argument, lastStep, madeOf, text } from "./construction.ts";
import type { Argument } from "./construction.ts";
import type { Decoration } from "./qwak-decorators.ts";
import { chainOf, madeTwice, readWindow } from "./qwak-features.ts";

export interface DefinitionMistake {
  readonly at: Place;
  /** In the user's words, without a full stop. */
  readonly message: string;
  readonly kind: "order" | "other";
}

/** @param returned what the function returns, as far as it is known */
export function mistakesOf(decoration: Decoration, returned: Value | undefined): readonly DefinitionMistake[] {
  const { settings, misplaced, definition, kind } = decoration;
  const found: DefinitionMistake[] = [];
  const add = (at: Place, message: string): void => { found.push({ at, message, kind: "other" }); };
  if (misplaced) found.push({ at: misplaced.place, message: `"${misplaced.name}" stands above ${kind}.feature_set, which must be the top decorator`, kind: "order" });
  const functionName: Place = { anchor: definition.place.anchor, start: definition.node.name.start, end: definition.node.name.end };
  checkName(settings, definition.name, functionName, add);
  checkKey(settings, add);
  const chain = returned && chainOf(returned);
  if (!chain) return found;
  for (const each of chain.aggregations) checkAggregation(each.value, add);
  for (const { value, place } of chain.windows) {
    const span = text(value);
    if (span !== undefined && !readWindow(value)) add(place, `"${span}" is no time window: write it as "1 hour" or "2 days"`);
  }
  if (chain.isOpen || kind === "batch") return found;
  if (chain.aggregations.length > 0 && chain.windows.length === 0) add(chain.made.place, "Aggregations need a time window: by_windows(...) is missing");
  if (chain.windows.length > 0 && chain.aggregations.length === 0) add(chain.made.place, "Time windows need an aggregation: aggregate(...) is missing");
  const twice = madeTwice(chain);
  if (twice !== undefined) add(chain.made.place, `Two aggregations make the feature "${twice}"`);
  return found;
}

type Add = (at: Place, message: string) => void;

/** `BaseFeatureSet._validate_feature_set_name`. */
const setName = /^(?![_-])\D[a-zA-Z0-9_-]{0,61}[a-zA-Z0-9](?![_-])$/u;

function checkName(settings: Construction, ownName: string, ownPlace: Place, add: Add): void {
  const given = argument(settings, "name");
  if (given.kind === "uncertain") return;
  // Nothing, or an empty text: the function's name.
  const isOwn = given.kind === "absent" || given.value.constant?.kind === "none" || text(given.value) === "";
  const name = isOwn ? ownName : text(given.value);
  if (name === undefined || setName.test(name)) return;
  const at = isOwn ? ownPlace : (given.place ?? settings.place);
  add(at, `"${name}" is no name of a feature set: up to 63 letters, digits, "-" and "_" within`);
}

/** Exactly one of them says what a row is of. */
function checkKey(settings: Construction, add: Add): void {
  const [key, entity] = [isGiven(argument(settings, "key")), isGiven(argument(settings, "entity"))];
  if (key === undefined || entity === undefined || key !== entity) return;
  add(settings.place, key ? "A feature set has a key or an entity, and not both" : "A feature set needs a key or an entity");
}

/** `undefined`: it may be. */
function isGiven(found: Argument): boolean | undefined {
  if (found.kind === "absent") return false;
  if (found.kind === "uncertain") return undefined;
  if (found.value.constant?.kind === "none") return false;
  const written = text(found.value);
  return written === undefined ? undefined : written !== "";
}

function checkAggregation(value: Value, add: Add): void {
  for (let made = madeOf(value); made; made = made.receiver && madeOf(made.receiver)) {
    const name = lastStep(made.callable);
    const given = argument(made, name === "alias" ? "name" : "column", 0);
    const written = given.kind === "given" ? text(given.value) : undefined;
    if (given.kind === "given" && written?.includes(".") === true) add(given.place ?? made.place, `"${written}" has a dot, which neither columns nor aliases of aggregations may have`);
    if (name === "percentile") checkNumber(made, "p", 1, 99, "A percentile is a whole number from 1 to 99", add);
    else if (name === "last_n" || name === "last_distinct_n") checkNumber(made, "n", 1, Infinity, "The number of values is a whole number from 1 on", add);
  }
}

function checkNumber(made: Construction, name: string, least: number, most: number, message: string, add: Add): void {
  const given = argument(made, name, 1);
  const constant = given.kind === "given" ? given.value.constant : undefined;
  if (given.kind !== "given" || constant?.kind !== "number") return;
  if (!constant.isInteger || constant.value < least || constant.value > most) add(given.place ?? made.place, message);
}
