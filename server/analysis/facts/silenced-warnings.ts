/**
 * Warnings that are turned off for the whole process.
 *
 *     warnings.filterwarnings("ignore")                            all of them, for good
 *     warnings.filterwarnings("ignore", category=FutureWarning)    one kind: a choice
 *     with warnings.catch_warnings():
 *         warnings.simplefilter("ignore")                          for these lines
 *     pd.options.mode.chained_assignment = None                    pandas' warning that an assignment may have gone nowhere
 *     np.seterr(all="ignore")                                      divisions by zero, overflows
 *     np.seterr(**before)                                          below it: they were off for the lines between
 */
import { defineFact } from "../engine/fact.ts";
import type { CallEvent, UnitAnalysis } from "../semantic/analysis.ts";
import type { Assign, Call, Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { place } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import { precedes } from "./edits.ts";
import { gathered } from "./kept.ts";
import { isNone, textOf } from "./values.ts";

export interface Silencing {
  readonly unit: Unit;
  readonly node: Call | Assign;
  readonly what: "every warning" | "pandas' warning about lost assignments" | "numpy's warnings about overflow and division by zero";
}

export const silencedWarnings = defineFact<never, readonly Silencing[]>({
  name: "silencedWarnings",
  needs: {},
  // Once is enough: what is off stays off.
  document({ analysis }) {
    const restored = restoringIn(analysis);
    const found = silencingsIn(analysis).filter(({ unit, node, scope, what }) =>
      what !== numpys || !restored.some((each) => each.scope === scope && precedes(place(unit, node), place(each.unit, each.node))));
    return found.filter(({ what }, index) => found.findIndex((each) => each.what === what) === index);
  },
});

const numpys = "numpy's warnings about overflow and division by zero";

interface Found extends Silencing {
  readonly scope: CallEvent["scope"];
}

/** `np.seterr(**before)`. */
const restoringIn = gathered(({ calls }) => calls.filter(({ target, args }) => target === "numpy.seterr" && args.some(({ unpacked }) => unpacked)));

const silencingsIn = gathered((analysis): readonly Found[] => {
  const { unit, calls } = analysis;
  const found: Found[] = [];
  for (const event of calls) {
    if (event.via.length > 0) continue;
    const what = silencedBy(event);
    if (what && !isLocal(unit, event.node)) found.push({ unit, node: event.node, scope: event.scope, what });
  }
  if (unit.text.includes("chained_assignment")) found.push(...assignmentsIn(analysis));
  return found;
});

const silencers: ReadonlySet<string> = new Set(["warnings.filterwarnings", "warnings.simplefilter", "numpy.seterr", "pandas.set_option"]);

function silencedBy({ target, args }: CallEvent): Silencing["what"] | undefined {
  if (target === undefined || !silencers.has(target)) return undefined;
  const given = (name: string, position: number) => args.find((each) => each.keyword === name || each.position === position);
  const action = (name: string, position: number): string | undefined => {
    const value = given(name, position)?.value;
    return value && textOf(value);
  };
  if (args.some(({ unpacked }) => unpacked)) return undefined;
  switch (target) {
    case "warnings.filterwarnings":
      // A message, a module or a line number is a choice, too.
      return action("action", 0) === "ignore" && args.every((each) => each === given("action", 0) || isEveryCategory(each) || each.keyword === "append") ? "every warning" : undefined;
    case "warnings.simplefilter":
      return action("action", 0) === "ignore" && args.every((each) => each === given("action", 0) || isEveryCategory(each) || each.keyword === "append") ? "every warning" : undefined;
    case "numpy.seterr":
      return action("all", 0) === "ignore" ? numpys : undefined;
    case "pandas.set_option": {
      const value = given("value", 1)?.value;
      return /^(?:mode\.)?chained_assignment$/u.test(action("pat", 0) ?? "") && value && isNone(value) ? "pandas' warning about lost assignments" : undefined;
    }
    default:
      return undefined;
  }
}

/** `category=Warning`: the base of all. */
function isEveryCategory({ keyword, position, value }: CallEvent["args"][number]): boolean {
  return (keyword === "category" || position >= 1) && value.type?.kind === "symbol" && (value.type.name === "builtins.Warning" || value.type.name === "Warning");
}

function assignmentsIn(analysis: UnitAnalysis): readonly Found[] {
  const { unit } = analysis;
  const found: Found[] = [];
  walk(unit.body, (node) => {
    if (node.kind !== "Assign" || node.targets.length !== 1) return undefined;
    const [target] = node.targets;
    if (target?.kind !== "Attribute" || target.attr.name !== "chained_assignment" || !isNone(analysis.valueOf(node.value))) return undefined;
    const { type } = analysis.valueOf(target.value);
    const isOption = type?.kind === "symbol" ? type.name.startsWith("pandas.") : /^(?:pd|pandas)\.options\.mode$/u.test(unit.text.slice(target.value.start, target.value.end));
    if (isOption && !isLocal(unit, node)) found.push({ unit, node, scope: undefined, what: "pandas' warning about lost assignments" });
    return undefined;
  });
  return found;
}

/** Undone at the end of a `with`, or done for those alone who ask for it. */
function isLocal(unit: Unit, node: Node): boolean {
  return ancestorsOf(unit, node).some((holder) => {
    if (holder.kind === "With" || holder.kind === "AsyncWith") {
      return holder.items.some(({ contextExpr: { start, end } }) => /catch_warnings|option_context|errstate|warn/u.test(unit.text.slice(start, end)));
    }
    // What one command of a program, or one worker process, does on its own account, is its business.
    return holder.kind === "If" && /quiet|silent|verbos|debug|warn|suppress|mute|ignore/iu.test(unit.text.slice(holder.test.start, holder.test.end));
  });
}
