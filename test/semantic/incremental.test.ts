/**
 * After any edit, the interpreter that keeps its runs says what a fresh one says, and it did keep them.
 */
import { describe, expect, it } from "vitest";
import { createInterpreter } from "../../server/analysis/semantic/interpreter.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import { random as seeded } from "../harness/random.ts";
import { eventsOf } from "./events.ts";

const script = `
import os
import pandas as pd
import sqlite3
from pathlib import Path

ROOT = os.environ.get("ROOT", "/mnt/data")
BASE = "/srv/data"
FILES = ["a.csv", "b.csv"]

def load(name, folder=BASE):
    path = os.path.join(folder, name)
    return pd.read_csv(path)

class Store:
    table = "sales"

    def __init__(self, database):
        self.database = Path(BASE) / database
        self.conn = sqlite3.connect(self.database)

    def rows(self, day):
        cur = self.conn.cursor()
        cur.execute(f"SELECT * FROM {self.table} WHERE day = '{day}'")
        return cur.fetchall()

store = Store("sales.db")
rows = store.rows("2024-01-01")
frames = []
for each in FILES:
    frame = load(each)
    frames.append(frame)
    for column in ["x", "y"]:
        frame[column] = frame[column].fillna(0)
everything = pd.concat(frames)
total = everything.groupby("x").sum()
if len(rows) > 3:
    out = BASE + "/out.csv"
else:
    out = ROOT + "/out.csv"
everything.to_csv(out)

def outer(prefix):
    def inner(name):
        return open(prefix + "/" + name)
    return inner("log.txt")

outer("/var/log")
try:
    handle = outer(BASE)
    size = 1
except OSError:
    handle = None
print(handle, size)
names = {name: f"{BASE}/{name}" for name in FILES}
for key, value in names.items():
    with open(value) as source:
        text = source.read()
`.trimStart();

/** The default keeps the test quick; a long run is asked for by hand. */
const rounds = Number(process.env["EDIT_ROUNDS"] ?? 250);
const seed = Number(process.env["EDIT_SEED"] ?? 20_240_817);

/** Statements and fragments that random edits put in, some of them broken. */
const fragments = [
  "BASE = '/tmp/other'\n", "x = 1\n", "FILES.append('c.csv')\n", "def load(name):\n    return pd.read_parquet(name)\n", "global BASE\n", "(", ")", "\n", "  ",
  "FILES = [\"z.csv\"]\n", "import numpy as pd\n", "store = Store('b.db')\n", "del BASE\n", "from lib import *\n", "a", "\"", "'", "#", "return ", "    pass\n",
  "for i in range(3):\n    BASE = BASE + 'x'\n", "class Store:\n    table = 'other'\n", "store.conn = None\n", "f(FILES)\n", "=", ".", "rows = outer('/x')\n",
  "exec(code)\n", "def run_it():\n    exec(text)\nrun_it()\n", "run_it()\n",
  "def grow():\n    global FILES\n    FILES = []\n", "helper = lambda p: open(BASE + p)\nhelper('q')\n",
];

describe("incremental interpretation", () => {
  it("equals fresh interpretation after random edits", () => {
    const random = seeded(seed);
    const document = Document.script("file:///work/etl.py", script);
    const interpreter = createInterpreter({
      onFailure(error) {
        throw error;
      },
    });
    interpreter.analyse(document.units);
    let interpreted = 0;
    let reused = 0;
    for (let round = 0; round < rounds; round++) {
      const [cell] = document.cells;
      const text = cell ? document.sourceOf(cell).text : "";
      const isReset = round % 40 === 39;
      const start = isReset ? 0 : random.below(text.length + 1);
      const length = isReset ? text.length : random.below(3) === 0 ? random.below(30) : 0;
      const lineStart = random.below(2) === 0 ? text.lastIndexOf("\n", start - 1) + 1 : start;
      const inserted = isReset ? script : random.pick(fragments);
      document.change({ start: isReset ? 0 : lineStart, end: isReset ? text.length : Math.min(text.length, lineStart + length), text: inserted });
      const kept = interpreter.analyse(document.units);
      interpreted += interpreter.work.interpreted;
      reused += interpreter.work.reused;
      const fresh = createInterpreter().analyse(document.units);
      expect(eventsOf(document, kept), `after edit ${round}`).toEqual(eventsOf(document, fresh));
    }
    expect(reused).toBeGreaterThan(interpreted);
  }, 600_000);

  it("interprets only what an edit changes", () => {
    const document = Document.script("file:///work/etl.py", script);
    const interpreter = createInterpreter();
    const before = interpreter.analyse(document.units);
    const at = script.indexOf("print(handle");
    document.change({ start: at, end: at, text: "# say it\n" });
    const after = interpreter.analyse(document.units);
    expect(interpreter.work.interpreted).toBe(1);
    const changed = after.units.filter((each) => !before.units.includes(each));
    expect(changed.length).toBe(1);
  });

  it("follows a changed constant to the units that read it, through functions", () => {
    const document = Document.script("file:///work/etl.py", "A = '/a'\ndef f(x):\n    return open(A + x)\nB = 1\nf('/1')\nprint(B)\n");
    const interpreter = createInterpreter();
    interpreter.analyse(document.units);
    document.change({ start: 5, end: 7, text: "/b" });
    const after = interpreter.analyse(document.units);
    // A itself, the call of f, and the body of f with open parameters; not f's definition, B, or print.
    expect(interpreter.work.interpreted).toBe(3);
    expect(eventsOf(document, after).join("\n")).toContain('builtins.open("/b/1")');
  });

  it("uses no run again whose calls would lie too deep where it is wanted", () => {
    const above = [
      'pair = ("l", [1])', "def register(f):", "    hooks.append(f)", "def f0(p):", "    def c(p=True):", "        def g(): ...", "        register(g)", "    p = c(b)",
      "def f1(p):", "    s = f0(u)", "try:", "",
    ].join("\n");
    const below = "    def top(q):\n        def inner(x):\n            b = f1(b)\n        next(map(inner, [1]))\n    d = top(c)\nexcept Exception: pass\n";
    const damage = "    x = (\n";
    const document = Document.script("file:///work/deep.py", above + damage + below);
    const interpreter = createInterpreter();
    interpreter.analyse(document.units);
    document.change({ start: above.length, end: above.length + damage.length, text: "" });
    const kept = interpreter.analyse(document.units).exitValue("pair");
    const fresh = createInterpreter().analyse(document.units).exitValue("pair");
    expect(kept && valueText(kept)).toBe('("l", builtins.list)');
    expect(fresh && valueText(fresh)).toBe('("l", builtins.list)');
  });

  it("keeps values equal when lines above them come and go", () => {
    const document = Document.script("file:///work/etl.py", script);
    const interpreter = createInterpreter();
    const before = interpreter.analyse(document.units);
    document.change({ start: 0, end: 0, text: "# a comment\n\n" });
    const after = interpreter.analyse(document.units);
    expect(interpreter.work.interpreted).toBeLessThanOrEqual(1);
    expect(after.exitValue("out")).toBe(before.exitValue("out"));
  });
});
