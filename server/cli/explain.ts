/** `seaworthy explain RULE` and `seaworthy rules`: the rules, in words. */
import type { Rule } from "../analysis/engine/rule.ts";
import { didYouMean } from "../analysis/text/did-you-mean.ts";
import { compareText } from "../analysis/text/order.ts";
import { suppression } from "../features/rule-page.ts";
import { ArgumentError } from "./arguments.ts";
import type { CommandSpec, ParsedArguments } from "./arguments.ts";
import { severityPaint, textWidth } from "./style.ts";
import type { Style } from "./style.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";

export const explainCommand: CommandSpec = {
  name: "explain",
  operands: "RULE",
  most: 1,
  summary: "Explain a rule: what it finds, why it matters, what to write instead",
  options: [],
  examples: [{ line: "seaworthy explain hardcoded-path", does: "one rule; seaworthy rules lists them" }],
};

export const rulesCommand: CommandSpec = {
  name: "rules",
  summary: "List the rules",
  options: [{ name: "format", value: "FORMAT", choices: ["text", "json"], description: "How the list is printed" }],
};

export function runExplain(terminal: Terminal, args: ParsedArguments, style: Style): ExitStatus {
  const [name] = args.operands;
  if (name === undefined) throw new ArgumentError("which rule? usage: seaworthy explain RULE; see seaworthy rules");
  const rule = terminal.rules.find((candidate) => candidate.name === name);
  const ofTopic = terminal.rules.filter(({ topic }) => topic === name).map((one) => one.name).sort(compareText);
  if (!rule && ofTopic.length > 0) throw new ArgumentError(`${name} is a topic; its rules: ${ofTopic.join(", ")}`);
  if (!rule) throw new ArgumentError(`unknown rule "${name}"${didYouMean(name, terminal.rules.map((one) => one.name))}; see seaworthy rules`);
  terminal.out(page(rule, style, Math.max(40, Math.min(terminal.stdout.columns ?? 100, 100))));
  return 0;
}

export function runRules(terminal: Terminal, args: ParsedArguments, style: Style): ExitStatus {
  const rules = [...terminal.rules].sort((a, b) => compareText(a.topic, b.topic) || compareText(a.name, b.name));
  if (args.value("format") === "json") {
    terminal.out(`${JSON.stringify(rules.map(({ name, topic, summary, severity }) => ({ name, topic, summary, severity })), null, 2)}\n`);
    return 0;
  }
  const nameWidth = Math.max(0, ...rules.map(({ name }) => name.length));
  const width = "information".length;
  const lines = [style.dim(`${"  rule".padEnd(nameWidth + 4)}${"exploration".padEnd(width + 2)}${"production".padEnd(width + 2)}finds`)];
  let topic: string | undefined;
  for (const rule of rules) {
    if (rule.topic !== topic) lines.push("", style.bold(rule.topic));
    topic = rule.topic;
    const { exploration, production } = rule.severity;
    lines.push(`  ${rule.name.padEnd(nameWidth)}  ${level(style, exploration, width)}  ${level(style, production, width)}  ${rule.summary}`);
  }
  terminal.out(`${lines.join("\n")}\n\n${style.dim(`${rules.length} rules. seaworthy explain RULE says more about one.`)}\n`);
  return 0;
}

function page(rule: Rule, style: Style, width: number): string {
  const { exploration, production } = rule.severity;
  const levelWidth = Math.max(exploration.length, production.length);
  const heading = (text: string): string => style.bold(style.underline(text));
  return [
    `${style.bold(rule.name)}  ${style.dim(rule.topic)}`,
    wrap(`${rule.summary}.`, width),
    "",
    heading("Why it matters"),
    `${style.cyan("Data scientist")}  ${wrap(rule.why.scientist, width, 16)}`,
    `${style.cyan("Engineer")}        ${wrap(rule.why.engineer, width, 16)}`,
    "",
    heading("Instead of"),
    code(rule.bad, style.red("│")),
    "",
    heading("Write"),
    code(rule.good, style.green("│")),
    "",
    heading("Severity"),
    `exploration  ${level(style, exploration, levelWidth)}   ${style.dim("notebooks, cell scripts, scratch folders")}`,
    `production   ${level(style, production, levelWidth)}   ${style.dim("everything else")}`,
    "",
    heading("To silence it"),
    `on a line    ${style.cyan(`${suppression(rule.name)} reason`)}`,
    `everywhere   ${style.cyan(`ignore = ["${rule.name}"]`)} ${style.dim("in seaworthy.toml")}`,
    "",
  ].join("\n");
}

function level(style: Style, severity: Rule["severity"]["production"], width = 0): string {
  const padded = severity.padEnd(width);
  return severity === "off" ? style.dim(padded) : severityPaint(style, severity)(padded);
}

function code(text: string, edge: string): string {
  return text.replace(/^\n+|\s+$/g, "").split("\n").map((line) => `  ${edge} ${line}`.trimEnd()).join("\n");
}

/** Breaks a paragraph into lines; all but the first are indented. */
function wrap(text: string, width: number, indent = 0): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== "" && textWidth(line) + 1 + textWidth(word) > width - indent) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}
