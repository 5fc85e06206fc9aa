/**
 * What a document does to the names of the modules that it imports: whoever imports both sees what became of them.
 *
 *     import config
 *     from names import COLUMNS as wanted
 *     config.DATA = "/other"            DATA is bound anew
 *     config.LIMITS["rows"] = 3         the content of LIMITS is changed
 *     wanted.append("day")              that of COLUMNS
 *
 * Read off the syntax, by the names alone: which module is meant, and whether the line is ever reached, is not asked.
 */
import { fitted } from "../syntax/lists.ts";
import type { Expression, Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import type { ImportBinding } from "./import-bindings.ts";
import { isChanging } from "./content-changes.ts";

export interface Touched {
  /** Attributes of modules that get another value. */
  readonly bound: ReadonlySet<string>;
  /** Names and attributes whose content is changed. */
  readonly changed: ReadonlySet<string>;
  /** Of those, attributes: which thing is changed is more than the document's own flow tells. */
  readonly changedAttributes: ReadonlySet<string>;
}

export const untouched: Touched = { bound: new Set(), changed: new Set(), changedAttributes: new Set() };

/** One place, whatever the name that it starts with is. */
export interface Touch {
  /** The name that the expression starts with. */
  readonly root: string;
  /** The attribute at its end; `undefined` when it is the name alone. */
  readonly attribute: string | undefined;
  readonly how: "bound" | "changed";
}

/** Units in which nothing is touched are told by their text. */
const mayTouch = /[.\]]\s*\w*\s*(?:[-+*/%&|^@]|\/\/|\*\*|<<|>>)?=(?!=)|\.(?:append|extend|insert|pop|remove|clear|update|setdefault|sort|reverse|add|discard|popitem|appendleft|popleft|fit\w*|partial_fit)\s*\(|inplace|\bdel\b|setattr|[-+*/%&|^@]=/u;

export function touchesIn(unit: Unit): readonly Touch[] {
  if (!mayTouch.test(unit.text)) return [];
  const touches: Touch[] = [];
  const add = (node: Expression, how: Touch["how"]): void => {
    const root = rootOf(node);
    if (root !== undefined) touches.push({ root, attribute: node.kind === "Attribute" ? node.attr.name : undefined, how });
  };
  walk(unit.body, (node: Node) => {
    switch (node.kind) {
      case "Attribute":
        if (node.ctx === "load") break;
        add(node, "bound");
        // Of an object, it is the object that is changed.
        add(node.value, "changed");
        break;
      case "Subscript":
        if (node.ctx !== "load") add(node.value, "changed");
        break;
      case "AugAssign":
        add(node.target, "changed");
        break;
      case "Call": {
        const { func, args: [object, name] } = node;
        if (func.kind === "Attribute" && isChanging(func.attr.name, node)) add(func.value, "changed");
        if (func.kind === "Name" && (func.id === "setattr" || func.id === "delattr") && object?.kind === "Name" && name?.kind === "Constant" && name.type === "str") {
          touches.push({ root: object.id, attribute: name.value, how: "bound" });
        }
        break;
      }
      default:
        break;
    }
    return undefined;
  });
  return fitted(touches);
}

/** `config` of `config.LIMITS["rows"]`. */
function rootOf(node: Expression): string | undefined {
  let at = node;
  while (at.kind === "Attribute" || at.kind === "Subscript") at = at.value;
  return at.kind === "Name" ? at.id : undefined;
}

/** `limits = config.LIMITS` at module level: a name for what starts with another name. */
export interface Alias {
  readonly bound: string;
  readonly root: string;
  readonly attribute: string | undefined;
}

export function aliasesIn(unit: Unit): readonly Alias[] {
  const aliases: Alias[] = [];
  for (const statement of unit.body) {
    if (statement.kind !== "Assign") continue;
    const root = rootOf(statement.value);
    if (root === undefined) continue;
    const attribute = statement.value.kind === "Attribute" ? statement.value.attr.name : undefined;
    for (const target of statement.targets) if (target.kind === "Name") aliases.push({ bound: target.id, root, attribute });
  }
  return aliases;
}

/** @param aliases in the order in which they are made */
export function touchedBy(touches: readonly Touch[], bindings: Iterable<ImportBinding>, aliases: readonly Alias[]): Touched {
  const imported = new Map(Array.from(bindings, ({ bound, name }) => [bound, name]));
  for (const { bound, root, attribute } of aliases) if (imported.has(root) && !imported.has(bound)) imported.set(bound, attribute ?? imported.get(root));
  const bound = new Set<string>();
  const changed = new Set<string>();
  const changedAttributes = new Set<string>();
  // After a star import any name may be imported.
  const isOpen = imported.has("*");
  for (const { root, attribute, how } of touches) {
    if (!isOpen && !imported.has(root)) continue;
    const name = attribute ?? imported.get(root) ?? root;
    if (how === "bound") bound.add(name);
    else {
      changed.add(name);
      if (attribute !== undefined) changedAttributes.add(name);
    }
  }
  return bound.size + changed.size > 0 ? { bound, changed, changedAttributes } : untouched;
}
