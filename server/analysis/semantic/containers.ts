/**
 * Methods of lists, dicts and sets, which change them.
 *
 *     paths = []                 list []
 *     paths.append("/mnt/a")     list ["/mnt/a"] under this name; other names of it know only a list
 */
import type { Call } from "../syntax/nodes.ts";
import { heldBy, leakContent, loseContainers, loseInside, markShared } from "./aliasing.ts";
import { replaceContent } from "./assign.ts";
import { escape } from "./environment.ts";
import type { Flow } from "./flow.ts";
import type { Interner } from "./interner.ts";
import { defaultValue, elementOf, isKeyKnown, joinAll, sameKey } from "./join.ts";
import { expose } from "./objects.ts";
import type { ObjectFlow } from "./objects.ts";
import type { LibraryCall } from "./library-calls.ts";
import type { Frame } from "./machine.ts";
import type { Type, Value } from "./value.ts";

/** The result of a method of a builtin container; `undefined` when it is none, or not described here. */
export function containerMethod(frame: Frame, flow: Flow, node: Call, target: string, receiver: Value, call: LibraryCall): Value | undefined {
  const { type } = receiver;
  const owner = target.slice(0, target.lastIndexOf("."));
  const className = owner === "collections.defaultdict" ? "builtins.dict" : owner;
  if (className !== "builtins.list" && className !== "builtins.dict" && className !== "builtins.set") return undefined;
  const method = target.slice(owner.length + 1);
  const { interner } = frame.machine;
  const [first, second] = call.positional;
  const holder = node.func.kind === "Attribute" ? node.func.value : node.func;
  const replace = (content: Type | undefined): Value => {
    for (const each of call.positional) {
      expose(interner, flow, each);
      markShared(interner, flow, each);
    }
    replaceContent(frame, flow, holder, receiver, call.isOpen ? undefined : content, [...call.positional, ...call.positional.flatMap(heldBy)]);
    return interner.none;
  };
  /** Of a list of any length: its elements are as before, or this. */
  const alsoHolds = (element: Value | undefined): Value =>
    replace(type?.kind === "sequence" && element ? anyOf(interner, flow, [type.element, element]) : undefined);
  if (type?.kind === "sequence" && className === "builtins.list") {
    switch (method) {
      case "append":
        return alsoHolds(first);
      case "insert":
        return alsoHolds(second);
      case "extend":
        return replace(first && extended(interner, flow, receiver, first));
      case "reverse":
      case "sort":
        return call.keywords.has("key") ? replace(undefined) : interner.none;
      case "clear":
        return replace({ kind: "list", elements: [] });
      case "pop":
        return type.element;
      default:
    }
  }
  switch (`${className}.${method}`) {
    case "builtins.list.append":
      return replace(type?.kind === "list" && first ? { kind: "list", elements: [...type.elements, first] } : undefined);
    case "builtins.list.insert": {
      const at = second && first?.constant?.kind === "number" && first.constant.isInteger ? first.constant.value : undefined;
      return replace(type?.kind === "list" && second && at !== undefined ? { kind: "list", elements: type.elements.toSpliced(at, 0, second) } : undefined);
    }
    case "builtins.list.extend":
      return replace(first && extended(interner, flow, receiver, first));
    case "builtins.list.reverse":
      return replace(type?.kind === "list" ? { kind: "list", elements: type.elements.toReversed() } : undefined);
    case "builtins.list.pop": {
      const at = first ? (first.constant?.kind === "number" && first.constant.isInteger ? first.constant.value : undefined) : -1;
      const element = type?.kind === "list" && at !== undefined ? type.elements.at(at) : undefined;
      if (type?.kind !== "list" || at === undefined || !element) break;
      replace({ kind: "list", elements: type.elements.toSpliced(at, 1) });
      return element;
    }
    case "builtins.list.clear":
      return replace(type?.kind === "list" ? { kind: "list", elements: [] } : undefined);
    case "builtins.dict.clear":
      return replace(type?.kind === "dict" ? { kind: "dict", entries: [], open: false } : undefined);
    case "builtins.dict.pop": {
      if (type?.kind !== "dict" || !first) break;
      const found = entryOf(type, first);
      if (!found) break;
      replace({ ...type, entries: type.entries.filter((each) => !sameKey(each.key, found.key)) });
      return found.value;
    }
    case "builtins.dict.setdefault": {
      const found = type?.kind === "dict" && first && entryOf(type, first);
      if (!found) break;
      loseInside(interner, flow, receiver);
      return found.value;
    }
    case "builtins.list.copy":
    case "builtins.dict.copy":
    case "builtins.set.copy":
      return interner.value({ type, origins: [{ kind: "literal", place: call.place }] });
    case "builtins.list.index":
    case "builtins.list.count":
      return interner.instance("builtins.int");
    case "builtins.dict.get": {
      if (type?.kind !== "dict" || !first || !isKeyKnown(first) || !type.entries.every((entry) => isKeyKnown(entry.key))) {
        leakContent(interner, flow, receiver);
        return interner.unknown;
      }
      loseInside(interner, flow, receiver);
      const found = type.entries.findLast((entry) => sameKey(entry.key, first));
      if (found) return found.value;
      return type.open ? interner.unknown : (second ?? interner.none);
    }
    case "builtins.dict.keys":
    case "builtins.dict.values":
    case "builtins.dict.items": {
      const result = view(frame, type, method);
      if (method !== "keys") (result.type ? loseInside : leakContent)(interner, flow, receiver);
      return result;
    }
    case "builtins.dict.update": {
      const more = first?.type?.kind === "dict" && !first.type.open ? first.type.entries : undefined;
      const isPlain = type?.kind === "dict" && more && call.keywords.size === 0 && [...type.entries, ...more].every((entry) => isKeyKnown(entry.key));
      if (!isPlain) return replace(undefined);
      const kept = type.entries.filter((entry) => !more.some((each) => sameKey(each.key, entry.key)));
      return replace({ ...type, entries: [...kept, ...more] });
    }
    case "builtins.set.union":
    case "builtins.set.intersection":
    case "builtins.set.difference":
      return interner.instance("builtins.set", receiver.origins);
    default:
      break;
  }
  // pop, sort, setdefault, discard ... of what is not known: the content is not followed.
  for (const value of call.positional) escape(frame.machine, flow, value);
  leakContent(interner, flow, receiver);
  replace(undefined);
  return method === "pop" || method === "setdefault" || method === "popitem" ? interner.unknown : interner.none;
}

