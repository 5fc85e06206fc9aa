/**
 * Prints that tell operators what a job does, where a logger would.
 *
 *     def load(path):
 *         print("loading", path)            beside reading: operators get it without time, level and origin
 *         return pd.read_csv(path)
 *
 *     def main():
 *         print(total)                      what the program is run for: left alone
 *
 * Told from output that is the product: the program's `main`, main guard, module level and commands, functions whose name says that they print or
 * that draw lines (`print("-----")`), values without words around them (`print(frame.to_json())`), prints that an option asks for
 * (`if verbose:`) or that go elsewhere (`file=`). Programs with a command line are left alone unless they have a logger already, and so are
 * modules named after commands and demonstrations.
 */
import { defineFact } from "../engine/fact.ts";
import { callableOf } from "../knowledge/callables.ts";
import type { Effect } from "../knowledge/callables.ts";
import type { CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import type { Call, Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf, functionAround } from "./ancestors.ts";
import { gathered } from "./kept.ts";
import { loggers } from "./loggers.ts";

export interface Print {
  readonly unit: Unit;
  readonly node: Call;
  /** Nothing is done with its result. */
  readonly isStatement: boolean;
}

export interface Prints {
  /** In document order. */
  readonly all: readonly Print[];
  /** Name of the logger that the module has all the same. */
  readonly logger: string | undefined;
  /** Somebody reads what is printed: a doctest, code that redirects it. */
  readonly isCaught: boolean;
}

export const prints = defineFact<never, Prints>({
  name: "prints",
  needs: { loggers },
  document({ analysis, document, get }) {
    const found = document.dialect === "script" && !commandModule.test(document.uri) ? printsIn(analysis) : [];
    if (found.length === 0) return { all: [], logger: undefined, isCaught: false };
    const logger = get(loggers).own;
    const working = workingFunctions(analysis);
    const all = logger !== undefined ? found : hasCommandLine(analysis) ? [] : found.filter(({ holder }) => working.has(holder));
    return { all, logger, isCaught: analysis.units.some(({ unit }) => /\bredirect_stdout\b|\bcap(?:sys|fd)\b|\bsys\.stdout\s*=|>>> /u.test(unit.text)) };
  },
});

interface Candidate extends Print {
  /** The function that prints. */
  readonly holder: Node;
}

const printsIn = gathered(({ unit, calls }): readonly Candidate[] => {
  if (!unit.text.includes("print")) return [];
  const drawing = new Set<Node>();
  const found = calls.flatMap((event) => {
    const { node, target, via } = event;
    if (via.length === 0 && target === "builtins.print" && drawsLine(unit, node)) {
      const holder = functionAround(ancestorsOf(unit, node));
      if (holder) drawing.add(holder);
    }
    if (via.length > 0 || target !== "builtins.print" || !hasWords(unit, node) || node.args.length === 0 || node.keywords.some(({ arg }) => !arg || arg.name === "file" || arg.name === "end")) return [];
    const path = ancestorsOf(unit, node);
    const holder = functionAround(path);
    return holder && !isProduct(unit, path) ? [{ unit, node, holder, isStatement: path[path.indexOf(node) - 1]?.kind === "Expr" }] : [];
  });
  return found.filter(({ holder }) => !drawing.has(holder));
});

/** By its name, or by that of its folder. */
const commandModule = /(?:^|[/_])(?:cli|demos?|benchmarks?|__main__|console|commands?|shell|repl|cmd)(?:_\w*)?(?:\.py|\/[^/]*)$|\/templates\/(?:[^/]*\/)?[^/]*$/iu;

/** A text with words in it: what a log line is made of. */
function hasWords({ text }: Unit, { args }: Call): boolean {
  let found = false;
  walk(args, (node) => {
    if (node.kind === "Constant" && node.type === "str" && /\p{L}{2,}/u.test(node.value)) found = true;
    // Names of columns and keys are no words.
    return node.kind === "Subscript" || (node.kind === "Call" && !text.slice(node.func.start, node.func.end).endsWith(".format")) ? "skip" : undefined;
  });
  return found;
}

/** `print("=" * 60)`, `print("-----")`: part of a report. */
function drawsLine({ text }: Unit, { args }: Call): boolean {
  const [first] = args;
  return first !== undefined && /^[fr]?["'](?:\\n)*(?<sign>[-=*#_~+.])\k<sign>*(?:\\n)*["'](?:\s*\*\s*\d+)?$/u.test(text.slice(first.start, first.end)) && (text.slice(first.start, first.end).includes("*") || first.end - first.start > 6);
}

const printing = /^_*(?:main|cli|run_cli|command|cmd|usage|help|version|banner|repl|demo|example|bootstrap|install|wizard)(?:_|$)|print|show|display|report|summar|describe|dump|list|info|debug|verbose|echo|progress|status|plot|repr|__str__|pretty|format|stats?(?:_|$)|table/iu;
const commands = /^(?:click|typer|app|cli|fire|task|invoke|command|group)\b|\bcommand\b|\.(?:command|callback)\b/u;
const asked = /verbos|debug|quiet|silent|print|show|disp|loud|log_?level|echo|progress|__name__|rank|is_main|master/iu;

/** Output that the function is for, or that somebody asked for. */
function isProduct(unit: Unit, path: readonly Node[]): boolean {
  return path.some((node) => {
    switch (node.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
        return printing.test(node.name.name) || asks(unit, node) || node.decoratorList.some(({ start, end }) => commands.test(unit.text.slice(start, end)));
      case "ClassDef":
        return /Command|Cli\b|CLI|Callback|Progress|Console|Print|Report/u.test(node.name.name);
      case "If":
      case "IfExp":
        return asked.test(unit.text.slice(node.test.start, node.test.end));
      default:
        return false;
    }
  });
}

/** `print("Enter a number:")`, in a function that waits for it. */
function asks({ text }: Unit, { start, end }: Node): boolean {
  return /\binput\s*\(/u.test(text.slice(start, end));
}

const commandLines = ["argparse", "click", "typer", "fire", "docopt", "absl", "optparse", "cmd", "rich", "plac", "clize", "cyclopts", "questionary"];

function hasCommandLine({ imports, units }: DocumentAnalysis): boolean {
  return commandLines.some((module) => imports.has(module)) || units.some(({ unit }) => /\bsys\.argv\b|\binput\s*\(/u.test(unit.text));
}

const working: ReadonlySet<Effect> = new Set(["read", "deserialize", "write", "connect", "execute", "network", "fit", "predict"]);

function workingFunctions(analysis: DocumentAnalysis): ReadonlySet<Node> {
  const found = new Set<Node>();
  for (const { calls } of analysis.units) for (const event of calls) if (event.scope && isWork(event)) found.add(event.scope.node);
  return found;
}

function isWork({ target }: CallEvent): boolean {
  if (target === undefined || /^(?:os|shutil|tempfile|glob)\.|^pathlib\.\w+\.(?:exists|is_\w+|mkdir|iterdir|glob|rglob|resolve|stat)$/u.test(target)) return false;
  return callableOf(target)?.effects.some((effect) => working.has(effect)) ?? false;
}
