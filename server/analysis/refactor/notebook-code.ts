/**
 * A notebook's cells as the text of one script, in order: Markdown as comments, magics as their Python, what a cell shows as a print.
 *
 *     # Prices by region            (Markdown)            # # Prices by region
 *     %matplotlib inline
 *     df = pd.read_csv("a.csv")                           df = pd.read_csv("a.csv")
 *     df.head()                                           print(df.head())
 *
 * Whatever has no Python stays as a comment at its place, and is told as left to do.
 */
import { isBuiltinName } from "../knowledge/builtin-names.ts";
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Magic, Node, Range, Statement } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { applyEdits } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import { cellNamesOf } from "../facts/cells.ts";
import { lastExpressionOf, leavesFigure } from "./cell-display.ts";
import type { LastExpression } from "./cell-display.ts";
import { pythonOf } from "./magic-python.ts";
import type { OpenDocument } from "../engine/session-contract.ts";

export interface NotebookCode {
  readonly text: string;
  /** Modules that the text needs beyond the notebook's own imports: `os`, `pathlib:Path`. */
  readonly modules: readonly string[];
  readonly left: readonly string[];
  readonly notes: readonly string[];
}

export function codeOfNotebook(document: OpenDocument): NotebookCode {
  const flattening: Flattening = {
    analysis: document.analysis(), modules: new Set(), left: [], notes: [], plt: pltName(document.units),
    hasDisplay: !document.units.some((unit) => bindsName(unit, "display")),
    unresolved: unresolvedNames(document.cells),
    runs: 0,
  };
  let text = "";
  let isHeading = false;
  for (const cell of document.cells) {
    const part = textOfCell(flattening, document, cell).replace(/^(?:[ \t]*\n)+/u, "").trimEnd();
    if (part === "") continue;
    // A text goes with the code below it; the first one is about the whole.
    text += text === "" ? part : `${isHeading ? "\n" : "\n\n"}${part}`;
    isHeading = cell.kind !== "code" && text !== part;
    if (cell.kind !== "code" && isHeading && nextKind(document.cells, cell) !== "code") isHeading = false;
  }
  return { text: `${text}\n`, modules: [...flattening.modules], left: flattening.left, notes: flattening.notes };
}

function nextKind(cells: readonly Cell[], { index }: Cell): Cell["kind"] | undefined {
  return cells[index + 1]?.kind;
}

interface Flattening {
  readonly analysis: DocumentAnalysis;
  readonly modules: Set<string>;
  readonly left: string[];
  readonly notes: string[];
  /** What matplotlib.pyplot is called in the notebook. */
  readonly plt: string | undefined;
  /** `display` is IPython's. */
  readonly hasDisplay: boolean;
  /** Names that no cell assigns. */
  readonly unresolved: readonly string[];
  runs: number;
}

function textOfCell(flattening: Flattening, document: OpenDocument, cell: Cell): string {
  const text = document.sourceOf(cell).text.slice(cell.start, cell.end).replaceAll("\r\n", "\n");
  if (cell.kind !== "code") return commented(text);
  if (cell.units.length === 0) {
    flattening.left.push(`${cellName(cell)} is not Python`);
    return commented(text);
  }
  const last = lastExpressionOf(flattening.analysis, cell);
  if (last?.shows === "unknown") {
    flattening.left.push(`${cellName(cell)} showed what ${firstLine(last.unit.text.slice(last.statement.start, last.statement.end))} gives, if anything: print it if it is wanted`);
  }
  const units = cell.units.map((unit) => textOfUnit(flattening, cell, unit, last?.unit === unit ? last : undefined));
  const code = units.join("").trimEnd();
  if (!leavesFigure(flattening.analysis, cell)) return code;
  if (flattening.plt === undefined) flattening.modules.add("matplotlib.pyplot as plt");
  return `${code}\n${flattening.plt ?? "plt"}.show()`;
}

