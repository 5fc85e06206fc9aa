/**
 * invisible-definition: a view or an entity that `feast apply` does not find, as no module of the repository holds it under a name.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { ancestorsOf, functionAround } from "../../server/analysis/facts/ancestors.ts";
import { ownDefinitions } from "../../server/analysis/facts/own-definitions.ts";
import type { OwnDefinition, OwnDefinitions } from "../../server/analysis/facts/own-definitions.ts";
import { place } from "../../server/analysis/syntax/unit.ts";
import { walk } from "../../server/analysis/syntax/walk.ts";

export default defineRule({
  name: "invisible-definition",
  topic: "feature-store",
  summary: "View is defined where `feast apply` does not find it",
  why: {
    scientist:
      "The view looks defined, but it never reaches the store: asking for its features fails as if they had never been written.",
    engineer:
      "`feast apply` imports each module and takes what its names hold. An object in a list, in another call or in a function is " +
      "skipped without a word, and `__init__.py` is not read at all.",
  },
  bad: `
from feast import FeatureView, Field, FileSource
from feast.types import Float32

source = FileSource(path="data/drivers.parquet", timestamp_field="event_timestamp")
FeatureView(name="driver_stats", entities=[], schema=[Field(name="rating", dtype=Float32)], source=source)
`,
  good: `
from feast import FeatureView, Field, FileSource
from feast.types import Float32

source = FileSource(path="data/drivers.parquet", timestamp_field="event_timestamp")
driver_stats = FeatureView(name="driver_stats", entities=[], schema=[Field(name="rating", dtype=Float32)], source=source)
`,
  severity: { exploration: "warning", production: "warning" },
  imports: ["feast"],
  needs: { own: ownDefinitions },
  check: ({ own }) => own.definitions.map((each) => invisible(each, own)).filter((finding) => finding !== undefined),
});

function invisible(definition: OwnDefinition, { store, applies }: OwnDefinitions): Finding | undefined {
  const { kind, object, unit, call, placeOf } = definition;
  // What cannot be read whole may hold it; code that applies definitions itself finds them where it likes.
  if (kind !== "view" || !store?.complete || applies || store.views.some(({ name, definition: site }) => site && name === object.name)) return undefined;
  const why = reason(definition);
  const at = placeOf(object.definition) ?? place(unit, call);
  return why === undefined ? undefined : { at, message: `"feast apply" does not find "${object.name}": ${why}` };
}

/** Why no name of the module holds it; `undefined` when one may. */
function reason({ unit, call, isTopLevel }: OwnDefinition): string | undefined {
  const path = ancestorsOf(unit, call);
  if (!isTopLevel) {
    const around = functionAround(path);
    // What a function returns may be bound by whoever calls it.
    return around && !returns(around) ? "it is made in a function" : undefined;
  }
  const [holder] = path.slice(-2);
  if (holder?.kind === "Expr") return "no name holds it";
  const inside = path.slice(0, -1).map(({ kind }) => kind);
  if (inside.some((kind) => kind === "NamedExpr" || kind === "ListComp" || kind === "For" || kind === "ClassDef")) return undefined;
  if (holder?.kind === "List" || holder?.kind === "Tuple" || holder?.kind === "Dict") return path.at(-3)?.kind === "Assign" ? unpacked(path.at(-3)) : undefined;
  return undefined;
}

/** `a, b = FeatureView(...), FeatureView(...)` binds each. */
function unpacked(statement: ReturnType<typeof ancestorsOf>[number] | undefined): string | undefined {
  return statement?.kind === "Assign" && statement.targets.every(({ kind }) => kind === "Name") ? "only a list or a dict holds it" : undefined;
}

function returns(around: NonNullable<ReturnType<typeof functionAround>>): boolean {
  let found = false;
  walk(around.body, (node) => {
    if (node.kind === "Return" ? node.value !== undefined : node.kind === "Yield" || node.kind === "Global") found = true;
    return undefined;
  });
  return found;
}
