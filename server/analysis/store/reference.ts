/**
 * References: texts that name a feature of a view, and the grammars they are written in.
 *
 *     driver_stats@v2:conv_rate     Feast     view 0-12, version 2, feature 16-25 (feast-reference.ts)
 *     user-risk.age                 Qwak      view 0-9, feature 10-13
 *
 * A grammar reads any text, right or wrong, and never fails; whether view and feature exist is another question (resolve.ts).
 */

export interface ParsedReference {
  readonly view: ReferencePart;
  /** `undefined` for the active version. */
  readonly version: number | undefined;
  /** The version that the code asks for in an argument of its own; empty where it is not known which. */
  readonly revision?: string | undefined;
  /** `undefined` where nothing separates it from the view. */
  readonly feature: ReferencePart | undefined;
}

/** Offsets count in the reference's text. */
export interface ReferencePart {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface ReferenceGrammar {
  /** As messages write it: `view:feature`. */
  readonly form: string;
  readonly separator: string;
  /** Feature name that stands for every feature of the view; `undefined` when none does. */
  readonly wildcard: string | undefined;
  parse(text: string): ParsedReference;
  write(view: string, feature: string): string;
}

/** View and feature with a text between them. */
export function separated(
  separator: string, { splitsAt = "first", wildcard, form = `view${separator}feature` }: { splitsAt?: "first" | "last"; wildcard?: string; form?: string } = {},
): ReferenceGrammar {
  return {
    form,
    separator,
    wildcard,
    write: (view, feature) => view + separator + feature,
    parse(text) {
      const at = splitsAt === "first" ? text.indexOf(separator) : text.lastIndexOf(separator);
      if (at < 0) return { view: { name: text, start: 0, end: text.length }, version: undefined, feature: undefined };
      const start = at + separator.length;
      return {
        view: { name: text.slice(0, at), start: 0, end: at },
        version: undefined,
        feature: { name: text.slice(start), start, end: text.length },
      };
    },
  };
}
