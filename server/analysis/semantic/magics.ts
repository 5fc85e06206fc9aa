/**
 * Magics: Python inside them is interpreted; what others may do to the names of the notebook is allowed for.
 *
 *     %time model.fit(X, y)         the call is interpreted
 *     files = !ls                   files is unknown
 *     %run setup.ipynb              any name may have been bound
 *     %%bigquery df                 df is bound to something
 */
import type { Magic } from "../syntax/nodes.ts";
import { anythingBound, bindName } from "./environment.ts";
import type { Flow } from "./flow.ts";
import type { Frame } from "./machine.ts";
import type { Value } from "./value.ts";

/** Run other code in this namespace. */
const bindsAnything = new Set(["run", "store", "load", "loadpy", "macro", "rerun", "recall", "pylab", "edit", "cython", "R", "Rpull"]);

/** Neither bind nor change names. */
const bindsNothing = new Set([
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
  if (bindsAnything.has(name)) anythingBound(frame, flow, machine.moduleNames(), false);
  else if (!bindsNothing.has(name) || name === "capture") {
    for (const word of node.argument.text.matchAll(/(?<![\w.\-/])[A-Za-z_]\w*(?![\w.(/])/gu)) bindName(frame, flow, word[0], machine.interner.unknown);
    if (name !== "capture") anythingBound(frame, flow, [], true);
  }
  // `x = %time f()` gives what f gives.
  return node.python.length === 1 && only?.kind === "Expr" ? (frame.run.values?.get(only.value) ?? machine.interner.unknown) : machine.interner.unknown;
}
