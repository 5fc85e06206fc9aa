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
 * - `!effect` may come several times.
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
}

export interface ClassInfo {
  readonly bases: readonly string[];
  readonly isComplete: boolean;
  readonly isHidden: boolean;
}

export interface Library {
  readonly callables: ReadonlyMap<string, Callable>;
  readonly classes: ReadonlyMap<string, ClassInfo>;
  readonly properties: ReadonlyMap<string, { readonly returns: string | undefined }>;
  /** From one way to reach a thing, or all below it, to another. */
  readonly aliases: ReadonlyMap<string, string>;
  readonly mirrors: readonly { readonly from: string; readonly to: string }[];
}

/** Reads stubs, generated ones first. A line that does not follow the language is a mistake in this program and throws. */
export function parseStubs(texts: readonly string[]): Library {
  const callables = new Map<string, Callable>();
  const classes = new Map<string, ClassInfo>();
  const properties = new Map<string, { returns: string | undefined }>();
  const aliases = new Map<string, string>();
  const mirrors: { from: string; to: string }[] = [];
  let module = "";
  let root = "";
  let className = "";
  const absolute = (name: string): string => (name.startsWith(".") ? root + name : name);

  const addCallable = (stub: Callable): void => {
    const known = callables.get(stub.name);
    callables.set(stub.name, known ? combined(known, stub) : stub);
  };
  const addClass = (name: string, bases: readonly string[], marks: string): void => {
    const known = classes.get(name);
    classes.set(name, {
      bases: known ? [...new Set([...bases, ...known.bases])] : bases,
      isComplete: marks.includes("complete") || (known?.isComplete ?? false),
      isHidden: marks.includes("hidden") || (known?.isHidden ?? false),
    });
  };

  const readLine = (line: string, owner: string): void => {
    const [word = ""] = line.split(/[ (]/u, 1);
    switch (line.startsWith("!") ? "->" : word) {
      case "module":
        module = line.slice(7);
        root = module.split(".", 1)[0] ?? "";
        return;
      case "alias":
      case "mirror": {
        const [from = "", to = ""] = line.slice(word.length + 1).split(" = ");
        if (word === "mirror") mirrors.push({ from: `${module}.${from}`, to: absolute(to) });
        else aliases.set(`${module}.${from}`, absolute(to));
        return;
      }
      case "aliases": {
        const [head = "", names = ""] = line.slice(8).split(": ");
        const [from = "", to = ""] = head.split(" = ");
        const home = from.trim() === "" ? module : `${module}.${from.trim()}`;
        for (const name of listed(names, " ")) aliases.set(`${home}.${name}`, `${absolute(to)}.${name}`);
        return;
      }
      case "class": {
        const match = /^class ([\w.]+)(?:\(([^)]*)\))?((?: complete| hidden)*)$/u.exec(line);
        if (!match) throw new SyntaxError(`stub: ${line}`);
        className = `${module}.${match[1] ?? ""}`;
        addClass(className, listed(match[2] ?? "", ",").map(absolute), match[3] ?? "");
        return;
      }
      case "classes": {
        const match = /^classes\(([^)]*)\): (.*)$/u.exec(line);
        if (!match) throw new SyntaxError(`stub: ${line}`);
        const bases = listed(match[1] ?? "", ",").map(absolute);
        for (const name of listed(match[2] ?? "", " ")) addClass(`${module}.${name}`, bases, "");
        return;
      }
      case "property": {
        const colon = line.indexOf(": ");
        const returns = resolveType(line.slice(9, colon), absolute);
        for (const name of listed(line.slice(colon + 2), " ")) properties.set(`${owner}.${name}`, { returns });
        return;
      }
      case "->": {
        const colon = line.indexOf(": ");
        const told = resultOf(line.slice(0, colon), absolute);
        for (const name of listed(line.slice(colon + 2), " ")) addCallable({ name: `${owner}.${name}`, parameters: [], isWhole: false, ...told });
        return;
      }
      default: {
        const open = line.indexOf("(");
        const colon = line.indexOf(":");
        if (open >= 0 && (colon < 0 || open < colon)) {
          addCallable(parseCallable(`${owner}.${line.slice(0, open)}`, line, open, absolute));
          return;
        }
        const returns = colon < 0 ? "" : line.slice(colon + 1).trim();
        properties.set(`${owner}.${colon < 0 ? line : line.slice(0, colon).trim()}`, { returns: returns === "" ? undefined : resolveType(returns, absolute) });
      }
    }
  };

  for (const text of texts) {
    for (const raw of text.split("\n")) {
      const line = raw.trim();
      if (line !== "" && !line.startsWith("#")) readLine(line, raw.startsWith("  ") ? className : module);
    }
  }
  return { callables, classes, properties, aliases, mirrors };
}

function listed(text: string, separator: string): readonly string[] {
  return text.split(separator).map((each) => each.trim()).filter((each) => each !== "");
}

function parseCallable(name: string, line: string, open: number, absolute: (name: string) => string): Callable {
  const close = line.indexOf(")", open);
  if (close < 0) throw new SyntaxError(`stub: ${line}`);
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
  return { name, parameters, isWhole, ...resultOf(line.slice(close + 1).trim(), absolute) };
}

/** `-> type ? condition type !effect`, each part optional. */
function resultOf(text: string, absolute: (name: string) => string): Pick<Callable, "returns" | "cases" | "effects"> {
  const [head = "", ...marks] = text.split("!").map((each) => each.trim());
  if (!head.startsWith("->")) return { returns: undefined, cases: [], effects: marks as Effect[] };
  const [returns = "", ...cases] = resolveType(head.slice(2).trim(), absolute).split(" ? ");
  return { returns, cases: parseCases(cases), effects: marks as Effect[] };
}

/** Names that begin at the library, and a few types that go by their bare names, become whole. */
function resolveType(type: string, absolute: (name: string) => string): string {
  const whole = type.replace(bareTypes, (name) => (name === "ndarray" ? `numpy.${name}` : name === "DataFrame" || name === "Series" ? `pandas.${name}` : `builtins.${name}`));
  return whole.includes(".") ? whole.replace(/(^|[[, :/])(\.\w[\w.]*)/gu, (_, before: string, name: string) => before + absolute(name)) : whole;
}

/** Where they are types: `list[str]` is a list of texts, and in `? orient=list dict` the first is a constant. */
const bareTypes = /(?<![\w.=~:/])(?:str|int|float|bool|bytes|list|dict|set|tuple|ndarray|DataFrame|Series)(?![\w.[(=~:/&])/gu;

/** A curated stub over a generated one. */
function combined(known: Callable, stub: Callable): Callable {
  const effects = [...new Set([...known.effects, ...stub.effects])];
  const { returns, cases } = stub.returns === undefined ? known : stub;
  if (stub.isWhole) return { ...stub, returns, cases, effects };
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
  };
}
