/** The Python files that trees are compared on: the interpreter's standard library and its installed packages. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const python = process.env["SEAWORTHY_PYTHON"] ?? fileURLToPath(new URL("../../.cache/python/bin/python", import.meta.url));
export const pythonExists = existsSync(python);
if (!pythonExists) process.stdout.write(`skipped: no Python interpreter at ${python}; set SEAWORTHY_PYTHON\n`);

const LIST = `
import os, sysconfig
roots = {os.path.dirname(os.__file__), sysconfig.get_paths()["purelib"], sysconfig.get_paths()["platlib"]}
for root in sorted(roots):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if name != "__pycache__" and os.path.join(folder, name) not in roots)
        for name in sorted(names):
            if name.endswith(".py"):
                print(os.path.join(folder, name))
`;

/** Paths of all files, in an order that is the same in every run. */
export function listPythonFiles(): readonly string[] {
  const listed = spawnSync(python, ["-c", LIST], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (listed.status !== 0) throw new Error(`${python} can't list its files: ${listed.stderr}`);
  return listed.stdout.trim().split("\n");
}

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
