/**
 * The stub language: one line says what a function, class, method or property means.
 *
 *     # a comment
 *     module pandas
 *     read_csv(filepath_or_buffer: read-path, sep, ...) -> .DataFrame !read
 *     class DataFrame complete
 *       to_csv(path_or_buf: write-path, sep) !write
 *       drop(labels, ...) -> self ? inplace=True None
 *       -> self: head tail copy
 *       property builtins.int: size ndim
 *       T: .DataFrame
 *       __getitem__(key) -> .Series ? key:many self
 *     class Special(.DataFrame)
 *     classes(.Base): One Two
 *     alias core.frame.DataFrame = .DataFrame
 *     aliases core.api = pandas: Series Index
 *
 * - Lines after `module` are inside it; two spaces put a line into the class above. A name that starts with a dot begins at the
 *   library (`module pandas.io` and `.DataFrame`: pandas.DataFrame); other names are whole.
 * - `name: role` says what an argument is for. `*` alone makes what follows keyword-only; `*names` and `**options` are
 *   themselves. `...` ends a list that is not whole: the generated signature, if there is one, knows the rest.
 * - Return types are spelled as returns.ts says; `str`, `int`, `float`, `bool`, `bytes`, `list`, `dict`, `set`, `tuple` are Python's,
 *   `ndarray` is numpy's, `DataFrame` and `Series` are pandas'. `? condition type` after one: what comes back instead, the first that holds.
 * - `!effect` may come several times. `!calls func(.Series)`: the function that is passed for `func` is called with a series.
 * - `-> type !effect: names` (or `!effect: names`) says the same of several callables whose parameters are not told, `property type: names` of several
 *   properties, `classes(bases): names` of several classes.
 * - Python's special methods say what an object gives to syntax: `__getitem__` to `x[key]`, `__iter__` to a loop, `__enter__` to
 *   `with`, `__call__` to a call, `__getattr__` to attributes that are not listed.
 * - `complete` on a class: it has no other public members than those listed and inherited. `hidden`: a class that only these
 *   stubs know, to say more than its base; its methods go by the name of the base.
 * - `alias a.b = .c`: what is reached as `a.b`, or below it, has the public name `c`; `aliases a = .c: x y` says it of `a.x` and
 *   `a.y`. `mirror keras = keras` in tensorflow: all
 *   that is known of keras holds below tensorflow.keras too, under that name.
 *
 * Where a generated and a curated stub speak of the same callable, names and order of parameters come from the generated one,
 * unless the curated one is whole.
 */
import type { ReturnCase } from "./returns.ts";
import { parseCases } from "./returns.ts";

/** What an argument is used for. */
export type Role =
  /** A file or folder that is read, written, or both or unclear. */
  | "read-path" | "write-path" | "path"
  | "sql" | "sql-parameters"
  /** A secret. */
  | "password" | "token" | "key-id"
  | "user" | "host" | "port" | "database"
  /** A URL that is fetched; one that may carry a password. */
  | "url" | "connection-url"
  /** Whether certificates are checked: False turns it off. */
  | "verify"
  /** A TLS context, or None. */
  | "tls-context"
  | "seed"
  | "timeout"
  | "callback"
  /** Headers or other mapping of credentials. */
  | "headers" | "auth"
  /** The argument's content is changed. */
  | "mutated";

export type Effect =
  | "read" | "write" | "connect" | "execute" | "network" | "deserialize" | "unordered" | "random" | "seed" | "fit" | "split"
  | "shell" | "print" | "configure" | "plot" | "exit"
  /** Applies what was fitted; predicts; measures a model; makes rows or drops them to balance classes. */
  | "transform" | "predict" | "score" | "resample"
  /** Opens a resource that wants closing. */
  | "open"
  /** Chooses, names or makes columns: rows stay apart. */
  | "columns";

export interface Parameter {
  readonly name: string;
  readonly kind: "positional" | "keyword-only" | "var-positional" | "var-keyword";
  readonly role: Role | undefined;
}

