/**
 * Which columns of a pandas frame the code uses, proved: every use of the frame's name is looked at, and one that is not understood ends it.
 *
 *     df = read()                         the frame
 *     recent = df[df["year"] > 2020]      year; `recent` is a frame with the same columns
 *     recent["total"] = recent.price      price; total is made here
 *     print(recent["total"].sum())        total: made before, so not needed from the source
 *
 *     print(df)                           everything: no answer
 */
import type { Call, Expression, Name, Node, Subscript } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf } from "./ancestors.ts";
import { precedes } from "./edits.ts";
import { isColumn } from "./retrieved-columns.ts";

interface ColumnUse {
  readonly column: string;
  readonly at: Place;
  /** The name of the frame. */
  readonly frame: string;
  /** In a function that runs when it is called, wherever it stands. */
  readonly isLater: boolean;
  /** `made`: assigned, whatever was there before; `maybe made`: only on some ways through the code. */
  readonly kind: "needed" | "made" | "maybe made";
}

/** What a use of a frame comes to: the columns it names, and perhaps a name for a frame of the same columns. */
type Use =
  | { readonly kind: "columns"; readonly uses: readonly ColumnUse[]; readonly names?: undefined }
  | { readonly kind: "renamed"; readonly uses: readonly ColumnUse[]; readonly target: Name };

/**
 * Columns that the frame must have, in the order of their first use; `undefined` where that is not known.
 *
 * @param unitsWith units of the document that hold a name
 * @param frame the expression that makes the frame; it is the value of an assignment to one name
 */
export function columnsUsed(unitsWith: (name: string) => readonly Unit[], unit: Unit, frame: Expression): readonly string[] | undefined {
  const path = ancestorsOf(unit, frame);
  const holder = path.at(-2);
  const target = holder?.kind === "Assign" && holder.targets.length === 1 && holder.value === frame ? holder.targets[0] : undefined;
  if (target?.kind !== "Name") return undefined;
  const scope = path.findLast((node) => node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "Lambda" || node.kind === "ClassDef");
  if (scope?.kind === "Lambda" || scope?.kind === "ClassDef") return undefined;
  const uses: ColumnUse[] = [];
  const accepted = new Set<Name>([target]);
  const names = [target.id];
  const copies: Copy[] = [];
  // Names for frames of the same columns are found on the way.
  for (const id of names) {
    for (const each of scope ? [unit] : unitsWith(id)) {
      const mentions = mentionsOf(scope ? [scope] : each.body, id);
      if (mentions === undefined) return undefined;
      for (const name of mentions) {
        if (name.ctx !== "load") continue;
        const use = useOf(each, name, scope);
        if (!use) return undefined;
        uses.push(...use.uses);
        if (use.kind !== "renamed") continue;
        accepted.add(use.target);
        if (use.target.id !== id) copies.push({ frame: use.target.id, from: id, at: place(each, use.target) });
        if (!names.includes(use.target.id)) names.push(use.target.id);
      }
    }
  }
  const isBoundElsewhere = names.some((id) => (scope ? [unit] : unitsWith(id)).some((each) =>
    (mentionsOf(scope ? [scope] : each.body, id) ?? []).some((name) => name.ctx !== "load" && !accepted.has(name))));
  return isBoundElsewhere ? undefined : needed(uses, copies);
}

/** A frame that got its columns from another one, there. */
interface Copy {
  readonly frame: string;
  readonly from: string;
  readonly at: Place;
}

function needed(uses: readonly ColumnUse[], copies: readonly Copy[]): readonly string[] | undefined {
  const ordered = [...uses].sort((a, b) => (precedes(a.at, b.at) ? -1 : 1));
  const columns = new Set<string>();
  for (const use of ordered) {
    if (use.kind !== "needed" || columns.has(use.column)) continue;
    const makings = ordered.filter(({ column, kind }) => column === use.column && kind !== "needed");
    if (makings.every((making) => making.frame === use.frame && !making.isLater && !use.isLater && precedes(use.at, making.at))) columns.add(use.column);
    else if (!makings.some((making) => isMadeFor(making, use, copies))) return undefined;
  }
  return [...columns];
}

