/**
 * How a project writes its code: the length of lines that its formatter keeps to, blanks or tabs, line breaks.
 *
 *     [tool.ruff]                     pyproject.toml; or ruff.toml, or Black's own table
 *     line-length = 100
 */
import { lineBreakOf } from "../facts/edits.ts";
import { insideTexts } from "../facts/indentation.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Unit } from "../syntax/unit.ts";
import { joinUri } from "../text/uri.ts";
import type { ProjectView } from "./refactoring.ts";

export interface Layout {
  readonly lineLength: number;
  /** One level of indentation. */
  readonly step: string;
  readonly lineBreak: string;
}

/** Ruff's and Black's. */
const usualLength = 88;

export function layoutOf(document: OpenDocument, project: ProjectView): Layout {
  const unit = document.units.find(({ text }) => text.includes("\n")) ?? document.units[0];
  const isTabbed = document.units.some(isIndentedByTabs);
  const narrow = isTabbed ? undefined : document.units.map(({ text, body }) => firstStep(text, body[0]?.start ?? 0)).find((step) => step !== undefined);
  return { lineLength: lineLengthOf(project), step: isTabbed ? "\t" : (narrow ?? "    "), lineBreak: unit ? lineBreakOf(unit) : "\n" };
}

function isIndentedByTabs(unit: Unit): boolean {
  if (!/^\t/mu.test(unit.text)) return false;
  const inText = insideTexts(unit, unit.body);
  return [...unit.text.matchAll(/^\t/gmu)].some(({ index }) => !inText(index));
}

/** Blanks that the first line of a body has, below a line that ends in a colon. */
function firstStep(text: string, start: number): string | undefined {
  const found = /^(?:def|class|if|for|while|with|try)\b[^\n]*:[ \t]*\r?\n(?<step> +)\S/u.exec(text.slice(start))?.groups?.["step"];
  return found;
}

function lineLengthOf({ root, text }: ProjectView): number {
  const own = ["ruff.toml", ".ruff.toml"].map((name) => lengthIn(text(joinUri(root, name)) ?? "", undefined));
  const pyproject = text(joinUri(root, "pyproject.toml")) ?? "";
  const found = [...own, lengthIn(pyproject, "tool.ruff"), lengthIn(pyproject, "tool.black")].find((length) => length !== undefined);
  return found ?? usualLength;
}

function lengthIn(toml: string, table: string | undefined): number | undefined {
  let current: string | undefined;
  for (const line of toml.split(/\r?\n/u)) {
    const header = /^\s*\[(?<name>[^[\]]+)\]/u.exec(line)?.groups?.["name"];
    if (header !== undefined) current = header.trim();
    const length = /^\s*line-length\s*=\s*(?<length>\d+)/u.exec(line)?.groups?.["length"];
    if (length !== undefined && current === table) return Number(length);
  }
  return undefined;
}
