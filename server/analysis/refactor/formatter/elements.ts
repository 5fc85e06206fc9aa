/**
 * What the printer is told: texts, places where a line may break, and groups that break as a whole or not at all.
 *
 *     f(aaa, bbb)      ["f", "(", group(indented([softLine, "aaa", ",", lineOrBlank, "bbb", ifBreaks(",")]), softLine), ")"]
 *
 *     fits              f(aaa, bbb)
 *     does not          f(
 *                           aaa,
 *                           bbb,
 *                       )
 *
 * The elements are those that Ruff's formatter is made of, with the same meaning, so that both decide alike. A group may have a name (`id`),
 * and others ask whether the group of that name breaks.
 */

export type Element =
  | string
  | readonly Element[]
  | { readonly kind: "line"; readonly line: "soft" | "blank" | "hard" }
  /** What is around it breaks. */
  | { readonly kind: "expand" }
  | Group
  | { readonly kind: "indent"; readonly content: Element; readonly ifBreaks: GroupId | undefined }
  /** One or the other, as the group with that name breaks or not; without a name the group around. */
  | { readonly kind: "choice"; readonly broken: Element; readonly flat: Element; readonly id: GroupId | undefined }
  /**
   * Brackets inside parentheses that are not there yet: the group around fits when the text fits with the brackets' content over several
   * lines, as long as the parentheses (`id`) are not put there.
   */
  | { readonly kind: "fitsBroken"; readonly content: Element; readonly id: GroupId; readonly expands: boolean }
  /** The first that fits up to its first line break; else the last. */
  | { readonly kind: "best"; readonly variants: readonly Element[] }
  /** Parenthesized where that, and only that, makes it fit. */
  | { readonly kind: "parenthesized"; readonly content: Element; readonly id: GroupId }
  /** Counts nothing: what other tools read in a comment. */
  | { readonly kind: "weightless"; readonly text: string };

export type GroupId = symbol;

export interface Group {
  readonly kind: "group";
  readonly content: Element;
  readonly id: GroupId | undefined;
  readonly expands: boolean;
  /** It is a group only where the group of that name breaks. */
  readonly onlyIfBreaks: GroupId | undefined;
}

export const softLine: Element = { kind: "line", line: "soft" };
export const lineOrBlank: Element = { kind: "line", line: "blank" };
export const hardLine: Element = { kind: "line", line: "hard" };
export const expand: Element = { kind: "expand" };

export function group(content: Element, { id, expands = false, onlyIfBreaks }: { readonly id?: GroupId; readonly expands?: boolean; readonly onlyIfBreaks?: GroupId } = {}): Group {
  return { kind: "group", content, id, expands: expands || expandsAround(content), onlyIfBreaks };
}

export function indented(content: Element, ifBreaks?: GroupId): Element {
  return { kind: "indent", content, ifBreaks };
}

export function ifBreaks(broken: Element, id?: GroupId, flat: Element = ""): Element {
  return { kind: "choice", broken, flat, id };
}

export function fitsBroken(content: Element, id: GroupId): Element {
  return { kind: "fitsBroken", content, id, expands: expandsAround(content) };
}

/** A line that has to break breaks all groups around it, up to where another decision is made. */
function expandsAround(element: Element): boolean {
  if (typeof element === "string") return element.includes("\n");
  if (isList(element)) return element.some(expandsAround);
  switch (element.kind) {
    case "line":
      return element.line === "hard";
    case "expand":
      return true;
    case "group":
      return element.expands;
    case "indent":
    case "parenthesized":
      return expandsAround(element.content);
    case "choice":
      return expandsAround(element.broken) || expandsAround(element.flat);
    case "fitsBroken":
    case "best":
    case "weightless":
      return false;
  }
}

/** Whether it has a line break for sure. */
export function willBreak(element: Element): boolean {
  if (typeof element !== "string" && !isList(element) && element.kind === "fitsBroken") return element.expands;
  return expandsAround(element);
}

export function isList(element: Element): element is readonly Element[] {
  return Array.isArray(element);
}
