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
  /** Top-level names of what is imported absolutely. */
  readonly libraries: ReadonlySet<string>;
  /** Paths of `%run`. */
  readonly runs: readonly string[];
  /** Some unit speaks of `sys.path`: what is imported may depend on any other. */
  readonly addsPath: boolean;
  /** How `__version__` is bound, which tells a library's own source from somebody's module of that name. */
  readonly version: "no" | "import" | "yes";
  /** Two documents with the same signature import, and bind, the same names: `bound` is ` pd<  load ` where import statements alone bind `pd`. */
  readonly signature: { readonly imports: string; readonly bound: string };
}

export interface ImportedModule {
  /** As written, with leading dots. */
  readonly module: string;
  /** Of `from module import a, b`; empty for a star; `undefined` for `import module`. */
  readonly names: readonly string[] | undefined;
}

type UnitImports = Pick<Imports, "modules" | "runs" | "addsPath" | "signature">;

const ofUnits = new WeakMap<Unit, UnitImports>();
const ofDocuments = new WeakMap<object, { readonly units: readonly Unit[]; readonly imports: Imports }>();

/** The same object as before the last edit, as long as the units that the edit replaced say the same. */
export function importsOf(document: Pick<Document, "units">): Imports {
  const { units } = document;
  const known = ofDocuments.get(document);
  if (known?.units === units) return known.imports;
  const imports = known && sayTheSame(known.units, units) ? known.imports : joined(units.map(importsIn));
  ofDocuments.set(document, { units, imports });
  return imports;
}

function sayTheSame(before: readonly Unit[], now: readonly Unit[]): boolean {
  let front = 0;
  while (front < now.length && before[front] === now[front]) front++;
  let back = 0;
  const shorter = Math.min(before.length, now.length);
  while (back < shorter - front && before[before.length - 1 - back] === now[now.length - 1 - back]) back++;
  const was = signatureOf(before.slice(front, before.length - back).map(importsIn));
  const is = signatureOf(now.slice(front, now.length - back).map(importsIn));
  return was.imports === is.imports && was.bound === is.bound;
}

function joined(parts: readonly UnitImports[]): Imports {
  const modules = parts.flatMap((part) => part.modules);
  const libraries = new Set<string>();
  for (const { module } of modules) if (!module.startsWith(".")) libraries.add(module.split(".", 1)[0] ?? module);
  return {
    modules, libraries,
    runs: parts.flatMap((part) => part.runs),
    addsPath: parts.some((part) => part.addsPath),
    version: boundIn(parts, "__version__"),
    signature: signatureOf(parts),
  };
}

function signatureOf(parts: readonly UnitImports[]): Imports["signature"] {
  let imports = "";
  let bound = "";
  for (const { signature } of parts) {
    imports += signature.imports;
    bound += signature.bound;
  }
  return { imports, bound };
}

/** How a name is bound at module level. */
export function bindsName({ units }: Pick<Document, "units">, name: string): "no" | "import" | "yes" {
  return boundIn(units.map(importsIn), name);
}

function boundIn(parts: readonly UnitImports[], name: string): "no" | "import" | "yes" {
  let result: "no" | "import" | "yes" = "no";
  for (const { signature: { bound } } of parts) {
    if (bound.includes(` ${name} `)) return "yes";
    if (bound.includes(` ${name}< `)) result = "import";
  }
  return result;
}

function importsIn(unit: Unit): UnitImports {
  let imports = ofUnits.get(unit);
  if (!imports) ofUnits.set(unit, (imports = readImports(unit)));
  return imports;
}

function readImports(unit: Unit): UnitImports {
  const { modules, runs } = /import|run/u.test(unit.text) ? edgesIn(unit) : nothing;
  const spelled = modules.map(({ module, names }) => `${module}:${names?.join(",") ?? "-"};`).join("");
  const addsPath = unit.text.includes("sys.path") || unit.text.includes("addsitedir");
  const bound = Array.from(scopesOf(unit).module.bindings, ([name, bindings]) => ` ${name}${bindings.every(({ kind }) => kind === "import") ? "<" : ""} `).join("");
  return { modules, runs, addsPath, signature: { imports: `${spelled}${runs.map((path) => `${path}\n`).join("")}${addsPath ? unit.text : ""}`, bound } };
}

type Edges = Pick<Imports, "modules" | "runs">;

const nothing: Edges = { modules: [], runs: [] };

function edgesIn(unit: Unit): Edges {
  const modules: ImportedModule[] = [];
  const runs: string[] = [];
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
  return modules.length + runs.length > 0 ? { modules, runs } : nothing;
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
