/**
 * Options of the command line that cannot hold any text: argparse has made a number of them, or refused all but a few words.
 *
 *     parser.add_argument("--window-size", type=int)          args.window_size: a number
 *     parser.add_argument("--mode", choices=["fast", "all"])  args.mode: one of these
 *     parser.add_argument("--quiet", action="store_true")     args.quiet: True or False
 *     parser.add_argument("--name")                           args.name: anything
 */
import type { Origin } from "../semantic/value.ts";
import { writtenText } from "../syntax/node-kinds.ts";
import type { Call, Expression } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { keptWithUnit } from "./kept.ts";

/** Whether a value comes from an option that the document declares, always so that it holds no text of the user's. */
export function isTypedOption(origin: Origin): boolean {
  if (origin.kind !== "external" || origin.source !== "argument" || origin.name === undefined) return false;
  const { name } = origin;
  const declared = origin.place.anchor.cell.units.flatMap((unit) => optionsIn(unit).filter((option) => option.name === name));
  return declared.length > 0 && declared.every(({ isTyped }) => isTyped);
}

interface Option {
  /** The attribute of what `parse_args` returns. */
  readonly name: string;
  readonly isTyped: boolean;
}

const optionsIn = keptWithUnit((unit: Unit): readonly Option[] => {
  const found: Option[] = [];
  if (!unit.text.includes("add_argument")) return found;
  walk(unit.body, (node) => {
    if (node.kind !== "Call" || node.func.kind !== "Attribute" || node.func.attr.name !== "add_argument") return undefined;
    const name = nameOf(node);
    if (name !== undefined) found.push({ name, isTyped: isTyped(node) });
    return undefined;
  });
  return found;
});

/** `dest`, or the first long option, or the first name: as argparse chooses it. */
function nameOf(call: Call): string | undefined {
  const dest = writtenText(keyword(call, "dest"));
  if (dest !== undefined) return dest;
  const flags = call.args.flatMap((each) => writtenText(each) ?? []);
  const chosen = flags.find((flag) => flag.startsWith("--")) ?? flags[0];
  return chosen?.replace(/^-+/u, "").replaceAll("-", "_");
}

function isTyped(call: Call): boolean {
  const type = keyword(call, "type");
  const choices = keyword(call, "choices");
  if (type?.kind === "Name" && (type.id === "int" || type.id === "float")) return true;
  if (/^(?:store_true|store_false|count)$/u.test(writtenText(keyword(call, "action")) ?? "")) return true;
  return (choices?.kind === "List" || choices?.kind === "Tuple") && choices.elts.every(({ kind }) => kind === "Constant");
}

function keyword(call: Call, name: string): Expression | undefined {
  return call.keywords.find(({ arg }) => arg?.name === name)?.value;
}
