/**
 * Commands for the shell with values pasted into them.
 *
 *     os.system(f"wc -l {path}")                  pasted: path
 *     subprocess.run("tar xf " + name, shell=True)
 *     !wget {url}                                 in a notebook; $url too
 *
 * A hole counts when somebody else decides on its content: an argument of the command line, input, the network, a parameter, names of
 * files in a listing. What the program composes itself, numbers, constants and what went through `shlex.quote` do not.
 */
import { defineFact } from "../engine/fact.ts";
import { callableOf } from "../knowledge/callables.ts";
import { quoting, shellCalls } from "../knowledge/shells.ts";
import type { CallEvent, DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Expression, Magic, Node } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Cell, Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf } from "./ancestors.ts";
import { argument } from "./calls.ts";
import { edits, precedes } from "./edits.ts";
import type { Edits } from "./edits.ts";
import { gathered, gatheredFromCalls } from "./kept.ts";
import { isChecked, isConstantName, isFromOutside, isHarmless } from "./pasted-queries.ts";
import { boolOf } from "./values.ts";

export interface PastedCommand {
  /** The value as it stands in the command. */
  readonly at: Place;
  /** Somebody who is not the program's caller decides on it. */
  readonly isOutside: boolean;
  readonly sink:
    | { readonly kind: "call"; readonly event: CallEvent; readonly command: Expression }
    /** `quoted`: in quotes of the shell. */
    | { readonly kind: "magic"; readonly name: string; readonly quoted: boolean };
}

export interface PastedCommands {
  /** Each pasted value once, in document order. */
  readonly pasted: readonly PastedCommand[];
  readonly analysis: DocumentAnalysis;
  readonly cells: readonly Cell[];
}

export const pastedCommands = defineFact<never, PastedCommands>({
  name: "pastedCommands",
  needs: { edits },
  document({ analysis, cells, get }) {
    const found = new Map<string, PastedCommand>();
    const add = (each: PastedCommand): void => {
      const key = `${String(each.at.anchor.id)}:${String(each.at.start)}`;
      const known = found.get(key);
      if (!known || (each.isOutside && !known.isOutside)) found.set(key, each);
    };
    for (const each of inCalls(analysis)) add(each);
    const mentions = inMagics(analysis);
    if (mentions.length > 0) for (const each of mentions) if (isForeign(each, analysis, get(edits))) add(asCommand(each));
    return { analysis, cells, pasted: [...found.values()].sort((a, b) => (precedes(a.at, b.at) ? -1 : 1)) };
  },
});

// ---- calls -------------------------------------------------------------------------------------------------

const inCalls = gatheredFromCalls(pastedIn);

function pastedIn(event: CallEvent): readonly PastedCommand[] {
  const command = commandOf(event);
  const { constant } = command?.value ?? {};
  if (!command || constant?.kind !== "text" || !constant.pieces.some((piece) => piece.kind === "literal" && piece.text.trim() !== "")) return [];
  return constant.pieces.flatMap((piece, index): readonly PastedCommand[] => {
    if (piece.kind !== "hole" || !piece.place || !counts(piece.value, piece.place)) return [];
    // What a caller hands in as the program is meant to be a command.
    if (index === 0 && !isFromOutside(piece.value)) return [];
    return [{ at: piece.place, isOutside: isFromOutside(piece.value), sink: { kind: "call", event, command: command.node } }];
  });
}

/** The text that the call hands to a shell: its own argument, or what follows `-c` in `["bash", "-c", text]`. */
function commandOf(event: CallEvent): { readonly node: Expression; readonly value: Value } | undefined {
  const call = event.target === undefined ? undefined : shellCalls.get(event.target);
  const passed = call && (argument(event, call.parameter) ?? event.args.find(({ position, unpacked }) => position === 0 && !unpacked));
  if (!passed) return undefined;
  const shell = event.args.find(({ keyword }) => keyword === "shell");
  return call.when === "always" || (shell && boolOf(shell.value) === true) ? passed : undefined;
}

