/**
 * What a document imports and binds, as it is written: the edges of the module graph.
 *
 *     import shop.names as names        shop.names
 *     from .views import orders, VIEW   .views with orders, VIEW: each a module or a name of one
 *     %run ./setup.ipynb                the file ./setup.ipynb
 */
import type { Document } from "../syntax/document.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { runPath } from "./magics.ts";
import { scopesOf } from "./scopes.ts";

export interface Imports {
  readonly modules: readonly ImportedModule[];
  /** Paths of `%run`. */
  readonly runs: readonly string[];
  /** Two documents with the same signature import, and bind, the same names. */
  readonly signature: { readonly imports: string; readonly bound: string };
}

export interface ImportedModule {
  /** As written, with leading dots. */
  readonly module: string;
  /** Of `from module import a, b`; empty for a star; `undefined` for `import module`. */
  readonly names: readonly string[] | undefined;
}

interface UnitImports extends Imports {
  /** Names bound at module level, and whether each is bound by import statements only. */
  readonly bound: ReadonlyMap<string, "import" | "yes">;
}

const ofUnits = new WeakMap<Unit, UnitImports>();
const ofDocuments = new WeakMap<readonly Unit[], Imports>();

export function importsOf({ units }: Pick<Document, "units">): Imports {
  let imports = ofDocuments.get(units);
  if (!imports) ofDocuments.set(units, (imports = new DocumentImports(units)));
  return imports;
}

/** After most edits only the signature of the imports is looked at: the rest is put together when somebody asks. */
class DocumentImports implements Imports {
  readonly #units: readonly Unit[];
  #parts: readonly UnitImports[] | undefined;

  constructor(units: readonly Unit[]) {
    this.#units = units;
  }

  get #each(): readonly UnitImports[] {
    return (this.#parts ??= this.#units.map(importsIn));
  }
  get modules(): readonly ImportedModule[] {
    return this.#each.flatMap(({ modules }) => modules);
  }
  get runs(): readonly string[] {
    return this.#each.flatMap(({ runs }) => runs);
  }
  get signature(): Imports["signature"] {
    const joined = (part: "imports" | "bound"): string => {
      let text = "";
      for (const { signature } of this.#each) text += signature[part];
      return text;
    };
    return {
      get imports() { return joined("imports"); },
      get bound() { return joined("bound"); },
    };
  }
}

/** How a name is bound at module level. */
export function bindsName({ units }: Pick<Document, "units">, name: string): "no" | "import" | "yes" {
  let result: "no" | "import" | "yes" = "no";
  for (const unit of units) {
    const kind = importsIn(unit).bound.get(name);
    if (kind === "yes") return kind;
    result = kind ?? result;
  }
  return result;
}

function importsIn(unit: Unit): UnitImports {
  let imports = ofUnits.get(unit);
  if (!imports) ofUnits.set(unit, (imports = readImports(unit)));
  return imports;
}

function readImports(unit: Unit): UnitImports {
  const modules: ImportedModule[] = [];
  const runs: string[] = [];
  if (/import|%run|run/u.test(unit.text)) {
    walk(unit.body, (node) => {
      if (node.kind === "Import") for (const { name } of node.names) modules.push({ module: name.name, names: undefined });
      else if (node.kind === "ImportFrom") {
        const names = node.names.map(({ name }) => name.name);
        modules.push({ module: ".".repeat(node.level) + (node.module?.name ?? ""), names: names.includes("*") ? [] : names });
      } else if (node.kind === "Magic" && node.name.name === "run") {
        const path = runPath(node);
        if (path !== undefined) runs.push(path);
      }
      return undefined;
    });
  }
  const bound = new Map<string, "import" | "yes">();
  for (const [name, bindings] of scopesOf(unit).module.bindings) bound.set(name, bindings.every(({ kind }) => kind === "import") ? "import" : "yes");
  const spelled = modules.map(({ module, names }) => `${module}:${names?.join(",") ?? "-"};`).join("");
  const path = unit.text.includes("sys.path") || unit.text.includes("addsitedir") ? unit.text : "";
  return { modules, runs, bound, signature: { imports: `${spelled}${runs.join(";")}${path}`, bound: [...bound].join(" ") } };
}

/** Numbers modules so that those which import each other in a circle, and only those, share a number. Tarjan's algorithm. */
export function componentsOf(edges: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const component = new Map<string, number>();
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  let components = 0;
  for (const start of edges.keys()) {
    if (index.has(start)) continue;
    const work: { readonly uri: string; next: number }[] = [];
    const enter = (uri: string): void => {
      index.set(uri, index.size);
      low.set(uri, index.size - 1);
      open.push(uri);
      work.push({ uri, next: 0 });
    };
    enter(start);
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const { uri } = top;
      const target = edges.get(uri)?.[top.next++];
      if (target !== undefined) {
        if (!index.has(target)) enter(target);
        else if (!component.has(target)) low.set(uri, Math.min(low.get(uri) ?? 0, index.get(target) ?? 0));
        continue;
      }
      work.pop();
      const outer = work.at(-1);
      if (outer) low.set(outer.uri, Math.min(low.get(outer.uri) ?? 0, low.get(uri) ?? 0));
      if (low.get(uri) !== index.get(uri)) continue;
      for (let member = open.pop(); member !== undefined; member = open.pop()) {
        component.set(member, components);
        if (member === uri) break;
      }
      components += 1;
    }
  }
  return component;
}
