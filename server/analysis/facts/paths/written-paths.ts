/**
 * Paths of one machine, written in the document, whose value reaches a read or a write, each with the first place that uses it.
 *
 *     ROOT = "/home/jane"                          written: "/home/jane"
 *     frame = pd.read_csv(ROOT + "/x.csv")         known from its start: "/home/jane/x.csv"; read by pandas.read_csv
 *
 *     FILES = ["/mnt/a.csv", "/mnt/b.csv"]         written: both
 *     for file in FILES: pd.read_csv(file)         one of several literals that a list, tuple or dict holds
 *     os.path.expanduser("~/x.csv")                the folder is known only when it runs, and is somebody's home
 *
 * What counts is the start of the path: it must be a literal, as what follows an unknown folder is relative to it. Asking whether
 * something exists is no use of it: that is how code finds out which machine it is on; what it finds out about Colab and Kaggle counts. A list of which some element is asked for, or
 * read where somebody catches that it is not there, is a list of places to look at.
 */
import { defineFact } from "../../engine/fact.ts";
import type { CallEvent, DocumentAnalysis } from "../../semantic/analysis.ts";
import type { Piece, Value } from "../../semantic/value.ts";
import { place } from "../../syntax/unit.ts";
import type { DocumentIdentity, Place } from "../../syntax/unit.ts";
import { ancestorsOf } from "../ancestors.ts";
import { precedes } from "../edits.ts";
import { fileUsesIn } from "./file-uses.ts";
import { gathered, gatheredFromCalls } from "../kept.ts";
import { isParameters, parametersOf } from "./parameter-cells.ts";
import { literalAt, pathUsesOf } from "./uses.ts";
import type { PathLiteral, PathUse } from "./uses.ts";
import type { PathContext } from "./settings.ts";
import { machinePath } from "./machine-paths.ts";
import type { MachinePath } from "./machine-paths.ts";
import { isCaught } from "./relative-reads.ts";
import type { TextConstant } from "../text-constants.ts";

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
  const handedOn = usesElsewhere(analysis).filter(({ path: { literal } }) => literal.place.anchor.cell.document === document);
  for (const { at, path: { literal, known: path, machine }, verb } of [...machineUses(analysis), ...listedUses(analysis), ...handedOn]) {
    if (machine.platform && [literal.place, at].some((each) => isOnlyThere(each, machine.platform))) continue;
    const { place, written, isSetting: isDefault } = literalAt(literal.place, literal.text);
    const isSetting = isDefault || isParameters(place.anchor.cell);
    const isElsewhere = place.anchor !== at.anchor || place.start < at.start || place.end > at.end;
    const key = `${String(place.anchor.id)}:${String(place.start)}`;
    const known = found.get(key);
    if (!known || (known.use.isElsewhere && !isElsewhere)) found.set(key, { place, known: path, machine, written, isSetting, isHere: place.anchor.cell.document === document, use: { at, verb, isElsewhere } });
  }
  return [...found.values()].sort((a, b) => (precedes(a.place, b.place) ? -1 : 1));
}

/**
 * A branch that is taken on one platform only, as `if "google.colab" in sys.modules:`, may use the folders that this platform has.
 * An `else` of `if not IN_COLAB:` is such a branch too.
 */
function isOnlyThere(at: Place, platform: RegExp | undefined): boolean {
  const { unit } = at.anchor;
  const path = ancestorsOf(unit, at);
  return path.some((each, index) => {
    const inside = path[index + 1];
    if ((each.kind !== "If" && each.kind !== "IfExp") || inside === undefined || inside === each.test) return false;
    const isNegated = each.test.kind === "UnaryOp" && each.test.op === "not";
    const isElse = each.kind === "If" ? each.orelse.some((statement) => statement === inside) : each.orelse === inside;
    return isNegated === isElse && platform?.test(unit.text.slice(each.test.start, each.test.end)) === true;
  });
}

/** Uses of a path whose start is known and shows that it is one of this machine. */
const machineUses = gatheredFromCalls(machineUsesOf);

/** The same in functions of other modules that are called from here. */
const usesElsewhere = gathered(({ reached }) => reached.flatMap(machineUsesOf));