export interface Callable {
  readonly name: string;
  /** Without `self`. */
  readonly parameters: readonly Parameter[];
  /** False when there may be parameters after the listed ones. */
  readonly isWhole: boolean;
  /** The type that is returned when no case holds, as written (see returns.ts). */
  readonly returns: string | undefined;
  /** What is returned instead under conditions on the arguments: the first case that holds. */
  readonly cases: readonly ReturnCase[];
  readonly effects: readonly Effect[];
  /** Functions that it calls: which parameter takes them, and the types of what they are given. */
  readonly callbacks: readonly Callback[];
}

export interface Callback {
  readonly parameter: string;
  readonly passes: readonly string[];
}

export interface ClassInfo {
  readonly bases: readonly string[];
  readonly isComplete: boolean;
  readonly isHidden: boolean;
}

/** What is known by qualified name. A line is read when its name is first asked for. */
export interface Table<T> {
  has(name: string): boolean;
  get(name: string): T | undefined;
  names(): Iterable<string>;
}

export interface Library {
  readonly callables: Table<Callable>;
  readonly classes: ReadonlyMap<string, ClassInfo>;
  readonly properties: Table<{ readonly returns: string | undefined }>;
  /** From one way to reach a thing, or all below it, to another. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly mirrors: readonly { readonly from: string; readonly to: string }[];
}

/** A line as it is written, and the library whose names may begin with a dot in it. */
interface Written {
  readonly line: string;
  readonly root: string;
}

/**
 * Reads stubs, generated ones first: which names there are, and where. A line that does not follow the language is a mistake in this
 * program and throws, at the latest when its name is asked for.
 */
export function parseStubs(texts: readonly string[]): Library {
  const callables = new Map<string, Written[]>();
  const classes = new Map<string, ClassInfo>();
  const properties = new Map<string, Written>();
  const aliases = new Map<string, string>();
  const mirrors: { from: string; to: string }[] = [];
  // Lines inside a class are left alone until somebody asks for a member of it.
  const closed = new Map<string, { text: string; start: number; end: number; root: string }[]>();
  let module = "";
  let root = "";
  let className = "";
  const whole = (name: string): string => (name.startsWith(".") ? root + name : name);

  const addCallable = (name: string, written: Written): void => {
    const known = callables.get(name);
    if (known) known.push(written);
    else callables.set(name, [written]);
  };
  const addClass = (name: string, bases: readonly string[], marks: string): void => {
    const known = classes.get(name);
    classes.set(name, {
      bases: known && known.bases.length > 0 ? [...new Set([...bases, ...known.bases])] : bases,
      isComplete: marks.includes("complete") || (known?.isComplete ?? false),
      isHidden: marks.includes("hidden") || (known?.isHidden ?? false),
    });
  };

  const readLine = (line: string, owner: string): void => {
    const open = line.indexOf("(");
    const space = line.indexOf(" ");
    const word = line.startsWith("!") ? "->" : space >= 0 && (open < 0 || space < open) ? line.slice(0, space) : line.startsWith("classes(") ? "classes" : "";
    switch (word) {
      case "module":
        module = line.slice(7);
        root = module.split(".", 1)[0] ?? "";
        return;
      case "alias":
      case "mirror": {
        const [from = "", to = ""] = line.slice(word.length + 1).split(" = ");
        if (word === "mirror") mirrors.push({ from: `${module}.${from}`, to: whole(to) });
        else aliases.set(`${module}.${from}`, whole(to));
        return;
      }
      case "aliases": {
        const [head = "", names = ""] = line.slice(8).split(": ");
        const [from = "", to = ""] = head.split(" = ");
        const home = from.trim() === "" ? module : `${module}.${from.trim()}`;
        for (const name of names.split(" ")) aliases.set(`${home}.${name}`, `${whole(to)}.${name}`);
        return;
      }
      case "class":
      case "classes": {
        const match = /^(?:class ([\w.]+)(?:\(([^)]*)\))?((?: complete| hidden)*)|classes\(([^)]*)\): (.*))$/u.exec(line);
        if (!match) throw new SyntaxError(`stub: ${line}`);
        const bases = listed(match[2] ?? match[4] ?? "", ",").map(whole);
        if (match[1] === undefined) {
          for (const name of (match[5] ?? "").split(" ")) addClass(`${module}.${name}`, bases, "");
          return;
        }
        className = `${module}.${match[1]}`;
        addClass(className, bases, match[3] ?? "");
        return;
      }
      case "property":
      case "->": {
        const colon = line.indexOf(": ");
        if (colon < 0) throw new SyntaxError(`stub: ${line}`);
        const written = { line: line.slice(0, colon), root };
        for (const name of line.slice(colon + 2).split(" ")) {
          if (word === "->") addCallable(`${owner}.${name}`, written);
          else properties.set(`${owner}.${name}`, written);
        }
        return;
      }
      default: {
        const colon = line.indexOf(":");
        if (open >= 0 && (colon < 0 || open < colon)) {
          if (!line.includes(")", open)) throw new SyntaxError(`stub: ${line}`);
          addCallable(`${owner}.${line.slice(0, open)}`, { line, root });
        } else if (colon < 0) properties.set(`${owner}.${line}`, { line: "", root });
        else properties.set(`${owner}.${line.slice(0, colon)}`, { line: `property ${line.slice(colon + 1).trim()}`, root });
      }
    }
  };

  const readLines = (text: string, from: number, to: number, owner: string | undefined): void => {
    for (let start = from; start < to; ) {
      const next = text.indexOf("\n", start);
      const end = next < 0 ? to : next;
      if (owner !== undefined) {
        if (!text.startsWith("#", start + 2)) readLine(text.slice(start + 2, end), owner);
      } else if (text.startsWith("  ", start)) {
        const blocks = closed.get(className);
        const last = blocks?.at(-1);
        if (last?.text === text && last.end === start) last.end = end + 1;
        else if (blocks) blocks.push({ text, start, end: end + 1, root });
        else closed.set(className, [{ text, start, end: end + 1, root }]);
      } else if (end > start && !text.startsWith("#", start)) readLine(text.slice(start, end), module);
      start = end + 1;
    }
  };
  const openClass = (name: string): void => {
    const blocks = closed.get(name);
    if (!blocks) return;
    closed.delete(name);
    for (const block of blocks) {
      root = block.root;
      readLines(block.text, block.start, Math.min(block.end, block.text.length), name);
    }
  };
  const openAll = (): void => {
    for (const name of [...closed.keys()]) openClass(name);
  };
  for (const text of texts) readLines(text, 0, text.length, undefined);
  return {
    callables: lazily(callables, openClass, openAll, readCallable), classes, properties: lazily(properties, openClass, openAll, readProperty), aliases, mirrors,
  };
}

