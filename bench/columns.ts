/**
 * Columns of frames beside the truth: what the analysis claims about the columns of module-level frames, on scripts and notebooks
 * of others that were run under Python with a hook (see targets/traces.ts).
 *
 *     npm run bench:columns                   all traced files; exits with 1 when a claim is wrong
 *     npm run bench:columns -- --cached -v    only files that were run already; every claim is listed
 *     npm run bench:columns -- --losses       the operations at which most is lost, with an example each
 *
 * A claim is made where a name that holds a frame is read or bound in a simple statement at module level, where such a statement is an
 * expression that gives a frame, and for the names at the end of a program that ran to its end. What a name held is known before and
 * after each statement.
 */
import { parseArgs } from "node:util";
import type { OpenDocument } from "../server/analysis/engine/session-contract.ts";
import { valueText } from "../server/analysis/semantic/value-text.ts";
import type { Columns, Value } from "../server/analysis/semantic/value.ts";
import type { Expression } from "../server/analysis/syntax/nodes.ts";
import { place } from "../server/analysis/syntax/unit.ts";
import { walk } from "../server/analysis/syntax/walk.ts";
import { lossIn, saysColumns as valueSaysColumns, unknowable } from "./targets/column-losses.ts";
import { analysed } from "./targets/compare.ts";
import { tracedFiles } from "./targets/traces.ts";
import type { Label, TracedFile } from "./targets/traces.ts";

/** A name that held a frame, at one place. */
interface Sight {
  readonly file: TracedFile;
  readonly cell: number | null;
  readonly line: number;
  readonly name: string;
  /** Columns that it had; `undefined`: it held something else. */
  readonly columns: readonly Label[] | undefined;
  readonly value: Value;
  /** The operation at which the columns were lost. */
  readonly loss: string | undefined;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cached: { type: "boolean", default: false }, verbose: { type: "boolean", short: "v", default: false }, losses: { type: "boolean", default: false } },
});

const files = await tracedFiles({ parts: positionals, cachedOnly: values.cached });
const sights = files.filter(({ trace }) => trace.frames.some(({ frames }) => Object.keys(frames).length > 0)).flatMap((file) => analysed(file.path, ({ document }) => sightsOf(file, document)));
// What holds no frame counts only where one is claimed.
const held = sights.filter(({ columns }) => columns !== undefined);
const claims = sights.filter((sight) => saysColumns(sight) && (sight.columns !== undefined || isFrame(sight.value)));
const wrong = claims.filter((sight) => !isRight(sight));
for (const sight of values.verbose ? claims : wrong) console.log(sightText(sight, wrong.includes(sight) ? "WRONG" : "right"));
if (values.verbose) for (const sight of held) if (!saysColumns(sight)) console.log(sightText(sight, "none"));
const share = (part: readonly Sight[]): string => `${((part.length / held.length) * 100).toFixed(1)} %`;
const known = held.filter(saysColumns);
const whole = known.filter(({ value }) => value.data?.columns?.isWhole === true);
console.log(`${String(held.length)} sights of frames in ${String(new Set(held.map(({ file }) => file)).size)} files; ${share(held.filter(({ value }) => isFrame(value)))} known to be frames`);
console.log(`${String(known.length)} with a claim about columns (${share(known)}), ${String(whole.length)} with all of them (${share(whole)})`);
const missed = held.filter((sight) => !saysColumns(sight));
const reasons = new Map<string, Sight[]>();
const losses = new Map<string, Sight[]>();
for (const sight of missed) {
  const loss = sight.loss ?? "elsewhere";
  const reason = unknowable(loss, sight.columns ?? []);
  const [groups, key] = reason === undefined ? [losses, loss] as const : [reasons, reason] as const;
  groups.set(key, [...(groups.get(key) ?? []), sight]);
}
const knowable = known.length + [...losses.values()].flat().length;
const outside = [...reasons].sort((a, b) => b[1].length - a[1].length).map(([reason, { length }]) => `${reason} ${String(length)}`).join(", ");
console.log(`recall: ${((known.length / knowable) * 100).toFixed(1)} % of ${String(knowable)} whose columns could be known; not so: ${outside}`);
if (values.losses) {
  for (const [loss, all] of [...losses].sort((a, b) => b[1].length - a[1].length).slice(0, 30)) {
    const places = new Set(all.map(({ file }) => file));
    const [first] = all;
    console.log(`${String(all.length).padStart(5)} in ${String(places.size).padStart(3)} files  ${loss}${first ? `   ${first.file.name}:${String(first.line)} ${first.name}` : ""}`);
  }
}
console.log(`${String(claims.length)} claims, ${String(wrong.length)} wrong`);
process.exitCode = wrong.length > 0 ? 1 : 0;

