/**
 * Runs a benchmark on the code as it ships, bundled and minified: `tsx` wraps every function that is made, which costs a seventh.
 *
 *     node scripts/bench.mjs analyse [arguments]      bench/analyse.ts
 *
 * A benchmark that is run so must not look for files beside itself.
 */
import { spawnSync } from "node:child_process";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packedStubs } from "./knowledge/pack.mjs";

const project = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const [name, ...args] = process.argv.slice(2);
const outfile = join(project, `dist/bench/${name}.mjs`);

await build({
  absWorkingDir: project, entryPoints: [`bench/${name}.ts`], outfile, bundle: true, minify: true, platform: "node", format: "esm", target: "node20",
  legalComments: "none", logLevel: "warning", plugins: [packedStubs], mainFields: ["module", "main"], external: ["@grpc/grpc-js"],
  // For the protocol's packages, which are no modules.
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
});
process.exitCode = spawnSync(process.execPath, ["--expose-gc", outfile, ...args], { stdio: "inherit" }).status ?? 1;