function textOfUnit(flattening: Flattening, cell: Cell, unit: Unit, last: LastExpression | undefined): string {
  const edits: TextEdit[] = [];
  if (last?.shows === "shown") edits.push(...printed(unit, last));
  edits.push(...semicolons(unit));
  const [only] = unit.body;
  if (unit.body.length === 1 && only?.kind === "Expr" && only.value.kind === "Magic") return magicStatement(flattening, cell, unit, only.value, edits);
  walk(unit.body, (node) => {
    if (node.kind === "Magic") {
      edits.push(magicEdit(flattening, cell, unit, node));
      return "skip";
    }
    if (node.kind === "Call" && flattening.hasDisplay) edits.push(...displayEdits(flattening, node));
    return undefined;
  });
  const text = applyEdits(unit.text, edits).replaceAll("\r\n", "\n");
  return text.endsWith("\n") ? text : `${text}\n`;
}

/** A magic that is a statement of the cell. */
function magicStatement(flattening: Flattening, cell: Cell, unit: Unit, magic: Magic, inside: readonly TextEdit[]): string {
  const before = unit.text.slice(0, magic.start);
  const after = unit.text.slice(magic.end).replace(/^[ \t]*/u, "");
  const python = pythonOf(magic, false);
  const lines = (text: string): string => `${before}${text}${after === "" ? "\n" : after}`.replaceAll("\r\n", "\n");
  switch (python.kind) {
    case "nothing":
      if (python.note !== undefined) flattening.left.push(`${cellName(cell)}: ${python.note}`);
      return before.trim() === "" ? "" : before;
    case "own": {
      if (python.note !== undefined) flattening.left.push(`${cellName(cell)}: ${python.note}`);
      const { start, end } = ownPython(magic);
      const own = applyEdits(unit.text.slice(start, end), inside.filter((each) => each.start >= start && each.end <= end).map((each) => ({ ...each, start: each.start - start, end: each.end - start })));
      return lines(own.trimEnd());
    }
    case "code":
      for (const module of python.modules) flattening.modules.add(module);
      return lines(python.text);
    case "run":
      return lines(runLines(flattening, cell, python.path));
    case "left":
      flattening.left.push(`${cellName(cell)}: ${python.note}`);
      return lines(commented(unit.text.slice(magic.start, magic.end)));
  }
}

/** From the first statement of a magic to the end of the last, whole lines of a cell magic's body. */
function ownPython(magic: Magic): Range {
  if (magic.body) return magic.body;
  const [first] = magic.python;
  return { start: first?.start ?? magic.end, end: magic.end };
}

/** A magic within a statement: assigned, or in a block. */
function magicEdit(flattening: Flattening, cell: Cell, unit: Unit, magic: Magic): TextEdit {
  const isStatement = isStatementOf(unit.body, magic);
  const python = pythonOf(magic, !isStatement);
  const at = { start: magic.start, end: magic.end };
  switch (python.kind) {
    case "code":
      for (const module of python.modules) flattening.modules.add(module);
      return { ...at, text: python.text };
    case "own": {
      const { start, end } = ownPython(magic);
      return { ...at, text: unit.text.slice(start, end) };
    }
    case "run":
      flattening.modules.add("runpy");
      return { ...at, text: `runpy.run_path("${python.path}", run_name="__main__")` };
    case "nothing":
    case "left": {
      if (python.note !== undefined) flattening.left.push(`${cellName(cell)}: ${python.note}`);
      return { ...at, text: isStatement ? `pass  # ${firstLine(unit.text.slice(magic.start, magic.end))}` : `None  # ${firstLine(unit.text.slice(magic.start, magic.end))}` };
    }
  }
}

/** `%run` leaves the script's names in the notebook: those that the notebook reads and nothing else assigns are taken from it. */
function runLines(flattening: Flattening, cell: Cell, path: string): string {
  flattening.modules.add("runpy");
  flattening.runs += 1;
  const call = `runpy.run_path("${path}", run_name="__main__")`;
  if (flattening.unresolved.length === 0) return call;
  if (flattening.runs > 1) {
    flattening.left.push(`${cellName(cell)}: which names come from ${path} is not known`);
    return call;
  }
  const names = flattening.unresolved.map((name) => `${name} = script["${name}"]`);
  return [`script = ${call}`, ...names].join("\n");
}

