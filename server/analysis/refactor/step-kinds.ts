/**
 * The steps of a script: which statements load, check, prepare, split, train, evaluate, draw and save, in the order in which they run.
 *
 *     df = pd.read_csv("sales.csv")                load        it reads
 *     print(df.shape)                              load        what only shows goes with what is before it
 *     assert len(df) > 0                           validate
 *     df["revenue"] = df["price"] * df["sold"]     prepare     a frame is made of a frame
 *     model = Ridge(alpha=LIMIT)                   train       an object goes with the first step that uses it
 *     model.fit(df[["price"]], df["sold"])         train
 *     print(model.score(test, y))                  evaluate
 *
 * A heading, a comment that stands apart above a statement and names the section, begins a new step in any case, and may name it.
 */
import { nameFlowOf } from "../facts/name-flow.ts";
import { stepsOf } from "../facts/steps.ts";
import type { Step, StepKind } from "../facts/steps.ts";
import { classNameOf } from "../facts/values.ts";
import { isEstimatorClass } from "../semantic/learning/estimators.ts";
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Expression, Node, Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { startOf, unitScopes } from "./statement-run.ts";
import type { RunPart } from "./statement-run.ts";

export type Phase = "load" | "validate" | "prepare" | "split" | "train" | "evaluate" | "plot" | "save" | "report";

export interface ScriptStep {
  readonly phase: Phase;
  readonly units: readonly Unit[];
  /** Of its section, as the author wrote it. */
  readonly heading: string | undefined;
}

/** More steps than this are joined. */
const mostSteps = 12;

const phaseOf: Readonly<Record<StepKind, Phase>> = {
  read: "load", split: "split", fit: "train", transform: "prepare", resample: "prepare", predict: "evaluate", score: "evaluate", validate: "evaluate", write: "save",
};

/** What a statement is about when it does several things. */
const weight: readonly Phase[] = ["split", "train", "load", "prepare", "evaluate", "plot", "save", "validate", "report"];

/** @param units those that move into functions, in document order */
export function scriptSteps(analysis: DocumentAnalysis, units: readonly Unit[]): readonly ScriptStep[] {
  const headings = units.map((unit, index) => (index === 0 || isApart(unit) ? headingOf(unit) : undefined));
  const phases = phasesOf(analysis, stepsOf(analysis).all, units.map((unit) => ({ unit, statements: unit.body })), headings);
  const steps: { phase: Phase; units: Unit[]; heading: string | undefined }[] = [];
  for (const [index, unit] of units.entries()) {
    const last = steps.at(-1);
    const phase = phases[index] ?? "report";
    const heading = headings[index];
    if (last && heading === undefined && (last.phase === phase || phase === "report")) last.units.push(unit);
    else steps.push({ phase, units: [unit], heading });
  }
  return joined(steps);
}

/**
 * What each of some statements that run one after the other is for.
 *
 * @param steps of the script, or of the function that they stand in
 */
export function phasesOf(analysis: DocumentAnalysis, steps: readonly Step[], parts: readonly RunPart[], headings: readonly (string | undefined)[]): readonly Phase[] {
  const kinds = parts.map(() => new Set<Phase>());
  for (const { kind, event, place } of steps) {
    const { anchor, start, end } = event.via[0] ?? place;
    const index = parts.findIndex(({ unit, statements }) => unit === anchor.unit && statements.some((node) => startOf(node) <= start && end <= node.end));
    kinds[index]?.add(phaseOf[kind]);
  }
  return filled(parts, parts.map((part, index) => ownPhase(analysis, part, kinds[index] ?? new Set())), headings);
}

