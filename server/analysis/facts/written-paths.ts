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
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import { place } from "../syntax/unit.ts";
import type { DocumentIdentity, Place } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import { precedes } from "./edits.ts";
import { gathered } from "./kept.ts";
import { literalAt, pathUsesOf } from "./path-uses.ts";
import type { PathLiteral, PathUse } from "./path-uses.ts";
import { parametersOf } from "./path-definitions.ts";
import type { PathContext } from "./path-settings.ts";
import { machinePath } from "./paths.ts";
import type { MachinePath } from "./paths.ts";
import type { TextConstant } from "./text-constants.ts";

/** `place` is the literal that begins the path. */
export interface ReachingPath extends PathLiteral {
  /** The path as far as it is known from its start. */
  readonly known: string;
  readonly machine: MachinePath;
  /** The literal is written in this document, not in a module that it imports. */
  readonly isHere: boolean;
  readonly use: {
    readonly at: Place;
    readonly verb: PathUse["verb"];
    /** The argument does not hold the literal. */
    readonly isElsewhere: boolean;
  };
}

export interface WrittenPaths {
  /** In document order. */
  readonly paths: readonly ReachingPath[];
  /** Whether a string is an argument of a call that takes `pathlib` paths wherever it takes a text. */
  readonly takesPath: (constant: TextConstant) => boolean;
  readonly contextOf: (constant: TextConstant) => PathContext;
  /** The end of the cell that a notebook's runner fills in. */
  readonly parameters: Place | undefined;
}

export const writtenPaths = defineFact<never, WrittenPaths>({
  name: "writtenPaths",
  needs: {},
  document: ({ analysis, document, cells }) => ({
    paths: reachingPaths(analysis, document),
    takesPath: (constant) => contextOf(analysis, constant) !== "text",
    contextOf: (constant) => contextOf(analysis, constant),
    parameters: parametersOf(cells),
  }),
});

function reachingPaths(analysis: DocumentAnalysis, document: DocumentIdentity): readonly ReachingPath[] {
  const found = new Map<string, ReachingPath>();
  for (const { at, path: { literal, known: path, machine }, verb } of machineUses(analysis)) {
    const { place, written, isSetting } = literalAt(literal.place, literal.text);
    const isElsewhere = place.anchor !== at.anchor || place.start < at.start || place.end > at.end;
    const key = `${String(place.anchor.id)}:${String(place.start)}`;
    const known = found.get(key);
    if (!known || (known.use.isElsewhere && !isElsewhere)) found.set(key, { place, known: path, machine, written, isSetting, isHere: place.anchor.cell.document === document, use: { at, verb, isElsewhere } });
  }
  return [...found.values()].sort((a, b) => (precedes(a.place, b.place) ? -1 : 1));
}

/** Uses of a path whose start is known and shows that it is one of this machine. */
const machineUses = gathered(({ unit, calls }) =>
  calls.flatMap((event) => pathUsesOf(event).flatMap(({ value, node, verb }) => {
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

/** Modules whose functions take a `pathlib` path wherever they take a text; `glob` looks at letters, and readers in C++ or Java do. */
const takesPaths = /^(?:builtins|io|os|shutil|gzip|bz2|lzma|zipfile|tarfile|tempfile|sqlite3|pandas|geopandas|numpy|scipy|matplotlib|joblib|PIL|imageio|torch|h5py|polars|pyarrow)\./u;

function contextOf(analysis: DocumentAnalysis, { unit, node }: TextConstant): PathContext {
  const path = ancestorsOf(unit, node);
  const call = path.findLast((each) => each !== node && each.kind !== "Keyword");
  const event = call?.kind === "Call" ? analysis.analysisOf(unit)?.calls.find((each) => each.node === call) : undefined;
  const target = event?.target ?? "";
  if (target === "os.path.join") return "join";
  if (/^pathlib\.(?:Pure)?(?:Posix|Windows)?Path$/u.test(target)) return "pathlib";
  return event && takesPaths.test(target) && pathUsesOf(event).some((use) => use.node === node) ? "accepts-paths" : "text";
}
