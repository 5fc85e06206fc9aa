/**
 * With all rules, on all fixtures: after any run of edits a session's findings, their explanations and fixes equal those of a
 * session that sees the text for the first time; and no rule throws, whatever half-written code it is given.
 */
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { CellInput, DocumentOptions, Session } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import type { Place } from "../../server/analysis/syntax/unit.ts";
import { readFixture } from "../harness/fixture.ts";
import type { FixtureFile } from "../harness/fixture.ts";
import { random } from "../harness/random.ts";
import { randomEdit } from "../harness/random-edit.ts";

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
    related: related?.map(({ at: step, message: said }) => `${"located" in step ? "elsewhere" : where(step)} ${said}`),
    fixes: fixes.map(({ title, safety, edits, files }) => ({ title, safety, files, edits: edits.map((edit) => `${where(edit.at)} ${edit.text}`) })),
  }));
}

const folder = join(import.meta.dirname, "../rules");
const fixtures = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: topic }) => readdirSync(join(folder, topic)).map((name) => ({ name, path: join(folder, topic, name) })));

describe.each(fixtures)("$name", ({ path }) => {
  const { tests } = readFixture(readFileSync(path, "utf8"));
  const files = tests.flatMap((each) => each.files).filter((file) => file.kind !== "other");

  test("edited, says what a fresh session says", () => {
    const next = random(basename(path).length);
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
