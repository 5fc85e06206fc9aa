/**
 * Headers of tables: which file a path means, what its first line says, and what the code itself wrote meanwhile.
 *
 * What the first line says is held against pandas: every list of fields that is told must be the columns that pandas reads.
 */
import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { TableHeaders, headerFields } from "../../server/analysis/semantic/table-headers.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";
import { random } from "../harness/random.ts";
import { python, pythonExists } from "../syntax/python-files.ts";

const hasPandas = pythonExists && spawnSync(python, ["-c", "import pandas"]).status === 0;

describe("the first line", () => {
  it.each<[string, string, readonly string[] | undefined]>([
    ["plain", "a,b\n1,2\n", ["a", "b"]],
    ["quoted", '"a, b","say ""x"""\r\n1,2\r\n', ["a, b", 'say "x"']],
    ["a mark at the beginning", "\uFEFFa,b\n1,2\n", ["a", "b"]],
    ["blank lines before it", "\n\na,b\n1,2\n", ["a", "b"]],
    ["no rows", "a,b", ["a", "b"]],
    ["the first column is the index", "a,b\n1,2,3\n", undefined],
    ["a quote that is not closed", 'a,"b\n1,2\n', undefined],
    ["no UTF-8", "a,\uFFFD\n1,2\n", undefined],
    ["nothing", "", undefined],
  ])("%s", (_name, text, fields) => {
    expect(headerFields(text, true)).toEqual(fields);
  });

  it("is not told of a text that is cut off before the second line ends", () => {
    expect(headerFields("a,b\n1,2", false)).toBeUndefined();
    expect(headerFields("a,b\n1,2\n3", false)).toEqual(["a", "b"]);
  });

  it.skipIf(!hasPandas)("is what pandas reads", () => {
    const chance = random(7);
    const pick = <T>(from: readonly T[]): T => chance.pick(from);
    const cell = (): string => pick(["a", "b", "x y", '"q, r"', '"l""m"', " z", "1", "", '"', "é"]);
    const texts = Array.from({ length: 400 }, () =>
      Array.from({ length: 1 + chance.below(4) }, () => Array.from({ length: 1 + chance.below(4) }, cell).join(",")).join(pick(["\n", "\r\n"])) + pick(["", "\n"]));
    const program = `import io, json, sys, pandas as pd
def columns(text):
    try:
        frame = pd.read_csv(io.StringIO(text))
        return [str(each) for each in frame.columns]
    except Exception:
        return None
print(json.dumps([columns(text) for text in json.load(sys.stdin)]))`;
    const ran = spawnSync(python, ["-W", "ignore", "-c", program], { input: JSON.stringify(texts), encoding: "utf8" });
    const read = JSON.parse(ran.stdout) as readonly (readonly string[] | null)[];
    let told = 0;
    texts.forEach((text, index) => {
      const fields = headerFields(text, true);
      const real = read[index];
      if (!fields || !real) return;
      told++;
      // Names that pandas makes are the business of frames/reading.ts.
      if (fields.includes("") || new Set(fields).size < fields.length) expect(real.length, text).toBe(fields.length);
      else expect(fields, JSON.stringify(text)).toEqual(real);
    });
    expect(told).toBeGreaterThan(100);
  });
});

describe("which file a path means", () => {
  const root = "file:///w";
  const script = "file:///w/jobs/train.py";

  function told(tables: Readonly<Record<string, readonly string[] | undefined>>, path: string, inOwnFolder = false): readonly string[] | undefined {
    const headers = new TableHeaders();
    for (const [uri, fields] of Object.entries(tables)) headers.tell(uri, fields);
    return headers.headerOf(path, script, root, inOwnFolder);
  }

  it("is looked for beside the script and in the workspace's folder", () => {
    expect(told({ "file:///w/jobs/a.csv": undefined, "file:///w/a.csv": ["x"] }, "a.csv")).toEqual(["x"]);
    expect(told({ "file:///w/jobs/a.csv": ["x"], "file:///w/a.csv": ["x"] }, "a.csv")).toEqual(["x"]);
    expect(told({ "file:///w/jobs/a.csv": ["x"], "file:///w/a.csv": ["y"] }, "a.csv")).toBeUndefined();
    expect(told({ "file:///w/jobs/a.csv": ["x"], "file:///w/a.csv": ["y"] }, "a.csv", true)).toEqual(["x"]);
    expect(told({ "file:///w/data/a b.csv": ["x"] }, "/w/data/a b.csv")).toBeUndefined();
    expect(told({ "file:///w/data/a%20b.csv": ["x"] }, "/w/data/a b.csv")).toEqual(["x"]);
  });

  it("is not asked for outside the workspace, nor elsewhere", () => {
    const headers = new TableHeaders();
    for (const path of ["../../etc/passwd", "/etc/passwd", "~/a.csv", "https://x.org/a.csv", "s3://b/a.csv", "C:\\a.csv", ""]) headers.headerOf(path, script, root, false);
    expect(headers.wanted(script)).toEqual([]);
  });
});

describe("a session", () => {
  const uri = "file:///w/train.py";
  const text = `import pandas as pd
df = pd.read_csv("a.csv")
part = df.drop(columns="y")
part.to_csv("b.csv")
other = pd.read_csv("b.csv")
`;

  function open(): ReturnType<typeof createSession> {
    const session = createSession({ rules: [], strict: true });
    session.modules.setWorkspaces(["file:///w"]);
    session.openScript(uri, text, { settings: defaultSettings, profile: "production" });
    session.report(uri);
    return session;
  }
  const exit = (session: ReturnType<typeof createSession>, name: string): string => {
    const value = session.document(uri)?.analysis().exitValue(name);
    return value ? valueText(value) : "nothing";
  };

  it("asks for the tables that are read, and only then knows", () => {
    const session = open();
    expect(session.tables.wanted(uri)).toEqual(["file:///w/a.csv"]);
    expect(exit(session, "df")).toBe("pandas.DataFrame whole");
    expect(session.tables.tell("file:///w/a.csv", ["x", "y"])).toEqual([uri]);
    expect(exit(session, "part")).toBe('pandas.DataFrame["x"] whole');
    // Written by the code itself: what lies on the disk is from another day.
    expect(session.tables.tell("file:///w/b.csv", ["old"])).toEqual([]);
    expect(exit(session, "other")).toBe("pandas.DataFrame whole");
  });

  it("follows a table that changes, and hears of one that does not", () => {
    const session = open();
    session.tables.tell("file:///w/a.csv", ["x", "y"]);
    exit(session, "df");
    expect(session.tables.tell("file:///w/a.csv", ["x", "y"])).toEqual([]);
    expect(session.tables.tell("file:///w/a.csv", ["z", "y"])).toEqual([uri]);
    expect(exit(session, "part")).toBe('pandas.DataFrame["z"] whole');
    expect(session.tables.tell("file:///w/a.csv", undefined)).toEqual([uri]);
    expect(exit(session, "part")).toBe('pandas.DataFrame[..., not "y"] whole');
  });
});
