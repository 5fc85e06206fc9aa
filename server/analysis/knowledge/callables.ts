/**
 * What the API of a library means: parameters of a callable and what they are for, what it returns, what it does.
 *
 * The facts are written as stubs, one line each (see stubs.ts for the language), curated in libraries/ and read off the
 * installed libraries in generated/. This module answers questions about them by qualified name:
 *
 *     callableOf("pandas.read_csv")          parameters filepath_or_buffer (role read-path), sep, ...; returns pandas.DataFrame
 *     memberOf("pandas.DataFrame", "head")   method pandas.DataFrame.head
 *     canonicalName("pandas.core.frame.DataFrame")    pandas.DataFrame
 *
 * A library is read when it is first asked for, so a script pays only for what it imports.
 */
import { curated } from "./libraries/index.ts";
import { generated } from "./generated/index.ts";
import { parseStubs } from "./stubs.ts";
import type { Callable, Library } from "./stubs.ts";

export type { Callable, Effect, Parameter, Role } from "./stubs.ts";

const libraries = new Map<string, Library | undefined>();

function libraryOf(qualifiedName: string): Library | undefined {
  const root = rootOf(qualifiedName);
  if (!libraries.has(root)) {
    const texts = [generated, curated].flatMap((stubs) => (Object.hasOwn(stubs, root) ? [stubs[root] ?? ""] : []));
    libraries.set(root, texts.length > 0 ? parseStubs(texts) : undefined);
  }
  return libraries.get(root);
}

/** `sklearn` of `sklearn.svm.SVC`. */
function rootOf(qualifiedName: string): string {
  const dot = qualifiedName.indexOf(".");
  return dot < 0 ? qualifiedName : qualifiedName.slice(0, dot);
}

/** True for libraries that are described here: their callables leave the containers they are given unchanged unless told otherwise. */
export function isKnownLibrary(qualifiedName: string): boolean {
  return libraryOf(qualifiedName) !== undefined;
}

/** Several names for one thing become the public one. */
export function canonicalName(qualifiedName: string): string {
  const library = libraryOf(qualifiedName);
  if (!library || library.aliases.length === 0) return qualifiedName;
  let name = qualifiedName;
  for (const { from, to } of library.aliases) {
    if (name === from) name = to;
    else if (name.startsWith(`${from}.`)) name = to + name.slice(from.length);
  }
  return name === qualifiedName || rootOf(name) === rootOf(qualifiedName) ? name : canonicalName(name);
}

/** A function, class or method. A method that a class inherits is found under the class that defines it (see {@link memberOf}). */
export function callableOf(qualifiedName: string): Callable | undefined {
  const known = callables.get(qualifiedName);
  if (known !== undefined) return known ?? undefined;
  const callable = findCallable(qualifiedName);
  if (callables.size >= maximumNames) callables.clear();
  callables.set(qualifiedName, callable ?? null);
  return callable;
}

/** Answers so far, `null` for none: every rule asks for every call. Let go from time to time, as names come from the user's code. */
const callables = new Map<string, Callable | null>();
const maximumNames = 20_000;

function findCallable(qualifiedName: string): Callable | undefined {
  const library = libraryOf(qualifiedName);
  const own = library?.callables.get(qualifiedName);
  if (own) return own;
  const dot = qualifiedName.lastIndexOf(".");
  const className = qualifiedName.slice(0, dot);
  if (dot < 0 || !library?.classes.has(className)) return undefined;
  const owner = ownerOf(className, qualifiedName.slice(dot + 1), 0);
  return owner === undefined || owner === className ? undefined : libraryOf(owner)?.callables.get(`${owner}${qualifiedName.slice(dot)}`);
}

export type Member =
  | { readonly kind: "method"; readonly name: string }
  | { readonly kind: "property"; readonly returns: string | undefined }
  /** The class is known to have no such member, or nothing says that it is a method. */
  | { readonly kind: "none" };

/** A member of a class's objects. Of a class that is not described, every member is taken for a method of its own. */
export function memberOf(className: string, name: string): Member {
  const owner = ownerOf(className, name, 0);
  if (owner !== undefined) {
    const library = libraryOf(owner);
    const property = library?.properties.get(`${owner}.${name}`);
    if (property) return { kind: "property", returns: property.returns };
    return { kind: "method", name: `${owner}.${name}` };
  }
  return isComplete(className, 0) ? { kind: "none" } : { kind: "method", name: `${className}.${name}` };
}

/** True when one class is the other or inherits from it, as far as is known. */
export function isSubclass(className: string, base: string, depth = 0): boolean {
  if (className === base) return true;
  if (depth > 8) return false;
  const bases = libraryOf(className)?.classes.get(className)?.bases ?? [];
  return bases.some((each) => isSubclass(each, base, depth + 1));
}

/** A class by description, or by its name's look: `Client` is, `client` and `CLIENT` are not. */
export function isClassName(qualifiedName: string): boolean {
  const library = libraryOf(qualifiedName);
  if (library?.classes.has(qualifiedName)) return true;
  const callable = library?.callables.get(qualifiedName);
  if (callable) return callable.returns === qualifiedName;
  const last = qualifiedName.slice(qualifiedName.lastIndexOf(".") + 1);
  return /^_?[A-Z]\w*[a-z]/u.test(last);
}

function ownerOf(className: string, name: string, depth: number): string | undefined {
  const library = libraryOf(className);
  const info = library?.classes.get(className);
  if (!library || !info || depth > 8) return undefined;
  const qualified = `${className}.${name}`;
  if (library.callables.has(qualified) || library.properties.has(qualified)) return className;
  for (const base of info.bases) {
    const owner = ownerOf(base, name, depth + 1);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

function isComplete(className: string, depth: number): boolean {
  const info = libraryOf(className)?.classes.get(className);
  if (!info || depth > 8) return false;
  return info.isComplete && info.bases.every((base) => isComplete(base, depth + 1));
}
