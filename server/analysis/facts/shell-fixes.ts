/**
 * The repair of a shell command: the program and its arguments as a list, so that no shell reads them.
 *
 *     os.system(f"wc -l {path}")                            subprocess.run(["wc", "-l", path])
 *     subprocess.run(f"tar xf '{name}.tar'", shell=True)    subprocess.run(["tar", "xf", f"{name}.tar"])
 *     !wget {url}                                           !wget {shlex.quote(url)}
 *
 * Only a command of simple words is a list: pipes, redirections, wildcards, variables and builtins of the shell need it. A value that may
 * hold several words (`{options}`) is left alone.
 */
import type { Fix, PlaceEdit } from "../engine/finding.ts";
import { shellBuiltins } from "../knowledge/shells.ts";
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Expression } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Unit } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import { keywordOf, removeArgument, replace } from "./call-edits.ts";
import type { Edits } from "./edits.ts";
import type { PastedCommand, PastedCommands } from "./shell-commands.ts";
import { consumerOf } from "./single-use.ts";
import { templateOf } from "./string-template.ts";
import type { HoleSegment } from "./string-template.ts";
import { classNameOf, textOf } from "./values.ts";

export function shellFix({ at, sink }: PastedCommand, { analysis, cells }: PastedCommands, edits: Edits): Fix | undefined {
  if (sink.kind === "magic") {
    const access = sink.quoted ? undefined : edits.importing("shlex", at);
    if (!access) return undefined;
    return { title: "Quote it for the shell", safety: "review", edits: [...access.edits, { at, text: `{${access.name}.quote(${sink.name})}` }] };
  }
  const { unit, node: call } = sink.event;
  const built = commandAround(at.anchor.unit, at);
  const consumer = built && consumerOf(cells, at.anchor.unit, built);
  if (!built || consumer?.call !== call || consumer.unit !== unit || consumer.argument !== sink.command) return undefined;
  const words = argumentList(at.anchor.unit, built, analysis);
  if (!words) return undefined;
  const list = replace(at.anchor.unit, built, words);
  const changes = withoutShell(sink.event, list, edits);
  return changes && { title: "Pass a list of arguments, without a shell", safety: "review", edits: changes };
}

/** The whole expression that builds the text around a hole. */
function commandAround(unit: Unit, range: { readonly start: number; readonly end: number }): Expression | undefined {
  const path = ancestorsOf(unit, range);
  let index = path.findLastIndex((node) => node.kind === "JoinedStr" || (node.kind === "BinOp" && (node.op === "+" || node.op === "%"))
    || (node.kind === "Call" && node.func.kind === "Attribute" && node.func.attr.name === "format"));
  const isSum = (at: number): boolean => {
    const node = path[at];
    return node?.kind === "BinOp" && node.op === "+";
  };
  while (isSum(index - 1)) index--;
  const node = path[index];
  return node?.kind === "JoinedStr" || node?.kind === "BinOp" || node?.kind === "Call" ? node : undefined;
}

// ---- the call ----------------------------------------------------------------------------------------------

type SinkEvent = Extract<PastedCommand["sink"], { kind: "call" }>["event"];

function withoutShell({ unit, node: call, target }: SinkEvent, list: PlaceEdit, edits: Edits): readonly PlaceEdit[] | undefined {
  if (target !== "os.system" && target !== "os.popen") {
    const shell = keywordOf(call, "shell");
    const removal = shell && !keywordOf(call, "executable") ? removeArgument(unit, call, shell) : undefined;
    return removal && [list, removal];
  }
  const path = ancestorsOf(unit, call);
  const holder = path.at(-2);
  if (call.args.length !== 1 || call.keywords.length > 0) return undefined;
  const access = edits.importing("subprocess", place(unit, call));
  if (!access) return undefined;
  const run = replace(unit, call.func, `${access.name}.run`);
  // What os.system returns is a status of its own kind.
  if (target === "os.system") return holder?.kind === "Expr" ? [...access.edits, run, list] : undefined;
  const reading = path.at(-3);
  if (holder?.kind !== "Attribute" || holder.attr.name !== "read" || reading?.kind !== "Call" || reading.func !== holder || reading.args.length > 0) return undefined;
  const output = replace(unit, { start: call.end - 1, end: reading.end }, `, stdout=${access.name}.PIPE, text=True).stdout`);
  return [...access.edits, run, list, output];
}

// ---- the words ---------------------------------------------------------------------------------------------

type Part = string | HoleSegment;

