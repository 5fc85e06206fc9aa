/**
 * Files that the document itself may make, fetch or ask for: that they are not on the disk proves nothing.
 *
 *     df.to_csv("clean.csv")                 makes clean.csv
 *     os.makedirs("out")                     anything below out
 *     open(f"out/{day}.csv", "w")            anything that begins with out/ and ends with .csv
 *     fetch(url, "raw.csv")                  a call that nothing is known of is given raw.csv: in any folder, which it may be told apart
 *     os.path.exists("cache.pkl")            the program knows that it may not be there
 *     !wget ..., archive.extractall()        anything
 *     os.chdir("..")                         every relative path may mean something else
 */
import { defineFact } from "../../engine/fact.ts";
import { callableOf } from "../../knowledge/callables.ts";
import type { CallEvent, UnitAnalysis } from "../../semantic/analysis.ts";
import type { Value } from "../../semantic/value.ts";
import { fitted } from "../../syntax/lists.ts";
import type { Magic } from "../../syntax/nodes.ts";
import type { Unit } from "../../syntax/unit.ts";
import { walk } from "../../syntax/walk.ts";
import { fileUsesIn, normalPath } from "./file-uses.ts";
import { gathered, gatheredFromCalls, keptWithUnit } from "../kept.ts";
import { textOf } from "../values.ts";

export interface MadeFiles {
  /** The code does something after which any file may be there. */
  readonly isAnything: boolean;
  /** The code changes the working directory, or may: relative paths may lead elsewhere. */
  readonly isElsewhere: boolean;
  /** Relative paths in their normal spelling. @param isAnchored the path starts at the document's own folder, as those made may do */
  mayMake(path: string, isAnchored?: boolean): boolean;
}

export const madeFiles = defineFact<never, MadeFiles>({
  name: "madeFiles",
  needs: {},
  document({ analysis, cells }) {
    const isElsewhere = changesIn(analysis).length > 0;
    const isAnything = isElsewhere || [...analysis.imports].some((name) => fetching.test(name)) || movingIn(analysis).length > 0
      || cells.some(({ kind, units }) => kind === "code" && units.length === 0);
    let shapes: Shapes | undefined;
    let given: Shapes | undefined;
    return {
      isAnything, isElsewhere,
      mayMake(path, isAnchored = false) {
        given ??= sorted(shapesIn(analysis));
        shapes ??= sorted([...shapesIn(analysis), ...fileUsesIn(analysis).flatMap(({ does, value }) => (does === "read" ? [] : shapeOf(value)))]);
        return fits(path, shapes) || given.whole.has(path.slice(path.lastIndexOf("/") + 1)) || (isAnchored && foldersOf(`/${path}`).some((each) => fits(each, shapes ?? nothing)));
      },
    };
  },
});

/** Libraries that bring files, or run where files are somewhere else. */
const fetching = /^(?:google\.colab|kaggle|kagglehub|opendatasets|gdown|wget|dvc|pooch|huggingface_hub|dbutils|papermill|patoolib|py7zr|rarfile|sh|fabric|invoke|hydra)(?:\.|$)/u;

/** Calls and magics that change the working directory. */
const changesIn = gathered((analysis: UnitAnalysis): readonly true[] => {
  const isChanged = analysis.calls.some((event) => changing.test(lastNameOf(event)))
    || magicsIn(analysis.unit).some(({ form, name }) => form !== "help" && form !== "shell" && /^(?:cd|pushd|popd|bookmark|run|load)$/u.test(name.name));
  return isChanged ? [true] : [];
});

const changing = /^(?:f?chdir|cd|pushd)$/u;

/** The name that is called, as far as it is written. */
function lastNameOf({ target, node: { func } }: CallEvent): string {
  if (target !== undefined) return target.slice(target.lastIndexOf(".") + 1);
  return func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "";
}

/** Calls after which files may have come, and magics that do the same. */
const movingIn = gathered((analysis: UnitAnalysis): readonly true[] => {
  const isMoving = analysis.calls.some(moves) || magicsIn(analysis.unit).some((magic) => !isHarmless(magic));
  return isMoving ? [true] : [];
});