/** The column was made in this frame, or in the one that it was copied from, before that. */
function isMadeFor(making: ColumnUse, use: ColumnUse, copies: readonly Copy[]): boolean {
  if (making.kind !== "made" || making.isLater || use.isLater) return false;
  if (making.frame === use.frame) return precedes(making.at, use.at);
  const of = copies.filter(({ frame }) => frame === use.frame);
  return of.length > 0 && of.every(({ from, at }) => from === making.frame && precedes(making.at, at));
}

/** Every `Name` of that id; `undefined` where something else binds it: an import, a parameter, a `global`. */
function mentionsOf(roots: readonly Node[], id: string): readonly Name[] | undefined {
  const found: Name[] = [];
  const others: Node[] = [];
  walk(roots, (node) => {
    if (node.kind === "Name" && node.id === id) found.push(node);
    else if (bindsOtherwise(node, id)) others.push(node);
    return undefined;
  });
  return others.length > 0 ? undefined : found;
}

function bindsOtherwise(node: Node, id: string): boolean {
  switch (node.kind) {
    case "Argument":
      return node.arg.name === id;
    case "Global":
    case "Nonlocal":
      return node.names.some(({ name }) => name === id);
    case "Alias":
      return (node.asname ?? node.name).name === id;
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      return node.name.name === id;
    default:
      return false;
  }
}

// ---- one use -----------------------------------------------------------------------------------------------

/** Methods that give a frame of the same columns and look at none; those that look at the columns their first argument names. */
const keeping: ReadonlySet<string> = new Set(["head", "tail", "copy", "sample", "sort_index"]);
const keepingByColumn: ReadonlySet<string> = new Set(["sort_values"]);

/** What a use of a frame means, looking outwards from the expression that is the frame. */
function useOf(unit: Unit, name: Name, scope: Node | undefined): Use | undefined {
  const path = ancestorsOf(unit, name);
  const isLater = path.some((node) => node !== scope && (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "Lambda"));
  const uses: ColumnUse[] = [];
  const need = (columns: readonly string[], node: Node): void => {
    for (const column of columns) uses.push({ column, at: place(unit, node), frame: name.id, isLater, kind: "needed" });
  };
  let index = path.length - 1;
  for (;;) {
    const frame = path[index];
    const holder = path[index - 1];
    const outer = path[index - 2];
    if (!frame || !holder) return undefined;
    if (holder.kind === "Subscript" && holder.value === frame) {
      const columns = columnNames(holder.slice);
      if (columns) {
        const { at, kind } = subscripted(unit, holder, path.slice(0, index - 1), scope);
        return { kind: "columns", uses: [...uses, ...columns.map((column): ColumnUse => ({ column, at, frame: name.id, isLater, kind }))] };
      }
      if (!isMask(holder.slice) || holder.ctx !== "load") return undefined;
      index -= 1;
    } else if (holder.kind === "Attribute" && holder.value === frame) {
      const { name: attribute } = holder.attr;
      if (holder.ctx !== "load") return undefined;
      const isCalled = outer?.kind === "Call" && outer.func === holder;
      if (!isCalled) {
        if (attribute === "empty" || attribute === "index") return { kind: "columns", uses };
        if (attribute === "loc" && outer?.kind === "Subscript" && outer.value === holder) {
          const chosen = locatedColumns(outer.slice);
          if (!chosen || outer.ctx !== "load") return undefined;
          need(chosen, outer);
          return { kind: "columns", uses };
        }
        const drawn = attribute === "plot" ? path[index - 3] : undefined;
        if (drawn?.kind === "Call" && outer?.kind === "Attribute" && drawn.func === outer) {
          const columns = plottedColumns(drawn);
          if (!columns) return undefined;
          need(columns, drawn);
          return { kind: "columns", uses };
        }
        if (!isColumn(attribute)) return undefined;
        need([attribute], holder);
        return { kind: "columns", uses };
      }
      if (attribute === "plot") {
        const drawn = plottedColumns(outer);
        if (!drawn) return undefined;
        need(drawn, outer);
        return { kind: "columns", uses };
      }
      if (attribute === "groupby") return grouped(outer, path[index - 3], need) ? { kind: "columns", uses } : undefined;
      const columns = keepingByColumn.has(attribute) ? argumentColumns(outer) : keeping.has(attribute) ? [] : undefined;
      if (!columns || outer.keywords.some(({ arg }) => arg?.name === "inplace" || arg === undefined)) return undefined;
      need(columns, outer);
      index -= 2;
    } else if (holder.kind === "Call" && holder.func.kind === "Name" && holder.func.id === "len" && holder.args[0] === frame) {
      return { kind: "columns", uses };
    } else if (holder.kind === "Assign" && holder.value === frame && holder.targets.length === 1 && holder.targets[0]?.kind === "Name") {
      return { kind: "renamed", uses, target: holder.targets[0] };
    } else return undefined;
  }
}

