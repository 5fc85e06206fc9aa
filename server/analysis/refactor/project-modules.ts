/**
 * What the project's own modules do when they are imported, told from their texts.
 *
 *     from churn.clean import tidy      clean.py defines and sets: it may be imported earlier, and nobody notices
 *     import setup_paths                setup_paths.py appends to sys.path, or prints: it stays where it is
 *     from train import fit             train.py imports this document: a circle that a late import may be there to avoid
 */
import { importsOf } from "../semantic/module-imports.ts";
import { Document } from "../syntax/document.ts";
import { joinUri, parentUri } from "../text/uri.ts";
import type { ProjectView } from "./refactoring.ts";
import { isWork } from "./script-work.ts";

export interface ProjectModules {
  /** The file that a module (with leading dots, if any) is in, as far as it is the project's own. */
  locate(module: string): string | undefined;
  /** Why importing it elsewhere may be noticed; `undefined` when it is not. */
  notice(module: string, names: readonly string[]): string | undefined;
}

/** Modules that import each other deeper than this are not followed. */
const maximumDepth = 12;

export function projectModules(project: ProjectView, document: string): ProjectModules {
  const parsed = new Map<string, Document | undefined>();
  const parse = (uri: string): Document | undefined => {
    if (!parsed.has(uri)) {
      const text = project.text(uri);
      parsed.set(uri, text === undefined ? undefined : Document.script(uri, text));
    }
    return parsed.get(uri);
  };
  const located = new Map<string, string | undefined>();
  const locateFrom = (uri: string, module: string): string | undefined => {
    const key = `${uri} ${module}`;
    if (!located.has(key)) located.set(key, basesOf(uri, module, project).flatMap((base) => filesOf(base, module)).find((file) => project.text(file) !== undefined));
    return located.get(key);
  };
  const noticeIn = (uri: string, seen: Set<string>, depth: number): string | undefined => {
    if (uri === document) return "it imports this file in turn";
    if (seen.has(uri)) return undefined;
    seen.add(uri);
    const own = parse(uri);
    if (!own || depth > maximumDepth) return "what it does when it is imported is not known";
    if (own.units.some(({ body, problems }) => problems.length > 0 || body.some(isWork))) return "it does something when it is imported";
    for (const { module, names } of importsOf(own).modules) {
      for (const each of [module, ...(names ?? []).map((name) => (module.endsWith(".") ? `${module}${name}` : `${module}.${name}`))]) {
        const next = locateFrom(uri, each);
        const found = next === undefined ? undefined : noticeIn(next, seen, depth + 1);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
  return {
    locate: (module) => locateFrom(document, module),
    notice(module, names) {
      const seen = new Set<string>();
      for (const each of [...packagesAbove(module), module, ...names.map((name) => `${module}.${name}`)]) {
        const uri = locateFrom(document, each);
        const found = uri === undefined ? undefined : noticeIn(uri, seen, 0);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/** `a` and `a.b` of `a.b.c`: their `__init__.py` run first. */
function packagesAbove(module: string): readonly string[] {
  if (module.startsWith(".")) return [];
  const parts = module.split(".");
  return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join("."));
}

/** Folders in which a module may lie. */
function basesOf(uri: string, module: string, { root, home }: ProjectView): readonly string[] {
  const level = /^\.*/u.exec(module)?.[0].length ?? 0;
  let folder = parentUri(uri);
  if (level > 0) {
    for (let up = 1; up < level; up++) folder = parentUri(folder);
    return [folder];
  }
  const around: string[] = [folder];
  for (let each = folder; each !== root && parentUri(each) !== each && each.startsWith(root); ) around.push(each = parentUri(each));
  let start = home?.folder ?? root;
  for (const part of home?.packageName.split(".") ?? []) if (part !== "") start = parentUri(start);
  return [...new Set([...around, root, joinUri(root, "src"), joinUri(start)])];
}

function filesOf(base: string, module: string): readonly string[] {
  const path = module.replace(/^\.+/u, "").replaceAll(".", "/");
  return path === "" ? [joinUri(base, "__init__.py")] : [joinUri(base, `${path}.py`), joinUri(base, path, "__init__.py")];
}
