/**
 * Which top-level statements do something when a module is imported, and which only define and set.
 *
 *     import pandas as pd                         defines
 *     LIMIT = 3 * 60                              sets
 *     DATA = Path(__file__).parent / "data"       sets: nothing is read
 *     logger = logging.getLogger(__name__)        sets
 *     rows = pd.read_csv(DATA / "a.csv")          works
 *     print(rows)                                 works
 */
import { isMainGuard } from "../facts/main-guard.ts";
import type { Expression, Statement } from "../syntax/nodes.ts";
import { walk } from "../syntax/walk.ts";
import { staysAnywhere } from "./main-function.ts";

export function isWork(node: Statement): boolean {
  if (staysAnywhere(node)) return false;
  switch (node.kind) {
    case "Assign":
      return !isSetting(node.value) || !node.targets.every(isName);
    case "AnnAssign":
      return node.value !== undefined && (!isSetting(node.value) || !isName(node.target));
    case "If":
      if (isMainGuard(node)) return false;
      return ![...node.body, ...node.orelse].every((each) => !isWork(each));
    case "Try":
      return ![...node.body, ...node.orelse, ...node.handlers.flatMap(({ body }) => body)].every((each) => !isWork(each));
    case "Pass":
      return false;
    default:
      return true;
  }
}

/** A name, or several: not a key of somebody's dictionary. */
function isName(target: Expression): boolean {
  return target.kind === "Name" || (target.kind === "Tuple" && target.elts.every(isName));
}

/** What modules hold by right: literals, and what is computed from them, paths, loggers, patterns and types. */
export function isSetting(value: Expression): boolean {
  let works = false;
  walk([value], (node) => {
    if (node.kind === "Lambda") return "skip";
    if (node.kind === "Call" && !holdable.test(calledName(node.func))) works = true;
    if (node.kind === "Await" || node.kind === "NamedExpr" || node.kind === "Magic") works = true;
    return undefined;
  });
  return !works;
}

const holdable = /^(?:(?:pathlib\.)?Path|Path\.(?:cwd|home|resolve|absolute|expanduser|joinpath|with_suffix|with_name)|(?:os\.)?getenv|os\.environ\.get|os\.path\.\w+|(?:logging\.)?getLogger|re\.compile|(?:typing\.)?(?:TypeVar|NewType|NamedTuple)|(?:collections\.)?namedtuple|frozenset|dict|list|tuple|set|int|float|str|len|range|(?:datetime\.)?(?:timedelta|date|time)|(?:decimal\.)?Decimal|(?:fractions\.)?Fraction)$/u;

/** `os.environ.get`; `Path.resolve` for a method of what a call gives. */
function calledName(node: Expression): string {
  switch (node.kind) {
    case "Name":
      return node.id;
    case "Attribute":
      return `${calledName(node.value)}.${node.attr.name}`;
    case "Call":
      return calledName(node.func);
    default:
      return "?";
  }
}
