/**
 * Bundles what ships, with esbuild.
 *
 *   node scripts/build.mjs              dist/: extension and server for the desktop and the browser, command line
 *   node scripts/build.mjs --tests      also dist/test/: the suite that runs inside VS Code's extension hosts
 *   node scripts/build.mjs --package    also seaworthy.vsix
 *   node scripts/build.mjs --release    the same as small as can be, which takes half a minute, and must stay under 2 MB
 *
 * Everything VS Code loads ends in `.cjs`: package.json says "type": "module", and the web-worker
 * extension host refuses a `.js` entry of such a package. The worker script itself is a plain script.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packedStubs } from "./knowledge/pack.mjs";
import { squeezed } from "./squeeze.mjs";

const project = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const vsix = join(project, "seaworthy.vsix");
const largestVsix = 2_000_000;
/** What is known of libraries, in each of the bundles. */
const knowledge = "server/analysis/knowledge/";
const largestKnowledge = 400_000;

const node = { platform: "node", format: "cjs", target: "node20" };
const browser = { platform: "browser", format: "cjs", target: "es2022" };
const shipped = [
  { ...node, entry: "client/extension-node.ts", outfile: "dist/extension.cjs", external: ["vscode"] },
  { ...node, entry: "server/main-node.ts", outfile: "dist/server.cjs" },
  { ...node, entry: "server/main-cli.ts", outfile: "dist/cli.cjs", banner: { js: "#!/usr/bin/env node" } },
  // Loaded when a registry server is asked for the first time.
  { ...node, entry: "node_modules/@grpc/grpc-js/build/src/index.js", outfile: "dist/grpc.cjs" },
  { ...browser, entry: "client/extension-browser.ts", outfile: "dist/web/extension.cjs", external: ["vscode"] },
  { ...browser, format: "iife", entry: "server/main-browser.ts", outfile: "dist/web/server.js" },
];
const tests = [
  { ...node, entry: "test/editor/suite/index.ts", outfile: "dist/test/node/index.cjs", external: ["vscode"] },
  { ...browser, entry: "test/editor/suite/index.ts", outfile: "dist/test/web/index.cjs", external: ["vscode"] },
];

const grpcBeside = {
  name: "grpc-beside",
  /** @param {import("esbuild").PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /^@grpc\/grpc-js$/ }, () => ({ path: "./grpc.cjs", external: true }));
  },
};

const flags = new Set(process.argv.slice(2));
process.chdir(project);
// esbuild prints its own errors in full; what is left to say of them is how many bundles they concern.
const outcomes = await Promise.allSettled([
  ...shipped.map((bundle) => bundled(bundle, true)),
  ...(flags.has("--tests") ? tests.map((bundle) => bundled(bundle, false)) : []),
]);
const failed = outcomes.filter((outcome) => outcome.status === "rejected");
if (failed.length > 0) {
  for (const { reason } of failed) if (!reason.errors) console.error(reason.message);
  console.error(`${failed.length} of ${outcomes.length} bundles failed`);
  process.exit(1);
}
for (const { value } of outcomes) console.log(`${value.padEnd(26)} ${kilobytes(value).padStart(8)}`);
if (flags.has("--package") || flags.has("--release")) await writeVsix();

/** @returns {Promise<string>} the file written */
async function bundled({ entry, ...options }, minify) {
  const { metafile } = await build({
    ...options,
    metafile: true,
    // Not where the command was typed.
    absWorkingDir: project,
    entryPoints: [entry],
    bundle: true,
    minify,
    legalComments: "none",
    logLevel: "warning",
    // Prefer ES modules: the UMD builds of the protocol packages defeat bundling.
    plugins: [packedStubs, grpcBeside],
    mainFields: options.platform === "node" ? ["module", "main"] : ["browser", "module", "main"],
  });
  const inputs = Object.entries(metafile.outputs[options.outfile]?.inputs ?? {}).filter(([file]) => file.startsWith(knowledge));
  const size = inputs.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  if (size > largestKnowledge) throw new Error(`${options.outfile}: ${Math.ceil(size / 1000)} kB of ${knowledge}, more than ${largestKnowledge / 1000} kB`);
  return options.outfile;
}

async function writeVsix() {
  const vsce = join(project, "node_modules/@vscode/vsce/vsce");
  const result = spawnSync(process.execPath, [vsce, "package", "--no-dependencies", "--allow-missing-repository", "--no-rewrite-relative-links", "-o", vsix], { encoding: "utf8" });
  if (result.status !== 0) {
    console.error(`${result.stdout}${result.stderr}`.trim());
    process.exit(1);
  }
  if (flags.has("--release")) writeFileSync(vsix, await squeezed(readFileSync(vsix)));
  console.log(`${"seaworthy.vsix".padEnd(26)} ${kilobytes(vsix).padStart(8)}`);
  if (flags.has("--release") && statSync(vsix).size > largestVsix) {
    console.error(`seaworthy.vsix is larger than ${largestVsix / 1e6} MB:\n${result.stdout.trim()}`);
    process.exit(1);
  }
  const strays = result.stdout.split("\n").filter((line) => /\.(ts|map)\b/.test(line));
  if (strays.length > 0) {
    console.error(`sources or source maps in seaworthy.vsix:\n${strays.join("\n")}`);
    process.exit(1);
  }
}

/** @param {string} file */
function kilobytes(file) {
  return `${Math.ceil(readFileSync(file).length / 1000)} kB`;
}
