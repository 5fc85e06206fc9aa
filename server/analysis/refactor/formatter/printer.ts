/**
 * Prints elements within a number of columns.
 *
 * One stack of what is still to be printed, each entry with the mode of the group that it is in. At a group the printer looks ahead: does
 * its content fit on the rest of the line, with everything behind it up to the next place where the line breaks anyway? Then it is printed
 * flat, else each of its own lines breaks, and the groups within it are looked at one by one.
 *
 *     f(aaa, g(bbb, ccc))        wider than the line: the lines of f's group break, g's group is measured anew and fits
 */
import { isList } from "./elements.ts";
import type { Element, Group, GroupId } from "./elements.ts";

type Mode = "flat" | "broken";

interface Entry {
  readonly element: Element | typeof closing;
  readonly mode: Mode;
  readonly indent: number;
  /** Looking ahead: up to the first line break; or to the end; or that, whatever the length of the lines here. */
  readonly measure: "line" | "all" | "around";
}

/** Behind the content of elements that are put into parentheses: `)` on a line of its own. */
const closing = Symbol("closing");

export interface Page {
  readonly lineLength: number;
  /** One level. */
  readonly step: string;
  /** Levels of the first line, whose blanks are there already. */
  readonly level: number;
  /** Columns of one level. */
  readonly stepWidth: number;
}

export function printed(element: Element, page: Page): string {
  const printer = new Printer(page);
  return printer.print(element);
}

class Printer {
  readonly #page: Page;
  #text = "";
  #column: number;
  #pendingIndent: number | undefined;
  /** What is printed flat was measured, and no line has broken since. */
  #hasMeasured = false;
  readonly #modes = new Map<GroupId, Mode>();
  readonly #stack: Entry[] = [];

  constructor(page: Page) {
    this.#page = page;
    this.#column = page.level * page.stepWidth;
  }

  print(element: Element): string {
    this.#stack.push({ element, mode: "broken", indent: this.#page.level, measure: "line" });
    for (let entry = this.#stack.pop(); entry !== undefined; entry = this.#stack.pop()) this.#printEntry(entry);
    return this.#text;
  }

  #printEntry(entry: Entry): void {
    const { element, mode, indent } = entry;
    if (element === closing) {
      this.#newLine(indent - 1);
      this.#write(")");
      return;
    }
    if (typeof element === "string") {
      this.#write(element);
      return;
    }
    if (isList(element)) {
      for (let index = element.length - 1; index >= 0; index--) this.#stack.push({ ...entry, element: element[index] ?? "" });
      return;
    }
    switch (element.kind) {
      case "line":
        if (mode === "flat" && element.line !== "hard") {
          if (element.line === "blank") this.#write(" ");
        } else {
          this.#hasMeasured = false;
          this.#newLine(indent);
        }
        return;
      case "expand":
        return;
      case "group":
        if (element.onlyIfBreaks !== undefined && this.#modes.get(element.onlyIfBreaks) !== "broken") this.#stack.push({ ...entry, element: element.content });
        else this.#printGroup(element, entry);
        return;
      case "indent": {
        const isIndented = element.ifBreaks === undefined || this.#modes.get(element.ifBreaks) === "broken";
        this.#stack.push({ ...entry, element: element.content, indent: isIndented ? indent + 1 : indent });
        return;
      }
      case "choice":
        this.#stack.push({ ...entry, element: this.#modeOf(element.id, mode) === "broken" ? element.broken : element.flat });
        return;
      case "fitsBroken":
        if (this.#modes.get(element.id) === "flat") {
          this.#hasMeasured = false;
          this.#stack.push({ ...entry, element: element.content, mode: "broken" });
        } else {
          this.#stack.push({ ...entry, element: element.content });
        }
        return;
      case "best":
        this.#printBest(element.variants, entry);
        return;
      case "parenthesized":
        this.#printParenthesized(element.content, element.id, entry);
        return;
      case "weightless":
        this.#write(element.text);
        return;
    }
  }

  #printGroup(group: Group, entry: Entry): void {
    const { content, expands, id } = group;
    let mode: Mode;
    if (expands) {
      this.#hasMeasured = false;
      mode = "broken";
    } else if (entry.mode === "flat" && this.#hasMeasured) {
      mode = "flat";
    } else {
      this.#hasMeasured = true;
      if (id !== undefined) this.#modes.set(id, "flat");
      mode = this.#fits({ ...entry, element: content, mode: "flat" }) ? "flat" : "broken";
    }
    if (id !== undefined) this.#modes.set(id, mode);
    this.#stack.push({ ...entry, element: content, mode });
  }

