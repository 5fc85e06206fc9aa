/**
 * The repair of a query with pasted values: placeholders in the text, the values at the call that sends it.
 *
 *     query = f"SELECT ... WHERE a = '{x}'"          query = "SELECT ... WHERE a = ?"
 *     rows = connection.execute(query)               rows = connection.execute(query, (x,))
 *
 * The way from the text to the database is followed through one name and through SQLAlchemy's `text()`. Refused: a query used twice, a call
 * that has parameters already, a driver that is not known.
 */
import type { Fix, PlaceEdit } from "../engine/finding.ts";
import { driverOf, readSqlDriver } from "../knowledge/sql-drivers.ts";
import type { Driver } from "../knowledge/sql-drivers.ts";
import type { CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import type { Call, Expression } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { argumentRoles } from "./argument-roles.ts";
import { appendArgument, insert, keywordOf } from "./call-edits.ts";
import type { Edits } from "./edits.ts";
import type { PastedQuery } from "./pasted-queries.ts";
import { consumerOf } from "./single-use.ts";
import { parametrize } from "./sql-parameters.ts";

export interface QuerySurroundings {
  readonly analysis: DocumentAnalysis;
  readonly cells: readonly Cell[];
  readonly edits: Edits;
}

export function queryFix(query: PastedQuery, surroundings: QuerySurroundings): Fix | undefined {
  const { built, pasted } = query;
  const delivery = built && deliveryOf(built.unit, built.node, surroundings, 0);
  if (!built || !delivery || pasted.some(({ position }) => position !== "value" && position !== "quoted")) return undefined;
  const isPasted = (hole: Expression): boolean =>
    pasted.some(({ place }) => place.anchor === built.unit.anchor && hole.start <= place.start && place.end <= hole.end);
  const result = parametrize(built.unit, built.node, delivery.driver, (hole) => !isPasted(hole));
  if (!result) return undefined;
  const values = delivery.driver.keyword === undefined ? result.values : `${delivery.driver.keyword}=${result.values}`;
  const atCall = appendArgument(delivery.unit, delivery.call, values);
  if (!atCall) return undefined;
  const analysis = surroundings.analysis.analysisOf(built.unit);
  // A text in quotes is compared as that text; what else a value might be, only its author knows.
  const isSame = result.bare.length === 0 && result.quoted.every((node) => isText(analysis?.valueOf(node)));
  return { title: "Pass the values as parameters", safety: isSame ? "safe" : "review", edits: [...result.edits, ...delivery.edits, atCall] };
}

function isText(value: ReturnType<NonNullable<ReturnType<DocumentAnalysis["analysisOf"]>>["valueOf"]> | undefined): boolean {
  return value?.type?.kind === "instance" && value.type.name === "builtins.str";
}

interface Delivery {
  readonly unit: Unit;
  readonly call: Call;
  readonly driver: Driver;
  /** What else must change on the way. */
  readonly edits: readonly PlaceEdit[];
}

/** From a text to the call that sends it. */
function deliveryOf(unit: Unit, node: Expression, surroundings: QuerySurroundings, depth: number): Delivery | undefined {
  const consumer = depth > 2 ? undefined : consumerOf(surroundings.cells, unit, node);
  const event = consumer && eventOf(surroundings.analysis, consumer.unit, consumer.call);
  if (!consumer || event?.target === undefined) return undefined;
  const { call } = consumer;
  if (/^sqlalchemy(?:\.\w+)*\.text$/u.test(event.target)) {
    const sent = deliveryOf(consumer.unit, call, surroundings, depth + 1);
    return sent && (sent.driver.placeholder === ":name" ? sent : undefined);
  }
  const role = argumentRoles(event).find(({ argument }) => argument.node === consumer.argument)?.role;
  if (role !== "sql" && depth === 0) return undefined;
  if (/^pandas\.(?:io\.sql\.)?read_sql(?:_query)?$/u.test(event.target)) return throughPandas(consumer.unit, consumer.argument, event, depth, surroundings);
  const driver = driverOf(event.target);
  if (!driver || call.args.length !== 1 || call.keywords.length > 0) return undefined;
  // Since version 2, SQLAlchemy takes a plain text nowhere.
  if (event.target.startsWith("sqlalchemy.") && depth === 0) return undefined;
  return { unit: consumer.unit, call, driver, edits: [] };
}

function throughPandas(unit: Unit, argument: Expression, event: CallEvent, depth: number, { edits }: QuerySurroundings): Delivery | undefined {
  const { node: call, args } = event;
  const connection = args.find((each) => each.keyword === "con" || each.position === 1)?.value.type;
  const driver = connection?.kind === "instance" ? readSqlDriver(connection.name) : undefined;
  if (!driver || keywordOf(call, "params") || call.args.length > 2 || args.some(({ unpacked }) => unpacked)) return undefined;
  if (driver.placeholder !== ":name" || depth > 0) return { unit, call, driver, edits: [] };
  const access = edits.importingFrom("sqlalchemy", "text", { anchor: unit.anchor, start: argument.start, end: argument.end });
  if (!access) return undefined;
  return { unit, call, driver, edits: [...access.edits, insert(unit, argument.start, `${access.name}(`), insert(unit, argument.end, ")")] };
}

function eventOf(analysis: DocumentAnalysis, unit: Unit, call: Call): CallEvent | undefined {
  const events = analysis.analysisOf(unit)?.calls.filter(({ node }) => node === call) ?? [];
  return events.find(({ via }) => via.length === 0) ?? events[0];
}