/** Whether `df["a"]` reads a column or makes it, and when. */
function subscripted(unit: Unit, node: Subscript, path: readonly Node[], scope: Node | undefined): Pick<ColumnUse, "at" | "kind"> {
  const statement = path.at(-1);
  if (node.ctx !== "store" || statement?.kind === "AugAssign") return { at: place(unit, node), kind: "needed" };
  const isCertain = statement?.kind === "Assign" && path.at(-2) === scope;
  // What is assigned is worked out first.
  return { at: place(unit, { start: path.at(-1)?.end ?? node.end, end: node.end }), kind: isCertain ? "made" : "maybe made" };
}

/** `groupby("a")["b"]`, `groupby(["a", "b"]).size()`. */
function grouped(call: Call, holder: Node | undefined, need: (columns: readonly string[], node: Node) => void): boolean {
  const keys = argumentColumns(call);
  if (!keys || call.keywords.some(({ arg }) => arg?.name === "level" || arg?.name === "axis" || arg === undefined)) return false;
  if (holder?.kind === "Attribute" && holder.value === call && (holder.attr.name === "size" || holder.attr.name === "ngroups")) {
    need(keys, call);
    return true;
  }
  const columns = holder?.kind === "Subscript" && holder.value === call ? columnNames(holder.slice) : undefined;
  if (!columns) return false;
  need([...keys, ...columns], call);
  return true;
}

/** Arguments of plots that name no column. */
const drawing: ReadonlySet<string> = new Set(["alpha", "ax", "color", "cmap", "figsize", "grid", "kind", "label", "legend", "linewidth", "lw", "marker", "rot", "title", "xlabel", "xlim", "ylabel", "ylim"]);

/** `plot(x="a", y="b")`, `plot.scatter(x="a", y="b")`: with one of the two, pandas draws every other column. */
function plottedColumns({ args, keywords }: Call): readonly string[] | undefined {
  const axis = (name: string): readonly string[] | undefined => {
    const value = keywords.find(({ arg }) => arg?.name === name)?.value;
    return value && columnNames(value);
  };
  const [x, y] = [axis("x"), axis("y")];
  const isPlain = args.length === 0 && keywords.every(({ arg }) => arg && (arg.name === "x" || arg.name === "y" || drawing.has(arg.name)));
  return isPlain && x && y ? [...x, ...y] : undefined;
}

/** Column names in `by`, the first argument. */
function argumentColumns(call: Call): readonly string[] | undefined {
  const by = call.args[0] ?? call.keywords.find(({ arg }) => arg?.name === "by")?.value;
  return by && columnNames(by);
}

/** `"a"` or `["a", "b"]`. */
export function columnNames(node: Expression): readonly string[] | undefined {
  if (node.kind === "Constant" && node.type === "str") return [node.value];
  if (node.kind !== "List") return undefined;
  const names = node.elts.map((each) => (each.kind === "Constant" && each.type === "str" ? each.value : undefined));
  return names.every((name) => name !== undefined) && names.length > 0 ? names : undefined;
}

/** The columns of `df.loc[rows, columns]`. */
function locatedColumns(slice: Expression): readonly string[] | undefined {
  const [rows, columns] = slice.kind === "Tuple" && slice.elts.length === 2 ? slice.elts : [];
  return rows && columns && (isMask(rows) || rows.kind === "Slice") ? columnNames(columns) : undefined;
}

/** A condition on rows. */
function isMask(node: Expression): boolean {
  if (node.kind === "Compare") return true;
  if (node.kind === "BinOp") return node.op === "&" || node.op === "|" || node.op === "^";
  if (node.kind === "UnaryOp") return node.op === "~";
  return node.kind === "Call" && node.func.kind === "Attribute" && /^(?:isin|between|isna|notna|isnull|notnull|duplicated|contains|startswith|endswith|match)$/u.test(node.func.attr.name);
}
