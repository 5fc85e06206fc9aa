/**
 * IPython's lines as Python: what a magic or shell command becomes in a script.
 *
 *     %matplotlib inline          nothing: it is about the notebook
 *     %time model.fit(X, y)       its own Python: model.fit(X, y)
 *     !ls data                    subprocess.run(["ls", "data"], check=False)
 *     files = !ls data            what it printed, line by line
 *     %cd ..                      os.chdir("..")
 *     !pip install pandas         nothing; the user is told what has to be installed
 *     %sql SELECT 1               left as a comment: there is no Python for it
 *
 * `!` goes on where a command fails, `%%bash` stops; `check` says which.
 */
import type { Magic } from "../syntax/nodes.ts";

export type MagicPython =
  | { readonly kind: "nothing"; readonly note?: string }
  /** The statements in the magic. */
  | { readonly kind: "own"; readonly note?: string }
  | { readonly kind: "code"; readonly text: string; readonly modules: readonly string[] }
  /** Runs a script of this path, in its own names. */
  | { readonly kind: "run"; readonly path: string }
  | { readonly kind: "left"; readonly note: string };

/** @param isValue whether the code uses what the magic gives: `files = !ls` */
export function pythonOf(magic: Magic, isValue: boolean): MagicPython {
  switch (magic.form) {
    case "help":
      return { kind: "nothing" };
    case "shell":
      return shell(magic.argument.text.trim(), isValue);
    case "cell":
      return cell(magic);
    case "line":
      return line(magic, isValue);
  }
}

/** They are about the notebook, its looks and its kernel. */
const ofTheNotebook = new Set([
  "matplotlib", "autoreload", "config", "pylab", "who", "whos", "who_ls", "history", "hist", "pinfo", "pinfo2", "pdoc", "psource", "precision", "pprint",
  "colors", "xmode", "notebook", "lsmagic", "quickref", "watermark", "nb_black", "lab_black", "pdb", "doctest_mode", "reset_selective", "tensorboard",
]);
const installers = new Set(["pip", "conda", "mamba", "uv"]);
const extensionsOfTheNotebook = /^(?:autoreload|nb_black|lab_black|jupyter_black|watermark|tensorboard|line_profiler|memory_profiler|snakeviz|heat|itikz|rich)$/u;

function line(magic: Magic, isValue: boolean): MagicPython {
  const { name } = magic.name;
  const argument = magic.argument.text.trim();
  if (name === "time") return { kind: "own" };
  if (ofTheNotebook.has(name)) return { kind: "nothing" };
  if (installers.has(name)) return { kind: "nothing", note: `install what the notebook installs: ${name} ${argument}` };
  if (/^(?:timeit|prun|lprun|mprun|memit|snakeviz)$/u.test(name)) return { kind: "nothing", note: `%${name} measured \`${argument}\`; nothing is measured now` };
  switch (name) {
    case "load_ext":
    case "reload_ext":
    case "unload_ext":
      return extensionsOfTheNotebook.test(argument) ? { kind: "nothing" } : { kind: "left", note: `%${name} ${argument} has no equivalent` };
    case "cd":
      return isWord(argument) ? { kind: "code", text: `os.chdir(${quoted(argument)})`, modules: ["os"] } : left(magic);
    case "pwd":
      return isValue ? { kind: "code", text: "os.getcwd()", modules: ["os"] } : { kind: "nothing" };
    case "env":
    case "set_env": {
      const found = /^(?<key>\w+)(?:=|\s+)(?<value>[^\s$={}]+)$/u.exec(argument)?.groups;
      return found?.["key"] !== undefined && found["value"] !== undefined
        ? { kind: "code", text: `os.environ[${quoted(found["key"])}] = ${quoted(found["value"])}`, modules: ["os"] } : left(magic);
    }
    case "run": {
      const path = /^(?<path>[\w./-]+\.py)$/u.exec(argument)?.groups?.["path"];
      return path === undefined ? left(magic) : { kind: "run", path };
    }
    case "ls":
    case "ll":
      return shell(`ls ${argument}`.trim(), isValue);
    case "mkdir":
    case "cat":
    case "cp":
    case "mv":
    case "rm":
    case "rmdir":
      return shell(`${name} ${argument}`, isValue);
    case "sx":
    case "system":
      return shell(argument, isValue);
    default:
      return left(magic);
  }
}

function cell(magic: Magic): MagicPython {
  const { name } = magic.name;
  const argument = magic.argument.text.trim();
  const body = magic.body?.text ?? "";
  if (name === "time" || name === "skip" || name === "notify") return { kind: "own" };
  if (name === "capture") return argument === "" ? { kind: "own", note: "%%capture hid what a cell prints; it is printed now" } : left(magic);
  if (name === "bash" || name === "sh") {
    const text = `subprocess.run(\n    [\n        ${quoted(name)},\n        "-c",\n        ${longText(body)},\n    ],\n    check=True,\n)`;
    return argument === "" ? { kind: "code", text, modules: ["subprocess"] } : left(magic);
  }
  if ((name === "writefile" || name === "file") && isWord(argument)) {
    return { kind: "code", text: `Path(${quoted(argument)}).write_text(\n    ${longText(body)},\n    encoding="utf-8",\n)`, modules: ["pathlib:Path"] };
  }
  return left(magic);
}

function left({ form, name, argument }: Magic): MagicPython {
  const sign = form === "cell" ? "%%" : "%";
  return { kind: "left", note: `${sign}${name.name} ${argument.text.trim()}`.trim() + " has no equivalent" };
}

function shell(command: string, isValue: boolean): MagicPython {
  const install = /^(?:(?:\S+\/)?python3? -m )?(?<tool>pip3?|conda|mamba|uv)\s.*\binstall\b/u.exec(command)?.groups?.["tool"];
  if (install !== undefined || /^(?:apt|apt-get|brew)\b/u.test(command)) return { kind: "nothing", note: `install what the notebook installs: ${command}` };
  // Names in braces, and $names, are the notebook's, or the shell's: only IPython knows.
  if (/[{}$]/u.test(command) || command === "" || command.endsWith("\\")) return { kind: "left", note: `!${command} takes values from the notebook` };
  const words = command.split(/\s+/u);
  const isPlain = words.every((word) => /^[\w./:=@%+,-]+$/u.test(word)) && !/^(?:cd|export|source|alias|\.)$/u.test(words[0] ?? "");
  const called = isPlain ? `[${words.map(quoted).join(", ")}]` : `${quoted(command)}, shell=True`;
  const text = isValue ? `subprocess.getoutput(${quoted(command)}).splitlines()` : `subprocess.run(${called}, check=False)`;
  return { kind: "code", text, modules: ["subprocess"] };
}

function isWord(text: string): boolean {
  return /^[\w./~-]+$/u.test(text) && !text.startsWith("-") && !text.startsWith("~");
}

/** As a Python literal in double quotes. */
export function quoted(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\t", "\\t")}"`;
}

/** Lines as one literal over several lines; the last one is ended. */
function longText(body: string): string {
  return `"""\\\n${body.trimEnd().replaceAll("\\", "\\\\").replaceAll('"""', '\\"\\"\\"')}\n"""`;
}
