/**
 * Cold start: from starting the bundled server's process to its first diagnostics on the screen of a client that pulls, with a
 * settings file to be found and read.
 *
 *     node scripts/build.mjs && npx tsx bench/start.ts [dist/server.cjs]
 *
 * Goal: median under 400 ms. Exits with 1 when it is missed.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { uriFromPath } from "../server/main-node-host.ts";
import { stdioClient, vscodeProfile } from "../test/harness/lsp-client.ts";

const runs = 15;
const goal = 400;
const server = process.argv[2] ?? "dist/server.cjs";
if (!existsSync(server)) {
  console.error(`${server} is not there: run \`node scripts/build.mjs\` first`);
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), "seaworthy-bench-"));
writeFileSync(join(folder, "seaworthy.toml"), '[severity]\nhardcoded-path = "warning"\n');
const text = `import pandas as pd

def load(path="/home/me/data.csv"):
    return pd.read_csv(path)

frame = load()  # seaworthy: ignore[no-such-rule] there is something to find
`.repeat(30);

const initialized: number[] = [];
const shown: number[] = [];
for (let run = 0; run < runs; run++) {
  const started = performance.now();
  const client = stdioClient(process.execPath, [server, "--stdio"], vscodeProfile);
  await client.initialize([uriFromPath(folder)]);
  initialized.push(performance.now() - started);
  const uri = uriFromPath(join(folder, "train.py"));
  await client.open(uri, text);
  const found = await client.pull(uri);
  shown.push(performance.now() - started);
  if (found.length === 0) throw new Error("nothing was found: this measures nothing");
  await client.stop();
}
rmSync(folder, { recursive: true, force: true });

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? NaN;
console.log(`cold start, median of ${runs}: initialize answered after ${median(initialized).toFixed(0)} ms, ` +
  `first diagnostics after ${median(shown).toFixed(0)} ms (slowest ${Math.max(...shown).toFixed(0)} ms)`);
if (median(shown) >= goal) {
  console.error(`MISSED: ${goal} ms or more`);
  process.exit(1);
}
