/**
 * With all rules, on all fixtures: after any run of edits a session's findings, their explanations and fixes equal those of a
 * session that sees the text for the first time; and no rule throws, whatever half-written code it is given.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { CellInput, DocumentOptions, Session } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import type { Place } from "../../server/analysis/syntax/unit.ts";
import type { TextEdit } from "../../server/analysis/text/edit.ts";
import { readFixture } from "../harness/fixture.ts";
import type { FixtureFile } from "../harness/fixture.ts";
import { random } from "../harness/random.ts";
import type { Random } from "../harness/random.ts";

const uri = "file:///project/a";
const options: DocumentOptions = { settings: defaultSettings, profile: "production" };

function open(file: FixtureFile, texts: readonly string[]): Session {
  const session = createSession({ rules, strict: true });
  if (file.kind === "script") session.openScript(uri, texts[0] ?? "", options);
  else session.openNotebook(uri, texts.map((text, index): CellInput => ({ id: String(index), kind: "code", language: "python", text })), options);
  return session;
}

/** Everything a report says, with places as offsets. */
function said(session: Session): unknown {
  const document = session.document(uri);
  const where = (at: Place): string => {
    const found = document?.locate(at);
    return `${String(found?.cell.index)}:${String(found?.start)}-${String(found?.end)}`;
  };
  return session.report(uri)?.findings.map(({ rule, level, message, at, related, fixes }) => ({
    rule, level, message, at: where(at),
    related: related?.map((each) => `${where(each.at)} ${each.message}`),
    fixes: fixes.map(({ title, safety, edits, files }) => ({ title, safety, files, edits: edits.map((edit) => `${where(edit.at)} ${edit.text}`) })),
  }));
}

/** Edits as people make them (a word, a line, a character) and some that nobody would. */
function randomEdit(text: string, next: Random): TextEdit {
  const start = next.below(text.length + 1);
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", start);
  const lineEnd = newline === -1 ? text.length : newline + 1;
  switch (next.below(6)) {
    case 0:
      return { start: line, end: lineEnd, text: "" };
    case 1:
      return { start: line, end: line, text: text.slice(line, lineEnd) };
    case 2:
      return { start: line, end: line, text: next.pick(["import os\n", "x = 1\n", "# note\n", "\n", "def f():\n    return 1\n", "if x:\n"]) };
    case 3:
      return { start, end: Math.min(text.length, start + 1), text: "" };
    case 4:
      return { start, end: start, text: next.pick(["a", " ", "(", ")", '"', "=", ".", ",", "\n", "    ", ":", "[", "]", "#"]) };
    default: {
      const from = next.below(text.length + 1);
      return { start, end: start, text: text.slice(from, from + next.below(40)) };
    }
  }
}

const folder = join(import.meta.dirname, "../rules");
const fixtures = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: topic }) => readdirSync(join(folder, topic)).map((name) => ({ name, path: join(folder, topic, name) })));

describe.each(fixtures)("$name", ({ path }) => {
  const { tests } = readFixture(readFileSync(path, "utf8"));
  const files = tests.flatMap((each) => each.files).filter((file) => file.kind !== "other");

  test("edited, says what a fresh session says", () => {
    const next = random(path.length);
    for (const file of files) {
      const texts = [...file.texts];
      const session = open(file, texts);
      for (let round = 0; round < 8; round++) {
        const cell = next.below(texts.length);
        const before = texts[cell] ?? "";
        const edit = randomEdit(before, next);
        texts[cell] = before.slice(0, edit.start) + edit.text + before.slice(edit.end);
        session.change(uri, [edit], file.kind === "script" ? undefined : String(cell));
        try {
          expect(said(session)).toEqual(said(open(file, texts)));
        } catch (error) {
          throw new Error(`after ${JSON.stringify(edit)}:\n${texts.join("\n-- next cell --\n")}`, { cause: error });
        }
      }
    }
  }, 120_000);
});
