/** A document as edits would leave it, beside the document that stays. */
import { expect, test } from "vitest";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import type { OpenDocument, Session } from "../../server/analysis/engine/session-contract.ts";
import { place } from "../../server/analysis/syntax/unit.ts";
import { classNameOf } from "../../server/analysis/facts/values.ts";
import { moduleFiles } from "../harness/module-files.ts";

const options = { settings: defaultSettings, profile: "production" } as const;

function opened(session: Session, uri: string): OpenDocument {
  const document = session.document(uri);
  if (!document) throw new Error(`${uri} is not open`);
  return document;
}

function unitWith(document: OpenDocument, text: string): OpenDocument["units"][number] {
  const unit = document.units.find((each) => each.text.includes(text));
  if (!unit) throw new Error(`no unit has ${text}`);
  return unit;
}

/** Class of the value that an expression standing alone gives. */
function classIn(document: OpenDocument, text: string): string | undefined {
  for (const unit of document.units) {
    const [node] = unit.body;
    const value = node?.kind === "Expr" && unit.text === text ? document.analysis().analysisOf(unit)?.valueOf(node.value) : undefined;
    if (value) return classNameOf(value);
  }
  return undefined;
}

test("cells, tags and languages stay; the edited text is analysed, and the document itself stays as it is", () => {
  const session = createSession({ rules: [] });
  const uri = "file:///w/book.ipynb";
  session.openNotebook(uri, [
    { id: "a", kind: "markdown", language: "markdown", text: "# Notes" },
    { id: "b", kind: "code", language: "python", text: "limit = 3", tags: ["parameters"] },
    { id: "c", kind: "code", language: "sql", text: "select 1" },
    { id: "d", kind: "code", language: "python", text: "limit" },
    { id: "e", kind: "code", language: "python", text: "" },
  ], options);
  const document = opened(session, uri);
  const unit = unitWith(document, "limit = 3");
  const edited = document.edited([{ at: { anchor: unit.anchor, start: 8, end: 9 }, text: '"three"' }]);
  expect(edited.cells.map(({ id, kind, tags, units }) => [id, kind, tags?.join(), units.length])).toEqual(document.cells.map(({ id, kind, tags, units }) => [id, kind, tags?.join(), units.length]));
  expect(edited.cells.map((cell) => edited.sourceOf(cell).text)).toEqual(["# Notes", 'limit = "three"', "select 1", "limit", ""]);
  expect([classIn(document, "limit"), classIn(edited, "limit")]).toEqual(["builtins.int", "builtins.str"]);
  expect(document.sourceOf(unit.anchor.cell).text).toBe("limit = 3");
});

test("a script knows the same modules, and may be edited again", () => {
  const session = createSession({ rules: [] });
  const files = moduleFiles({ "sizes.py": "SIZE = 3\n", "train.py": "" });
  const uri = files.uri("train.py");
  session.openScript(uri, "from sizes import SIZE\nSIZE\n", options);
  files.tell(session.modules, uri);
  const document = opened(session, uri);
  const once = document.edited([{ at: place(unitWith(document, "from sizes"), { start: 0, end: 0 }), text: "import math\n" }]);
  const twice = once.edited([{ at: place(unitWith(once, "import math"), { start: 0, end: 0 }), text: "import os\n" }]);
  expect(twice.units.map(({ text }) => text)).toEqual(["import os\n", "import math\n", "from sizes import SIZE\n", "SIZE\n"]);
  const shown = (each: OpenDocument): string | undefined => classIn(each, "SIZE\n");
  expect([shown(document), shown(once), shown(twice)]).toEqual(["builtins.int", "builtins.int", "builtins.int"]);
});