function isStatementOf(body: readonly Node[], magic: Magic): boolean {
  let found = false;
  walk(body, (node) => {
    if (node.kind === "Expr" && node.value === magic) found = true;
    return undefined;
  });
  return found;
}

// ---- what is shown -----------------------------------------------------------------------------------------

function printed(unit: Unit, { statement: { start, end, value } }: LastExpression): readonly TextEdit[] {
  const text = unit.text.slice(start, end);
  if (value.start > start && text.startsWith("(") && text.endsWith(")")) return [{ start, end: start, text: "print" }];
  const isBareTuple = value.kind === "Tuple" && !text.startsWith("(");
  return [{ start, end: start, text: isBareTuple ? "print((" : "print(" }, { start: end, end, text: isBareTuple ? "))" : ")" }];
}

/** The semicolon after the last statement of a line says to a notebook that nothing is to be shown. */
function semicolons(unit: Unit): readonly TextEdit[] {
  const last = unit.body.at(-1);
  const found = last && /^[ \t]*;+[ \t]*(?=#|\r?\n|$)/u.exec(unit.text.slice(last.end));
  return last && found ? [{ start: last.end, end: last.end + found[0].trimEnd().length, text: "" }] : [];
}

/** `display(df)` prints as text what it is given; with options, or pages and images, it stays IPython's. */
function displayEdits(flattening: Flattening, node: Extract<Node, { readonly kind: "Call" }>): readonly TextEdit[] {
  const { func, args, keywords } = node;
  if (func.kind !== "Name" || func.id !== "display") return [];
  const last = args.at(-1);
  const isPlain = last !== undefined && keywords.length === 0 && args.every((each) => each.kind !== "Starred" && !(each.kind === "Call" && each.func.kind === "Name" && /^(?:HTML|Markdown|Image|Audio|Video|Latex|SVG|JSON|IFrame)$/u.test(each.func.id)));
  if (!isPlain) {
    flattening.modules.add("IPython.display:display");
    return [];
  }
  return [{ start: func.start, end: func.end, text: "print" }, ...(args.length > 1 ? [{ start: last.end, end: last.end, text: ', sep="\\n"' }] : [])];
}

// ---- names -------------------------------------------------------------------------------------------------

function unresolvedNames(cells: readonly Cell[]): readonly string[] {
  const names = cellNamesOf(cells);
  const bound = new Set(names.flatMap(({ gives }) => gives));
  const taken = names.flatMap(({ takes, takesLater }) => [...takes, ...takesLater]);
  return [...new Set(taken)].filter((name) => !bound.has(name) && !isBuiltinName(name) && name !== "display" && name !== "get_ipython").sort();
}

function pltName(units: readonly Unit[]): string | undefined {
  for (const { body } of units) {
    for (const node of body) {
      if (node.kind === "Import") for (const { name, asname } of node.names) if (name.name === "matplotlib.pyplot" && asname) return asname.name;
      if (node.kind === "ImportFrom" && node.module?.name === "matplotlib") for (const { name, asname } of node.names) if (name.name === "pyplot") return asname?.name ?? "pyplot";
    }
  }
  return undefined;
}

function bindsName({ body }: Unit, name: string): boolean {
  return body.some((node: Statement) => {
    if (node.kind === "FunctionDef" || node.kind === "ClassDef") return node.name.name === name;
    if (node.kind === "ImportFrom") return node.names.some((each) => (each.asname ?? each.name).name === name);
    return node.kind === "Assign" && node.targets.some((target) => target.kind === "Name" && target.id === name);
  });
}

export function commented(text: string): string {
  return text.trim() === "" ? "" : text.trimEnd().split(/\r?\n/u).map((line) => `# ${line}`.trimEnd()).join("\n");
}

/** As users count: the first cell is cell 1. */
export function cellName({ index }: Pick<Cell, "index">): string {
  return `cell ${String(index + 1)}`;
}

function firstLine(text: string): string {
  const [line = ""] = text.split(/\r?\n/u);
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