  #printBest(variants: readonly Element[], entry: Entry): void {
    if (entry.mode === "flat" && this.#hasMeasured) {
      this.#stack.push({ ...entry, element: variants[0] ?? "" });
      return;
    }
    this.#hasMeasured = true;
    for (const element of variants.slice(0, -1)) {
      const flat: Entry = { ...entry, element, mode: "flat", measure: "line" };
      if (this.#fits(flat)) {
        this.#stack.push(flat);
        return;
      }
    }
    this.#stack.push({ ...entry, element: variants.at(-1) ?? "", mode: "broken" });
  }

  #printParenthesized(content: Element, id: GroupId, entry: Entry): void {
    const canBeFlat = entry.mode === "flat" && this.#hasMeasured;
    this.#hasMeasured = true;
    this.#modes.set(id, "flat");
    if (canBeFlat || this.#fits({ ...entry, element: content, mode: "flat" })) {
      this.#stack.push({ ...entry, element: content, mode: "flat" });
      return;
    }
    const inner: Entry = { ...entry, element: content, mode: "broken", indent: entry.indent + 1, measure: "all" };
    const column = this.#column;
    const pending = this.#pendingIndent;
    this.#pendingIndent = inner.indent;
    this.#column = 0;
    this.#modes.set(id, "broken");
    const isHelped = column < this.#page.lineLength && this.#fits(inner);
    this.#modes.set(id, isHelped ? "broken" : "flat");
    this.#column = column;
    this.#pendingIndent = pending;
    if (!isHelped) {
      this.#stack.push({ ...entry, element: content, mode: "flat" });
      return;
    }
    this.#write("(");
    this.#newLine(inner.indent);
    this.#hasMeasured = false;
    this.#stack.push({ ...inner, element: closing, measure: entry.measure }, { ...inner, measure: entry.measure });
  }

  // ---- looking ahead ---------------------------------------------------------------------------------------

  #fits(first: Entry): boolean {
    const { lineLength, stepWidth } = this.#page;
    let column = this.#pendingIndent === undefined ? this.#column : this.#pendingIndent * stepWidth;
    let rest = this.#stack.length;
    const ahead: Entry[] = [first];
    for (;;) {
      const entry = ahead.pop() ?? this.#stack[--rest];
      if (entry === undefined) return true;
      const { element, mode, indent, measure } = entry;
      const push = (content: Element, changes: Partial<Entry> = {}): void => { ahead.push({ ...entry, element: content, ...changes }); };
      if (element === closing) return true;
      if (typeof element === "string") {
        for (const character of element) {
          if (character !== "\n") column += character === "\t" ? 4 : widthOf(character);
          else if (measure === "line") return true;
          else column = 0;
          if (column > lineLength && measure !== "around") return false;
        }
        continue;
      }
      if (isList(element)) {
        for (let index = element.length - 1; index >= 0; index--) push(element[index] ?? "");
        continue;
      }
      switch (element.kind) {
        case "line":
          if (mode === "flat") {
            if (element.line === "hard") return true;
            if (element.line === "blank" && ++column > lineLength) return false;
          } else if (measure === "line") {
            return true;
          } else {
            column = indent * stepWidth;
          }
          break;
        case "group": {
          const isGroup = element.onlyIfBreaks === undefined || this.#modes.get(element.onlyIfBreaks) === "broken";
          const own: Mode = isGroup && element.expands ? "broken" : mode;
          if (isGroup && element.id !== undefined) this.#modes.set(element.id, own);
          push(element.content, { mode: own });
          break;
        }
        case "indent":
          push(element.content, { indent: element.ifBreaks === undefined || this.#modes.get(element.ifBreaks) === "broken" ? indent + 1 : indent });
          break;
        case "choice":
          push(this.#modeOf(element.id, mode) === "broken" ? element.broken : element.flat);
          break;
        case "fitsBroken":
          if (mode === "broken") push(element.content);
          else if (this.#modes.get(element.id) === "flat") push(element.content, { mode: "broken", measure: "around" });
          else if (element.expands) return false;
          else push(element.content);
          break;
        case "best":
          push((mode === "flat" ? element.variants[0] : element.variants.at(-1)) ?? "", { measure: "line" });
          break;
        case "parenthesized":
          this.#modes.set(element.id, mode);
          push(element.content);
          break;
        case "expand":
        case "weightless":
          break;
      }
    }
  }

  #modeOf(id: GroupId | undefined, mode: Mode): Mode {
    return id === undefined ? mode : (this.#modes.get(id) ?? "flat");
  }

  // ---- output ----------------------------------------------------------------------------------------------

  #newLine(indent: number): void {
    this.#text += "\n";
    this.#column = 0;
    this.#pendingIndent = indent;
  }

  #write(text: string): void {
    if (text === "") return;
    if (this.#pendingIndent !== undefined) {
      this.#text += this.#page.step.repeat(this.#pendingIndent);
      this.#column = this.#pendingIndent * this.#page.stepWidth;
      this.#pendingIndent = undefined;
    }
    this.#text += text;
    for (const character of text) this.#column = character === "\n" ? 0 : this.#column + (character === "\t" ? 4 : widthOf(character));
  }
}

/** Columns of a character: those of East Asia and emoji take two, marks that are put on others none. */
function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (/\p{M}|\p{Cf}/u.test(character)) return 0;
  return /\p{Emoji_Presentation}/u.test(character) || (code >= 0x1100 && wide.test(character)) ? 2 : 1;
}

const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;
