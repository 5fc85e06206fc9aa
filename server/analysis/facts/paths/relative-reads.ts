/**
 * Relative paths that are written in the document, known to the last letter, and read, each once.
 *
 *     DATA = "data"                                  literals "data", "/orders.csv"; path data/orders.csv
 *     pd.read_csv(DATA + "/orders.csv")
 *
 *     HERE = Path(__file__).parent                   folder: the document's; path data/orders.csv
 *     pd.read_csv(HERE / "data" / "orders.csv")
 *
 * Left out: what is a setting, what catches that the file is not there, and readers that look in places of their own or do
 * without the file.
 */
import { defineFact } from "../../engine/fact.ts";
import type { CallEvent } from "../../semantic/analysis.ts";
import type { Piece } from "../../semantic/value.ts";
import { writtenFolder } from "../../semantic/written-folders.ts";
import type { Expression, Node } from "../../syntax/nodes.ts";
import { place } from "../../syntax/unit.ts";
import type { DocumentIdentity, Place, Unit } from "../../syntax/unit.ts";
import { ancestorsOf, covers } from "../ancestors.ts";
import { precedes } from "../edits.ts";
import { gathered } from "../kept.ts";
import { isAddress, normalPath, unitFileUses } from "./file-uses.ts";
import type { FileUse } from "./file-uses.ts";
import { isParameters } from "./parameter-cells.ts";
import { literalAt } from "./uses.ts";
import type { PathLiteral } from "./uses.ts";

export interface RelativeRead {
  /** As it is written, and in its normal spelling. */
  readonly text: string;
  readonly path: string;
  /** The URI of the folder that it starts at, by the document's own place; `undefined`: wherever the program is started. */
  readonly folder: string | undefined;
  /** The literal that it begins with. */
  readonly literal: PathLiteral;
  /** All that it is made of, in order. */
  readonly pieces: readonly (Piece & { readonly kind: "literal" })[];
  readonly use: Place;
  readonly isElsewhere: boolean;
}

/** Uses that read, with what they read where that does not depend on the document's place. */
const readsIn = gathered((analysis) => {
  const reads: { readonly use: FileUse; readonly read: RelativeRead | undefined }[] = [];
  for (const use of unitFileUses(analysis)) {
    const read = use.does === "read" ? readOf(use) : undefined;
    if (read || (use.does === "read" && isAnchored(use))) reads.push({ use, read });
  }
  return reads;
});

/** In document order. */
export const relativeReads = defineFact<never, readonly RelativeRead[]>({
  name: "relativeReads",
  needs: {},
  document({ analysis, document, units }) {
    const found = new Map<string, RelativeRead>();
    for (const { use, read = anchoredRead(use, document, units) } of readsIn(analysis)) {
      if (!read || read.pieces.some((piece) => piece.place && isParameters(piece.place.anchor.cell))) continue;
      const key = `${String(read.literal.place.anchor.id)}:${String(read.literal.place.start)}:${read.path}`;
      const known = found.get(key);
      if (!known || (known.isElsewhere && !read.isElsewhere)) found.set(key, read);
    }
    return [...found.values()].sort((a, b) => (precedes(a.literal.place, b.literal.place) ? -1 : 1));
  },
});

/** The literal that holds one part of the path; `undefined` where several do. */
export function literalWith(read: RelativeRead, part: string): Place | undefined {
  const piece = pieceWith(read, part);
  return piece?.place && literalAt(piece.place, piece.text).place;
}

export function pieceWith({ pieces }: RelativeRead, part: string): RelativeRead["pieces"][number] | undefined {
  const holders = pieces.filter(({ text }) => text.split(/[\\/]/u).includes(part));
  return holders.length === 1 ? holders[0] : undefined;
}

/** The literal that holds the end of the path: the name of the file. */
export function lastLiteral({ pieces, literal }: RelativeRead): Place {
  const piece = pieces.findLast(({ text, place }) => place !== undefined && /\w/u.test(text));
  return piece?.place ? literalAt(piece.place, piece.text).place : literal.place;
}

/** They look in the system's folders, on a cluster, or take a missing file or folder for an empty one. */
const elsewhere = /^(?:PIL\.ImageFont|pyspark|configparser|dotenv|ssl|glob|pandas\.read_html|logging|os\.walk|pathlib\.Path\.(?:r?glob|walk))\b/u;
/** What lists a folder. */
const listing = /^os\.(?:listdir|scandir)$|\.iterdir$/u;

