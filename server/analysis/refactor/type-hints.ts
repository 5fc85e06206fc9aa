/**
 * Annotations for names whose type is proved and can be written where the function stands.
 *
 *     import pandas as pd
 *     df = pd.read_csv("a.csv")       df: pd.DataFrame
 *     names = ["a", "b"]              names: list[str]
 *     model = build()                 model: nothing, unless the class that build() returns is imported
 *
 * Annotations are evaluated when the function is defined: so only imports above it count, and only names that are bound once.
 */
import { nodeAt } from "../facts/ancestors.ts";
import { classNameOf, isNone } from "../facts/values.ts";
import type { Value } from "../semantic/value.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Expression, Node } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { unitScopes } from "./statement-run.ts";

export interface Hints {
  /** Of the value that an expression has. */
  ofPlace(at: Place | undefined): string | undefined;
  ofValue(value: Value): string | undefined;
  /** An annotation that is written somewhere in the document, if it means the same in another function at this place. */
  ofAnnotation(unit: Unit, annotation: Node | undefined): string | undefined;
}

/** Classes that a module of which the document has only the module's name is known to have under this very name. */
const wellKnown: ReadonlySet<string> = new Set([
  ...["DataFrame", "Series", "Index", "DatetimeIndex", "MultiIndex", "Timestamp", "Timedelta", "Categorical"].map((name) => `pandas.${name}`),
  ...["DataFrame", "LazyFrame", "Series"].map((name) => `polars.${name}`),
  "numpy.ndarray", "numpy.random.Generator", "numpy.random.RandomState", "pathlib.Path", "datetime.datetime", "datetime.date", "datetime.timedelta",
  "sqlite3.Connection", "sqlite3.Cursor", "argparse.Namespace", "argparse.ArgumentParser", "collections.Counter", "collections.OrderedDict", "logging.Logger",
]);

const builtins: ReadonlySet<string> = new Set(["str", "int", "float", "bool", "bytes", "list", "dict", "set", "tuple", "frozenset"].map((name) => `builtins.${name}`));

/** `above`: where the function is to stand. */
export function hintsOf(document: OpenDocument, above: Place): Hints {
  const analysis = document.analysis();
  const imported = importsAbove(document, above);

  function written(className: string): string | undefined {
    if (builtins.has(className)) return className.slice("builtins.".length);
    const direct = imported.classes.get(className);
    if (direct !== undefined) return direct;
    if (!wellKnown.has(className)) return undefined;
    for (let dot = className.lastIndexOf("."); dot > 0; dot = className.lastIndexOf(".", dot - 1)) {
      const module = imported.modules.get(className.slice(0, dot));
      if (module !== undefined) return `${module}${className.slice(dot)}`;
    }
    return undefined;
  }

  function ofValue(value: Value): string | undefined {
    if (isNone(value)) return undefined;
    const className = classNameOf(value);
    if (className === undefined) return undefined;
    const { type } = value;
    const hint = written(className);
    if (type?.kind === "list" || type?.kind === "set") {
      const [first, ...rest] = type.elements.map((each) => simple(each));
      return first !== undefined && rest.every((each) => each === first) ? `${type.kind}[${first}]` : hint;
    }
    if (type?.kind === "sequence" && type.name !== "builtins.tuple" && hint !== undefined) {
      const element = simple(type.element);
      return element === undefined ? hint : `${hint}[${element}]`;
    }
    return hint;
  }

  function simple(value: Value): string | undefined {
    const name = value.type?.kind === "instance" ? value.type.name : undefined;
    return name !== undefined && builtins.has(name) ? written(name) : undefined;
  }

  return {
    ofValue,
    ofPlace(at) {
      const node = at && nodeAt(at);
      const unit = at && analysis.analysisOf(at.anchor.unit);
      return node && unit ? ofValue(unit.valueOf(node as Expression)) : undefined;
    },
    ofAnnotation(unit, annotation) {
      if (!annotation || annotation.kind === "Missing") return undefined;
      const names: string[] = [];
      walk([annotation], (node) => {
        if (node.kind === "Name") names.push(node.id);
        return undefined;
      });
      const text = unit.text.slice(annotation.start, annotation.end);
      const isKnown = names.every((name) => builtins.has(`builtins.${name}`) || name === "object" || imported.names.has(name));
      return isKnown && !text.includes("\n") ? text : undefined;
    },
  };
}

interface Imported {
  /** Qualified name of a module to how it is written. */
  readonly modules: ReadonlyMap<string, string>;
  /** What is imported by name. */
  readonly classes: ReadonlyMap<string, string>;
  /** Names that are bound once, above, at the module level. */
  readonly names: ReadonlySet<string>;
}

function importsAbove(document: OpenDocument, above: Place): Imported {
  const counts = new Map<string, number>();
  const modules = new Map<string, string>();
  const classes = new Map<string, string>();
  const names = new Set<string>();
  const isAbove = (at: Place): boolean => {
    const [here, there] = [at.anchor, above.anchor];
    if (here === there) return at.start < above.start;
    return here.cell.index < there.cell.index || (here.cell.index === there.cell.index && here.index < there.index);
  };
  for (const unit of document.units) {
    for (const [name, bindings] of unitScopes(unit).module.bindings) counts.set(name, (counts.get(name) ?? 0) + bindings.length);
    for (const node of unit.body) {
      if (!isAbove(place(unit, node))) continue;
      if (node.kind === "ClassDef") names.add(node.name.name);
      if (node.kind === "Import") {
        for (const { name, asname } of node.names) {
          names.add(asname?.name ?? name.name.split(".")[0] ?? name.name);
          if (asname || !name.name.includes(".")) modules.set(name.name, asname?.name ?? name.name);
        }
      } else if (node.kind === "ImportFrom" && node.level === 0) {
        for (const { name, asname } of node.names) {
          names.add(asname?.name ?? name.name);
          classes.set(`${node.module?.name ?? ""}.${name.name}`, asname?.name ?? name.name);
        }
      }
    }
  }
  const isOnce = (name: string): boolean => counts.get(name.split(".")[0] ?? name) === 1;
  const only = (map: ReadonlyMap<string, string>): ReadonlyMap<string, string> => new Map([...map].filter(([, name]) => isOnce(name)));
  return { modules: only(modules), classes: only(classes), names: new Set([...names].filter(isOnce)) };
}