/** Neighbours that belong together, when there are too many steps. */
function joined(steps: readonly ScriptStep[]): readonly ScriptStep[] {
  const all = [...steps];
  const about = (phase: Phase): number => ({ load: 0, validate: 0, prepare: 0, split: 0, train: 1, evaluate: 1, plot: 2, save: 2, report: 2 })[phase];
  while (all.length > mostSteps) {
    const candidates = all.slice(1).map((step, index) => ({ index, size: step.units.length + (all[index]?.units.length ?? 0), isNear: about(step.phase) === about(all[index]?.phase ?? step.phase) }));
    const [best] = candidates.sort((a, b) => Number(b.isNear) - Number(a.isNear) || a.size - b.size);
    const [first, second] = best ? all.slice(best.index, best.index + 2) : [];
    if (!best || !first || !second) break;
    all.splice(best.index, 2, { phase: first.phase, units: [...first.units, ...second.units], heading: first.heading });
  }
  return all;
}

// ---- one statement -----------------------------------------------------------------------------------------

/** `previous` and `next`: it goes with its neighbours. */
type Guess = Phase | "previous" | "next" | "flow";

function ownPhase(analysis: DocumentAnalysis, part: RunPart, kinds: ReadonlySet<Phase>): Guess {
  const { unit, statements } = part;
  const draws = drawsIn(statements);
  const found = weight.find((phase) => kinds.has(phase));
  if (draws && (found === undefined || found === "save" || found === "evaluate")) return "plot";
  if (found !== undefined) return found;
  if (statements.every(checks)) return "validate";
  if (statements.some(saves)) return "save";
  if (statements.some(loads)) return "load";
  const [node] = statements;
  if (!node) return "previous";
  if (node.kind === "Expr") return changesData(analysis, unit, node.value) ? "prepare" : "previous";
  if (node.kind === "Assign" || node.kind === "AnnAssign" || node.kind === "AugAssign") {
    const target = node.kind === "Assign" ? node.targets[0] : node.target;
    if (target?.kind === "Subscript" || target?.kind === "Attribute") return "flow";
    const value = node.value && analysis.analysisOf(unit)?.valueOf(node.value);
    const className = value && classNameOf(value);
    if (className !== undefined && isEstimatorClass(className)) return "next";
    return reads(part).length === 0 ? "next" : "flow";
  }
  return "flow";
}

function checks(node: Statement): boolean {
  return node.kind === "Assert" || (node.kind === "If" && node.orelse.length === 0 && node.body.at(-1)?.kind === "Raise");
}

const drawing = /^(?:plt|sns|pyplot|px|go|alt)\.|^(?:ax|axes|axs|fig|figure|ax\d|g)\b(?:\[[^\]]*\])*\.(?!to_)/u;

function drawsIn(nodes: readonly Node[]): boolean {
  let draws = 0;
  let others = 0;
  walk(nodes, (node) => {
    if (node.kind !== "Call") return undefined;
    const callee = dotted(node.func);
    if (drawing.test(callee) || /\.(?:plot|hist|boxplot|savefig)(?:\.\w+)?$/u.test(callee)) draws++;
    else if (/\.(?:fit|predict\w*|read_\w+|score)$/u.test(callee)) others++;
    return undefined;
  });
  return draws > 0 && others === 0;
}

function saves(node: Statement): boolean {
  let found = false;
  walk([node], (each) => {
    if (each.kind === "Call" && /(?:^|\.)(?:to_(?:csv|parquet|json|pickle|excel|sql|feather)|dump|save|savefig|savetxt|savez|write_text|write_bytes|writerow|writerows|makedirs|mkdir|commit|executemany)$/u.test(dotted(each.func))) found = true;
    return found ? "skip" : undefined;
  });
  return found;
}

function loads(node: Statement): boolean {
  let found = false;
  walk([node], (each) => {
    if (each.kind === "Call" && /(?:^|\.)(?:read_\w+|load|loads|loadtxt|genfromtxt|open|reader|DictReader|read_text|read_bytes|readlines|urlopen|fetchall|fetch_\w+|load_\w+|make_\w+)$/u.test(dotted(each.func))) found = true;
    return found ? "skip" : undefined;
  });
  return found;
}

/** `df.drop(columns="a", inplace=True)`, `rows.append(1)`. */
function changesData(analysis: DocumentAnalysis, unit: Unit, value: Expression): boolean {
  if (value.kind !== "Call" || value.func.kind !== "Attribute") return false;
  const changed = analysis.analysisOf(unit)?.valueOf(value.func.value);
  const className = changed && classNameOf(changed);
  return className !== undefined && /^(?:pandas\.|numpy\.ndarray|builtins\.(?:list|dict|set))/u.test(className);
}

