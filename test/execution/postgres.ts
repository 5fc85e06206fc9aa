/**
 * A PostgreSQL server of the test's own: a new cluster in a temporary folder, reached through a socket in that folder only.
 *
 * Its programs are in the folder SEAWORTHY_POSTGRES (see scripts/provision/postgres.mjs) or where Debian puts them. PostgreSQL
 * refuses to run as root, so root starts it as the user postgres, or nobody.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const versions = "/usr/lib/postgresql";
const newest = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0] : undefined;
const programs = process.env["SEAWORTHY_POSTGRES"] ?? (newest === undefined ? undefined : join(versions, newest, "bin"));

/** Why there is no server here; `undefined` where one can be started. */
export const lacking = process.platform === "win32" ? "PostgreSQL is started through a Unix socket only"
  : programs === undefined || !existsSync(join(programs, "initdb")) ? "no PostgreSQL server here: node scripts/provision.mjs postgres" : undefined;

export interface Server {
  /** For libpq: `host=... user=...`. */
  readonly conninfo: string;
  /** The same as a URL; its scheme is `postgresql`. */
  readonly url: string;
  /** Holds the socket. */
  readonly folder: string;
  stop(): void;
}

export function startPostgres(): Server {
  const folder = mkdtempSync(join(tmpdir(), "postgres-"));
  const owner = ownerOfServer();
  chmodSync(folder, 0o755);
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, "data");
  const log = join(folder, "log");
  const run = (name: string, ...args: readonly string[]): void => {
    const result = spawnSync(join(programs ?? "", name), args, { encoding: "utf8", cwd: folder, stdio: ["ignore", "ignore", "pipe"], timeout: 60_000, ...owner });
    if (result.status !== 0) throw new Error(`${name}: ${result.error?.message ?? result.stderr}${existsSync(log) ? readFileSync(log, "utf8") : ""}`);
  };
  const remove = (): void => { rmSync(folder, { recursive: true, force: true }); };
  try {
    run("initdb", "-D", data, "-U", "tester", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
    run("pg_ctl", "start", "-w", "-D", data, "-l", log, "-o", `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off`);
  } catch (error) {
    remove();
    throw error;
  }
  return {
    folder,
    conninfo: `host=${folder} user=tester dbname=postgres`,
    url: `postgresql://tester@/postgres?host=${folder}`,
    stop() {
      run("pg_ctl", "stop", "-w", "-m", "immediate", "-D", data);
      remove();
    },
  };
}

/** Who runs the server when root starts it. */
function ownerOfServer(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8").split("\n").map((line) => line.split(":"));
  const user = users.find(([name]) => name === "postgres") ?? users.find(([name]) => name === "nobody");
  if (!user) throw new Error("no user but root can run PostgreSQL here");
  return { uid: Number(user[2]), gid: Number(user[3]) };
}
