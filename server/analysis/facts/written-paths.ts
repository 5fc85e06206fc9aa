/**
 * Paths of one machine, written in the document, whose value reaches a read or a write, each with the first place that uses it.
 *
 *     ROOT = "/home/jane"                          written: "/home/jane"
 *     frame = pd.read_csv(ROOT + "/x.csv")         known from its start: "/home/jane/x.csv"; read by pandas.read_csv
 *
 * What counts is the start of the path: it must be a literal, as what follows an unknown folder is relative to it. Asking whether
 * something exists is no use of it: that is how code finds out which machine it is on.
 */
import { defineFact } from "../engine/fact.ts";
import { callableOf } from "../knowledge/callables.ts";
import type { CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Node } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import { argumentRoles } from "./argument-roles.ts";
import { precedes } from "./edits.ts";
import { gathered, keptWith } from "./kept.ts";
import type { WrittenPath } from "./path-fixes.ts";
import { machinePath } from "./paths.ts";
import type { MachinePath } from "./paths.ts";
import { textConstantsIn } from "./text-constants.ts";
import type { TextConstant } from "./text-constants.ts";

export interface ReachingPath {
  /** The literal that begins the path. */
  readonly place: Place;
  /** The path as far as it is known from its start. */
  readonly known: string;
  readonly machine: MachinePath;
  readonly written: WrittenPath;
  /** It is the default of a parameter, of a settings class, of a lookup in the environment: whoever runs it can choose. */
  readonly isSetting: boolean;
  readonly use: {
    readonly at: Place;
    readonly verb: "read" | "written" | "used";
    /** The argument does not hold the literal. */
    readonly isElsewhere: boolean;
  };
}

export interface WrittenPaths {
  /** In document order. */
  readonly paths: readonly ReachingPath[];
  /** Whether a string is an argument of a call that takes `pathlib` paths wherever it takes a text. */
  readonly takesPath: (constant: TextConstant) => boolean;
}

export const writtenPaths = defineFact<never, WrittenPaths>({
  name: "writtenPaths",
  needs: {},
  document: ({ analysis }) => ({
    paths: reachingPaths(analysis),
    takesPath: (constant) => takesPath(analysis, constant),
  }),
});

function reachingPaths(analysis: DocumentAnalysis): readonly ReachingPath[] {
  const found = new Map<string, ReachingPath>();
  for (const { at, path: { literal, known: path, machine }, verb } of machineUses(analysis)) {
    const { place, written, isSetting } = literalAt(literal.place, literal.text);
    const isElsewhere = place.anchor !== at.anchor || place.start < at.start || place.end > at.end;
    const key = `${String(place.anchor.id)}:${String(place.start)}`;
    const known = found.get(key);
    if (!known || (known.use.isElsewhere && !isElsewhere)) found.set(key, { place, known: path, machine, written, isSetting, use: { at, verb, isElsewhere } });
  }
  return [...found.values()].sort((a, b) => (precedes(a.place, b.place) ? -1 : 1));
}

interface PathUse {
  readonly value: Value;
  readonly node: Node;
  readonly verb: ReachingPath["use"]["verb"];
}

/** Asking, comparing and changing the working directory open nothing. */
const opensNothing = /(?:^os\.path\.|^os\.(?:chdir|stat)$|^pathlib\.\w+\.(?:exists|is_\w+|stat|samefile)$)/u;

function usesOf(event: CallEvent): readonly PathUse[] {
  const { target, receiver, node } = event;
  if (target === undefined || opensNothing.test(target)) return [];
  const effects = callableOf(target)?.effects ?? [];
  const uses: PathUse[] = argumentRoles(event).flatMap(({ argument, role }) => {
    const verb = role === "read-path" ? "read" : role === "write-path" ? "written" : role === "path" ? "used" : undefined;
    return verb ? [{ value: argument.value, node: argument.node, verb }] : [];
  });
  // A path's own method: Path("x").read_text().
  if (receiver && target.startsWith("pathlib.") && (effects.includes("read") || effects.includes("write")) && node.func.kind === "Attribute") {
    uses.push({ value: receiver, node: node.func.value, verb: effects.includes("read") ? "read" : "written" });
  }
  return uses;
}

/** Uses of a path whose start is known and shows that it is one of this machine. */
const machineUses = gathered(({ unit, calls }) =>
  calls.flatMap((event) => usesOf(event).flatMap(({ value, node, verb }) => {
    const path = machinePathIn(value);
    return path ? [{ path, verb, at: place(unit, node) }] : [];
  })));

interface KnownPath extends Pick<ReachingPath, "known" | "machine"> {
  /** What begins the path. */
  readonly literal: { readonly place: Place; readonly text: string };
}

function machinePathIn(value: Value): KnownPath | undefined {
  if (value.constant?.kind !== "text") return undefined;
  const [first] = value.constant.pieces;
  if (first?.kind !== "literal" || !first.place) return undefined;
  let known = "";
  for (const piece of value.constant.pieces) {
    if (piece.kind === "hole") break;
    known += piece.text;
  }
  const machine = machinePath(known);
  return machine && { known, machine, literal: { place: first.place, text: first.text } };
}

type Literal = Pick<ReachingPath, "place" | "written" | "isSetting">;

const literalsOf = keptWith((_unit: Unit) => new Map<string, Literal>());

/** The literal at a place, kept with the unit that holds it now. */
function literalAt(place: Place, text: string): Literal {
  const { unit } = place.anchor;
  const known = literalsOf(unit);
  const key = `${String(place.start)}:${String(place.end)}`;
  let literal = known.get(key);
  if (!literal) {
    const constant = textConstantsIn(unit).find(({ node }) => node.start <= place.start && place.end <= node.end);
    const written = constant ? { kind: "string" as const, text: constant.node.value, constant } : folderIn(unit, place, text);
    known.set(key, (literal = { place: constant?.place ?? place, written, isSetting: isSetting(ancestorsOf(unit, place)) }));
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

function isSetting(path: readonly Node[]): boolean {
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

/** `glob` looks at letters. */
function takesPath(analysis: DocumentAnalysis, { unit, node }: TextConstant): boolean {
  const call = ancestorsOf(unit, node).at(-2);
  const event = analysis.analysisOf(unit)?.calls.find((each) => each.node === call);
  const target = event?.target ?? "";
  if (/^(?:os\.path\.join|pathlib\.)/u.test(target)) return true;
  return event !== undefined && !target.startsWith("glob.") && usesOf(event).some((use) => use.node === node);
}
