/**
 * Where code goes that leaves a document, under which name it is imported, and whether the document finds it there.
 *
 *     src/churn/ is the project's package         src/churn/sales.py, imported as churn.sales
 *     no package                                  sales.py beside the notebook, imported as sales
 */
import type { OpenDocument } from "../engine/session-contract.ts";
import { joinUri, nameOf, parentUri, relativePath } from "../text/uri.ts";
import { refused } from "./refactoring.ts";
import type { ProjectView, RefactoringOptions, Refused } from "./refactoring.ts";

export interface ModulePlace {
  readonly kind: "place";
  readonly uri: string;
  /** As imports name it. */
  readonly module: string;
  /** The text of a module that is there already, to which code is added. */
  readonly before: string | undefined;
  /** What the user has to do for the document to find it. */
  readonly toDo: readonly string[];
}

export function modulePlace(document: OpenDocument, project: ProjectView, { module, name }: RefactoringOptions): ModulePlace | Refused {
  const { home, root } = project;
  const beside = parentUri(document.uri);
  const base = home ?? { folder: `${beside}/`, packageName: "" };
  const wanted = module ?? name;
  if (wanted !== undefined && !/^[^\W\d]\w*(?:\.[^\W\d]\w*)*$/u.test(wanted)) return refused(`${wanted} is no name for a module`);
  const prefix = base.packageName === "" ? "" : `${base.packageName}.`;
  const path = wanted === undefined ? undefined : prefix !== "" && wanted.startsWith(prefix) ? wanted.slice(prefix.length) : wanted;
  const placed = (stem: string): { uri: string; module: string } => ({ uri: joinUri(base.folder, `${stem.replaceAll(".", "/")}.py`), module: prefix + stem });
  if (path !== undefined) {
    const at = placed(path);
    if (at.uri === document.uri) return refused(`${at.module} is this file itself`);
    return { kind: "place", ...at, before: project.text(at.uri), toDo: toDo(document, project, base.folder, base.packageName, root) };
  }
  const stem = moduleName(nameOf(document.uri).replace(/\.\w+$/u, ""));
  // A module must not have the name of something that is imported: it would be found first.
  const isTaken = (name: string): boolean => project.text(placed(name).uri) !== undefined || (prefix === "" && document.analysis().imports.has(name));
  const names = [stem, `${stem}_steps`, ...Array.from({ length: 50 }, (_, index) => `${stem}_${String(index + 2)}`)];
  const free = names.find((each) => !isTaken(each));
  if (free === undefined) return refused(`there are modules named ${stem} already; choose another name`);
  return { kind: "place", ...placed(free), before: undefined, toDo: toDo(document, project, base.folder, base.packageName, root) };
}

/** A name that can be imported: `2. Price model` is `price_model`. */
export function moduleName(text: string): string {
  const words = text.normalize("NFKD").replace(/[^\w\s.-]/gu, "").replace(/[\s.-]+/gu, "_").toLowerCase().replace(/^[\d_]+/u, "").replace(/_+$/u, "").replace(/_{2,}/gu, "_");
  return /^[a-z_]\w*$/u.test(words) ? words : "notebook";
}

function toDo(document: OpenDocument, { text }: ProjectView, folder: string, packageName: string, root: string): readonly string[] {
  let start = joinUri(folder);
  for (const part of packageName.split(".")) if (part !== "") start = parentUri(start);
  if (start === parentUri(document.uri)) return [];
  const isInstallable = ["pyproject.toml", "setup.py", "setup.cfg"].some((name) => text(joinUri(root, name)) !== undefined);
  const what = packageName === "" ? "the module" : packageName.split(".")[0] ?? packageName;
  return [isInstallable
    ? `${nameOf(document.uri)} finds ${what} when the project is installed: pip install -e .`
    : `${nameOf(document.uri)} finds ${what} when ${relativePath(root, start)} is on its path: PYTHONPATH`];
}
