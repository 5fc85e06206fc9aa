/**
 * What a document imports and binds, as it is written: the edges of the module graph.
 *
 *     import shop.names as names        shop.names
 *     from .views import orders, VIEW   .views with orders, VIEW: each a module or a name of one
 *     import_module("shop.names")       shop.names
 *     %run ./setup.ipynb                the file ./setup.ipynb
 */
import type { Document } from "../syntax/document.ts";
import { fitted } from "../syntax/lists.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { runPath } from "./magics.ts";
import { computedImportsIn, importBindingsIn, importedByCall } from "./import-bindings.ts";
import type { ImportBinding } from "./import-bindings.ts";
import { aliasesIn, touchedBy, touchesIn, untouched } from "./module-touches.ts";
import type { Touch, Touched } from "./module-touches.ts";
import { scopesOf } from "./scopes.ts";
import type { Binding } from "./scopes.ts";

export interface Imports {
  readonly modules: readonly ImportedModule[];
  /** Top-level names of what is imported absolutely. */
  readonly libraries: ReadonlySet<string>;
  /** Absolute names of all that may be a module: of `from shop.views import orders`, shop, shop.views and shop.views.orders. */
  readonly named: ReadonlySet<string>;
  /** Paths of `%run`. */
  readonly runs: readonly string[];
  /** Some unit speaks of `sys.path`: what is imported may depend on any other. */
  readonly addsPath: boolean;
  readonly touched: Touched;
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

/** What one unit contributes: of most, which name it defines is all there is to say. */
type UnitImports = string | (Pick<Imports, "modules" | "runs"> & {
  /** The text of one that speaks of `sys.path`. */
  readonly addsPath: string | undefined;
  readonly bound: string;
  readonly touches: readonly Touch[];
});

interface DocumentImports {
  readonly units: readonly Unit[];
  readonly parts: readonly UnitImports[];
  readonly imports: Imports;
}

const ofDocuments = new WeakMap<object, DocumentImports>();

/** The same object as before the last edit, as long as the units that the edit replaced say the same. */
export function importsOf(document: Pick<Document, "units">): Imports {
  return known(document).imports;
}

/** How a name is bound at module level. */
export function bindsName(document: Pick<Document, "units">, name: string): "no" | "import" | "yes" {
  return boundIn(known(document).parts, name);
}

/** Names that a document binds at module level; those of its functions that they declare `global` among them. */
export function namesBound(document: Pick<Document, "units">): readonly string[] {
  return importsOf(document).signature.bound.split(/[ <]+/u).filter((name) => name !== "" && name !== "*");
}

function known(document: Pick<Document, "units">): DocumentImports {
  const { units } = document;
  const before = ofDocuments.get(document);
  if (before?.units === units) return before;
  const now = before ? renewed(before, units) : made(units, units.map(readImports));
  ofDocuments.set(document, now);
  return now;
}

function made(units: readonly Unit[], parts: readonly UnitImports[]): DocumentImports {
  return { units, parts, imports: joined(units, parts) };
}

/** Only units that the edit replaced are read. */
function renewed(before: DocumentImports, units: readonly Unit[]): DocumentImports {
  let front = 0;
  while (front < units.length && before.units[front] === units[front]) front++;
  let back = 0;
  const shorter = Math.min(before.units.length, units.length);
  while (back < shorter - front && before.units[before.units.length - 1 - back] === units[units.length - 1 - back]) back++;
  const replaced = before.parts.slice(front, before.parts.length - back);
  const read = units.slice(front, units.length - back).map(readImports);
  const parts = [...before.parts.slice(0, front), ...read, ...before.parts.slice(before.parts.length - back)];
  const was = signatureOf(replaced);
  const is = signatureOf(read);
  const isSame = was.imports === is.imports && was.bound === is.bound && (!parts.some(touches) || sameNames(before.units.slice(front, before.units.length - back), units.slice(front, units.length - back)));
  return isSame ? { units, parts, imports: before.imports } : made(units, parts);
}

function touches(part: UnitImports): boolean {
  return typeof part !== "string" && part.touches.length > 0;
}

/** Whether names stand for the same things of other modules: it says whose a thing is that is touched by its name. */
function sameNames(before: readonly Unit[], now: readonly Unit[]): boolean {
  const names = (units: readonly Unit[]): string => JSON.stringify([units.flatMap(boundToModules), units.flatMap(aliasesIn)]);
  return names(before) === names(now);
}

function joined(units: readonly Unit[], parts: readonly UnitImports[]): Imports {
  const modules = parts.flatMap((part) => (typeof part === "string" ? [] : part.modules));
  const libraries = new Set<string>();
  for (const { module } of modules) if (!module.startsWith(".")) libraries.add(module.split(".", 1)[0] ?? module);
  return {
    modules, libraries, named: namedBy(modules),
    runs: parts.flatMap((part) => (typeof part === "string" ? [] : part.runs)),
    touched: touchedIn(units, parts),
    addsPath: parts.some((part) => typeof part !== "string" && part.addsPath !== undefined),
    version: boundIn(parts, "__version__"),
    signature: signatureOf(parts),
  };
}

function namedBy(modules: readonly ImportedModule[]): ReadonlySet<string> {
  const named = new Set<string>();
  for (const { module, names = [] } of modules) {
    if (module.startsWith(".")) continue;
    for (let end = module.indexOf("."); end > 0; end = module.indexOf(".", end + 1)) named.add(module.slice(0, end));
    named.add(module);
    for (const name of names) named.add(`${module}.${name}`);
  }
  return named;
}

function touchedIn(units: readonly Unit[], parts: readonly UnitImports[]): Touched {
  const touches = parts.flatMap((part) => (typeof part === "string" ? [] : part.touches));
  return touches.length === 0 ? untouched : touchedBy(touches, units.flatMap(boundToModules), units.flatMap(aliasesIn));
}

function boundToModules(unit: Unit): readonly ImportBinding[] {
  return [...importBindingsIn(unit), ...computedImportsIn(unit)];
}

function signatureOf(parts: readonly UnitImports[]): Imports["signature"] {
  return { imports: parts.map(spelled).join(""), bound: parts.map(boundBy).join("") };
}

function spelled(part: UnitImports): string {
  if (typeof part === "string") return "";
  const { modules, runs, addsPath = "", touches } = part;
  return `${touches.map(({ root, attribute = "", how }) => `${root} ${attribute} ${how};`).join("")}${modules.map(({ module, names }) => `${module}:${names?.join(",") ?? "-"};`).join("")}${runs.map((path) => `${path}\n`).join("")}${addsPath}`;
}

/** ` pd<  load `, as in a signature. */
function boundBy(part: UnitImports): string {
  return typeof part !== "string" ? part.bound : part === "" ? "" : ` ${part} `;
}

function boundIn(parts: readonly UnitImports[], name: string): "no" | "import" | "yes" {
  let result: "no" | "import" | "yes" = "no";
  for (const part of parts) {
    if (typeof part === "string") {
      if (part === name) return "yes";
    } else if (part.bound.includes(` ${name} `)) return "yes";
    else if (part.bound.includes(` ${name}< `)) result = "import";
  }
  return result;
}

function readImports(unit: Unit): UnitImports {
  const { modules, runs } = /import|run/u.test(unit.text) ? edgesIn(unit) : nothing;
  const addsPath = unit.text.includes("sys.path") || unit.text.includes("addsitedir") ? unit.text : undefined;
  const { module: { bindings }, globalsBoundInFunctions } = scopesOf(unit);
  const [first] = bindings;
  const touches = touchesIn(unit);
  const isPlain = modules.length + runs.length + touches.length === 0 && addsPath === undefined;
  const others = [...globalsBoundInFunctions].map((name) => ` ${name} `).join("");
  if (isPlain && !first && others === "") return "";
  if (isPlain && first && bindings.size === 1 && others === "" && !isImport(first[1])) return first[0];
  return { modules, runs, addsPath, touches, bound: Array.from(bindings, ([name, each]) => ` ${name}${isImport(each) ? "<" : ""} `).join("") + others };
}

function isImport(bindings: readonly Binding[]): boolean {
  return bindings.every(({ kind }) => kind === "import");
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
    } else if (node.kind === "Call") {
      const module = importedByCall(node);
      if (module !== undefined) modules.push({ module, names: undefined });
    } else if (node.kind === "Magic" && node.name.name === "run") {
      const path = runPath(node);
      if (path !== undefined) runs.push(path);
    }
    return undefined;
  });
  return modules.length + runs.length > 0 ? { modules: fitted(modules), runs: fitted(runs) } : nothing;
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
