/** Databases written by SQLite itself (Python's sqlite3), of every page size and encoding, read back row by row. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openSqlite } from "../../server/analysis/store/sqlite-tables.ts";
import { python } from "./real-feast.ts";

const script = `
import json, random, sqlite3, sys
folder, expected = sys.argv[1], {}
for number, (page, encoding) in enumerate([(512, "UTF-8"), (4096, "UTF-8"), (1024, "UTF-16le"), (65536, "UTF-16be"), (8192, "UTF-8")]):
    chance = random.Random(number)
    base = sqlite3.connect(f"{folder}/{number}.db")
    base.execute(f"PRAGMA page_size={page}"); base.execute(f"PRAGMA encoding='{encoding}'"); base.execute(f"PRAGMA auto_vacuum={number % 3}")
    base.execute('CREATE TABLE "odd name" (a VARCHAR(255) NOT NULL DEFAULT \\'x,)\\', "b, c" BLOB, d, -- a comment, with a comma\\n e REAL, PRIMARY KEY (a), CHECK (a <> \\',\\'))')
    rows = []
    for row in range(400):
        values = ["key%d \\u00e4\\u4e16" % row, chance.randbytes(chance.choice([0, 5, 480, 5000, 70000])) if row % 5 else None,
                  chance.choice([0, 1, -1, 127, -128, 40000, -8388608, 2**31, -2**47, 2**52, None]), chance.choice([1.5, -0.25, 3.0])]
        base.execute('INSERT INTO "odd name" VALUES (?, ?, ?, ?)', values); rows.append(values)
    base.execute('DELETE FROM "odd name" WHERE rowid % 7 = 3')
    base.execute('ALTER TABLE "odd name" ADD COLUMN later TEXT')
    base.execute("CREATE TABLE empty (x)")
    base.commit()
    expected[number] = [[a, b.hex() if isinstance(b, bytes) else b, d, e, later] for a, b, d, e, later in base.execute('SELECT * FROM "odd name" ORDER BY rowid')]
    base.close()
print(json.dumps(expected))
`;

describe.skipIf(python === undefined)("SQLite's own databases", () => {
  it("are read row by row", () => {
    const folder = mkdtempSync(join(tmpdir(), "sqlite-"));
    const made = spawnSync(python ?? "", ["-c", script, folder], { encoding: "utf8", maxBuffer: 256_000_000 });
    expect(made.stderr).toBe("");
    const expected = JSON.parse(made.stdout) as Readonly<Record<string, readonly (readonly unknown[])[]>>;
    for (const [name, rows] of Object.entries(expected)) {
      const bytes = readFileSync(join(folder, `${name}.db`));
      const database = openSqlite(bytes);
      expect(database.tables.get("odd name")).toEqual(["a", "b, c", "d", "e", "later"]);
      const read = [...database.rows("odd name")].map((row) => row.map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value)));
      expect(read.length).toBeGreaterThan(300);
      expect(read).toEqual(rows);
      expect([...database.rows("empty")]).toEqual([]);
      // A database that is cut off or damaged ends in an error of ours, or is read as far as it goes.
      for (let cut = 0; cut < 40; cut++) {
        const damaged = bytes.subarray(0, Math.floor((bytes.length * cut) / 40));
        try {
          for (const _ of openSqlite(damaged).rows("odd name"));
        } catch (error) {
          expect((error as Error).name).toBe("SqliteError");
        }
      }
    }
    rmSync(folder, { recursive: true });
  }, 60_000);
});
