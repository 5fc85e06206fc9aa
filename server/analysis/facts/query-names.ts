/**
 * Names of tables and columns that are filled into SQL. They cannot be parameters, so there are two repairs:
 *
 *     f"SELECT COUNT(*) FROM {table}"
 *
 *     if table not in ALLOWED_TABLES:                           sql.SQL("SELECT COUNT(*) FROM {table}")
 *         raise ValueError(f"unknown table: {table!r}")             .format(table=sql.Identifier(table))
 *
 * The list of allowed names starts empty, so the code refuses everything until its author has filled it in. psycopg composes SQL: there
 * the f-string's own holes become the fields of `sql.SQL`.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import type { Expression, Name, Statement } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Unit } from "../syntax/unit.ts";
import { ancestorsOf, covers } from "./ancestors.ts";
import { indentOf, insert, replace } from "./call-edits.ts";
import type { PastedHole, PastedQuery } from "./pasted-queries.ts";
import type { Delivery, QuerySurroundings } from "./query-deliveries.ts";
import { HOLE } from "./sql-text.ts";
import { templateOf } from "./string-template.ts";
import type { Template } from "./string-template.ts";

type Built = NonNullable<PastedQuery["built"]>;

export interface NameCheck {
  readonly title: string;
  readonly edits: readonly PlaceEdit[];
}

/** `if table not in ALLOWED_TABLES: raise ...` above the statement. */
export function nameCheck({ unit, node }: Built, names: readonly PastedHole[], { edits, analysis }: QuerySurroundings): NameCheck | undefined {
  const template = templateOf(unit, node);
  const holes = template && namesOf(unit, template, names);
  const path = ancestorsOf(unit, node);
  const statement = path.findLast((each): each is Statement => isSimple(each.kind));
  if (!holes || !statement || !path.some(({ kind }) => kind === "FunctionDef" || kind === "AsyncFunctionDef")) return undefined;
  const indent = indentOf(unit.text, statement.start);
  const lineStart = unit.text.lastIndexOf("\n", statement.start - 1) + 1;
  if (unit.text.slice(lineStart, statement.start) !== indent) return undefined;
  const lineBreak = unit.text.includes("\r\n") ? "\r\n" : "\n";
  const step = indent.includes("\t") ? "\t" : "    ";
  const kinds = [...new Set(holes.map(({ kind }) => kind))];
  const wanted = kinds.map((kind) => `ALLOWED_${kind.toUpperCase()}S`);
  // A list that is there already is the right one.
  const isThere = (name: string): boolean => edits.bindings(name) === 1 && analysis.exitValue(name) !== undefined;
  const free = edits.freeNames(wanted);
  const constants = wanted.map((name, index) => (isThere(name) ? name : free[index]));
  const changes: PlaceEdit[] = [];
  for (const [index, kind] of kinds.entries()) {
    if (constants[index] === wanted[index] && isThere(wanted[index] ?? "")) continue;
    const definition = edits.defining(`${constants[index] ?? ""}: frozenset[str] = frozenset()  # fill in: every ${kind} that may be named in SQL`, place(unit, statement));
    if (!definition) return undefined;
    changes.push(definition);
  }
  const checked = new Map(holes.map(({ name, kind }) => [name.id, kind]));
  const lines = [...checked].map(([name, kind]) =>
    `${indent}if ${name} not in ${constants[kinds.indexOf(kind)] ?? ""}:${lineBreak}${indent}${step}raise ValueError(f"unknown ${kind}: {${name}!r}")${lineBreak}`);
  changes.push(insert(unit, lineStart, lines.join("")));
  const what = kinds.map((kind) => `${kind}s`).join(" and ");
  return { title: `Allow known ${what} only, from a list to fill in`, edits: changes };
}

/** Wraps the text that is left into psycopg's `sql.SQL(...).format(...)`. */
export function composedNames(
  { unit, node }: Built, { names, values }: { readonly names: readonly PastedHole[]; readonly values: readonly PastedHole[] },
  { unit: callUnit, call }: Delivery, { edits, analysis }: QuerySurroundings,
): readonly PlaceEdit[] | undefined {
  const template = templateOf(unit, node);
  const holes = template && namesOf(unit, template, names);
  if (!holes || template.style !== "f-string" || holes.some(({ isPart }) => isPart)) return undefined;
  const module = [...analysis.imports].some((each) => each.startsWith("psycopg2")) ? "psycopg2" : "psycopg";
  const access = edits.importingFrom(module, "sql", place(callUnit, call));
  // Every other hole would be a field of sql.SQL, too.
  const isFree = template.segments.every((each) => each.kind === "text" || [...names, ...values].some((hole) => isHole(unit, hole, each.node)));
  if (!access || !isFree) return undefined;
  const fields = [...new Set(holes.map(({ name }) => name.id))].map((id) => `${id}=${access.name}.Identifier(${id})`);
  const prefixes = template.parts.flatMap((part): readonly PlaceEdit[] => {
    const at = part.prefix.toLowerCase().indexOf("f");
    const keeps = holes.some(({ name }) => covers(part.content, name));
    return at >= 0 && keeps ? [replace(unit, { start: part.start + at, end: part.start + at + 1 }, "")] : [];
  });
  return [...access.edits, ...prefixes, insert(unit, node.start, `${access.name}.SQL(`), insert(unit, node.end, `).format(${fields.join(", ")})`)];
}

interface NamedHole {
  readonly name: Name;
  readonly kind: "table" | "column" | "name";
  /** The hole is not all of the name. */
  readonly isPart: boolean;
}

function isHole(unit: Unit, { place: at }: PastedHole, node: Expression): boolean {
  return at.anchor === unit.anchor && node.start <= at.start && at.end <= node.end;
}

/** The variables that hold names; `undefined` when a hole is anything else. */
function namesOf(unit: Unit, { segments }: Template, names: readonly PastedHole[]): readonly NamedHole[] | undefined {
  const found: NamedHole[] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment.kind !== "hole" || !names.some((name) => isHole(unit, name, segment.node))) continue;
    const { node } = segment;
    if (node.kind !== "Name" || segment.conversion !== undefined || segment.spec !== undefined) return undefined;
    const before = textBefore(segments, index);
    const next = segments[index + 1];
    const isPart = /[\w"`.\uE001]$/u.test(before) || (next !== undefined && (next.kind === "hole" || /^[\w"`.]/u.test(next.text)));
    found.push({ name: node, kind: kindOf(before), isPart });
  }
  return found.length > 0 && names.every((name) => found.some(({ name: node }) => isHole(unit, name, node))) ? found : undefined;
}

function textBefore(segments: Template["segments"], index: number): string {
  return segments.slice(0, index).map((each) => (each.kind === "text" ? each.text : HOLE)).join("");
}

function kindOf(before: string): NamedHole["kind"] {
  if (/\b(?:FROM|JOIN|INTO|UPDATE|TABLE|VIEW|EXISTS|TRUNCATE)\s+["'`]?[\w.\uE001]*$/iu.test(before)) return "table";
  return /\b(?:SELECT|BY|SET|WHERE|ON|DISTINCT)\s[\s\S]*$/iu.test(before) && !/["`\w.\uE001]$/u.test(before) ? "column" : "name";
}

function isSimple(kind: string): boolean {
  return ["Expr", "Assign", "AnnAssign", "AugAssign", "Return", "With", "AsyncWith", "For", "AsyncFor", "If", "While", "Assert", "Raise", "Delete"].includes(kind);
}
