/** SQLite's write-ahead log and rollback journal: what a reader of the database sees is what we see, while writers are at it. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RegistrySetting } from "../../server/analysis/store/feast-config.ts";
import { isJournalInUse, withWriteAheadLog } from "../../server/analysis/store/sqlite-log.ts";
import { openSqlite } from "../../server/analysis/store/sqlite-tables.ts";
import { createRegistryReader } from "../../server/store/registry-reader.ts";
import { memoryHost, project as root } from "../workspace/memory-host.ts";
import { python } from "./real-feast.ts";
import { registryBytes } from "./registry-bytes.ts";

/** Writers that commit, roll back, write more than fits in memory, and copy the log into the database; the files at each step. */
const script = `
import json, random, shutil, sqlite3, sys
folder, expected = sys.argv[1], []
for number, page in enumerate([512, 4096, 65536]):
    chance = random.Random(number)
    path = f"{folder}/{number}.db"
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute(f"PRAGMA page_size={page}"); writer.execute("PRAGMA journal_mode=WAL"); writer.execute("PRAGMA wal_autocheckpoint=0"); writer.execute("PRAGMA cache_size=4")
    writer.execute("CREATE TABLE objects (name TEXT, body BLOB)")
    reader = sqlite3.connect(path, isolation_level=None)
    for step in range(24):
        writer.execute("BEGIN")
        for _ in range(chance.choice([1, 3, 40])):
            writer.execute("INSERT INTO objects VALUES (?, ?)", ["name%d" % chance.randrange(1000), chance.randbytes(chance.choice([0, 30, 900, 9000]))])
        if step % 5 == 2: writer.execute("DELETE FROM objects WHERE rowid % 3 = 1")
        end = ["COMMIT", "ROLLBACK", "", "COMMIT"][step % 4]
        if end: writer.execute(end)
        for ending in ["", "-wal"]: shutil.copy(path + ending, f"{folder}/{number}-{step}.db{ending}")
        expected.append([f"{number}-{step}.db", [[name, body.hex()] for name, body in reader.execute("SELECT * FROM objects ORDER BY rowid")]])
        if not end: writer.execute("COMMIT")
        if step % 7 == 5: writer.execute("PRAGMA wal_checkpoint(%s)" % chance.choice(["PASSIVE", "FULL", "RESTART"]))
        if step == 20: writer.execute("VACUUM")
print(json.dumps(expected))
`;

describe.skipIf(python === undefined)("a write-ahead log", () => {
  it("adds what was committed, and nothing else", { timeout: 60_000 }, () => {
    const folder = mkdtempSync(join(tmpdir(), "log-"));
    const made = spawnSync(python ?? "", ["-c", script, folder], { encoding: "utf8", maxBuffer: 512_000_000 });
    expect(made.stderr).toBe("");
    const expected = JSON.parse(made.stdout) as readonly (readonly [string, readonly (readonly [string, string])[]])[];
    let added = 0;
    for (const [name, rows] of expected) {
      const [file, log] = ["", "-wal"].map((ending) => new Uint8Array(readFileSync(join(folder, name + ending)))) as [Uint8Array, Uint8Array];
      const whole = withWriteAheadLog(file, log);
      expect([name, [...openSqlite(whole).rows("objects")].map(([key, body]) => [key, body instanceof Uint8Array ? Buffer.from(body).toString("hex") : body])]).toEqual([name, rows]);
      if (whole !== file) added += 1;
      // A log that is cut off or damaged ends where it is: what was committed before stays readable, or the database as it is.
      for (const part of [0, 10, 32, 60, Math.floor(log.length / 2), log.length - 1]) expect(() => [...openSqlite(withWriteAheadLog(file, log.subarray(0, part))).tables]).not.toThrow(TypeError);
      const damaged = log.slice();
      damaged[40] = (damaged[40] ?? 0) ^ 1;
      expect(withWriteAheadLog(file, damaged)).toBe(file);
    }
    expect(expected.length).toBe(72);
    expect(added).toBeGreaterThan(60);
    rmSync(folder, { recursive: true });
  });
});