/** Python for the list of a command's words; `undefined` where a shell is needed to tell them. */
function argumentList(unit: Unit, node: Expression, analysis: DocumentAnalysis): string | undefined {
  const words = wordsOf(unit, node);
  const [program] = words ?? [];
  if (!words || !program || !isProgram(unit, program)) return undefined;
  const items = words.map((word) => itemFor(unit, word, analysis));
  return items.every((item) => item !== undefined) ? `[${items.join(", ")}]` : undefined;
}

function isProgram(unit: Unit, word: readonly Part[]): boolean {
  const [part] = word;
  if (word.length !== 1 || part === undefined) return false;
  if (typeof part === "string") return !shellBuiltins.has(part) && !part.includes("=");
  return unit.text.slice(part.node.start, part.node.end) === "sys.executable";
}

/** Words in quotes or without, as the shell would cut them. */
function wordsOf(unit: Unit, node: Expression): readonly (readonly Part[])[] | undefined {
  const segments = templateOf(unit, node)?.segments;
  if (!segments) return undefined;
  const words: Part[][] = [];
  let word: Part[] | undefined;
  let quote = "";
  const add = (part: Part): void => {
    if (!word) words.push((word = []));
    const last = word.at(-1);
    if (typeof part === "string" && typeof last === "string") word[word.length - 1] = last + part;
    else word.push(part);
  };
  for (const segment of segments) {
    if (segment.kind === "hole") {
      const before = word?.at(-1);
      // `checkout{options}`: what hangs on a word may begin with a blank.
      if (quote === "" && ((typeof before === "string" && /[A-Za-z]$/u.test(before)) || mayBeSeveral(unit, segment))) return undefined;
      add(segment);
      continue;
    }
    // An escape is blanks in the segment's text, and a line break ends a command.
    if (/[\\\r\n]/u.test(unit.text.slice(segment.start, segment.end))) return undefined;
    for (const character of segment.text) {
      if (quote !== "") {
        if (character === quote) quote = "";
        else if (quote === '"' && /[$`!]/u.test(character)) return undefined;
        else add(character);
      } else if (character === '"' || character === "'") {
        quote = character;
        add("");
      } else if (character === " " || character === "\t") word = undefined;
      else if (/[\w./:=,@%+-]/u.test(character)) add(character);
      else return undefined;
    }
  }
  return quote === "" ? words : undefined;
}

/** `{options}` is more than one word, or none. */
function mayBeSeveral(unit: Unit, { node }: HoleSegment): boolean {
  const source = unit.text.slice(node.start, node.end);
  return /(?:args?|argv|opts?|options?|flags?|params?|cmd|command|extras?|files|paths|inputs|packages|requirements)$/iu.test(source) || source.includes("join(");
}

function itemFor(unit: Unit, word: readonly Part[], analysis: DocumentAnalysis): string | undefined {
  const [only] = word;
  if (word.every((part) => typeof part === "string")) return JSON.stringify(word.join(""));
  const sources = word.map((part) => (typeof part === "string" ? part : unit.text.slice(part.node.start, part.node.end)));
  if (word.length === 1 && only !== undefined && typeof only !== "string" && only.spec === undefined && only.conversion === undefined) {
    const source = sources[0] ?? "";
    if (/[\r\n#]/u.test(source)) return undefined;
    const value = analysis.analysisOf(unit)?.valueOf(only.node);
    const name = value && classNameOf(value);
    const isText = value && (textOf(value) !== undefined || name === "builtins.str" || name?.startsWith("pathlib.") === true);
    return isText || source === "sys.executable" ? source : `str(${source})`;
  }
  const filled = word.map((part, index) => (typeof part === "string" ? part.replaceAll(/[{}]/gu, "$&$&") : fieldOf(part, sources[index] ?? "")));
  if (filled.includes(undefined)) return undefined;
  const text = filled.join("");
  return /["\\\r\n#]/u.test(text) ? undefined : `f"${text}"`;
}

/** As a field of an f-string; a percent format that is none is refused. */
function fieldOf({ spec, conversion, node }: HoleSegment, source: string): string | undefined {
  if (spec !== undefined && !/^(?:0?\d*(?:\.\d+)?[dfs]|[<>^]\d+)$/u.test(spec)) return undefined;
  const isSimple = node.kind === "Name" || node.kind === "Attribute" || node.kind === "Subscript" || node.kind === "Call";
  return isSimple ? `{${source}${conversion === undefined ? "" : `!${conversion}`}${spec === undefined ? "" : `:${spec}`}}` : undefined;
}
