/**
 * Which Python files of a Feast repository hold its definitions (`feast.repo_operations.get_repo_files`).
 *
 * Every `.py` below the repository's folder, except `__init__.py` and what is ignored: `.git`, `.venv`, caches and the globs of
 * `.feastignore`. A glob names files and folders relative to the repository, in Python's pathlib notation; a folder stands for
 * everything below it, and a slash at the end is for folders only. Ignored files and `__init__.py` may still be imported by those that count.
 */

const alwaysIgnored = [".git", ".venv", "**/.ipynb_checkpoints", "**/.pytest_cache", "**/__pycache__"];

/** Globs of a `.feastignore`: one a line, `#` starts a comment anywhere. */
export function readFeastIgnore(text: string): readonly string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/#.*$/, "").trim())
    .filter((line) => line !== "");
}

/** Tells whether a path relative to the repository (`features/driver.py`) is imported by `feast apply`. */
export function definitionFileFilter(ignore: readonly string[]): (path: string) => boolean {
  const patterns = [...alwaysIgnored, ...ignore].flatMap((glob) => {
    const pattern = globPattern(glob);
    // Two stars stand for the folder before them as well, and so for all that is in it.
    return pattern ? [{ pattern, foldersOnly: glob.endsWith("/") && !/(?:^|\/)\*\*\/+$/.test(glob) }] : [];
  });
  return (path) => {
    const steps = path.split("/");
    const name = steps.at(-1) ?? "";
    if (!name.endsWith(".py") || name === "__init__.py") return false;
    for (let length = 1; length <= steps.length; length++) {
      const prefix = steps.slice(0, length).join("/");
      if (patterns.some(({ pattern, foldersOnly }) => !(foldersOnly && length === steps.length) && pattern.test(prefix))) return false;
    }
    return true;
  };
}

/** `undefined` for a glob that pathlib refuses (an absolute one) or that names nothing. */
function globPattern(glob: string): RegExp | undefined {
  if (glob.startsWith("/")) return undefined;
  const steps = glob.split("/").filter((step) => step !== "" && step !== ".");
  if (steps.length === 0) return undefined;
  let source = "";
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    if (step === "**") source += isLast ? ".*" : "(?:[^/]+/)*";
    else source += stepPattern(step) + (isLast ? "" : "/");
  }
  try {
    return new RegExp(`^${source}$`, "u");
  } catch {
    return undefined; // a set such as [z-a], which matches nothing
  }
}

function stepPattern(step: string): string {
  let source = "";
  for (let at = 0; at < step.length; at++) {
    const char = step.charAt(at);
    const close = char === "[" ? step.indexOf("]", at + 2) : -1;
    if (char === "*") source += "[^/]*";
    else if (char === "?") source += "[^/]";
    else if (close > 0) {
      const set = step.slice(at + 1, close).replace(/^!/, "").replaceAll(/[\\\]^[]/g, "\\$&");
      source += `[${step.charAt(at + 1) === "!" ? "^" : ""}${set}]`;
      at = close;
    } else source += char.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
  }
  return source;
}
