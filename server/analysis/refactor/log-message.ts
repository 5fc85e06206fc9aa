/**
 * The log call that says what a print says.
 *
 *     print("rows:", len(df))                    logger.info("rows: %s", len(df))
 *     print(f"{name!r} has {share:.2f} of all")  logger.info("%r has %.2f of all", name, share)
 *     print(f"{total:,} in {day:%Y-%m}")         logger.info("%s in %s", format(total, ","), format(day, "%Y-%m"))
 *     print("100 %")                             logger.info("100 %")
 *     print("Error: no rows", file=sys.stderr)   logger.error("Error: no rows")
 *
 * Holes become arguments, so that nothing is formatted that nobody reads. A format specification becomes the same one of `%` where both
 * write the same for every value that takes it; else `format()` does what the f-string did.
 */
import { quoted } from "../facts/paths/settings.ts";
import type { Call, Expression, FormattedValue, JoinedStr } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { applyEdits } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";

export interface LogMessage {
  readonly kind: "message";
  readonly level: "info" | "warning" | "error";
  /** Source of the arguments of the log call: the message, then what fills it. */
  readonly arguments: readonly string[];
}

export interface Kept {
  readonly kind: "kept";
  readonly reason: string;
}

interface Message {
  /** Text with `%` doubled. */
  readonly format: string;
  readonly values: readonly string[];
}

/** @param mayBeComplex whether numbers of the file may be of a kind that `%` writes otherwise: complex, decimals, fractions */
export function logMessageOf(unit: Unit, call: Call, mayBeComplex: boolean): LogMessage | Kept {
  if (call.args.some(({ kind }) => kind === "Starred")) return kept("it prints what a sequence holds");
  if (unit.comments.some(({ start }) => call.start < start && start < call.end)) return kept("it holds a comment");
  let separator = " ";
  let end = "\n";
  let toErrors = false;
  for (const { arg, value } of call.keywords) {
    switch (arg?.name) {
      case "sep":
      case "end": {
        const text = value.kind === "Constant" && value.type === "None" ? (arg.name === "sep" ? " " : "\n") : value.kind === "Constant" && value.type === "str" ? value.value : undefined;
        if (text === undefined) return kept(`its ${arg.name} is computed`);
        if (arg.name === "sep") separator = text;
        else end = text;
        break;
      }
      case "flush":
        break;
      case "file":
        if (!/^(?:sys\.)?stderr$/u.test(unit.text.slice(value.start, value.end))) return kept("it prints into a file");
        toErrors = true;
        break;
      default:
        return kept("its arguments are not known");
    }
  }
  if (!end.endsWith("\n")) return kept("it writes a part of a line");
  const reason = dataReason(unit, call) ?? orderReason(call);
  if (reason !== undefined) return kept(reason);
  const messages: Message[] = [];
  for (const arg of call.args) {
    const message = messageOf(unit, arg, mayBeComplex);
    if (typeof message === "string") return kept(message);
    messages.push(message);
  }
  const joined = messages.map(({ format }) => format).join(separator.replaceAll("%", "%%")) + end.slice(0, -1).replaceAll("%", "%%");
  const values = messages.flatMap((each) => each.values);
  const text = values.length > 0 ? joined : joined.replaceAll("%%", "%");
  return { kind: "message", level: levelOf(joined, values[0], toErrors), arguments: [literal(text, hasEscapes(unit, call)), ...values] };
}

function kept(reason: string): Kept {
  return { kind: "kept", reason };
}

/** What other programs read from standard output. */
function dataReason(unit: Unit, call: Call): string | undefined {
  let found: string | undefined;
  walk(call.args, (node) => {
    if (node.kind === "Call" && node.func.kind === "Attribute" && /^(?:dumps|to_csv|to_json|to_markdown|to_html|to_latex|to_xml|safe_dump|getvalue|export_text|format_help|usage)$/u.test(node.func.attr.name)) {
      found ??= `it prints data: ${unit.text.slice(node.func.attr.start, node.func.attr.end)}()`;
    }
    return undefined;
  });
  return found;
}

const changing = /^(?:pop|popitem|popleft|append|extend|insert|remove|sort|reverse|update|clear|setdefault|add|discard|fit|fit_transform|partial_fit|shuffle|write|read|readline|send)$/u;

/** A print writes its parts one after the other; a log call computes all of them first. */
function orderReason(call: Call): string | undefined {
  const parts = call.args.flatMap((arg) => (arg.kind === "JoinedStr" ? arg.values.filter(({ kind }) => kind === "FormattedValue") : [arg]));
  if (parts.length < 2) return undefined;
  let reason: string | undefined;
  walk(parts.slice(1), (node) => {
    if (node.kind === "NamedExpr" || (node.kind === "Call" && node.func.kind === "Attribute" && changing.test(node.func.attr.name))) reason = "one of its parts changes what another one shows";
    return undefined;
  });
  return reason;
}

