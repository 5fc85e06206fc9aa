/**
 * The columns that a transformation computes, read off its text.
 *
 *     def fares(inputs):                                           price_per_km     (/ fare distance)
 *         out = pd.DataFrame()
 *         out["price_per_km"] = inputs["fare"] / inputs["distance"]
 *         out["is_high"] = out["price_per_km"] > 3                 is_high          (< 3 (/ fare distance))
 *         return out
 *
 *     SELECT driver_id, fare / distance AS price_per_km            price_per_km     (/ fare distance)
 *     FROM trips
 *
 * A column that is computed in a branch or a loop, or more than once, has no one expression.
 */
import type { Expression, FunctionDef, ListComp, Statement } from "../syntax/nodes.ts";
import { parseExpression, parseModule } from "../syntax/parse.ts";
import { column, columnExpression } from "./column-expression.ts";
import type { ColumnExpression, Operand } from "./column-expression.ts";

/** By the names of the columns. Empty for what cannot be read. */
export type ComputedColumns = ReadonlyMap<string, ColumnExpression>;

/** `text`: a function, with or without its decorators, indented or not. */
export function columnsOfFunction(text: string): ComputedColumns {
  const [first, ...others] = parseModule(withoutMargin(text), { ipython: false }).body;
  return first?.kind === "FunctionDef" && others.length === 0 ? columnsOfBody(first) : new Map<string, ColumnExpression>();
}

function withoutMargin(text: string): string {
  // The first line begins at the `def`; those of the body are deeper by as much as the function is.
  const lines = text.split("\n");
  const margin = Math.min(...lines.slice(1).filter((line) => line.trim() !== "").map((line) => /^[ \t]*/u.exec(line)?.[0].length ?? 0));
  const own = /^[ \t]*/u.exec(text)?.[0] ?? "";
  return own === "" || margin < own.length ? text.slice(own.length) : lines.map((line) => line.slice(own.length)).join("\n");
}

function columnsOfBody({ args, body }: FunctionDef): ComputedColumns {
  const [parameter] = [...args.posonlyargs, ...args.args];
  if (!parameter) return new Map();
  const inputs = new Set([parameter.arg.name]);
  const found = new Map<string, ColumnExpression | undefined>();
  /** By frame and name: `out["a"]` may be another column than `inputs["a"]`. */
  const made = new Map<string, ColumnExpression | undefined>();
  const locals = new Map<string, ColumnExpression | undefined>();
  const operand: Operand = (node) => {
    if (node.kind === "Name") return locals.get(node.id);
    const named = columnOf(node);
    if (!named) return undefined;
    const key = `${named.frame ?? ""}.${named.name}`;
    if (made.has(key)) return made.get(key);
    return named.frame === undefined || inputs.has(named.frame) ? column(named.name) : undefined;
  };
  const set = (frame: string | undefined) => (name: string, node: Expression): void => {
    const expression = columnExpression(node, operand) ?? zipped(node, operand);
    found.set(name, found.has(name) ? undefined : expression);
    if (frame !== undefined) made.set(`${frame}.${name}`, found.get(name));
  };
  for (const statement of body) {
    const [target] = statement.kind === "Assign" && statement.targets.length === 1 ? statement.targets : [];
    const named = target && columnOf(target);
    if (statement.kind === "Assign" && named) set(named.frame)(named.name, statement.value);
    else if (statement.kind === "Assign" && target?.kind === "Name") {
      table(statement.value, set(target.id));
      if (isCopy(statement.value, inputs)) inputs.add(target.id);
      else inputs.delete(target.id);
      locals.set(target.id, locals.has(target.id) ? undefined : columnExpression(statement.value, operand));
    } else if (statement.kind === "Return" && statement.value) table(statement.value, set(undefined));
    else for (const name of namesSet(statement)) found.set(name, undefined);
  }
  return new Map([...found].flatMap(([name, expression]) => (expression ? [[name, expression]] : [])));
}

/** `inputs`, `inputs.copy()` */
function isCopy(node: Expression, inputs: ReadonlySet<string>): boolean {
  const from = node.kind === "Call" && node.func.kind === "Attribute" && node.func.attr.name === "copy" ? node.func.value : node;
  return from.kind === "Name" && inputs.has(from.id);
}

/** `pd.DataFrame({"a": ...})`, `{"a": ...}`, `df.assign(a=...)`, `df.withColumn("a", ...)` */
function table(node: Expression, set: (name: string, node: Expression) => void): void {
  if (node.kind === "Dict") {
    node.keys.forEach((key, index) => {
      const value = node.values[index];
      if (key?.kind === "Constant" && key.type === "str" && value) set(key.value, value);
    });
    return;
  }
  if (node.kind !== "Call" || node.func.kind !== "Attribute") return;
  const [first, second] = node.args;
  switch (node.func.attr.name) {
    case "DataFrame":
      if (first?.kind === "Dict") table(first, set);
      break;
    case "assign":
      for (const { arg, value } of node.keywords) if (arg) set(arg.name, value);
      break;
    case "withColumn":
      table(node.func.value, set);
      if (first?.kind === "Constant" && first.type === "str" && second) set(first.value, second);
      break;
    default:
  }
}