function moves(event: CallEvent): boolean {
  if (event.target !== undefined && callableOf(event.target)?.effects.includes("shell") === true) return true;
  return /^(?:extract|extractall|unpack_archive|copytree|run_line_magic|run_cell_magic)$|download/iu.test(lastNameOf(event));
}

function magicsIn(unit: Unit): readonly Magic[] {
  return /[!%?]/u.test(unit.text) ? keptMagicsIn(unit) : none;
}

const keptMagicsIn = keptWithUnit((unit: Unit): readonly Magic[] => {
  const found: Magic[] = [];
  walk(unit.body, (node) => {
    if (node.kind === "Magic") found.push(node);
    return undefined;
  });
  return fitted(found);
});

/** Commands that only show something or install packages. */
function isHarmless({ form, name, argument, body }: Magic): boolean {
  if (form === "help") return true;
  if (form === "shell") return /^\s*(?:pip3?|conda|mamba|uv|python3? --version|python3? -m pip|ls|ll|pwd|cat|head|tail|wc|du|df|nvidia-smi|which|echo|date|whoami|uname|free|lscpu)\b[^>|;&]*$/u.test(argument.text);
  if (/^(?:writefile|file|run|load|bash|sh|script|cmd|system|sx|cd|pushd|popd|bookmark|cp|mv|mkdir|store|perl|ruby|R|fs|tar)$/u.test(name.name)) return false;
  return body === undefined || form === "line" || /^(?:time|timeit|capture|prun|memit|html|HTML|latex|markdown|javascript|js|svg|sql)$/u.test(name.name);
}

// ---- shapes ------------------------------------------------------------------------------------------------

/** A path as far as it is known: whole, or how it begins and ends. */
type Shape = { readonly whole: string } | { readonly beginning: string; readonly end: string };

function shapeOf(value: Value): readonly Shape[] {
  if (value.constant?.kind !== "text") return [];
  const { pieces } = value.constant;
  const whole = textOf(value);
  if (whole !== undefined) return [{ whole: normalPath(whole) }];
  const [first, last] = [pieces[0], pieces.at(-1)];
  const beginning = first?.kind === "literal" ? first.text.replace(/^(?:\.[\\/])+/u, "").replaceAll("\\", "/") : "";
  const end = last?.kind === "literal" ? last.text.replaceAll("\\", "/") : "";
  return beginning === "" && end === "" ? [] : [{ beginning, end }];
}

interface Shapes {
  readonly whole: ReadonlySet<string>;
  readonly partial: readonly Exclude<Shape, { readonly whole: string }>[];
}

function sorted(shapes: readonly Shape[]): Shapes {
  return {
    whole: new Set(shapes.flatMap((shape) => ("whole" in shape ? [shape.whole] : []))),
    partial: shapes.flatMap((shape) => ("whole" in shape ? [] : [shape])),
  };
}

const none: readonly never[] = [];
const nothing: Shapes = { whole: new Set(), partial: [] };

/** The path, and each folder above it. */
function foldersOf(path: string): readonly string[] {
  const found: string[] = [];
  for (let end = path.length; end > 0; end = path.lastIndexOf("/", end - 1)) found.push(path.slice(0, end));
  return found;
}

/** The path, or a folder above it, is one of those made. */
function fits(path: string, { whole, partial }: Shapes): boolean {
  if (foldersOf(path).some((each) => whole.has(each))) return true;
  return partial.some(({ beginning, end }) => path.startsWith(beginning) && path.endsWith(end));
}

/** Texts that are given to calls of which nothing is known, or whose code is another module's, in lists too. */
const shapesIn = gatheredFromCalls((event) => {
  const { target, callee: { type }, args, unit } = event;
  const isOwn = (type?.kind === "function" || type?.kind === "class") && type.definition.place.anchor.cell.document === unit.anchor.cell.document;
  if ((target !== undefined && callableOf(target) !== undefined) || isOwn) return [];
  return args.flatMap(({ value }) => [value, ...elementsOf(value)]).flatMap(shapeOf);
});

function elementsOf({ type }: Value): readonly Value[] {
  return type?.kind === "list" || type?.kind === "tuple" || type?.kind === "set" ? type.elements : [];
}
