/**
 * Magics: Python inside them is interpreted; what others may do to the names of the notebook is allowed for.
 *
 *     %time model.fit(X, y)         the call is interpreted
 *     files = !ls                   files is unknown
 *     %run setup.ipynb              the notebook's names are bound; any name, if it is not found
 *     %%bigquery df                 df is bound to something
 */
import type { Magic } from "../syntax/nodes.ts";
import { symbol } from "./attributes.ts";
import { anythingBound, bindName, documentOf } from "./environment.ts";
import type { Flow } from "./flow.ts";
import type { Frame } from "./machine.ts";
import { bindAllNames } from "./star-import.ts";
import type { Value } from "./value.ts";

/** Run other code in this namespace. */
const bindsAnything = new Set(["run", "store", "load", "loadpy", "macro", "rerun", "recall", "pylab", "edit", "cython", "R", "Rpull"]);

/** Neither bind nor change names. */
export const bindsNothing: ReadonlySet<string> = new Set([
  "matplotlib", "autoreload", "config", "load_ext", "reload_ext", "unload_ext", "pip", "conda", "mamba", "uv", "env", "set_env", "cd", "pwd", "ls", "ll",
  "mkdir", "rm", "rmdir", "cp", "mv", "cat", "history", "hist", "who", "whos", "who_ls", "pinfo", "pinfo2", "pdoc", "psource", "pdb", "debug", "xmode", "doctest_mode",
  "precision", "pprint", "colors", "logstart", "logstop", "notebook", "save", "alias", "bookmark", "lsmagic", "magic", "quickref",
  "time", "timeit", "prun", "lprun", "mprun", "memit", "capture", "bash", "sh", "script", "html", "HTML", "javascript", "js", "latex", "markdown", "md",
  "svg", "SVG", "writefile", "file", "perl", "ruby", "cmd", "tensorboard", "flake8", "pycodestyle", "black", "nb_black", "watermark", "fs", "scala", "sh", "!", "!!", "?", "??",
  "lab_black", "python", "python3", "px", "error", "inline", "snakeviz", "scalene", "sx", "system",
]);

export function evaluateMagic(frame: Frame, flow: Flow, node: Magic): Value {
  const { machine } = frame;
  machine.execute(frame, flow, node.python);
  const [only] = node.python;
  if (node.form === "help" || node.form === "shell") return machine.interner.unknown;
  const { name } = node.name;
  if (bindsAnything.has(name) && !(name === "run" && ran(frame, flow, node))) anythingBound(frame, flow, machine.moduleNames(), false);
  else if (!bindsAnything.has(name) && (!bindsNothing.has(name) || name === "capture")) {
    for (const word of node.argument.text.matchAll(/(?<![\w.\-/])[A-Za-z_]\w*(?![\w.(/])/gu)) bindName(frame, flow, word[0], machine.interner.unknown);
    if (name !== "capture") anythingBound(frame, flow, [], true);
  }
  // `x = %time f()` gives what f gives.
  return node.python.length === 1 && only?.kind === "Expr" ? (frame.run.values?.get(only.value) ?? machine.interner.unknown) : machine.interner.unknown;
}

/** Binds what a script or notebook of the workspace binds. False when it is not known. */
function ran(frame: Frame, flow: Flow, node: Magic): boolean {
  const { machine } = frame;
  const path = runPath(node);
  const from = documentOf(frame);
  const module = path === undefined ? undefined : machine.modules.run(path, from);
  const names = module?.type?.kind === "module" ? machine.modules.names(module.type.name, from, "all") : undefined;
  if (!names || module?.type?.kind !== "module") return false;
  const { name } = module.type;
  bindAllNames(frame, flow, names, (each) => symbol(machine, `${name}.${each}`));
  return true;
}

/** The file of `%run [options] file [arguments]`; `undefined` for a module's name and for what is put together from variables. */
export function runPath(node: Magic): string | undefined {
  const found = /^\s*(?<options>(?:-[a-zA-Z]\S*\s+)*)(?:"(?<double>[^"]+)"|'(?<single>[^']+)'|(?<bare>\S+))/u.exec(node.argument.text)?.groups;
  const path = found?.["double"] ?? found?.["single"] ?? found?.["bare"];
  // In the notebook's own namespace the file may use, and change, what is there.
  return path === undefined || /[${}*]/u.test(path) || /-\w*[mi]/u.test(found?.["options"] ?? "") ? undefined : path;
}