/** What a list becomes when all elements of another value are added to it; `undefined` where that is not known. */
export function extended(interner: Interner, flow: ObjectFlow, { type }: Value, more: Value): Type | undefined {
  if (type?.kind !== "list" && !(type?.kind === "sequence" && type.name === "builtins.list")) return undefined;
  if (type.kind === "list" && (more.type?.kind === "list" || more.type?.kind === "tuple")) return { kind: "list", elements: [...type.elements, ...more.type.elements] };
  const added = isSized(more) ? heldBy(more) : [];
  return added.length > 0 ? anyOf(interner, flow, [...heldBy({ type }), ...added]) : undefined;
}

/** A list of any length whose elements are some of these. */
function anyOf(interner: Interner, flow: ObjectFlow, elements: readonly Value[]): Type {
  const element = joinAll(interner, elements);
  for (const each of elements) if (each !== element) loseContainers(interner, flow, each);
  return { kind: "sequence", name: "builtins.list", element };
}

/** Lists and tuples, whose elements nothing else changes when they are gone through. */
function isSized({ type }: Value): boolean {
  return type?.kind === "list" || type?.kind === "tuple" || (type?.kind === "sequence" && (type.name === "builtins.list" || type.name === "builtins.tuple"));
}

/** The entry under a key, where all keys are known. */
function entryOf(type: Extract<Type, { kind: "dict" }>, key: Value): { readonly key: Value; readonly value: Value } | undefined {
  if (!isKeyKnown(key) || !type.entries.every((entry) => isKeyKnown(entry.key))) return undefined;
  return type.entries.findLast((entry) => sameKey(entry.key, key));
}

function view(frame: Frame, type: Type | undefined, method: string): Value {
  const { interner } = frame.machine;
  const usual = type && defaultValue(interner, interner.value({ type }));
  if (usual && method !== "keys") {
    const element = method === "values" ? usual : interner.value({ type: { kind: "tuple", elements: [interner.unknown, usual] } });
    return interner.value({ type: { kind: "sequence", name: "iterator", element } });
  }
  if (type?.kind !== "dict" || type.open || type.entries.length === 0) return interner.unknown;
  if (method === "items") {
    const pairs = type.entries.map(({ key, value }) => interner.value({ type: { kind: "tuple", elements: [key, value] } }));
    return interner.value({ type: { kind: "tuple", elements: pairs } });
  }
  const parts = type.entries.map((entry) => (method === "keys" ? entry.key : entry.value));
  const element = elementOf(interner, interner.value({ type: { kind: "tuple", elements: parts } }));
  return interner.value({ type: { kind: "sequence", name: "iterator", element: element ?? interner.unknown } });
}
