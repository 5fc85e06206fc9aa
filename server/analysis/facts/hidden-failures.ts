/**
 * Handlers that hide whatever goes wrong in reading, writing, querying, training or predicting.
 *
 *     try:
 *         prices = pd.read_csv(path)
 *     except Exception:                  catches anything, a wrong column and a full disk alike,
 *         prices = None                  and leaves no trace: hidden
 *
 *     except FileNotFoundError:          says which failure it expects: not hidden
 *     except Exception as error:
 *         failed.append(error)           keeps the failure: not hidden
 *
 * Left alone: imports that may fail, clean-up (`close`, `__del__`, `finally`), questions (`is_`, `has_`, `can_`) whose answer a failure is,
 * caches, telemetry, what is said about the machine and pretty printing, which must not stop the program, handlers that say in a comment
 * why, and loops that try one after the other until something works.
 */
import { defineFact } from "../engine/fact.ts";
import { callableOf } from "../knowledge/callables.ts";
import type { Effect } from "../knowledge/callables.ts";
import type { CallEvent, DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import type { ExceptHandler, Expression, Node, Range, Statement, Try } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf, covers } from "./ancestors.ts";
import { gathered } from "./kept.ts";
import { beginningOf } from "./values.ts";

export interface HiddenFailure {
  readonly unit: Unit;
  readonly node: Try;
  readonly handler: ExceptHandler;
  /** The call whose failure is hidden. */
  readonly work: CallEvent;
  /** How the handler ends. */
  readonly ends: "pass" | "continue" | "return" | "goes on";
  /** The last statement of the handler. */
  readonly last: Statement;
}

export const hiddenFailures = defineFact<never, readonly HiddenFailure[]>({
  name: "hiddenFailures",
  needs: {},
  document: ({ analysis }) => candidatesIn(analysis).flatMap((candidate) => {
    const work = workIn(analysis, candidate);
    return work ? [{ ...candidate, work }] : [];
  }),
});

type Candidate = Omit<HiddenFailure, "work"> & {
  /** Calls of the body with open parameters, in order. */
  readonly calls: readonly CallEvent[];
};

const candidatesIn = gathered(({ unit, calls }: UnitAnalysis): readonly Candidate[] => {
  if (!/\bexcept\b/u.test(unit.text)) return [];
  const found: Candidate[] = [];
  walk(unit.body, (node) => {
    if (node.kind !== "Try" || isOptionalImport(node) || fillsMetadata(node) || isTolerant(unit, ancestorsOf(unit, node), node)) return undefined;
    const inBody = calls.filter((event) => event.via.length === 0 && node.body.some((statement) => covers(statement, event.node)));
    for (const handler of node.handlers) {
      const last = handler.body.at(-1);
      if (!last || !catchesAll(handler.type) || !hides(handler) || isExplained(unit, handler)) continue;
      found.push({ unit, node, handler, last, ends: endOf(last), calls: inBody });
    }
    return undefined;
  });
  return found;
});

// ---- the handler -------------------------------------------------------------------------------------------

function catchesAll(type: Expression | undefined): boolean {
  if (!type) return true;
  if (type.kind === "Tuple") return type.elts.some(catchesAll);
  return type.kind === "Name" && (type.id === "Exception" || type.id === "BaseException");
}

function endOf(last: Statement): HiddenFailure["ends"] {
  if (last.kind === "Continue") return "continue";
  if (last.kind === "Return") return "return";
  return last.kind === "Pass" || isEllipsis(last) ? "pass" : "goes on";
}

/** Nothing in the handler looks at the failure, tells it, or does instead what failed. */
function hides({ body, name }: ExceptHandler): boolean {
  return body.every((statement) => {
    switch (statement.kind) {
      case "Pass":
      case "Continue":
        return true;
      case "Return":
        return !statement.value || isNothing(statement.value);
      case "Assign":
        return isNothing(statement.value);
      case "Expr":
        return isEllipsis(statement) || isPlainPrint(statement.value, name?.name);
      default:
        return false;
    }
  });
}

/** None, an empty container, an empty frame: what looks like a result and is none. */
function isNothing(node: Expression): boolean {
  switch (node.kind) {
    case "Constant":
      return node.type === "None";
    case "List":
    case "Tuple":
      return node.elts.every(isNothing);
    case "Dict":
      return node.keys.length === 0;
    case "Call":
      return node.args.length === 0 && node.keywords.length === 0 && /^(?:DataFrame|Series|dict|list|set)$/u.test(nameOf(node.func));
    default:
      return false;
  }
}

function isEllipsis(statement: Statement): boolean {
  return statement.kind === "Expr" && statement.value.kind === "Constant" && statement.value.type === "Ellipsis";
}

/** A line on the screen that does not say what happened. */
function isPlainPrint(node: Expression, exception: string | undefined): boolean {
  if (node.kind !== "Call" || node.func.kind !== "Name" || node.func.id !== "print" || node.keywords.length > 0) return false;
  let tells = false;
  walk(node.args, (each) => {
    if (each.kind === "Call" || (each.kind === "Name" && each.id === exception)) tells = true;
    return undefined;
  });
  return !tells;
}