function counts(value: Value, at: Place): boolean {
  const { origins } = value;
  if (isHarmless(value) || origins.some((origin) => origin.kind === "call" && quoting.has(origin.target))) return false;
  const path = ancestorsOf(at.anchor.unit, at);
  const node = path.at(-1);
  if (!node || isConstantName(node) || isChecked(path, node) || isEscaped(node)) return false;
  return isFromOutside(value) || isListed(value) || (isOfParameter(node) && origins.some(({ kind }) => kind === "parameter") && origins.every(isPlain));
}

/** Names of files, and what was read from one: nobody looked at them. */
function isListed({ type, origins }: Value): boolean {
  if (type?.kind === "instance" && type.name !== "builtins.str" && !type.name.startsWith("pathlib.")) return false;
  return origins.some((origin) => origin.kind === "call" && callableOf(origin.target)?.effects.includes("unordered") === true);
}

/** `x.replace("'", ...)`: quoted by hand. */
function isEscaped(node: Node): boolean {
  if (node.kind !== "Call" || node.func.kind !== "Attribute" || node.func.attr.name !== "replace") return false;
  const [what] = node.args;
  return what?.kind === "Constant" && what.type === "str" && /["'\\ ]/u.test(what.value);
}

/** What is done to paths and texts leaves them what they are. */
function isPlain(origin: Value["origins"][number]): boolean {
  return origin.kind !== "call" || /^(?:os\.path|builtins\.str|pathlib)\b/u.test(origin.target);
}

/** A parameter, its attribute, or what a function makes of it; `self.x` is what the program's own objects hold. */
function isOfParameter(node: Node): boolean {
  if (node.kind === "Attribute") return isOfParameter(node.value);
  if (node.kind === "Call") return (node.func.kind === "Attribute" || (node.func.kind === "Name" && node.func.id === "str")) && [node.func, ...node.args].some(isOfParameter);
  return node.kind === "Name" && node.id !== "self" && node.id !== "cls";
}

// ---- magics ------------------------------------------------------------------------------------------------

interface Mention {
  readonly name: string;
  readonly at: Place;
  readonly quoted: boolean;
}

const inMagics = gathered(({ unit }: UnitAnalysis) => (unit.text.includes("!") ? mentionsIn(unit) : []));

function mentionsIn(unit: Unit): readonly Mention[] {
  const found: Mention[] = [];
  walk(unit.body, (node) => {
    if (node.kind === "Magic" && node.form === "shell") found.push(...mentionsOf(unit, node));
    return undefined;
  });
  return found;
}

/** Names in `{x}` and `$x`; IPython leaves `$$x` and what it cannot find to the shell. */
function mentionsOf(unit: Unit, { argument: { text, start } }: Magic): readonly Mention[] {
  return [...text.matchAll(/(?<![\\${])(?:\{(?<braced>[A-Za-z_]\w*)\}|\$(?<plain>[A-Za-z_]\w*))(?!\})/gu)].map((match) => {
    const before = text.slice(0, match.index);
    const quoted = (before.match(/"/gu)?.length ?? 0) % 2 === 1 || (before.match(/'/gu)?.length ?? 0) % 2 === 1;
    const { braced, plain } = match.groups ?? {};
    return { name: braced ?? plain ?? "", quoted, at: place(unit, { start: start + match.index, end: start + match.index + match[0].length }) };
  });
}

/** A magic's names are looked up after the last unit: that says what they held before only where nothing else is ever bound to them. */
function isForeign({ name, quoted }: Mention, analysis: DocumentAnalysis, edits: Edits): boolean {
  const value = edits.bindings(name) === 1 ? analysis.exitValue(name) : undefined;
  return value !== undefined && !isHarmless(value) && (isFromOutside(value) || (isListed(value) && !quoted));
}

function asCommand({ name, at, quoted }: Mention): PastedCommand {
  return { at, isOutside: false, sink: { kind: "magic", name, quoted } };
}