function readOf(use: FileUse): RelativeRead | undefined {
  const { constant } = use.value;
  return constant?.kind === "text" && use.path !== undefined ? readFrom(undefined, constant.pieces, use.path, use) : undefined;
}

/** The path starts with something that is made of `__file__`. */
function isAnchored({ value: { constant } }: FileUse): boolean {
  const start = constant?.kind === "text" ? constant.pieces[0] : undefined;
  return start?.kind === "hole" && start.value.origins.some((origin) => origin.kind === "call" && origin.target === "__file__");
}

/** `Path(__file__).parent / "x.csv"`: the first piece is the folder, known by how it is written. */
function anchoredRead(use: FileUse, document: DocumentIdentity, units: readonly Unit[]): RelativeRead | undefined {
  const [start, ...rest] = use.value.constant?.kind === "text" ? use.value.constant.pieces : [];
  if (start?.kind !== "hole" || start.place?.anchor.cell.document !== document) return undefined;
  const node = ancestorsOf(start.place.anchor.unit, start.place).findLast((each) => each.start === start.place?.start && each.end === start.place.end);
  const folder = node && writtenFolder(document, units, node as Expression);
  if (folder?.kind !== "uri" || rest.some(({ kind }) => kind === "hole")) return undefined;
  const text = rest.map((piece) => (piece.kind === "literal" ? piece.text : "")).join("");
  return text.startsWith("/") ? readFrom(folder.uri, rest, normalPath(text.slice(1)), use) : undefined;
}

function readFrom(folder: string | undefined, of: readonly Piece[], path: string, { event, node }: FileUse): RelativeRead | undefined {
  const pieces = of.filter((piece) => piece.kind === "literal");
  const all = pieces.map((piece) => piece.text).join("");
  const text = folder === undefined ? all : all.slice(1);
  const target = event.target ?? "";
  if (elsewhere.test(target) || !isRelativeFile(text, target)) return undefined;
  const first = pieces.find((piece) => piece.place !== undefined && piece.text !== "");
  if (!first?.place || isCaught(event)) return undefined;
  const literal = literalAt(first.place, first.text);
  if (literal.isSetting) return undefined;
  const use = place(event.unit, node);
  const isElsewhere = use.anchor !== literal.place.anchor || literal.place.start < use.start || literal.place.end > use.end;
  return { text, path, folder, literal, pieces, use, isElsewhere };
}

function isRelativeFile(text: string, target: string): boolean {
  if (/^(?:[\\/~$%]|[A-Za-z]:)|(?:^|[\\/])path[\\/]to(?:[\\/]|$)/iu.test(text) || isAddress(text) || /[*?[\]{}<>|"\n\r]|^\s|\s$/u.test(text) || text.length > 200) return false;
  return /[^.\\/]\.[A-Za-z0-9]{1,10}$/u.test(text) || (listing.test(target) && /\w/u.test(text));
}

// ---- caught ------------------------------------------------------------------------------------------------

/** Whether somebody is ready for the file not to be there: around the call, or around the calls that lead to it. */
export function isCaught({ unit, node, via }: CallEvent): boolean {
  return [place(unit, node), ...via].some((at) => {
    const path = ancestorsOf(at.anchor.unit, at);
    return path.some((each, index) => catches(each, path[index + 1]));
  });
}

const missing = /\b(?:FileNotFoundError|OSError|IOError|EnvironmentError|Exception|BaseException|suppress|raises|assertRaises)\b/u;

function catches(node: Node, inside: Node | undefined): boolean {
  if (node.kind === "Try" || node.kind === "TryStar") {
    if (!inside || !node.body.some((statement) => covers(statement, inside))) return false;
    return node.handlers.some(({ type }) => type === undefined || namesIn(type).some((name) => missing.test(name)));
  }
  return (node.kind === "With" || node.kind === "AsyncWith") && node.items.some(({ contextExpr }) =>
    contextExpr.kind === "Call" && [contextExpr.func, ...contextExpr.args].flatMap(namesIn).some((name) => /^(?:suppress|raises|assertRaises)$/u.test(name)));
}

function namesIn(node: Expression): readonly string[] {
  if (node.kind === "Name") return [node.id];
  if (node.kind === "Attribute") return [node.attr.name];
  return node.kind === "Tuple" ? node.elts.flatMap(namesIn) : [];
}
