/**
 * Names that import statements bind, wherever in a unit they stand.
 *
 *     import shop.names as names        names: the module shop.names
 *     from .views import VIEW as view   view: VIEW of .views
 *     orders = import_module("orders")  orders: the module orders
 */
import type { Call, Node, Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";

export interface ImportBinding {
  readonly bound: string;
  /** As written, with leading dots. */
  readonly module: string;
  /** What it is called there; `undefined` when it is the module, or its package. */
  readonly name: string | undefined;
}

export function importBindingsIn(unit: Unit): readonly ImportBinding[] {
  return unit.text.includes("import") ? bindingsOf(unit.body) : [];
}

/** Names that calls bind to modules which the call's text does not tell: `orders = __import__(name)`. */
export function computedImportsIn(unit: Unit): readonly ImportBinding[] {
  if (!/import_module|__import__/u.test(unit.text)) return [];
  const found: ImportBinding[] = [];
  walk(unit.body, (node: Node) => {
    if (node.kind !== "Assign" || node.value.kind !== "Call" || importedByCall(node.value) !== undefined || !isImport(node.value)) return undefined;
    for (const target of node.targets) if (target.kind === "Name") found.push({ bound: target.id, module: "", name: undefined });
    return undefined;
  });
  return found;
}

function isImport({ func }: Call): boolean {
  const name = func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "";
  return name === "import_module" || name === "__import__";
}

/** Those that a unit makes whenever it runs: not in a function, and under no condition. */
export function importBindingsAtOnce(unit: Unit): readonly ImportBinding[] {
  if (!unit.text.includes("import")) return [];
  return bindingsOf(unit.body.filter(({ kind }) => kind === "Import" || kind === "ImportFrom" || kind === "Assign"));
}

function bindingsOf(body: readonly Statement[]): readonly ImportBinding[] {
  const found: ImportBinding[] = [];
  walk(body, (node: Node) => {
    if (node.kind === "Import") {
      for (const { name, asname } of node.names) found.push({ bound: asname?.name ?? name.name.split(".", 1)[0] ?? "", module: name.name, name: undefined });
    } else if (node.kind === "ImportFrom") {
      const module = ".".repeat(node.level) + (node.module?.name ?? "");
      for (const { name, asname } of node.names) found.push({ bound: asname?.name ?? name.name, module, name: name.name });
    } else if (node.kind === "Assign" && node.value.kind === "Call") {
      const module = importedByCall(node.value);
      for (const target of node.targets) if (module !== undefined && target.kind === "Name") found.push({ bound: target.id, module, name: undefined });
    }
    return undefined;
  });
  return found;
}

/** `shop.names` of `importlib.import_module("shop.names")`. */
export function importedByCall({ func, args: [first, second], keywords }: Call): string | undefined {
  const name = func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "";
  if (name !== "import_module" || first?.kind !== "Constant" || first.type !== "str" || second || keywords.length > 0) return undefined;
  return isAbsolute(first.value) ? first.value : undefined;
}

function isAbsolute(module: string): boolean {
  return /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/u.test(module);
}
