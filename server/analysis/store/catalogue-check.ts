/**
 * Holds what a catalogue file says against the table of its keys: what does not fit is told at its place and left out, all else stays.
 *
 *     views:
 *       stats:
 *         ownr: ml@example.com       unknown key "ownr" (did you mean "owner"?)
 *         features:
 *           rating: Float64          becomes a table with the entry `type`
 *           orders: [1, 2]           a text or a table is expected here; the name `orders` stays, with nothing said of it
 *
 * The result has one form where the file may have several: names are keys of tables, what may stand alone is a list, and a text in
 * place of a table is its short key. Names are never lost because of what is wrong with what is said of them; where something was left
 * out of a table or list, it is among `damaged`.
 */
import { didYouMean } from "../text/did-you-mean.ts";
import type { CatalogueShape, CatalogueTable } from "./catalogue-keys.ts";
import { entryOf } from "./located-value.ts";
import type { Located, LocatedEntry, LocatedProblem, LocatedRange, LocatedScalar, LocatedTable } from "./located-value.ts";
import { readPattern } from "./reference-pattern.ts";

export interface CheckedCatalogue {
  readonly root: LocatedTable;
  readonly problems: readonly LocatedProblem[];
  /** Something that stood here was left out. */
  readonly damaged: ReadonlySet<Located>;
}

export function checkCatalogue(root: Located, shape: CatalogueTable): CheckedCatalogue {
  const checker = new Checker();
  const checked = checker.table(root, shape);
  return { root: checked, problems: checker.problems, damaged: checker.damaged };
}

class Checker {
  readonly problems: LocatedProblem[] = [];
  readonly damaged = new Set<Located>();