function lazily<W, T>(written: ReadonlyMap<string, W>, openClass: (name: string) => void, openAll: () => void, read: (name: string, written: W) => T): Table<T> {
  const known = new Map<string, T>();
  const lineOf = (name: string): W | undefined => {
    openClass(name.slice(0, name.lastIndexOf(".")));
    return written.get(name);
  };
  return {
    has: (name) => lineOf(name) !== undefined,
    get(name) {
      const line = lineOf(name);
      if (line === undefined) return undefined;
      let value = known.get(name);
      if (value === undefined) known.set(name, (value = read(name, line)));
      return value;
    },
    names() {
      openAll();
      return written.keys();
    },
  };
}

function readProperty(_name: string, { line, root }: Written): { readonly returns: string | undefined } {
  return { returns: line === "" ? undefined : resolveType(line.slice(9), root) };
}

function readCallable(name: string, lines: readonly Written[]): Callable {
  let callable: Callable | undefined;
  for (const { line, root } of lines) {
    const isOneOfMany = line.startsWith("->") || line.startsWith("!");
    const stub = isOneOfMany ? { name, parameters: [], isWhole: false, ...resultOf(line, root) } : parseCallable(name, line, root);
    callable = callable ? combined(callable, stub) : stub;
  }
  if (!callable) throw new SyntaxError(`stub: ${name}`);
  return callable;
}

function listed(text: string, separator: string): readonly string[] {
  return text.split(separator).map((each) => each.trim()).filter((each) => each !== "");
}