/** `except Exception:  # a missing cache is no failure`. Orders to other tools explain nothing. */
function isExplained({ comments }: Unit, handler: ExceptHandler): boolean {
  return comments.some((comment) =>
    comment.start >= handler.start && comment.start <= handler.end + 80 && !/^#\s*(?:todo|fixme|xxx)\b/iu.test(comment.text) &&
    (comment.text.replace(/#\s*(?:noqa|pylint|type|nosec|pragma)\b[^#]*/giu, "").match(/\p{L}{2,}/gu)?.length ?? 0) >= 2);
}

// ---- the work ----------------------------------------------------------------------------------------------

function isOptionalImport({ body }: Try): boolean {
  return body.some(({ kind }) => kind === "Import" || kind === "ImportFrom");
}

const tolerantName =
  /^_*(?:is|has|can|may|maybe|try|safe|check|supports?|exists?|del|exit|close|stop|shut ?down|cleanup|clean|teardown|repr|str|getattr|ping|probe|detect|guess|infer|sniff|validate|telemetry|track|notify|cache|warm|prefetch|optional|finalize)(?:_|$)|_(?:safe|safely|cache|cached|or_none|or_default|if_possible|if_exists|quietly|silently|optional|telemetry|usage|repr|html)(?:_|$)|^(?:_repr_\w+_|__\w+__)$|[cC]ache|[tT]elemetry/u;

/** Says something about the machine, the session or the installation: nice to know, no work. */
const about = /(?:^|_)(?:metadata|meta|context|version|env|environment|info|kernel|notebook|session|sessions|installation|host|hostname|platform|git|user|username|gpu|cpu|memory|hardware|system|instance|region|ip)(?:_|$)/u;

/** `meta["region"] = requests.get(...).json()["region"]` */
function fillsMetadata({ body }: Try): boolean {
  return body.some((statement) => statement.kind === "Assign" && statement.targets.some((target) =>
    target.kind === "Subscript" && target.value.kind === "Name" && about.test(target.value.id)));
}

/** Code that may fail and must not stop anything. */
function isTolerant(unit: Unit, path: readonly Node[], node: Try): boolean {
  if (/telemetry|_context\.py$|\/cache|version/u.test(unit.anchor.cell.document.uri.split("/").slice(-2).join("/")) || isAboutCache(node)) return true;
  return path.some((holder, index) => {
    const below = path[index + 1] ?? node;
    switch (holder.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        return (tolerantName.test(holder.name.name) || about.test(holder.name.name)) && holder.name.name !== "__init__" && holder.name.name !== "__call__";
      case "ClassDef":
        return /cache|telemetry/iu.test(holder.name.name);
      case "Try":
      case "TryStar":
        return holder !== node && (holder.finalbody.some((each) => each === below) || holder.handlers.some((each) => each === below));
      case "For":
      case "AsyncFor":
      case "While":
        return below.start >= (holder.body[0]?.start ?? 0) && triesOn(unit, holder, node);
      default:
        return false;
    }
  });
}

/** `with open(cache_file) as file: return pickle.load(file)`: without it the work is done once more. */
function isAboutCache({ body }: Try): boolean {
  let found = false;
  walk(body, (node) => {
    if (node.kind !== "Call") return undefined;
    for (const each of [...node.args, ...node.keywords.map(({ value }) => value)]) if (/(?:^|_)cached?(?:_|$)/iu.test(nameOf(each))) found = true;
    return undefined;
  });
  return found;
}

/** Until one works, or the other side is there. */
function triesOn({ text }: Unit, loop: Range, { body, orelse }: Try): boolean {
  if (/\bsleep\s*\(/u.test(text.slice(loop.start, loop.end))) return true;
  return [...body, ...orelse].some((statement) => {
    let leaves = false;
    walk([statement], (each) => {
      if (each.kind === "Break" || each.kind === "Return") leaves = true;
      return each.kind === "FunctionDef" || each.kind === "Lambda" ? "skip" : undefined;
    });
    return leaves;
  });
}

const hiddenEffects: ReadonlySet<Effect> = new Set(["read", "deserialize", "write", "connect", "execute", "network", "fit", "predict", "transform", "resample"]);

/** The first call in the body that does work, in a function of the document too. */
function workIn(analysis: DocumentAnalysis, { calls, unit, node }: Candidate): CallEvent | undefined {
  if (/\b(?:find_spec|import_module|__import__)\b/u.test(unit.text.slice(node.start, node.handlers[0]?.start ?? node.end))) return undefined;
  return calls.find((event) => isWork(event)) ?? calls.find((event) => bodyWorks(analysis, event));
}

function isWork({ target, args }: CallEvent): boolean {
  const effects = target === undefined ? undefined : callableOf(target)?.effects;
  if (target === undefined || !effects?.some((effect) => hiddenEffects.has(effect)) || isHousekeeping(target)) return false;
  return !args.some(({ value }) => /^(?:\/(?:proc|sys|etc|dev)\/|https?:\/\/(?:169\.254\.|localhost|127\.|metadata\.|tele|\S*(?:analytics|telemetry|posthog|segment\.io|amplitude)))/u.test(beginningOf(value) ?? ""));
}

/** Questions to the file system, and taking files away: their failures seldom matter. */
function isHousekeeping(target: string): boolean {
  return /^(?:os\.|shutil\.rmtree$|tempfile\.|pathlib\.\w+\.(?:exists|unlink|mkdir|rmdir|stat|is_\w+|iterdir|glob|rglob|touch|resolve|rename|replace)$|importlib\.|pkg_resources\.|socket\.)|\.(?:close|rollback)$/u.test(target);
}

function bodyWorks(analysis: DocumentAnalysis, { callee }: CallEvent): boolean {
  const type = callee.type?.kind === "method" ? callee.type.implementation?.type : callee.type;
  if (type?.kind !== "function") return false;
  const { place } = type.definition;
  const own = analysis.analysisOf(place.anchor.unit);
  return own?.calls.some((event) => event.via.length === 0 && covers(place, event.node) && isWork(event)) ?? false;
}

function nameOf(func: Expression): string {
  return func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "";
}
