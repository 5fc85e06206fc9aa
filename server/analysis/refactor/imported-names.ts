/**
 * What imports bind, and what each name of a module's top level stands for.
 *
 *     import a.b                   binds a: module a
 *     import a.b as c              binds c: module a.b
 *     from .a import b as c        binds c: b of .a
 */
import { scopesOf } from "../semantic/scopes.ts";
import type { Alias, Import, ImportFrom } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";

export interface ImportedName {
  readonly bound: string;
  readonly source: string;
}

export function bindingsOf(node: Import | ImportFrom): readonly ImportedName[] {
  const from = node.kind === "ImportFrom" ? moduleOf(node) : undefined;
  return node.names.map(({ name, asname }: Alias) => from === undefined
    ? { bound: boundBy(name.name, undefined, asname?.name), source: sourceOf(name.name, undefined, asname?.name) }
    : { bound: boundBy(from, name.name, asname?.name), source: sourceOf(from, name.name, asname?.name) });
}

export function moduleOf(node: ImportFrom): string {
  return ".".repeat(node.level) + (node.module?.name ?? "");
}

export function boundBy(module: string, name: string | undefined, asname: string | undefined): string {
  return asname ?? name ?? module.split(".")[0] ?? module;
}

/** `import a.b` binds a. */
export function sourceOf(module: string, name: string | undefined, asname: string | undefined): string {
  if (name !== undefined) return `${module}:${name}`;
  return asname === undefined ? (module.split(".")[0] ?? module) : module;
}

/** What each name of the module level stands for, as far as it is always the same import. */
export function moduleSources(units: readonly Unit[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (name: string, source: string): void => {
    found.set(name, (found.get(name) ?? source) === source ? source : "other");
  };
  for (const unit of units) {
    const imported = new Set<string>();
    for (const node of unit.body) {
      if (node.kind === "Import" || node.kind === "ImportFrom") {
        for (const { bound, source } of bindingsOf(node)) {
          imported.add(bound);
          add(bound, source);
        }
      } else if (node.kind === "If" || node.kind === "Try") {
        walk([node], (inner) => {
          if (inner.kind === "FunctionDef" || inner.kind === "AsyncFunctionDef" || inner.kind === "Lambda" || inner.kind === "ClassDef") return "skip";
          if (inner.kind === "Import" || inner.kind === "ImportFrom") {
            for (const { bound } of bindingsOf(inner)) {
              imported.add(bound);
              add(bound, "conditional");
            }
          }
          return undefined;
        });
      }
    }
    for (const name of scopesOf(unit).module.bindings.keys()) if (!imported.has(name)) add(name, "other");
  }
  return found;
}

/** Roots of the modules that are imported at the top level in any case. */
export function topImports(units: readonly Unit[]): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const node of units.flatMap(({ body }) => body)) {
    if (node.kind === "Import") for (const { name } of node.names) roots.add(name.name.split(".")[0] ?? "");
    if (node.kind === "ImportFrom" && node.level === 0) roots.add(node.module?.name.split(".")[0] ?? "");
  }
  return roots;
}
