/** What the first line of a file that the workspace holds says of the frame that is read from it. */
import { describe, expect, it } from "vitest";
import { frameCall } from "../../server/analysis/semantic/frames/calls.ts";
import { Interner } from "../../server/analysis/semantic/interner.ts";
import type { LibraryCall } from "../../server/analysis/semantic/library-calls.ts";
import type { Machine } from "../../server/analysis/semantic/machine.ts";
import type { Columns, Value } from "../../server/analysis/semantic/value.ts";
import { Document } from "../../server/analysis/syntax/document.ts";

const headers = { headerOf: (path: string) => (path === "a.csv" ? ["id", "a", "a", "", "day"] : undefined) };
const interner = new Interner();
const [unit] = Document.script("file:///a.py", "x\n").units;

const text = (value: string): Value => interner.text([{ kind: "literal", text: value, place: undefined }]);
const number = (value: number): Value => interner.number(value, true);
const list = (...elements: readonly Value[]): Value => interner.value({ type: { kind: "list", elements } });

function columnsRead(path: string, keywords: Readonly<Record<string, Value>> = {}): Columns | undefined {
  if (!unit) throw new Error("no unit");
  const call: LibraryCall = {
    // Readers need nothing of a machine but its interner.
    machine: { interner } as unknown as Machine, target: "pandas.read_csv", receiver: undefined, args: [], place: { anchor: unit.anchor, start: 0, end: 1 },
    positional: [text(path)], keywords: new Map(Object.entries(keywords)), isOpen: false, origins: undefined,
  };
  return frameCall(call, headers)?.result?.data?.columns;
}

describe("a header that is known", () => {
  it.each<[string, Readonly<Record<string, Value>>, readonly (string | number)[]]>([
    ["names as pandas tells them apart", {}, ["id", "a", "a.1", "Unnamed: 3", "day"]],
    ["columns by name, in the order of the file", { usecols: list(text("day"), text("id")) }, ["id", "day"]],
    ["columns by position", { usecols: list(number(4), number(1)) }, ["a", "day"]],
    ["an index by name", { index_col: text("id") }, ["a", "a.1", "Unnamed: 3", "day"]],
    ["an index by position", { index_col: number(4) }, ["id", "a", "a.1", "Unnamed: 3"]],
    ["dates and types do not matter", { parse_dates: list(text("day")), nrows: number(5) }, ["id", "a", "a.1", "Unnamed: 3", "day"]],
  ])("%s", (_name, keywords, present) => {
    expect(columnsRead("a.csv", keywords)).toMatchObject({ present, isWhole: true });
  });

  it("names the index that a position means", () => {
    expect(columnsRead("a.csv", { index_col: number(0) })?.index).toEqual(["id"]);
    expect(columnsRead("a.csv", { index_col: number(3) })?.index).toBeUndefined();
  });

  it("counts only where the first line is the header", () => {
    for (const keywords of [{ sep: text(";") }, { skiprows: number(1) }, { header: number(1) }, { comment: text("#") }]) {
      expect(columnsRead("a.csv", keywords)?.isWhole).toBe(false);
    }
    expect(columnsRead("b.csv")?.isWhole).toBe(false);
  });
});
