/**
 * Suppression comments: `# seaworthy: ignore[rule-name, other-rule] reason`.
 *
 * - After code it counts for findings that start on its line, and, on the first or last line of a statement that spans
 *   several, for all findings of that statement.
 * - On a line of its own it counts for the whole file, or the whole notebook cell, when it stands above the first statement.
 *
 *     # seaworthy: ignore[hardcoded-path] runs on one machine only          the file
 *     df = pd.read_csv(
 *         "/data/a.csv",
 *         sep=";",
 *     )  # seaworthy: ignore[hardcoded-path] mounted everywhere             the statement
 *
 * What a comment does not do is reported: it silences nothing (unused), or cannot be understood (malformed).
 */
import { didYouMean, nearest } from "../text/did-you-mean.ts";
import { SourceText } from "../text/source-text.ts";
import { nextMarker } from "../syntax/document-markers.ts";
import { place, slotsOfUnits } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { logicalLine } from "../syntax/logical-line.ts";
import type { Finding, Fix } from "./finding.ts";

/** One suppression comment. */
export interface Suppression {
  readonly unit: Unit;
  /** From its `#` to the end of the reason, relative to the unit. */
  readonly start: number;
  readonly end: number;
  readonly names: readonly SuppressedName[];
  /** `nothing`: on a line of its own with code above it. */
  readonly scope: "line" | "cell" | "file" | "nothing";
  /** What keeps the comment from being understood. */
  readonly mistake: string | undefined;
}

export interface SuppressedName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What is needed of a finding to ask whether it is suppressed. */
interface Located {
  readonly rule: string;
  readonly at: Place;
}

const pattern = /#\s*seaworthy\s*:\s*(?<verb>[\w-]*)\s*(?<list>\[(?<names>[^\]#]*)(?<close>\])?)?[^#]*/i;

const read = slotsOfUnits.next<readonly Suppression[]>();

export function suppressionsOf(units: readonly Unit[]): readonly Suppression[] {
  const all: Suppression[] = [];
  for (const unit of units) {
    if (unit.comments.length === 0) continue;
    let found = read.of(unit);
    if (!found) read.set(unit, (found = unit.comments.flatMap((comment) => readComment(unit, comment) ?? [])));
    // Where the unit stands among others decides about scope, and that changes without the unit.
    for (const suppression of found) all.push({ ...suppression, scope: scopeOf(suppression) });
  }
  return all;
}

/** Suppressions of one document, and which of their names silenced something. */
export class SuppressionLedger {
  readonly #suppressions: readonly Suppression[];
  readonly #used = new Set<SuppressedName>();
  readonly #lines = new Map<Unit, SourceText>();

  constructor(suppressions: readonly Suppression[]) {
    this.#suppressions = suppressions;
  }

  silences(finding: Located): boolean {
    let silent = false;
    for (const suppression of this.#suppressions) {
      const name = suppression.mistake === undefined && suppression.names.find((each) => each.name === finding.rule);
      if (!name || !this.#covers(suppression, finding.at)) continue;
      this.#used.add(name);
      silent = true;
    }
    return silent;
  }

  /** Findings about names that silenced nothing, of rules whose verdict is complete. */
  unused(ran: ReadonlySet<string>): readonly Finding[] {
    return this.#suppressions.flatMap((suppression) => {
      if (suppression.mistake !== undefined || suppression.scope === "nothing") return [];
      const idle = suppression.names.filter((name) => ran.has(name.name) && !this.#used.has(name));
      return idle.length === suppression.names.length ? wholeUnused(suppression) : idle.map((name) => nameUnused(suppression, name));
    });
  }

  /** Findings about comments and names that cannot be understood. */
  malformed(known: ReadonlySet<string>): readonly Finding[] {
    return this.#suppressions.flatMap((suppression) => {
      if (suppression.mistake !== undefined) return { at: place(suppression.unit, suppression), message: suppression.mistake };
      if (suppression.scope === "nothing") {
        const message = "A suppression on a line of its own counts only above the first statement of a file or cell";
        return { at: place(suppression.unit, suppression), message };
      }
      return suppression.names.filter(({ name }) => !known.has(name)).map((name) => unknownName(suppression, name, known));
    });
  }

  #covers(suppression: Suppression, at: Place): boolean {
    switch (suppression.scope) {
      case "nothing":
        return false;
      case "file":
        return true;
      case "cell":
        return at.anchor.cell === suppression.unit.anchor.cell;
      case "line":
        return at.anchor === suppression.unit.anchor && this.#onLineOf(suppression, at);
    }
  }

  #onLineOf({ unit, start }: Suppression, at: Place): boolean {
    let lines = this.#lines.get(unit);
    if (!lines) this.#lines.set(unit, (lines = new SourceText(unit.text)));
    const line = lines.lineAt(start);
    if (line === lines.lineAt(at.start)) return true;
    const statement = logicalLine(unit, at.start);
    return statement !== undefined && (line === lines.lineAt(statement.start) || line === lines.lineAt(statement.end));
  }
}

