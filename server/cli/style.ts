/**
 * Colours of a terminal, and what must never reach one.
 *
 * Text from the user's files is shown with control characters made visible: a file must not be able to clear the screen or
 * move the cursor of the person who checks it.
 */
import type { Severity } from "../analysis/engine/finding.ts";

type Paint = (text: string) => string;

export interface Style {
  readonly colour: boolean;
  readonly bold: Paint;
  readonly dim: Paint;
  readonly underline: Paint;
  readonly red: Paint;
  readonly green: Paint;
  readonly yellow: Paint;
  readonly blue: Paint;
  readonly magenta: Paint;
  readonly cyan: Paint;
}

export function createStyle(colour: boolean): Style {
  const paint = (open: number, close: number): Paint => (colour ? (text) => (text === "" ? "" : `\x1b[${open}m${text}\x1b[${close}m`) : (text) => text);
  return {
    colour,
    bold: paint(1, 22),
    dim: paint(2, 22),
    underline: paint(4, 24),
    red: paint(31, 39),
    green: paint(32, 39),
    yellow: paint(33, 39),
    blue: paint(34, 39),
    magenta: paint(35, 39),
    cyan: paint(36, 39),
  };
}

export function severityPaint(style: Style, severity: Severity): Paint {
  return { error: style.red, warning: style.yellow, information: style.blue, hint: style.cyan }[severity];
}

export type ColourChoice = "auto" | "always" | "never";

/** https://no-color.org and its counterpart: a variable that is set and not empty counts; the option wins over both. */
export function wantsColour(choice: ColourChoice, isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  if (choice !== "auto") return choice === "always";
  const forced = environment["FORCE_COLOR"] ?? "";
  if (environment["NO_COLOR"]) return false;
  if (forced !== "") return forced !== "0" && forced !== "false";
  return isTerminal && environment["TERM"] !== "dumb";
}

/** Control characters as visible symbols; line breaks and tabs too, since what is shown is one line. */
export function visible(text: string): string {
  return text.replace(/[\0-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? "\u2421" : "\uFFFD";
  });
}

/** Columns that a character takes: 0 for combining marks, 2 for East Asian wide ones and emoji. */
export function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/\p{Mark}|\u200b|\u200d|[\ufe00-\ufe0f]/u.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** From the ranges of Unicode's EastAsianWidth W and F that have letters in use, and emoji. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{1fa70}-\u{1faff}\u{20000}-\u{3fffd}]/u;

export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += widthOf(character);
  return width;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

export function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  return `${(milliseconds / 1000).toFixed(milliseconds < 10_000 ? 1 : 0)} s`;
}