function machineUsesOf(event: CallEvent): readonly MachineUse[] {
  return pathUsesOf(event).flatMap(({ value, node, verb }) => {
    const path = machinePathIn(value);
    return path ? [{ path, verb, at: place(event.unit, node) }] : [];
  });
}

interface MachineUse {
  readonly path: KnownPath;
  readonly verb: PathUse["verb"];
  readonly at: Place;
}

interface KnownPath extends Pick<ReachingPath, "known" | "machine"> {
  /** What begins the path. */
  readonly literal: { readonly place: Place; readonly text: string };
}

function machinePathIn({ constant }: Value): KnownPath | undefined {
  if (constant?.kind !== "text") return undefined;
  const [head, ...rest] = constant.pieces;
  const isHome = head?.kind === "hole" && head.value.origins.some((origin) => origin.kind === "call" && /^(?:os\.path|pathlib\.\w+)\.expanduser$/u.test(origin.target));
  const [first, ...more] = isHome ? rest : constant.pieces;
  if (first?.kind !== "literal" || !first.place || (isHome && !beginsAtHome(first.place))) return undefined;
  const text = isHome ? `~${first.text}` : first.text;
  const known = text + beginningOf(more);
  const machine = machinePath(known);
  return machine && { known, machine: isHome ? askedHome : machine, literal: { place: first.place, text } };
}

const askedHome: MachinePath = { where: "in the home folder of whoever runs it", isShared: true, isAsked: true };

/** What is left of `"~/x"` when its user is known: the source still says it. */
function beginsAtHome({ anchor: { unit }, start, end }: Place): boolean {
  return /^(?:[a-z]*["']+)?~\//iu.test(unit.text.slice(start, end));
}

function beginningOf(pieces: readonly Piece[]): string {
  const end = pieces.findIndex(({ kind }) => kind === "hole");
  return pieces.slice(0, end < 0 ? pieces.length : end).map((piece) => (piece.kind === "literal" ? piece.text : "")).join("");
}

// ---- one of several ----------------------------------------------------------------------------------------

interface ChosenUse {
  readonly event: CallEvent;
  readonly at: Place;
  readonly verb: PathUse["verb"];
  /** Where each literal is written that the path, or its start, may be. */
  readonly literals: readonly Place[];
}

/** Uses of a path that is one of several literals: what they have in common is only that they are written here. */
const chosenUses = gathered(({ unit, calls }) =>
  calls.flatMap((event) => pathUsesOf(event).flatMap(({ value, node, verb }): readonly ChosenUse[] => {
    const literals = literalsOf(value);
    return literals.length > 0 ? [{ event, at: place(unit, node), verb, literals }] : [];
  })));

function literalsOf({ constant, origins }: Value): readonly Place[] {
  if (constant?.kind === "text") {
    const [first] = constant.pieces;
    return first?.kind === "hole" ? literalsOf(first.value) : [];
  }
  return constant ? [] : origins.every(({ kind }) => kind === "literal") ? origins.map((origin) => origin.place) : [];
}

function listedUses(analysis: DocumentAnalysis): readonly MachineUse[] {
  const uses = chosenUses(analysis);
  const asked = new Set(uses.length === 0 ? [] : fileUsesIn(analysis).flatMap(({ does, value }) => (does === "ask" ? literalsOf(value).map(({ start }) => start) : [])));
  return uses.flatMap(({ event, at, verb, literals }) => {
    const paths = literals.map(listedPath);
    const isSearch = literals.some(({ start }) => asked.has(start)) || isCaught(event);
    return isSearch || !paths.every((path) => path !== undefined) ? [] : paths.map((path) => ({ at, verb, path }));
  });
}

/** The machine's path that an element of a list, tuple, set or dict is; the texts are looked up anew, as values do not hold them. */
function listedPath(at: Place): KnownPath | undefined {
  const { unit } = at.anchor;
  const path = ancestorsOf(unit, at);
  const node = path.at(-1);
  const holder = path.at(-2)?.kind;
  const isElement = holder === "List" || holder === "Tuple" || holder === "Set" || holder === "Dict";
  if (!isElement || node?.kind !== "Constant" || node.type !== "str" || node.start !== at.start || node.end !== at.end) return undefined;
  const machine = machinePath(node.value);
  return machine && { known: node.value, machine, literal: { place: at, text: node.value } };
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
