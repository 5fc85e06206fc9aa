/**
 * From values to the model: which objects a Feast module defines, read off the arguments they were made with.
 *
 * Feast collects what the names of a module hold once it has run (`dir(module)`), and so do we: an object inside a list or a
 * function is not defined. A copy (`view[["a"]]`, `view.with_name("b")`) is the view it was made from. The sources of a view are
 * collected with it.
 *
 *     driver = Entity(name="driver", join_keys=["driver_id"])
 *     stats = FeatureView(name="stats", entities=[driver], source=FileSource(path="stats.parquet"),
 *                         schema=[Field(name="driver_id", dtype=Int64),      an entity column, as it is a join key
 *                                 Field(name="conv_rate", dtype=Float32)])   a feature
 *     model = FeatureService(name="model", features=[stats[["conv_rate"]]])
 */
import type { Construction, Value } from "../semantic/value.ts";
import type { Place } from "../syntax/unit.ts";
import { argument, lastStep } from "./construction.ts";
import { definingCallable, described, inCode, originalOf, settingsOf } from "./defined-object.ts";
import { givenName } from "./defined-name.ts";
import type { Locate } from "./defined-name.ts";
import { readService } from "./feast-services.ts";
import type { UnresolvedService } from "./feast-services.ts";
import { isSource, readSource, sourcesOfView } from "./feast-sources.ts";
import { canonicalType } from "./feast-types.ts";
import { joinKeyOf, readView, viewKinds } from "./feast-views.ts";
import type { Entity, Source, View } from "./model.ts";

export type FeastObject =
  /** With the sources that Feast collects along with it. */
  | { readonly kind: "view"; readonly view: View; readonly sources: readonly Source[] }
  | { readonly kind: "entity"; readonly entity: Entity }
  | { readonly kind: "service"; readonly service: UnresolvedService }
  | { readonly kind: "source"; readonly sources: readonly Source[] }
  /** An object of Feast that says nothing about features: a field, a project. */
  | { readonly kind: "other" }
  /** A definition whose name is known only at run time, or that differs between branches. */
  | { readonly kind: "unreadable"; readonly what: string; readonly place: Place | undefined };

/** `undefined` for a value that is no object of Feast. */
export function readObject(value: Value, locate: Locate): FeastObject | undefined {
  const { type } = value;
  if (type?.kind !== "instance" || !isFeast(type.name)) return undefined;
  const made = originalOf(value);
  const className = lastStep(type.name);
  if (!made) {
    const isDefinition = viewKinds.has(className) || className === "Entity" || className === "FeatureService";
    return isDefinition ? { kind: "unreadable", what: className, place: undefined } : { kind: "other" };
  }
  const callable = definingCallable(made);
  if (callable === "Entity") {
    const entity = readEntity(made, locate);
    return entity ? { kind: "entity", entity } : { kind: "unreadable", what: "Entity", place: made.place };
  }
  if (callable === "FeatureService") {
    const service = readService(made, locate);
    return service ? { kind: "service", service } : { kind: "unreadable", what: "FeatureService", place: made.place };
  }
  if (isSource(callable)) return { kind: "source", sources: readSource(value, locate) };
  if (!viewKinds.has(callable)) return { kind: "other" };
  const view = readView(made, locate);
  if (!view) return { kind: "unreadable", what: viewKinds.get(callable) ?? callable, place: made.place };
  return { kind: "view", view, sources: sourcesOfView(settingsOf(made), view.kind, locate) };
}

function isFeast(qualifiedName: string): boolean {
  return qualifiedName === "feast" || qualifiedName.startsWith("feast.");
}

function readEntity(made: Construction, locate: Locate): Entity | undefined {
  const named = givenName(made, made, locate);
  if (!named) return undefined;
  return { ...named, ...described(made), joinKey: joinKeyOf(made) ?? named.name, valueType: valueTypeOf(made), standing: inCode };
}

/** `value_type=ValueType.INT64` -> `Int64`. */
function valueTypeOf(made: Construction): string | undefined {
  const given = argument(made, "value_type");
  if (given.kind !== "given" || given.value.type?.kind !== "symbol") return undefined;
  const name = lastStep(given.value.type.name);
  return name === "UNKNOWN" ? undefined : canonicalType(name);
}