/** `Error: no rows` is one; `error: 0.03` is a result, as models have. */
function levelOf(text: string, first: string | undefined, toErrors: boolean): LogMessage["level"] {
  const start = text.replace(/^[\W_]+/u, "");
  const said = /^(?:error|fatal|exception|critical)\s*[:!-]\s*(?<rest>.*)/iu.exec(start)?.groups?.["rest"];
  const isFailure = said !== undefined && (said.startsWith("%") ? /^(?:str\(|repr\()?(?:e|ex|exc|err|exception)\b/u.test(first ?? "") : /^[^\d]/u.test(said));
  if (isFailure || /^(?:error (?:in|while|when|on|at|reading|loading|writing|opening|parsing)|failed\b|failure\b|could not\b|cannot\b|unable to\b)/iu.test(start)) return "error";
  if (/^(?:warning|warn|caution|attention)\b|\bdeprecated\b/iu.test(start)) return "warning";
  return toErrors ? "warning" : "info";
}

// ---- parts -------------------------------------------------------------------------------------------------

/** The message of one argument; a text says why there is none. */
function messageOf(unit: Unit, arg: Expression, mayBeComplex: boolean): Message | string {
  if (arg.kind === "Constant" && arg.type === "str") return { format: arg.value.replaceAll("%", "%%"), values: [] };
  if (arg.kind === "JoinedStr") return formattedMessage(unit, arg, mayBeComplex);
  return { format: "%s", values: [sourceOf(unit, arg)] };
}

function formattedMessage(unit: Unit, { values }: JoinedStr, mayBeComplex: boolean): Message | string {
  let format = "";
  const holes: string[] = [];
  for (const part of values) {
    if (part.kind === "Constant") {
      format += part.value.replaceAll("%", "%%");
      continue;
    }
    const hole = holeOf(unit, part, mayBeComplex);
    if (!hole) return "its format is computed";
    format += hole.format;
    holes.push(...hole.values);
  }
  return { format, values: holes };
}

function holeOf(unit: Unit, { value, conversion, formatSpec }: FormattedValue, mayBeComplex: boolean): Message | undefined {
  const source = sourceOf(unit, value);
  if (source.includes("\n")) return undefined;
  const spec = specOf(formatSpec);
  if (spec === undefined) return undefined;
  if (spec === "") return { format: `%${conversion ?? "s"}`, values: [source] };
  const converted = conversion === undefined ? source : `${{ s: "str", r: "repr", a: "ascii" }[conversion] ?? "str"}(${source})`;
  const same = conversion === undefined && !mayBeComplex ? percentOf(spec) : undefined;
  return same === undefined ? { format: "%s", values: [`format(${converted}, ${literal(spec, false)})`] } : { format: same, values: [source] };
}

/** The specification as it is written; `undefined` when it has holes itself. */
function specOf(spec: JoinedStr | undefined): string | undefined {
  if (!spec) return "";
  const texts = spec.values.map((part) => (part.kind === "Constant" ? part.value : undefined));
  return texts.includes(undefined) ? undefined : texts.join("");
}

/** Specifications of numbers that mean the same behind a `%`. Zeros in front are not among them: they differ for `nan`. */
function percentOf(spec: string): string | undefined {
  return /^[+ ]?[1-9]?\d*(?:\.\d+)?[feEgG]$/u.test(spec) || /^[+ ]?(?:[1-9]\d*)?[dxXo]$/u.test(spec) ? `%${spec}` : undefined;
}

function sourceOf(unit: Unit, node: Expression): string {
  const edits: TextEdit[] = [];
  // Within the f-string other quotes were needed.
  walk([node], (each) => {
    for (const { end, quote, prefix, content } of "parts" in each ? each.parts : []) {
      if (quote !== "'" || /[fFtT]/u.test(prefix) || /["\\]/u.test(unit.text.slice(content.start, content.end))) continue;
      edits.push({ start: content.start - 1, end: content.start, text: '"' }, { start: end - 1, end, text: '"' });
    }
    return undefined;
  });
  const text = applyEdits(unit.text.slice(node.start, node.end), edits.map((each) => ({ ...each, start: each.start - node.start, end: each.end - node.start }))).replaceAll("\r\n", "\n");
  const isBare = node.kind === "NamedExpr" || node.kind === "Yield" || node.kind === "YieldFrom" || (node.kind === "Tuple" && !text.startsWith("("));
  return isBare ? `(${text})` : text;
}

// ---- texts -------------------------------------------------------------------------------------------------

/** Quotes as Ruff chooses them. */
export function literal(text: string, escapesOnly: boolean): string {
  const count = (quote: string): number => text.split(quote).length - 1;
  const source = quoted(text, count('"') > count("'") ? "'" : '"');
  return escapesOnly ? source.replace(/[^ -~]/gu, escaped) : source;
}

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
}

/** Whether letters that are not ASCII were written by their numbers: then the file may not be able to hold them. */
function hasEscapes(unit: Unit, call: Call): boolean {
  return /\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{|x[89a-fA-F])/u.test(unit.text.slice(call.start, call.end));
}
