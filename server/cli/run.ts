/**
 * The command line: picks the command, reads its arguments, runs it, and turns failures into one line and an exit status.
 */
import { didYouMean } from "../analysis/text/did-you-mean.ts";
import { ArgumentError, columns, commandHelp, parseArguments } from "./arguments.ts";
import type { CommandSpec, Option, ParsedArguments } from "./arguments.ts";
import { failureText } from "../workspace/failure.ts";
import { checkCommand, runCheck } from "./check.ts";
import { debugCommand, runDebug } from "./debug.ts";
import { explainCommand, rulesCommand, runExplain, runRules } from "./explain.ts";
import { featuresCommand, runFeatures } from "./features.ts";
import { fixCommand, runFix } from "./fix.ts";
import { refactorCommand, runRefactor } from "./refactor.ts";
import { createStyle, wantsColour } from "./style.ts";
import type { ColourChoice, Style } from "./style.ts";
import { errorLine } from "./terminal.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";

interface Command {
  readonly spec: CommandSpec;
  /** For people who work on Seaworthy: not in the overview. */
  readonly isInternal?: boolean;
  readonly run: (terminal: Terminal, args: ParsedArguments, style: Style) => ExitStatus | Promise<ExitStatus>;
}

const lspCommand: CommandSpec = {
  name: "lsp",
  summary: "Run the language server for an editor",
  options: [{ name: "stdio", description: "Talk over standard input and output, which is the only way and need not be said" }],
};

const versionCommand: CommandSpec = { name: "version", summary: "Print the version", options: [] };

const commands: readonly Command[] = [
  { spec: checkCommand, run: runCheck },
  { spec: fixCommand, run: runFix },
  { spec: refactorCommand, run: runRefactor },
  { spec: featuresCommand, run: runFeatures },
  { spec: explainCommand, run: runExplain },
  { spec: rulesCommand, run: runRules },
  { spec: lspCommand, run: serve },
  { spec: debugCommand, run: runDebug, isInternal: true },
  { spec: versionCommand, run: printVersion },
];

const plannedCommands: readonly string[] = ["report", "baseline", "init", "mcp"];

/** Every command takes these. */
const commonOptions: readonly Option[] = [
  { name: "color", value: "WHEN", choices: ["auto", "always", "never"], description: "Colours; NO_COLOR and FORCE_COLOR are followed too" },
  { name: "help", short: "h", description: "Show this help" },
];

/** `argv`: without the program's own name. Never rejects. */
export async function runCommandLine(terminal: Terminal, argv: readonly string[]): Promise<ExitStatus> {
  const errorStyle = createStyle(wantsColour("auto", terminal.stderr.isTerminal, terminal.environment));
  try {
    return await dispatch(terminal, argv);
  } catch (error) {
    const message = error instanceof ArgumentError ? error.message : failureText(error);
    terminal.err(errorLine(errorStyle, message));
    return 2;
  }
}

async function dispatch(terminal: Terminal, argv: readonly string[]): Promise<ExitStatus> {
  const [name, ...rest] = argv;
  const style = createStyle(wantsColour("auto", terminal.stdout.isTerminal, terminal.environment));
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    const command = name === "help" ? commands.find(({ spec }) => spec.name === rest[0]) : undefined;
    terminal.out(command ? commandHelp(withCommon(command.spec), style) : overview(terminal, style));
    return 0;
  }
  if (name === "--version" || name === "-V") return printVersion(terminal);
  const command = commands.find(({ spec }) => spec.name === name);
  if (!command) throw await unknownCommand(terminal, name);
  const spec = withCommon(command.spec);
  // Asking for help is never wrong, whatever else is on the line.
  const end = rest.indexOf("--");
  if ((end < 0 ? rest : rest.slice(0, end)).some((arg) => arg === "--help" || arg === "-h")) {
    terminal.out(commandHelp(spec, style));
    return 0;
  }
  const args = parseArguments(rest, spec);
  const choice = (args.value("color") as ColourChoice | undefined) ?? "auto";
  return command.run(terminal, args, createStyle(wantsColour(choice, terminal.stdout.isTerminal, terminal.environment)));
}

function withCommon(spec: CommandSpec): CommandSpec {
  return { ...spec, options: [...spec.options, ...commonOptions] };
}

async function serve(terminal: Terminal): Promise<ExitStatus> {
  await terminal.serve();
  return 0;
}

function printVersion(terminal: Terminal): ExitStatus {
  terminal.out(`seaworthy ${terminal.version}\n`);
  return 0;
}

function overview(terminal: Terminal, style: Style): string {
  return [
    `${style.bold("Seaworthy")} ${terminal.version}: what keeps data-science Python from going to production, found and repaired.`,
    "",
    `${style.bold("Usage:")} seaworthy COMMAND [OPTIONS]`,
    "",
    style.bold("Commands:"),
    ...columns(commands.filter(({ isInternal }) => isInternal !== true).map(({ spec }) => [[spec.name, spec.operands].filter(Boolean).join(" "), spec.summary]), style),
    "",
    style.bold("First steps:"),
    ...columns([
      ["seaworthy check", "check everything below the current folder"],
      ["seaworthy fix --diff", "see what can be repaired at once"],
      ["seaworthy COMMAND --help", "options and examples of a command"],
    ], style),
    "",
  ].join("\n");
}

async function unknownCommand(terminal: Terminal, name: string): Promise<ArgumentError> {
  if (plannedCommands.includes(name)) return new ArgumentError(`seaworthy ${name} is not available yet`);
  if (name.startsWith("-")) return new ArgumentError(`a command comes first: seaworthy check ${name} ...; see seaworthy --help`);
  const exists = (await terminal.host.stat(terminal.uriOf(name))) !== undefined;
  if (exists) return new ArgumentError(`"${name}" is no command; did you mean seaworthy check ${name}?`);
  return new ArgumentError(`unknown command "${name}"${didYouMean(name, commands.map(({ spec }) => spec.name))}; see seaworthy --help`);
}
