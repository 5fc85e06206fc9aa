/**
 * Where a call takes a path, what it does with it, and the literal that a path begins with.
 *
 *     pd.read_csv(ROOT + "/x.csv")      the first argument, read
 *     Path("notes.txt").write_text(t)   the receiver, written
 *     open(path)                        the first argument, used: the mode says how
 */
import { callableOf } from "../../knowledge/callables.ts";
import type { Callable } from "../../knowledge/callables.ts";
import type { CallEvent } from "../../semantic/analysis.ts";
import type { Value } from "../../semantic/value.ts";
import type { Expression, Node } from "../../syntax/nodes.ts";
import type { Place, Unit } from "../../syntax/unit.ts";
import { ancestorsOf } from "../ancestors.ts";
import { argumentRoles } from "../argument-roles.ts";
import { keptWith, keptWithUnit } from "../kept.ts";
import type { WrittenPath } from "./fixes.ts";
import { textConstantsIn } from "../text-constants.ts";

export interface PathUse {
  readonly value: Value;
  readonly node: Expression;
  /** `used`: how the file is opened decides. */
  readonly verb: "read" | "written" | "used";
}

/** Asking, comparing and changing the working directory open nothing. */
const opensNothing = /(?:^os\.path\.|^os\.(?:chdir|stat)$|^pathlib\.\w+\.(?:exists|is_\w+|stat|samefile)$)/u;

const none: readonly PathUse[] = [];

/** Asked by several facts, of every call. */
export function pathUsesOf(event: CallEvent): readonly PathUse[] {
  const { target, receiver } = event;
  const callable = target === undefined ? undefined : callableOf(target);
  return (callable && takesPaths(callable)) || (receiver && target?.startsWith("pathlib.")) ? usesIn(event) : none;
}

const takesPaths = keptWith(({ parameters }: Callable): boolean => parameters.some(({ role }) => role === "read-path" || role === "write-path" || role === "path"));

const usesIn = keptWith((event: CallEvent): readonly PathUse[] => {
  const { target, receiver, node } = event;
  if (target === undefined || opensNothing.test(target)) return none;
  const effects = callableOf(target)?.effects ?? [];
  const uses: PathUse[] = argumentRoles(event).flatMap(({ argument, role }) => {
    const verb = role === "read-path" ? "read" : role === "write-path" ? "written" : role === "path" ? "used" : undefined;
    return verb ? [{ value: argument.value, node: argument.node, verb }] : [];
  });
  // A path's own method: Path("x").read_text().
  if (receiver && target.startsWith("pathlib.") && (effects.includes("read") || effects.includes("write")) && node.func.kind === "Attribute") {
    uses.push({ value: receiver, node: node.func.value, verb: effects.includes("read") ? "read" : "written" });
  }
  return uses.length > 0 ? uses : none;
});

export interface PathLiteral {
  readonly place: Place;
  readonly written: WrittenPath;
  /** It is the default of a parameter, of a settings class, of a lookup in the environment: whoever runs it can choose. See parameter-cells.ts for cells. */
  readonly isSetting: boolean;
}

const literalsOf = keptWithUnit((_unit: Unit) => new Map<string, PathLiteral>());

/** The literal at a place, kept with the unit that holds it now. */
export function literalAt(place: Place, text: string): PathLiteral {
  const { unit } = place.anchor;
  const known = literalsOf(unit);
  const key = `${String(place.start)}:${String(place.end)}`;
  let literal = known.get(key);
  if (!literal) {
    const constant = textConstantsIn(unit).find(({ node }) => node.start <= place.start && place.end <= node.end);
    const written = constant ? { kind: "string" as const, text: constant.node.value, constant } : folderIn(unit, place, text);
    known.set(key, (literal = { place: constant?.place ?? place, written, isSetting: isSetting(ancestorsOf(unit, place)) || isField(place) }));
  }
  return literal;
}

/** The folder that an f-string begins with; empty where its source does not say it letter by letter. */
function folderIn(unit: Unit, place: Place, text: string): WrittenPath {
  const source = unit.text.slice(place.start, place.end);
  const folder = text.slice(0, Math.max(text.lastIndexOf("/"), text.lastIndexOf("\\"), 0));
  const isExact = source.startsWith(folder);
  return { kind: "folder", text: isExact ? folder : "", place: { ...place, end: place.start + (isExact ? folder.length : 0) } };
}

/** A notebook's form field: `path = "/content/x"  # @param {type: "string"}`. */
function isField({ anchor: { unit }, end }: Place): boolean {
  return /^[^\n]*#\s*@param\b/u.test(unit.text.slice(end));
}

export function isSetting(path: readonly Node[]): boolean {
  return path.some((node, index) => {
    const inside = path[index + 1];
    if (node.kind === "Arguments") return true;
    if (node.kind === "Call") return inside !== undefined && inside !== node.func && isLookup(node.func);
    return node.kind === "ClassDef" && inside?.kind === "AnnAssign" && (node.decoratorList.length > 0 || node.bases.length > 0);
  });
}

/** `os.environ.get`, `os.getenv`, `parser.add_argument`, `field`, and options of command-line libraries. */
function isLookup(func: Node): boolean {
  const name = func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "";
  if (name === "get") return func.kind === "Attribute" && func.value.kind === "Attribute" && func.value.attr.name === "environ";
  return /^(?:getenv|setdefault|add_argument|option|Option|argument|Argument|field|Field|add_option)$/u.test(name);
}