function readComment(unit: Unit, comment: Unit["comments"][number]): Suppression | undefined {
  const match = pattern.exec(comment.text);
  if (!match?.groups) return undefined;
  const { verb, list, names, close } = match.groups;
  const start = comment.start + match.index;
  const end = start + match[0].trimEnd().length;
  const base = start + match[0].indexOf("[") + 1;
  const found = names === undefined ? [] : split(names, base);
  return { unit, start, end, names: found, scope: "line", mistake: mistakeIn(verb, list, close, found) };
}

function mistakeIn(
  verb: string | undefined, list: string | undefined, close: string | undefined, names: readonly SuppressedName[],
): string | undefined {
  if (verb !== "ignore") return "Only `# seaworthy: ignore[rule-name] reason` is understood";
  if (list === undefined || names.length === 0) return "`ignore` names no rule: `# seaworthy: ignore[rule-name] reason`";
  return close === undefined ? "The list of rules is not closed with `]`" : undefined;
}

function split(list: string, base: number): readonly SuppressedName[] {
  return [...list.matchAll(/[^,\s](?:[^,]*[^,\s])?/g)].map((match) => {
    const start = base + match.index;
    return { name: match[0], start, end: start + match[0].length };
  });
}

function scopeOf(suppression: Suppression): Suppression["scope"] {
  const { unit, start } = suppression;
  if (/\S/.test(unit.text.slice(unit.text.lastIndexOf("\n", start - 1) + 1, start).replace("\uFEFF", ""))) return "line";
  const { cell, index } = unit.anchor;
  const first = unit.body[0];
  if (index > 0 || (first && first.start < start)) return "nothing";
  // Above the first marker of a cell script there is no cell yet, only the file.
  const isHead = cell.document.dialect === "cells" && cell.index === 0 && !first && nextMarker(unit.text, 0, "cells") > 0;
  return cell.document.dialect === "script" || isHead ? "file" : "cell";
}

function wholeUnused(suppression: Suppression): readonly Finding[] {
  const names = suppression.names.map(({ name }) => name).join(", ");
  const message = `Nothing to ignore here: ${names}`;
  const { unit } = suppression;
  const fix: Fix = { title: "Remove the comment", safety: "safe", edits: [{ at: place(unit, removal(suppression)), text: "" }] };
  return [{ at: place(unit, suppression), message, fixes: [fix] }];
}

function nameUnused(suppression: Suppression, name: SuppressedName): Finding {
  const { unit, names } = suppression;
  const index = names.indexOf(name);
  const next = names[index + 1];
  const before = names[index - 1];
  const range = next ? { start: name.start, end: next.start } : { start: before?.end ?? name.start, end: name.end };
  const fix: Fix = { title: `Remove \`${name.name}\` from the comment`, safety: "safe", edits: [{ at: place(unit, range), text: "" }] };
  return { at: place(unit, name), message: `Nothing to ignore here: ${name.name}`, fixes: [fix] };
}

/** The comment with the blanks before it; its whole line when nothing else is on it. */
function removal({ unit, start, end }: Suppression): { readonly start: number; readonly end: number } {
  const { text } = unit;
  let from = start;
  while (from > 0 && (text[from - 1] === " " || text[from - 1] === "\t")) from -= 1;
  const rest = /^[ \t]*(\r\n|\r|\n|$)/.exec(text.slice(end));
  const alone = from === 0 || text[from - 1] === "\n" || text[from - 1] === "\r";
  if (!rest) return { start, end: end + (/^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0) };
  return alone ? { start: from, end: end + rest[0].length } : { start: from, end };
}

function unknownName({ unit }: Suppression, name: SuppressedName, known: ReadonlySet<string>): Finding {
  const best = nearest(name.name, known);
  const at = place(unit, name);
  const message = `There is no rule "${name.name}"${didYouMean(name.name, known)}`;
  if (best === undefined) return { at, message };
  return { at, message, fixes: [{ title: `Change to \`${best}\``, safety: "review", edits: [{ at, text: best }] }] };
}
