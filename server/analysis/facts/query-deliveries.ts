/**
 * The way of a query from the expression that builds it to the call that sends it, and how that call takes values.
 *
 *     query = text(f"SELECT ... {x}")            text() of SQLAlchemy, through one name,
 *     rows = connection.execute(query, {...})    to this call: named parameters, and it has some already
 *
 * `undefined` when anything else may happen to the text on the way, or the driver is not known.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import { driverOf, hasChosenStyle, readSqlDriver } from "../knowledge/sql-drivers.ts";
import type { Driver } from "../knowledge/sql-drivers.ts";
import type { CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Call, Expression } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { argumentRoles } from "./argument-roles.ts";
import { insert } from "./call-edits.ts";
import type { Edits } from "./edits.ts";
import { consumerOf } from "./single-use.ts";
import { textOf } from "./values.ts";

export interface QuerySurroundings {
  readonly analysis: DocumentAnalysis;
  readonly cells: readonly Cell[];
  readonly edits: Edits;
}

export interface Delivery {
  readonly unit: Unit;
  readonly call: Call;
  readonly driver: Driver;
  /** The values that the call passes already. */
  readonly existing: Expression | undefined;
  /** The argument that holds the text, at the call. */
  readonly argument: Expression;
  /** What else must change on the way; `binding` comes after SQLAlchemy's text(). */
  edits(binding: string): readonly PlaceEdit[];
}

/** From a text to the call that sends it. */
export function deliveryOf(unit: Unit, node: Expression, surroundings: QuerySurroundings, depth = 0): Delivery | undefined {
  const consumer = depth > 2 ? undefined : consumerOf(surroundings.cells, unit, node);
  const event = consumer && eventOf(surroundings.analysis, consumer.unit, consumer.call);
  if (!consumer || event?.target === undefined) return undefined;
  const { call } = consumer;
  if (/^sqlalchemy(?:\.\w+)*\.text$/u.test(event.target)) {
    const sent = deliveryOf(consumer.unit, call, surroundings, depth + 1);
    if (sent?.driver.library !== "sqlalchemy") return undefined;
    return { ...sent, edits: (binding) => [...sent.edits(""), ...(binding === "" ? [] : [insert(consumer.unit, call.end, binding)])] };
  }
  const roles = argumentRoles(event);
  if (roles.find(({ argument }) => argument.node === consumer.argument)?.role !== "sql" && depth === 0) return undefined;
  const values = roles.filter(({ role }) => role === "sql-parameters").map(({ argument }) => argument);
  const driver = driverOf(event.target);
  // Where each value is an argument of its own, more follow; elsewhere the first and only one holds all.
  const existing = driver?.container === "arguments" ? undefined : values[0]?.node;
  if ((existing && values.length > 1) || event.args.some(({ unpacked }) => unpacked)) return undefined;
  const sent = { unit: consumer.unit, call, existing, argument: consumer.argument };
  if (/^pandas\.(?:io\.sql\.)?read_sql(?:_query)?$/u.test(event.target)) return throughPandas(sent, event, depth, surroundings);
  const isPlain = driver?.keyword !== undefined ? values.every(({ keyword }) => keyword === driver.keyword) : call.args.length + call.keywords.length === values.length + 1;
  if (!driver || !isPlain || (hasChosenStyle(event.target) && choosesStyle(surroundings.analysis))) return undefined;
  // Spark fills other keywords into the text, as str.format does.
  if (driver.library === "spark" && call.keywords.some(({ arg }) => arg?.name !== "args")) return undefined;
  // Since version 2, SQLAlchemy takes a plain text nowhere.
  if (driver.library === "sqlalchemy" && depth === 0) return undefined;
  return { ...sent, driver, edits: () => [] };
}

function throughPandas(sent: Omit<Delivery, "driver" | "edits">, event: CallEvent, depth: number, { edits, analysis }: QuerySurroundings): Delivery | undefined {
  const { unit, call, argument } = sent;
  const connection = event.args.find((each) => each.keyword === "con" || each.position === 1)?.value;
  const driver = connection && driverBehind(connection);
  if (!driver || call.args.length > 2 || (sent.existing && call.keywords.every(({ value }) => value !== sent.existing))) return undefined;
  if (connection.type?.kind === "instance" && hasChosenStyle(connection.type.name) && choosesStyle(analysis)) return undefined;
  if (driver.library !== "sqlalchemy" || depth > 0) return { ...sent, driver, edits: () => [] };
  // A plain text has the placeholders of the driver below, whichever that is.
  const access = sent.existing ? undefined : edits.importingFrom("sqlalchemy", "text", { anchor: unit.anchor, start: argument.start, end: argument.end });
  if (!access) return undefined;
  return {
    ...sent, driver,
    edits: (binding) => [...access.edits, insert(unit, argument.start, `${access.name}(`), insert(unit, argument.end, `)${binding}`)],
  };
}

/** By the class of the connection; a URL makes an engine of SQLAlchemy. */
function driverBehind(connection: Value): Driver | undefined {
  if (connection.type?.kind === "instance" && connection.type.name !== "builtins.str") return readSqlDriver(connection.type.name);
  const first = connection.constant?.kind === "text" ? connection.constant.pieces[0] : undefined;
  const start = textOf(connection) ?? (first?.kind === "literal" ? first.text : "");
  return /^\w+(?:\+\w+)?:\/\//u.test(start) ? readSqlDriver("sqlalchemy.Engine") : undefined;
}

/** `snowflake.connector.paramstyle = "qmark"`, `connect(paramstyle="qmark")`. */
function choosesStyle({ units }: DocumentAnalysis): boolean {
  return units.some(({ unit }) => /\bparamstyle\b/u.test(unit.text));
}

function eventOf(analysis: DocumentAnalysis, unit: Unit, call: Call): CallEvent | undefined {
  const events = analysis.analysisOf(unit)?.calls.filter(({ node }) => node === call) ?? [];
  return events.find(({ via }) => via.length === 0) ?? events[0];
}