function parseCallable(name: string, line: string, root: string): Callable {
  const open = line.indexOf("(");
  const close = line.indexOf(")", open);
  const parameters: Parameter[] = [];
  let isWhole = true;
  let kind: Parameter["kind"] = "positional";
  for (const item of listed(line.slice(open + 1, close), ",")) {
    const [written = "", role] = item.split(":").map((each) => each.trim());
    if (written === "...") {
      // What stands after the gap can only be counted on by name.
      isWhole = false;
      kind = "keyword-only";
    }
    else if (written === "*") kind = "keyword-only";
    else if (written.startsWith("**")) parameters.push({ name: written.slice(2), kind: "var-keyword", role: role as Role | undefined });
    else if (written.startsWith("*")) {
      parameters.push({ name: written.slice(1), kind: "var-positional", role: role as Role | undefined });
      kind = "keyword-only";
    } else parameters.push({ name: written, kind, role: role as Role | undefined });
  }
  return { name, parameters, isWhole, ...resultOf(line.slice(close + 1).trim(), root) };
}

/** `-> type ? condition type !effect`, each part optional. */
function resultOf(text: string, root: string): Pick<Callable, "returns" | "cases" | "effects" | "callbacks"> {
  const [head = "", ...marks] = text.split("!").map((each) => each.trim());
  const effects = marks.filter((each) => !each.startsWith("calls ")) as Effect[];
  const callbacks = marks.filter((each) => each.startsWith("calls ")).map((each) => parseCallback(each, root));
  if (!head.startsWith("->")) return { returns: undefined, cases: [], effects, callbacks };
  const [returns = "", ...cases] = resolveType(head.slice(2).trim(), root).split(" ? ");
  return { returns, cases: parseCases(cases), effects, callbacks };
}

/** `calls func(.Series, .Series)` */
function parseCallback(text: string, root: string): Callback {
  const match = /^calls (?<parameter>\w+)\((?<types>.*)\)$/u.exec(text);
  if (!match?.groups) throw new SyntaxError(`stub: !${text}`);
  return { parameter: match.groups["parameter"] ?? "", passes: listed(resolveType(match.groups["types"] ?? "", root), ",") };
}

/** Names that begin at the library, and a few types that go by their bare names, become whole. */
function resolveType(type: string, root: string): string {
  const whole = type.replace(bareTypes, (name) => (name === "ndarray" ? `numpy.${name}` : name === "DataFrame" || name === "Series" ? `pandas.${name}` : `builtins.${name}`));
  return whole.includes(".") ? whole.replace(/(^|[[, :/])(\.\w[\w.]*)/gu, (_, before: string, name: string) => before + root + name) : whole;
}

/** Where they are types: `list[str]` is a list of texts, and in `? orient=list dict` the first is a constant. */
const bareTypes = /(?<![\w.=~:/])(?:str|int|float|bool|bytes|list|dict|set|tuple|ndarray|DataFrame|Series)(?![\w.[(=~:/&])/gu;

/** A curated stub over a generated one. */
function combined(known: Callable, stub: Callable): Callable {
  const effects = [...new Set([...known.effects, ...stub.effects])];
  const { returns, cases } = stub.returns === undefined ? known : stub;
  const callbacks = [...known.callbacks, ...stub.callbacks];
  if (stub.isWhole) return { ...stub, returns, cases, effects, callbacks };
  const roles = new Map(stub.parameters.map((each) => [each.name, each.role]));
  const names = new Set(known.parameters.map((each) => each.name));
  const takesMore = known.parameters.some((each) => each.kind === "var-keyword") || !known.isWhole;
  // Where nothing is known of the parameters, these are all there is to know of their order.
  const kind = known.parameters.length === 0 && !known.isWhole ? undefined : ("keyword-only" as const);
  const extra = takesMore ? stub.parameters.filter((each) => !names.has(each.name)).map((each) => ({ ...each, kind: kind ?? each.kind })) : [];
  return {
    name: known.name,
    parameters: [...known.parameters.map((each) => ({ ...each, role: roles.get(each.name) ?? each.role })), ...extra],
    isWhole: known.isWhole,
    returns,
    cases,
    effects,
    callbacks,
  };
}