function sightsOf(file: TracedFile, document: OpenDocument): readonly Sight[] {
  const analysis = document.analysis();
  const sights: Sight[] = [];
  const now = new Map<string, readonly Label[]>();
  const traced = [...file.trace.frames];
  const lost = new Map<string, string>();
  for (const unit of document.units) {
    for (const statement of unit.body) {
      const { cell, start } = document.locate(place(unit, statement));
      const line = document.sourceOf(cell).positionAt(start).line + 1;
      const index = document.dialect === "notebook" ? cell.index : null;
      // Statements follow each other as they were run; what was not traced (a cell of another language) is passed over.
      const at = traced.findIndex((each) => each.cell === index && each.line === line);
      if (at < 0) continue;
      const [step] = traced.splice(0, at + 1).slice(-1);
      const before = new Map(now);
      for (const [name, columns] of Object.entries(step?.frames ?? {})) {
        if (columns) now.set(name, columns);
        else now.delete(name);
      }
      const valueOf = (node: Expression): Value | undefined => analysis.analysisOf(unit)?.valueOf(node);
      const inside = statement.kind === "Assign" || statement.kind === "Expr" ? lossIn(statement.value, valueOf, lost) : statement.kind;
      const targets = statement.kind === "Assign" ? statement.targets : statement.kind === "AugAssign" || statement.kind === "AnnAssign" ? [statement.target] : [];
      if (statement.kind !== "Expr" && targets.length === 0) {
        for (const name of Object.keys(step?.frames ?? {})) lost.set(name, statement.kind);
        continue;
      }
      const result = statement.kind === "Expr" && file.trace.hasValues === true ? analysis.analysisOf(unit)?.valueOf(statement.value) : undefined;
      if (result) sights.push({ file, cell: index, line, name: "the result", columns: now.get("__value__"), value: result, loss: inside });
      const stored = new Set<object>();
      for (const target of targets) {
        walk([target], (node) => {
          if (node.kind === "Name") stored.add(node);
          // `df["x"] = 1` reads df.
          return node.kind === "Attribute" || node.kind === "Subscript" ? "skip" : undefined;
        });
      }
      walk([statement], (node) => {
        // Runs at another time, or with names of its own.
        if (node.kind === "Lambda" || node.kind === "NamedExpr" || node.kind.endsWith("Comp") || node.kind === "GeneratorExp") return "skip";
        const value = node.kind === "Name" ? valueOf(node) : undefined;
        if (node.kind !== "Name" || !value) return undefined;
        const isStored = stored.has(node);
        if (isStored) setLoss(lost, node.id, value, inside ?? statement.kind);
        sights.push({ file, cell: index, line, name: node.id, columns: (isStored ? now : before).get(node.id), value, loss: lost.get(node.id) });
        return undefined;
      });
    }
  }
  if (file.trace.failed.length === 0 && !file.trace.timedOut) {
    for (const [name, columns] of now) {
      const value = analysis.exitValue(name);
      if (value) sights.push({ file, cell: null, line: Infinity, name, columns, value, loss: lost.get(name) });
    }
  }
  return sights;
}

/** What was lost stays lost under the name until it is bound again. */
function setLoss(lost: Map<string, string>, name: string, value: Value, loss: string): void {
  if (valueSaysColumns(value)) lost.delete(name);
  else lost.set(name, loss);
}

function saysColumns({ value }: Sight): boolean {
  return valueSaysColumns(value);
}

function isFrame({ type }: Value): boolean {
  return type?.kind === "instance" && type.name === "pandas.DataFrame";
}

function isRight({ columns, value }: Sight): boolean {
  const claim = value.data?.columns;
  return claim === undefined || (columns !== undefined && agrees(claim, columns));
}

/** What each part of a claim says, held against the labels in their order (see Columns in semantic/value.ts). */
function agrees({ present, absent, isWhole, doubt }: Columns, labels: readonly Label[]): boolean {
  const real = labels.map((label) => (doubt === "loose" || doubt === "levels" ? firstLevel(label) : label));
  const claimed = new Set<Label>(present);
  if (absent.some((label) => real.includes(label)) || present.some((label) => !real.includes(label))) return false;
  if (!isWhole) return true;
  if (real.some((label) => !claimed.has(label))) return false;
  if (doubt === "loose" || doubt === "levels") return true;
  if (real.length !== present.length) return false;
  return doubt === "order" || present.every((label, index) => real[index] === label);
}

/** `("a", "mean")` is found under "a". */
function firstLevel(label: Label): Label {
  if (typeof label !== "object") return label;
  const match = /^\('((?:[^'\\]|\\.)*)',/u.exec(label.repr);
  return match?.[1] ?? label;
}

function sightText({ file, cell, line, name, columns, value }: Sight, verdict: string): string {
  const where = line === Infinity ? "at the end" : `${cell === null ? "" : `cell ${String(cell)}:`}${String(line)}`;
  const text = (labels: readonly Label[]): string => labels.map((label) => (typeof label === "object" ? label.repr : JSON.stringify(label))).join(", ");
  return `${verdict}  ${file.corpus}/${file.name}:${where}  ${name} = ${valueText(value)}  is ${columns ? `[${text(columns)}]` : "no frame"}`;
}
