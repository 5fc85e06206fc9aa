/**
 * Notebooks that code runs or imports as if they were modules.
 *
 *     %run prepare.ipynb                          runs it in this namespace
 *     %run ./prepare                              on Databricks: another notebook
 *     get_ipython().run_line_magic("run", "prepare.ipynb")
 *     import import_ipynb                         imports of notebooks from here on
 *     from ipynb.fs.full.prepare import clean     a notebook
 *
 * A notebook that is executed by itself, with parameters (papermill, nbclient, dbutils.notebook.run), is a job, and left alone.
 */
import { defineFact } from "../engine/fact.ts";
import type { Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { gathered } from "./kept.ts";

export interface NotebookImport {
  readonly unit: Unit;
  readonly node: Node;
  /** The notebook as written; `undefined` for a hook that makes all of them importable. */
  readonly name: string | undefined;
  readonly isRun: boolean;
}

export const notebookImports = defineFact<never, readonly NotebookImport[]>({
  name: "notebookImports",
  needs: {},
  document: ({ analysis, document: { dialect } }) => importsOf(analysis).filter(({ name, isRun }) =>
    !isRun || name === undefined || /\.ipynb$/iu.test(name) || (dialect === "databricks" && !name.endsWith(".py"))),
});

const hooks: ReadonlySet<string> = new Set(["import_ipynb", "nbimporter", "importnb", "nbloader", "notebook_importer"]);

const importsOf = gathered(({ unit }): readonly NotebookImport[] => {
  if (!/ipynb|nbimporter|importnb|nbloader|\brun\b/u.test(unit.text)) return [];
  const found: NotebookImport[] = [];
  walk(unit.body, (node) => {
    switch (node.kind) {
      case "Magic": {
        const name = /^\s*(?:-\w+\s+)*(?<quote>["']?)(?<path>\S.*?)\k<quote>(?:\s|$)/u.exec(node.argument.text)?.groups?.["path"];
        if (node.form === "line" && node.name.name === "run" && name !== undefined) found.push({ unit, node, name, isRun: true });
        return "skip";
      }
      case "Import":
        for (const { name: { name } } of node.names) {
          if (hooks.has(name.split(".")[0] ?? "")) found.push({ unit, node, name: undefined, isRun: false });
          else if (name.startsWith("ipynb.fs.")) found.push({ unit, node, name: name.split(".").at(-1), isRun: false });
        }
        return undefined;
      case "ImportFrom": {
        const module = node.module?.name ?? "";
        if (hooks.has(module.split(".")[0] ?? "")) found.push({ unit, node, name: undefined, isRun: false });
        else if (module.startsWith("ipynb.fs.")) found.push({ unit, node, name: module.split(".").at(-1), isRun: false });
        return undefined;
      }
      case "Call": {
        const { func, args: [magic, argument] } = node;
        const isMagic = func.kind === "Attribute" && (func.attr.name === "run_line_magic" || func.attr.name === "magic");
        if (!isMagic || magic?.kind !== "Constant" || magic.type !== "str") return undefined;
        const text = argument?.kind === "Constant" && argument.type === "str" ? `${magic.value} ${argument.value}` : magic.value;
        const name = /^%?run\s+(?<path>\S+)/u.exec(text)?.groups?.["path"];
        if (name !== undefined) found.push({ unit, node, name, isRun: true });
        return undefined;
      }
      default:
        return undefined;
    }
  });
  return found;
});
