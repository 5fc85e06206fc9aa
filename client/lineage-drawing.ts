/**
 * The lineage of a feature as a drawing: things in columns from left to right, lines between them.
 *
 *     source        view      feature         service      script        model
 *     [trips] ----> [stats] -> [conv_rate] -> [dispatch] -> [train.py] -> [Forest]
 *                                   \-----------------------> [serve.py]
 *
 * A thing stands one column right of the last of what leads to it. In a column, things stand in the order of what leads to them, so that
 * few lines cross. A drawing that is wider than its page is scrolled: made smaller, its letters could not be read. It is SVG without styles
 * or scripts of its own: colours come from the page's style sheet, by class.
 */
import type { FeatureLineage, LineageNode } from "../server/protocol.ts";
import { escaped } from "./html.ts";

const width = 152;
const height = 46;
const gap = { x: 34, y: 16 };
const margin = 4;
/** Characters that fit into a node, in its two sizes of letters. */
const fitting = { label: 19, detail: 24 };

export interface Placed {
  readonly node: LineageNode;
  readonly column: number;
  /** In units of a node's height and the gap, from the top. */
  readonly row: number;
}

export function placedNodes({ nodes, edges }: Pick<FeatureLineage, "nodes" | "edges">): readonly Placed[] {
  const column = columnsOf({ nodes, edges });
  const columns = Array.from({ length: Math.max(0, ...column.values()) + 1 }, (_, index) => nodes.filter(({ id }) => column.get(id) === index));
  const tallest = Math.max(0, ...columns.map((each) => each.length));
  const rows = new Map<string, number>();
  for (const each of columns) {
    const wanted = (node: LineageNode): number => {
      const before = edges.flatMap(({ from, to }) => (to === node.id ? (rows.get(from) ?? []) : []));
      return before.length === 0 ? tallest / 2 : before.reduce((sum, row) => sum + row, 0) / before.length;
    };
    const order = each.map((node) => ({ node, at: wanted(node) })).sort((a, b) => a.at - b.at);
    for (const [index, { node }] of order.entries()) rows.set(node.id, index + (tallest - each.length) / 2);
  }
  return columns.flatMap((each, index) => each.map((node) => ({ node, column: index, row: rows.get(node.id) ?? 0 })));
}

/** Longest way from a beginning; lines that would lead in a circle are not followed. */
function columnsOf({ nodes, edges }: Pick<FeatureLineage, "nodes" | "edges">): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  const visit = (id: string, path: ReadonlySet<string>): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    if (path.has(id)) return 0;
    const inner = new Set(path).add(id);
    const column = Math.max(0, ...edges.flatMap(({ from, to }) => (to === id ? [visit(from, inner) + 1] : [])));
    known.set(id, column);
    return column;
  };
  for (const { id } of nodes) visit(id, new Set());
  return known;
}

/** `target` says what a click on a node is for; `undefined` for one that leads nowhere. */
export function lineageSvg(lineage: FeatureLineage, target: (node: LineageNode) => number | undefined): string {
  const placed = placedNodes(lineage);
  const at = new Map(placed.map((each) => [each.node.id, each]));
  const columns = Math.max(0, ...placed.map(({ column }) => column + 1));
  const rows = Math.max(0, ...placed.map(({ row }) => row + 1));
  const size = { x: columns * (width + gap.x) - gap.x + 2 * margin, y: rows * (height + gap.y) - gap.y + 2 * margin };
  const lines = lineage.edges.flatMap(({ from, to, isSure }) => {
    const [start, end] = [at.get(from), at.get(to)];
    return start && end ? [line(start, end, isSure)] : [];
  });
  const drawn = placed.map((each) => nodeSvg(each, lineage, target(each.node)));
  return `<svg class="lineage" width="${number(size.x)}" height="${number(size.y)}" viewBox="0 0 ${number(size.x)} ${number(size.y)}" role="group" aria-label="Lineage">`
    + `${lines.join("")}${drawn.join("")}</svg>`;
}

function corner({ column, row }: Placed): { readonly x: number; readonly y: number } {
  return { x: margin + column * (width + gap.x), y: margin + row * (height + gap.y) };
}

function line(from: Placed, to: Placed, isSure: boolean): string {
  const start = { x: corner(from).x + width, y: corner(from).y + height / 2 };
  const end = { x: corner(to).x, y: corner(to).y + height / 2 };
  const bend = gap.x / 2;
  return `<path class="edge${isSure ? "" : " perhaps"}" aria-hidden="true" d="M${number(start.x)} ${number(start.y)} C${number(start.x + bend)} ${number(start.y)} ${number(end.x - bend)} ${number(end.y)} ${number(end.x)} ${number(end.y)}"/>`;
}

function nodeSvg(placed: Placed, { nodes, edges }: FeatureLineage, target: number | undefined): string {
  const { node } = placed;
  const { x, y } = corner(placed);
  const next = edges.flatMap(({ from, to }) => (from === node.id ? nodes.filter(({ id }) => id === to) : [])).map(({ label }) => label);
  const spoken = `${node.kind} ${node.label}${node.detail === "" ? "" : `, ${node.detail}`}${next.length === 0 ? "" : `, leads to ${next.join(", ")}`}`;
  const action = target === undefined ? ' role="img"' : ` role="button" tabindex="0" data-target="${String(target)}"`;
  const caption = node.detail === "" || node.detail === node.kind ? node.kind : `${node.kind === "view" || node.kind === "feature" ? "" : `${node.kind}, `}${node.detail}`;
  return `<g class="node ${node.kind}${node.isSubject ? " subject" : ""}" aria-label="${escaped(spoken)}"${action}>`
    + `<title>${escaped(`${node.label}\n${node.detail}`.trim())}</title>`
    + `<rect x="${number(x)}" y="${number(y)}" width="${String(width)}" height="${String(height)}" rx="5"/>`
    + `<text class="label" x="${number(x + 10)}" y="${number(y + 20)}">${escaped(cut(node.label, fitting.label))}</text>`
    + `<text class="detail" x="${number(x + 10)}" y="${number(y + 36)}">${escaped(cut(caption, fitting.detail))}</text></g>`;
}

function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join("")}…`;
}

function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
