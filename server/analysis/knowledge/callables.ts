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
import { api } from "./generated/api/index.ts";
import { generated } from "./generated/index.ts";
import { unpack } from "./packed.ts";
import { parseStubs } from "./stubs.ts";
import type { Callable, Library } from "./stubs.ts";

export type { Callable, Effect, Parameter, Role } from "./stubs.ts";
export type { Condition, ReturnCase, ReturnType } from "./returns.ts";

const libraries = new Map<string, Library | undefined>();

function libraryOf(qualifiedName: string): Library | undefined {
  const root = rootOf(qualifiedName);
  const known = libraries.get(root);
  if (known !== undefined || libraries.has(root)) return known;
  const texts = stubsOf(root);
  const library = texts.length > 0 ? parseStubs(texts) : undefined;
  libraries.set(root, library);
  return library;
}

/** What there is to read of a library, what counts most last: return types, signatures, what was written by hand. */
export function stubsOf(root: string): readonly string[] {
  return [api, generated, curated].flatMap((stubs) => (Object.hasOwn(stubs, root) ? [unpack(stubs[root] ?? "")] : []));
}

/** Top-level modules that something is known of. */
export function describedLibraries(): readonly string[] {
  return [...new Set([api, generated, curated].flatMap((stubs) => Object.keys(stubs)))];
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

/** Public classes, functions and submodules that stubs describe in a module: some of what a star import binds. */
export function namesIn(module: string): readonly string[] {
  const library = libraryOf(module);
  if (!library) return [];
  const mirror = mirrorOf(module, library);
  if (mirror) return namesIn(mirror.name);
  const homes = new Set([`${module}.`, `${aliased(module, library)}.`]);
  const found = new Set<string>();
  for (const names of [library.classes.keys(), library.callables.names(), library.aliases.keys()]) {
    for (const name of names) {
      for (const home of homes) {
        if (!name.startsWith(home)) continue;
        const [own = ""] = name.slice(home.length).split(".", 1);
        if (own !== "" && !own.startsWith("_")) found.add(own);
      }
    }
  }
  return [...found];
}

/**
 * Several names for one thing become the public one. A private module on the way is left out where that leads to something known:
 * `sklearn.ensemble._forest.RandomForestClassifier`.
 */
export function canonicalName(qualifiedName: string): string {
  const library = libraryOf(qualifiedName);
  if (!library) return qualifiedName;
  const mirror = mirrorOf(qualifiedName, library);
  if (mirror) return mirror.seen(canonicalName(mirror.name));
  const name = aliased(qualifiedName, library);
  if (rootOf(name) !== rootOf(qualifiedName)) return canonicalName(name);
  if (!name.includes("._") || library.classes.has(name) || library.callables.has(name)) return name;
  const open = name.replace(/\._\w+(?=\.)/gu, "");
  return library.classes.has(open) || library.callables.has(open) ? open : name;
}

function aliased(qualifiedName: string, { aliases }: Library): string {
  if (aliases.size === 0) return qualifiedName;
  let name = qualifiedName;
  let end = name.length;
  // The longest way that has another name; what that leads to may have one too.
  for (let steps = 0; end > 0 && steps < 32; steps++) {
    const to = aliases.get(name.slice(0, end));
    if (to === undefined) end = name.lastIndexOf(".", end - 1);
    else {
      name = to + name.slice(end);
      end = name.length;
    }
  }
  return name;
}

interface Mirror {
  /** The name under which the thing is described. */
  readonly name: string;
  /** What is said there, in the names of the mirror. */
  seen(text: string): string;
}

/** `tensorflow.keras.Model` is described as `keras.Model`. */
function mirrorOf(qualifiedName: string, library: Library | undefined): Mirror | undefined {
  for (const { from, to } of library?.mirrors ?? []) {
    if (qualifiedName !== from && !qualifiedName.startsWith(`${from}.`)) continue;
    const described = new RegExp(`(?<![\\w.])${to}(?=\\.|$)`, "gu");
    return { name: to + qualifiedName.slice(from.length), seen: (text) => text.replace(described, from) };
  }
  return undefined;
}

/** A function, class or method; a method that a class inherits too, by the name of the class that defines it. */
export function callableOf(qualifiedName: string): Callable | undefined {
  const known = callables.get(qualifiedName);
  if (known !== undefined) return known ?? undefined;
  const callable = findCallable(qualifiedName);
  if (callables.size >= maximumNames) callables.clear();
  callables.set(qualifiedName, callable ?? null);
  return callable;
}

/** The callable `class.name`: see {@link callableOf}. */
export function methodOf(className: string, name: string): Callable | undefined {
  const known = methods.get(className) ?? remembered(methods, className, new Map<string, Callable | null>());
  const callable = known.get(name);
  return (callable === undefined ? remembered(known, name, callableOf(`${className}.${name}`) ?? null) : callable) ?? undefined;
}

/** Answers so far, by class and name. */
const methods = new Map<string, Map<string, Callable | null>>();

/** Answers so far, `null` for none: every rule asks for every call. Let go from time to time, as names come from the user's code. */
const callables = new Map<string, Callable | null>();
const maximumNames = 20_000;

function findCallable(qualifiedName: string): Callable | undefined {
  const library = libraryOf(qualifiedName);
  const mirror = mirrorOf(qualifiedName, library);
  if (mirror) {
    const callable = callableOf(mirror.name);
    return callable && {
      ...callable,
      name: mirror.seen(callable.name),
      returns: callable.returns === undefined ? undefined : mirror.seen(callable.returns),
      cases: callable.cases.map((each) => ({ ...each, returns: mirror.seen(each.returns) })),
      callbacks: callable.callbacks.map((each) => ({ ...each, passes: each.passes.map((type) => mirror.seen(type)) })),
    };
  }
  const own = library?.callables.get(qualifiedName);
  if (own) return own;
  // An object that a module holds, `scipy.stats.norm`: it may be called, and so may its methods.
  const object = library?.properties.get(qualifiedName)?.returns;
  if (object !== undefined && object !== qualifiedName) return callableOf(`${object}.__call__`);
  const dot = qualifiedName.lastIndexOf(".");
  const className = qualifiedName.slice(0, dot);
  if (dot < 0) return undefined;
  const holder = library?.classes.has(className) === true ? undefined : library?.properties.get(className)?.returns;
  if (holder !== undefined && holder !== className) return callableOf(`${holder}${qualifiedName.slice(dot)}`);
  if (!library?.classes.has(className)) return undefined;
  const owner = ownerOf(className, qualifiedName.slice(dot + 1));
  return owner === undefined || owner === className ? undefined : libraryOf(owner)?.callables.get(`${owner}${qualifiedName.slice(dot)}`);
}

export type Member =
  | { readonly kind: "method"; readonly name: string }
  | { readonly kind: "property"; readonly returns: string | undefined }
  /** The class is known to have no such member, or nothing says that it is a method. */
  | { readonly kind: "none" };

/**
 * A member of a class's objects. A method goes by the class it is called on, as documentation does: `sklearn.svm.SVC.fit`, wherever
 * `fit` is defined. Of a class that is not described, every member is taken for a method.
 */
export function memberOf(className: string, name: string): Member {
  const known = members.get(className) ?? remembered(members, className, new Map<string, Member>());
  return known.get(name) ?? remembered(known, name, findMember(className, name));
}

/** Answers so far, by class and name. */
const members = new Map<string, Map<string, Member>>();

function findMember(className: string, name: string): Member {
  const mirror = mirrorOf(className, libraryOf(className));
  if (mirror) {
    const member = memberOf(mirror.name, name);
    if (member.kind === "method") return { kind: "method", name: mirror.seen(member.name) };
    return member.kind === "property" && member.returns !== undefined ? { kind: "property", returns: mirror.seen(member.returns) } : member;
  }
  const owner = ownerOf(className, name);
  if (owner === undefined) {
    const fallback = name.startsWith("_") ? undefined : callableOf(`${className}.__getattr__`);
    if (fallback) return { kind: "property", returns: fallback.returns };
    if (isComplete(className, 0)) return { kind: "none" };
  }
  const property = owner === undefined ? undefined : libraryOf(owner)?.properties.get(`${owner}.${name}`);
  return property ? { kind: "property", returns: property.returns } : { kind: "method", name: `${shownClass(className)}.${name}` };
}

/**
 * A member that a class does not have, but classes of its library that inherit from it do: what is said of it, where all of them say
 * the same. `frame.index.day_name()`: of all kinds of index only pandas.DatetimeIndex has it; `.year` is an index in both that have it.
 */
export function memberBelow(className: string, name: string): Member {
  const library = libraryOf(className);
  const said = new Map<string, Member>();
  for (const [each, info] of library?.classes ?? []) {
    if (!info.bases.includes(className) || info.isHidden || ownerOf(each, name) === undefined) continue;
    const member = memberOf(each, name);
    said.set(JSON.stringify(member), member);
  }
  const [only] = said.values();
  return only !== undefined && said.size === 1 ? only : { kind: "none" };
}

/** Whether users know the callable by this name: no methods of classes that only the stubs have. */
export function isShownName(qualifiedName: string): boolean {
  const owner = qualifiedName.slice(0, qualifiedName.lastIndexOf("."));
  return libraryOf(owner)?.classes.get(owner)?.isHidden !== true;
}

/** How a call of an object goes by name: `df.plot()` is pandas.DataFrame.plot, where `df.plot` is an object of a class of its own. */
export function calledName(className: string): string {
  const owner = className.slice(0, className.lastIndexOf("."));
  return libraryOf(owner)?.classes.has(owner) === true ? className : `${className}.__call__`;
}

/** The class whose name users know an object's class by: itself, or the base of one that only the stubs have. */
function shownClass(className: string): string {
  const info = libraryOf(className)?.classes.get(className);
  const [base] = info?.bases ?? [];
  return info?.isHidden === true && base !== undefined ? shownClass(base) : className;
}

/** True when one class is the other or inherits from it, as far as is known. */
export function isSubclass(className: string, base: string): boolean {
  if (className === base) return true;
  const known = relations.get(className) ?? remembered(relations, className, new Map<string, boolean>());
  return known.get(base) ?? remembered(known, base, inherits(className, base));
}

/** Answers so far, by class and base. The interpreter asks this of nearly every value. */
const relations = new Map<string, Map<string, boolean>>();

function inherits(className: string, base: string): boolean {
  const above = new Set([...linearized(className), ...linearized(described(className))]);
  return above.has(base) || above.has(described(base));
}

/** Let go from time to time, as names come from the user's code. */
function remembered<T>(answers: Map<string, T>, name: string, answer: T): T {
  if (answers.size >= maximumNames) answers.clear();
  answers.set(name, answer);
  return answer;
}

function described(className: string): string {
  return descriptions.get(className) ?? remembered(descriptions, className, mirrorOf(className, libraryOf(className))?.name ?? className);
}

const descriptions = new Map<string, string>();

/** A class by description, or by its name's look: `Client` is, `client` and `CLIENT` are not. */
export function isClassName(qualifiedName: string): boolean {
  const name = described(qualifiedName);
  const library = libraryOf(name);
  if (library?.classes.has(name)) return true;
  const callable = library?.callables.get(name);
  if (callable) return callable.returns === name;
  return /^_?[A-Z]\w*[a-z]/u.test(name.slice(name.lastIndexOf(".") + 1));
}

/** The class of the hierarchy that says something of the member. */
function ownerOf(className: string, name: string): string | undefined {
  return linearized(className).find((each) => {
    const library = libraryOf(each);
    const qualified = `${each}.${name}`;
    return library !== undefined && (library.callables.has(qualified) || library.properties.has(qualified));
  });
}

/** The class and all that it inherits from, nearest first: depth first, a class that is reached twice after both ways to it. */
function linearized(className: string, depth = 0): readonly string[] {
  const bases = libraryOf(className)?.classes.get(className)?.bases ?? [];
  if (bases.length === 0 || depth > 12) return [className];
  const above = bases.flatMap((base) => linearized(base, depth + 1));
  return [className, ...above.filter((each, index) => above.lastIndexOf(each) === index)];
}

function isComplete(className: string, depth: number): boolean {
  const info = libraryOf(className)?.classes.get(className);
  if (!info || depth > 8) return false;
  // What Python's own containers inherit from is abstract, and no more than they are.
  return info.isComplete && (className.startsWith("builtins.") || info.bases.every((base) => isComplete(base, depth + 1)));
}