const registry = `
import base64, shutil, sqlite3, sys
folder, bodies = sys.argv[1], sys.argv[2:]
base = sqlite3.connect(f"{folder}/r.db", isolation_level=None)
base.execute("PRAGMA journal_mode=WAL")
base.execute("CREATE TABLE projects (project_id TEXT, project_name TEXT, last_updated_timestamp BIGINT, project_proto BLOB)")
base.execute("CREATE TABLE feature_views (feature_view_name TEXT, project_id TEXT, last_updated_timestamp BIGINT, feature_view_proto BLOB)")
base.execute("CREATE TABLE entities (entity_name TEXT, project_id TEXT, last_updated_timestamp BIGINT, entity_proto BLOB)")
base.execute("INSERT INTO projects VALUES ('drivers', 'drivers', 0, x'0a090a0764726976657273')")
base.execute("PRAGMA wal_checkpoint(TRUNCATE)")
base.execute("INSERT INTO entities VALUES ('driver', 'drivers', 0, ?)", [base64.b64decode(bodies[0])])
for ending in ["", "-wal"]: shutil.copy(f"{folder}/r.db{ending}", f"{folder}/copy{ending}")
`;

describe.skipIf(python === undefined)("a registry in a database", () => {
  const setting: RegistrySetting = { kind: "sqlite", path: "data/r.db", cacheSeconds: 600, at: { start: 0, end: 0 } };
  /** Entity{spec=1: EntitySpecV2{name=1 "driver", join_key=4 "driver_id"}} */
  const entity = Buffer.concat([Buffer.from([0x0a, 19, 0x0a, 6]), Buffer.from("driver"), Buffer.from([0x22, 9]), Buffer.from("driver_id")]).toString("base64");

  it("is read with its log, and again when the log grows", async () => {
    const folder = mkdtempSync(join(tmpdir(), "log-"));
    expect(spawnSync(python ?? "", ["-c", registry, folder, entity], { encoding: "utf8" }).stderr).toBe("");
    const [file, log] = ["copy", "copy-wal"].map((name) => new Uint8Array(readFileSync(join(folder, name)))) as [Uint8Array, Uint8Array];
    rmSync(folder, { recursive: true });
    const host = memoryHost({ "data/r.db": file });
    const reader = createRegistryReader(host, { roots: [root], trusted: false, network: false });
    expect((await reader.read(root, setting, "drivers")).snapshot?.entities).toEqual([]);
    host.set("data/r.db-wal", log);
    const after = await reader.read(root, setting, "drivers");
    expect([after.status, after.snapshot?.entities.map(({ name, joinKey }) => [name, joinKey])]).toEqual([{ kind: "current" }, [["driver", "driver_id"]]]);

    // While a transaction writes to it, what was last read stays.
    host.set("data/r.db-journal", new Uint8Array([0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 1]));
    const meanwhile = await reader.read(root, setting, "drivers");
    expect([meanwhile.status, meanwhile.snapshot?.entities.length]).toEqual([{ kind: "stale", reason: "it is being written", ageMilliseconds: expect.any(Number) as number }, 1]);
    host.set("data/r.db-journal", new Uint8Array(12));
    expect((await reader.read(root, setting, "drivers")).status).toEqual({ kind: "current" });
  });
});

it("a journal that was zeroed, emptied or is something else is not in use", () => {
  for (const bytes of [[], [0xd9], [0, 0, 0, 0, 0, 0, 0, 0], [1, 2, 3, 4, 5, 6, 7, 8]]) expect(isJournalInUse(new Uint8Array(bytes))).toBe(false);
});

it("what is no log changes nothing", () => {
  const database = registryBytes({});
  for (const bytes of [new Uint8Array(), new Uint8Array(100), registryBytes({ views: ["stats[driver](a)"] })]) expect(withWriteAheadLog(database, bytes)).toBe(database);
});