function dotted(node: Expression): string {
  switch (node.kind) {
    case "Name":
      return node.id;
    case "Attribute":
      return `${dotted(node.value)}.${node.attr.name}`;
    case "Subscript":
      return `${dotted(node.value)}[]`;
    case "Call":
      return `${dotted(node.func)}()`;
    default:
      return "?";
  }
}

// ---- the whole ---------------------------------------------------------------------------------------------

/** What is not told by itself goes with what its data comes from, or with its neighbours. */
function filled(parts: readonly RunPart[], known: readonly Guess[], headings: readonly (string | undefined)[]): readonly Phase[] {
  const phases: (Phase | undefined)[] = known.map((guess) => (guess === "previous" || guess === "next" || guess === "flow" ? undefined : guess));
  const madeIn = new Map<string, Phase>();
  for (const [index, part] of parts.entries()) {
    const guess = known[index];
    if (guess === "flow") {
      const sources = reads(part).flatMap((name) => madeIn.get(name) ?? []);
      const isLate = sources.includes("evaluate") || sources.includes("train");
      phases[index] = isLate ? "evaluate" : sources.some((phase) => phase === "load" || phase === "prepare" || phase === "split") ? "prepare" : undefined;
    }
    const phase = phases[index];
    if (phase !== undefined) for (const name of nameFlowOf(part.statements, unitScopes(part.unit)).mayBind) madeIn.set(name, phase);
  }
  // From the back: an object goes with what comes next, as long as no heading lies between.
  for (let index = parts.length - 1; index >= 0; index--) {
    if (known[index] === "next" && headings[index + 1] === undefined) phases[index] = phases[index + 1];
  }
  for (const index of parts.keys()) phases[index] ??= headings[index] === undefined || index === 0 ? phases[index - 1] : undefined;
  return parts.map((_, index) => phases[index] ?? phases.slice(index).find((phase) => phase !== undefined) ?? "report");
}

function reads({ unit, statements }: RunPart): readonly string[] {
  const { needs, later } = nameFlowOf(statements, unitScopes(unit));
  return [...new Set([...needs, ...later])];
}

/** A blank line stands before the unit, or a cell begins. */
function isApart({ text, anchor }: Unit): boolean {
  return anchor.index === 0 || /^[ \t]*\r?\n/u.test(text);
}

/**
 * The title of a section: `# %% Load data`, `# --- Load data ---`, `# 2. Load data`, a line between two rules, or a short comment line
 * alone above the statement that begins as a title does.
 */
export function headingOf(unit: Unit): string | undefined {
  const above = unit.text.slice(0, unit.body[0]?.start ?? unit.text.length);
  const lines = above.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== "");
  const cell = lines.find((line) => /^#\s*%%/u.test(line))?.replace(/^#\s*%%+\s*(?:\[\w+\])?\s*/u, "").trim();
  if (cell !== undefined && cell !== "") return cell;
  const ruled = lines.findIndex((line, index) => isRule(line) && isRule(lines[index + 2] ?? "") && !isRule(lines[index + 1] ?? "#-"));
  const between = ruled < 0 ? undefined : lines[ruled + 1]?.replace(/^#+\s*/u, "").replace(/\s*#+$/u, "").trim();
  if (between !== undefined && between !== "") return between;
  for (const line of lines) {
    const title = /^#+\s*(?:[-=~*#]{2,}\s*(?<ruled>\w.*?)\s*[-=~*#]{2,}#*|(?:step\s+)?\d+[.):]\s*(?<counted>\w.*))$/iu.exec(line)?.groups;
    const text = (title?.["ruled"] ?? title?.["counted"])?.trim();
    if (text !== undefined && text.length <= 60) return text;
  }
  return undefined;
}

function isRule(line: string): boolean {
  return /^#\s*[-=~*#_]{4,}\s*$/u.test(line);
}
