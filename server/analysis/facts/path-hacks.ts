/**
 * Changes of where Python looks for modules, or of the working directory, made so that the project's own code is found.
 *
 *     sys.path.append("..")                                        written here
 *     sys.path.insert(0, str(Path(__file__).parents[1]))           made of the place of this file
 *     sys.path += [os.path.join(os.getcwd(), "src")]               the same
 *     os.chdir("..")                                               from now on everything is relative to another folder
 *     sys.path.append(plugin_folder)                               somebody says which: a loader of plugins, left alone
 *
 * A change that is taken back (`finally`, `remove`, a second `chdir`) is left alone.
 */
import { defineFact } from "../engine/fact.ts";
import type { CallEvent, UnitAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Expression, Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf, functionAround } from "./ancestors.ts";
import { gathered } from "./kept.ts";
import { textOf } from "./values.ts";

export interface PathHack {
  readonly unit: Unit;
  readonly node: Node;
  readonly kind: "search path" | "working directory";
}

export const pathHacks = defineFact<never, readonly PathHack[]>({
  name: "pathHacks",
  needs: {},
  document({ analysis }) {
    const found = hacksIn(analysis);
    if (found.length === 0) return found;
    const isRestored = analysis.units.some(({ unit }) => /\bsys\.path\.(?:remove|pop)\s*\(|\bsys\.path\s*=\s*\w*(?:old|orig|saved|before|backup)/u.test(unit.text));
    const moves = analysis.units.flatMap(({ unit }) => unit.text.match(/\bchdir\s*\(/gu) ?? []).length;
    return found.filter(({ kind }) => (kind === "search path" ? !isRestored : moves === 1));
  },
});

const changing = /^sys\.path\.(?:append|insert|extend)$|^site\.addsitedir$/u;

const hacksIn = gathered((analysis): readonly PathHack[] => {
  const { unit, calls } = analysis;
  if (!/\bsys\b|\bchdir\b|\baddsitedir\b|\bpath\b/u.test(unit.text)) return [];
  const found: PathHack[] = [];
  // A program that runs what lies in the user's folder.
  const isLauncher = /\/cli(?:\/|\.py$)/u.test(unit.anchor.cell.document.uri);
  for (const event of calls) {
    if (event.via.length > 0 || event.target === undefined) continue;
    const last = event.args.at(-1);
    if (!last || isUndone(unit, event.node)) continue;
    if (changing.test(event.target) && isOwn(analysis, last.node, last.value) && !(isLauncher && isWorkingDirectory(unit, last.node))) found.push({ unit, node: event.node, kind: "search path" });
    if (event.target === "os.chdir" && isMove(unit, event, last.value)) found.push({ unit, node: event.node, kind: "working directory" });
  }
  walk(unit.body, (node) => {
    if (node.kind !== "AugAssign" && node.kind !== "Assign") return undefined;
    const targets = node.kind === "AugAssign" ? [node.target] : node.targets;
    if (targets.some((target) => isSearchPath(analysis, target)) && isOwn(analysis, node.value, analysis.valueOf(node.value)) && !isUndone(unit, node)) {
      found.push({ unit, node, kind: "search path" });
    }
    return undefined;
  });
  return found;
});

function isSearchPath(analysis: UnitAnalysis, target: Expression): boolean {
  const node = target.kind === "Subscript" ? target.value : target;
  if (node.kind !== "Attribute" || node.attr.name !== "path" || node.value.kind !== "Name") return false;
  const { type } = analysis.valueOf(node.value);
  return type?.kind === "module" && type.name === "sys";
}

/** Written here, or made of the place of this file or of where the program was started; nobody can choose another. */
function isOwn(analysis: UnitAnalysis, node: Expression, value: Value): boolean {
  const known = textOf(value);
  // `sys.path.insert(0, "")`
  if (known !== undefined) return known !== "";
  let isHere = false;
  let isChosen = false;
  walk([node], (each) => {
    if (each.kind === "Constant" && each.type === "str" && each.value !== "") isHere = true;
    if (each.kind === "Name" && each.id === "__file__") isHere = true;
    if (each.kind === "Call" && /^(?:os\.)?(?:getcwd|path\.(?:abspath|dirname|realpath))$|^Path\.cwd$/u.test(analysis.unit.text.slice(each.func.start, each.func.end))) isHere ||= each.args.length === 0;
    if (each.kind === "Name" && each.ctx === "load") {
      const { origins } = analysis.valueOf(each);
      if (origins.some((origin) => origin.kind === "parameter" || origin.kind === "external")) isChosen = true;
      if (origins.some((origin) => origin.kind === "call" && (origin.target === "__file__" || origin.target === "os.getcwd"))) isHere = true;
    }
    return undefined;
  });
  if (value.origins.some((origin) => origin.kind === "parameter" || origin.kind === "external")) isChosen = true;
  if (value.origins.some((origin) => origin.kind === "call" && (origin.target === "__file__" || origin.target === "os.getcwd"))) isHere = true;
  return isHere && !isChosen;
}

function isWorkingDirectory(unit: Unit, node: Node): boolean {
  return /\bcwd\b|\bgetcwd\b/u.test(unit.text.slice(node.start, node.end));
}

/** `os.chdir("..")`, or to the folder of this file, for good. */
function isMove(unit: Unit, { node }: CallEvent, value: Value): boolean {
  const known = textOf(value);
  const isHere = known !== undefined || value.origins.some((origin) => origin.kind === "call" && origin.target === "__file__");
  const path = ancestorsOf(unit, node);
  return isHere && functionAround(path) === undefined && !value.origins.some((origin) => origin.kind === "parameter" || origin.kind === "external");
}

/** In a `try` that ends with `finally`, or in a `with` that looks after it. */
function isUndone(unit: Unit, node: Node): boolean {
  return ancestorsOf(unit, node).some((holder) => {
    if (holder.kind === "Try" || holder.kind === "TryStar") return holder.finalbody.length > 0;
    return (holder.kind === "With" || holder.kind === "AsyncWith")
      && holder.items.some(({ contextExpr: { start, end } }) => /path|chdir|cwd|dir/iu.test(unit.text.slice(start, end)));
  });
}
