/**
 * Reads command-line arguments by a table of options, and writes the help from the same table.
 *
 *     check src --format json --select=leakage,pandas -- -odd-name.py
 *
 * `--name value` and `--name=value` mean the same, `--` ends the options, `-` is standard input, and a mistake is an
 * {@link ArgumentError} with a did-you-mean.
 */
import { didYouMean } from "../analysis/text/did-you-mean.ts";
import type { Style } from "./style.ts";

export interface Option {
  readonly name: string;
  readonly short?: string;
  /** What the value is, as shown in the help; absent for a switch. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** May be given several times, and holds commas. */
  readonly list?: boolean;
  readonly description: string;
  /** Named in the design, not there yet: giving it is an error that says so. */
  readonly planned?: boolean;
}

export interface CommandSpec {
  readonly name: string;
  /** What stands after the name: `[PATH...]`. Without it the command takes nothing. */
  readonly operands?: string;
  /** Most operands it takes. */
  readonly most?: number;
  readonly summary: string;
  /** Paragraphs below the summary in the command's own help. */
  readonly details?: string;
  readonly options: readonly Option[];
  readonly examples?: readonly { readonly line: string; readonly does: string }[];
}

export interface ParsedArguments {
  readonly operands: readonly string[];
  has(option: string): boolean;
  value(option: string): string | undefined;
  list(option: string): readonly string[];
}

export class ArgumentError extends Error {
  override readonly name = "ArgumentError";
}

/** @throws ArgumentError */
export function parseArguments(args: readonly string[], command: CommandSpec): ParsedArguments {
  const operands: string[] = [];
  const values = new Map<string, string[]>();
  const queue = [...args];
  for (let arg = queue.shift(); arg !== undefined; arg = queue.shift()) {
    if (arg === "--") {
      operands.push(...queue.splice(0));
    } else if (arg === "-" || !arg.startsWith("-")) {
      operands.push(arg);
    } else {
      const [flag, inline] = splitOnce(arg);
      const option = findOption(flag, command);
      const given = values.get(option.name) ?? [];
      if (option.value === undefined) {
        if (inline !== undefined) throw new ArgumentError(`--${option.name} takes no value`);
        values.set(option.name, [...given, ""]);
        continue;
      }
      const value = inline ?? queue.shift();
      if (value === undefined || (inline === undefined && value.startsWith("--"))) {
        throw new ArgumentError(`--${option.name} needs a value: --${option.name} ${option.value}`);
      }
      checkChoice(option, value);
      values.set(option.name, option.list === true ? [...given, ...value.split(",").map((part) => part.trim()).filter(Boolean)] : [value]);
    }
  }
  if (operands.length > (command.operands === undefined ? 0 : (command.most ?? Infinity))) {
    throw new ArgumentError(`unexpected argument "${operands[command.most ?? 0] ?? ""}"; usage: ${usage(command)}`);
  }
  return {
    operands,
    has: (option) => values.has(option),
    value: (option) => values.get(option)?.[0],
    list: (option) => values.get(option) ?? [],
  };
}

export function usage(command: CommandSpec): string {
  return ["seaworthy", command.name, command.operands, command.options.length > 0 ? "[OPTIONS]" : undefined].filter(Boolean).join(" ");
}

export function commandHelp(command: CommandSpec, style: Style): string {
  const shown = command.options.filter((option) => option.planned !== true);
  const rows = shown.map((option): [string, string] => {
    const choices = option.choices ? ` ${style.dim(`[${option.choices.join(", ")}]`)}` : "";
    return [`${option.short === undefined ? "    " : `-${option.short}, `}--${option.name}${option.value === undefined ? "" : ` ${option.value}`}`, option.description + choices];
  });
  return [
    `${command.summary}.`,
    ...(command.details === undefined ? [] : ["", command.details]),
    "",
    `${style.bold("Usage:")} ${usage(command)}`,
    ...(rows.length > 0 ? ["", style.bold("Options:"), ...columns(rows, style)] : []),
    ...(command.examples ? ["", style.bold("Examples:"), ...columns(command.examples.map(({ line, does }) => [line, does]), style)] : []),
    "",
  ].join("\n");
}

/** Two columns, the first in the colour of things to type. */
export function columns(rows: readonly (readonly [string, string])[], style: Style): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${style.cyan(left)}${" ".repeat(width - left.length)}  ${right}`);
}

function splitOnce(arg: string): [string, string | undefined] {
  const at = arg.indexOf("=");
  return at < 0 ? [arg, undefined] : [arg.slice(0, at), arg.slice(at + 1)];
}

function findOption(flag: string, command: CommandSpec): Option {
  const option = command.options.find(({ name, short }) => flag === `--${name}` || (short !== undefined && flag === `-${short}`));
  if (!option) {
    const hint = didYouMean(flag, command.options.filter(({ planned }) => planned !== true).map(({ name }) => `--${name}`));
    throw new ArgumentError(`unknown option ${flag}${hint}; see seaworthy ${command.name} --help`);
  }
  if (option.planned === true) throw new ArgumentError(`--${option.name} is not available yet`);
  return option;
}

function checkChoice(option: Option, value: string): void {
  if (!option.choices || option.choices.includes(value)) return;
  if (plannedFormats.includes(value) && option.name === "format") throw new ArgumentError(`--format ${value} is not available yet; there are ${option.choices.join(", ")}`);
  throw new ArgumentError(`--${option.name} is one of ${option.choices.join(", ")}, not "${value}"${didYouMean(value, option.choices)}`);
}

const plannedFormats: readonly string[] = ["sarif", "gitlab", "junit", "agent"];