  /** `undefined` when nothing of it can be used. */
  #value(value: Located, shape: CatalogueShape): Located | undefined {
    switch (shape.kind) {
      case "text":
        if (value.kind === "scalar" && value.text.trim() !== "") return value;
        return this.#refused(value, `${shape.what} is expected here`);
      case "flag":
        return isFlag(value) ? value : this.#refused(value, "true or false is expected here");
      case "number":
        if (value.kind === "scalar" && typeof value.value === "number" && Number.isInteger(value.value) && value.value >= 0) return value;
        return this.#refused(value, "a whole number is expected here");
      case "choice":
        if (value.kind === "scalar" && shape.of.includes(value.text)) return value;
        return this.#refused(value, `${shape.of.join(" or ")} is expected here${value.kind === "scalar" ? didYouMean(value.text, shape.of) : ""}`);
      case "note":
        if (value.kind === "scalar" && value.text.trim() !== "") return value;
        return this.#refused(value, `true, or ${shape.what}, is expected here`);
      case "pattern":
        return this.#pattern(value);
      case "tags":
        return this.#tags(value);
      case "list":
        return this.#list(value, shape.of, shape.orOne);
      case "named":
        return this.#named(value, shape.what, shape.of);
      case "table":
        return this.#wholeTable(value, shape);
    }
  }

  table(value: Located, shape: CatalogueTable): LocatedTable {
    if (isNothing(value)) return { kind: "table", start: value.start, end: value.end, entries: [] };
    if (value.kind === "scalar" && shape.short !== undefined) {
      const key: LocatedScalar = { kind: "scalar", value: shape.short, text: shape.short, written: false, quoted: false, start: value.start, end: value.start };
      return { kind: "table", start: value.start, end: value.end, entries: [{ key, value }] };
    }
    if (value.kind !== "table") {
      this.#problem(value, `${shape.short === undefined ? "" : "a text or "}a table is expected here: ${shape.keys.slice(0, 4).map(({ name }) => name).join(", ")} ...`);
      const empty: LocatedTable = { kind: "table", start: value.start, end: value.end, entries: [] };
      this.damaged.add(empty);
      return empty;
    }
    const entries: LocatedEntry[] = [];
    let isDamaged = false;
    for (const { key, value: each } of this.#once(value)) {
      const known = shape.keys.find(({ name }) => name === key.text);
      if (!known) {
        this.#problem(key, `unknown key "${key.text}"${didYouMean(key.text, shape.keys.map(({ name }) => name))}`);
        continue;
      }
      const checked = this.#value(each, known.shape);
      if (checked) entries.push({ key, value: checked });
      else isDamaged = true;
    }
    const result: LocatedTable = { ...value, entries };
    if (isDamaged) this.damaged.add(result);
    return result;
  }

  /** For a table that is of no use without some of its keys. */
  #wholeTable(value: Located, shape: CatalogueTable): LocatedTable | undefined {
    const result = this.table(value, shape);
    if (value.kind !== "table") return undefined;
    return this.#hasRequired(value, result, shape) ? result : undefined;
  }

  #hasRequired(written: LocatedTable, result: LocatedTable, { keys, oneOf }: CatalogueTable): boolean {
    for (const { name, required } of keys) {
      if (required !== true || entryOf(result, name)) continue;
      if (!entryOf(written, name)) this.#problem(startOf(written), `\`${name}\` is missing here`);
      return false;
    }
    if (oneOf) {
      const given = oneOf.filter((name) => entryOf(result, name));
      if (given.length !== 1) {
        this.#problem(startOf(written), `one of ${oneOf.map((name) => `\`${name}\``).join(" and ")} is expected here`);
        return false;
      }
    }
    return true;
  }

  #named(value: Located, what: string, of: CatalogueTable): Located | undefined {
    if (isNothing(value)) return { kind: "table", start: value.start, end: value.end, entries: [] };
    if (value.kind === "scalar") return this.#refused(value, `names are expected here, each the key of what is said of ${what}`);
    const written = value.kind === "table" ? value.entries : value.items.flatMap((item) => this.#listedName(item, what));
    const entries: LocatedEntry[] = [];
    let isDamaged = value.kind === "list" && written.length < value.items.length;
    for (const { key, value: each } of this.#once({ ...value, kind: "table", entries: written })) {
      if (key.text.trim() === "") {
        this.#problem(key, `the name of ${what} is expected here`);
        isDamaged = true;
        continue;
      }
      const checked = this.table(each, of);
      if (each.kind === "table" || isNothing(each)) this.#hasRequired(each.kind === "table" ? each : { ...each, kind: "table", entries: [] }, checked, of);
      entries.push({ key, value: checked });
    }
    const result: LocatedTable = { kind: "table", start: value.start, end: value.end, entries };
    if (isDamaged) this.damaged.add(result);
    return result;
  }

  #listedName(item: Located, what: string): readonly LocatedEntry[] {
    if (item.kind === "scalar") return [{ key: item, value: { ...item, kind: "scalar", value: null, text: "", written: false } }];
    this.#problem(item, `the name of ${what} is expected here; to say more of it, make its name a key: \`name: ...\`, without the hyphen`);
    return [];
  }

  #list(value: Located, of: CatalogueShape, orOne: boolean): Located | undefined {
    if (value.kind !== "list" && !orOne) return this.#refused(value, "a list is expected here: lines that begin with a hyphen");
    const items = value.kind === "list" ? value.items : isNothing(value) ? [] : [value];
    const checked = items.map((item) => this.#value(item, of)).filter((item) => item !== undefined);
    const result: Located = { kind: "list", start: value.start, end: value.end, items: checked };
    if (checked.length < items.length) this.damaged.add(result);
    return result;
  }

  #tags(value: Located): Located | undefined {
    if (value.kind === "scalar") return this.#refused(value, "tags are expected here: names with values, or a list of names");
    const isPlain = value.kind === "table" ? value.entries.every((entry) => entry.value.kind === "scalar") : value.items.every(({ kind }) => kind === "scalar");
    if (isPlain) return value;
    return this.#refused(value, "the value of a tag is a text");
  }

  #pattern(value: Located): Located | undefined {
    if (value.kind !== "scalar" || value.text === "") return this.#refused(value, "a pattern is expected here, such as {view}:{feature}, in quotes");
    const pattern = readPattern(value.text);
    if ("problem" in pattern) return this.#refused(value, pattern.problem);
    return value;
  }

  /** The first of several entries of one name. */
  #once(table: LocatedTable): readonly LocatedEntry[] {
    const seen = new Set<string>();
    return table.entries.filter(({ key }) => {
      if (!seen.has(key.text)) return seen.add(key.text);
      this.#problem(key, `\`${key.text}\` stands here twice: only the first counts`);
      return false;
    });
  }

  #problem({ start, end }: LocatedRange, message: string): void {
    this.problems.push({ start, end, message });
  }

  /** Nothing of the value can be used. */
  #refused(at: LocatedRange, message: string): Located | undefined {
    this.#problem(at, message);
    return undefined;
  }
}

export function isNothing(value: Located): boolean {
  return value.kind === "scalar" && value.value === null && !value.quoted;
}

function isFlag(value: Located): boolean {
  return value.kind === "scalar" && typeof value.value === "boolean";
}

/** A table as a whole would be underlined over many lines. */
function startOf(table: LocatedTable): LocatedRange {
  const first = table.entries[0]?.key;
  return first ? { start: first.start, end: first.end } : { start: table.start, end: table.end };
}
