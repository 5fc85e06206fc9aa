/** Where the pieces of the test machine are (scripts/test.mjs provides them and says so in the environment), and our own folders. */
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
/** The files that the tests open; copied before use. */
export const workspaceTemplate = join(projectFolder, "test/editor/workspace");
/** Screenshots and logs, kept after the run. */
export const artifactFolder = join(projectFolder, "test/artifacts");

/** VS Code's server, its Node, and the workbench sources inside it. */
export interface Editor {
  readonly node: string;
  readonly serverEntry: string;
  readonly code: string;
}

export function editor(): Editor {
  const folder = fromEnvironment("SEAWORTHY_EDITOR");
  return {
    node: join(folder, "bin/node"),
    serverEntry: join(folder, "code-server/out/node/entry.js"),
    code: join(folder, "code-server/lib/vscode"),
  };
}

export function browserProgram(): string {
  return fromEnvironment("SEAWORTHY_BROWSER");
}

export function neovimProgram(): string {
  return fromEnvironment("SEAWORTHY_NEOVIM");
}

/** A file that `npm run build` makes. */
export function built(name: string): string {
  const file = join(projectFolder, "dist", name);
  if (!existsSync(file)) throw new Error(`dist/${name} is missing: node scripts/build.mjs --tests`);
  return file;
}

export function artifact(name: string): string {
  mkdirSync(artifactFolder, { recursive: true });
  return join(artifactFolder, name);
}

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === "") throw new Error(`${name} is not set: run this through npm test -- --tier NAME`);
  return value;
}