/** Columns that a statement sets which may run or not, or several times. */
function namesSet(statement: Statement): readonly string[] {
  switch (statement.kind) {
    case "AugAssign":
    case "AnnAssign": {
      const named = columnOf(statement.target);
      return named ? [named.name] : [];
    }
    case "If":
    case "For":
    case "While":
      return [...statement.body, ...statement.orelse].flatMap((each) => (each.kind === "Assign" ? each.targets.flatMap((target) => columnOf(target)?.name ?? []) : namesSet(each)));
    case "With":
      return statement.body.flatMap((each) => (each.kind === "Assign" ? each.targets.flatMap((target) => columnOf(target)?.name ?? []) : namesSet(each)));
    default:
      return [];
  }
}

export interface NamedColumn {
  /** The name of the frame; `undefined` for a column by itself, `F.col("a")`. */
  readonly frame: string | undefined;
  readonly name: string;
}

/** `df["a"]`, `df.loc[:, "a"]`, `F.col("a")`. */
export function columnOf(node: Expression): NamedColumn | undefined {
  if (node.kind === "Call" && node.args.length === 1 && node.keywords.length === 0) {
    const [name] = node.args;
    const callee = node.func.kind === "Attribute" ? node.func.attr.name : node.func.kind === "Name" ? node.func.id : "";
    return callee === "col" && name?.kind === "Constant" && name.type === "str" ? { frame: undefined, name: name.value } : undefined;
  }
  if (node.kind !== "Subscript") return undefined;
  const { value, slice } = node;
  if (value.kind === "Name" && slice.kind === "Constant" && slice.type === "str") return { frame: value.id, name: slice.value };
  if (value.kind !== "Attribute" || value.attr.name !== "loc" || value.value.kind !== "Name" || slice.kind !== "Tuple") return undefined;
  const [rows, label, ...others] = slice.elts;
  const isAll = rows?.kind === "Slice" && !rows.lower && !rows.upper && !rows.step && others.length === 0;
  return isAll && label?.kind === "Constant" && label.type === "str" ? { frame: value.value.id, name: label.value } : undefined;
}

/** `[a / b for a, b in zip(inputs["a"], inputs["b"])]`, of a transformation in plain Python. */
function zipped(node: Expression, operand: Operand): ColumnExpression | undefined {
  if (node.kind !== "ListComp") return undefined;
  const elements = elementsOf(node);
  if (!elements) return undefined;
  return columnExpression(node.elt, (each) => {
    const source = each.kind === "Name" ? elements.get(each.id) : undefined;
    return source ? operand(source) : each.kind === "Name" ? undefined : operand(each);
  });
}

function elementsOf({ generators }: ListComp): ReadonlyMap<string, Expression> | undefined {
  const [generator, ...others] = generators;
  if (!generator || others.length > 0 || generator.ifs.length > 0) return undefined;
  const { target, iter } = generator;
  if (target.kind === "Name") return new Map([[target.id, iter]]);
  if (target.kind !== "Tuple" || iter.kind !== "Call" || iter.func.kind !== "Name" || iter.func.id !== "zip" || iter.args.length !== target.elts.length) return undefined;
  return new Map(target.elts.flatMap((each, index): [string, Expression][] => (each.kind === "Name" && iter.args[index] ? [[each.id, iter.args[index]]] : [])));
}

// ---- SQL ---------------------------------------------------------------------------------------------------

/** Columns that one plain SELECT computes. */
export function columnsOfQuery(query: string): ComputedColumns {
  const found = new Map<string, ColumnExpression>();
  const text = query.replaceAll(/--[^\n]*|\/\*[\s\S]*?\*\//gu, " ");
  const list = /^\s*SELECT\s+([\s\S]+?)\s+FROM\s/iu.exec(text)?.[1];
  // Groups, unions and windows make rows of several.
  if (list === undefined || /\b(?:UNION|GROUP\s+BY|OVER|DISTINCT|INTERSECT|EXCEPT|CASE)\b/iu.test(text) || /\bSELECT\b/iu.test(list)) return found;
  for (const item of items(list)) {
    const [, written = "", name] = /^([\s\S]+?)\s+AS\s+(\w+)\s*$/iu.exec(item) ?? [];
    const expression = name === undefined ? undefined : sqlExpression(written);
    if (name !== undefined && expression) found.set(name, expression);
  }
  return found;
}

/** The parts between commas that stand in no bracket and no text. */
function items(list: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    const character = list[at];
    if (character === "'") at = !list.includes("'", at + 1) ? list.length : list.indexOf("'", at + 1);
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (character === "," && depth === 0) {
      found.push(list.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, list.slice(start)];
}

const floats = String.raw`(?:FLOAT(?:4|8|32|64)?|DOUBLE(?:\s+PRECISION)?|REAL)`;

/** SQL that reads as Python once its few own words are replaced. */
function sqlExpression(sql: string): ColumnExpression | undefined {
  if (/['"`]|\|\||\bLOG\s*\(/iu.test(sql)) return undefined;
  const python = sql
    .replaceAll(new RegExp(String.raw`\bCAST\s*\(([^()]+)\s+AS\s+${floats}\)`, "giu"), "($1)")
    .replaceAll(new RegExp(String.raw`::\s*${floats}\b`, "giu"), "")
    .replaceAll("<>", "!=")
    .replaceAll(/(?<![<>=!])=(?!=)/gu, "==")
    .replaceAll(/\b(?:AND|OR|NOT)\b/giu, (word) => word.toLowerCase())
    .replaceAll(/\s+/gu, " ");
  const { expression, problems } = parseExpression(python.trim());
  if (problems.length > 0) return undefined;
  return columnExpression(expression, (node) => {
    if (node.kind === "Name") return column(node.id);
    return node.kind === "Attribute" && node.value.kind === "Name" ? column(node.attr.name) : undefined;
  });
}
