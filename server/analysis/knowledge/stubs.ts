/**
 * The stub language: one line says what a function, class, method or property means.
 *
 *     # a comment
 *     module pandas
 *     read_csv(filepath_or_buffer: read-path, sep, ...) -> .DataFrame !read
 *     class DataFrame complete
 *       to_csv(path_or_buf: write-path, sep) !write
 *       head(n) -> self
 *       T: .DataFrame
 *     class Special(.DataFrame)
 *     alias core.frame.DataFrame = .DataFrame
 *
 * - Lines after `module` are inside it; two spaces put a line into the class above. A name that starts with a dot is inside
 *   the module; other names are whole.
 * - `name: role` says what an argument is for. `*` alone makes what follows keyword-only; `*names` and `**options` are
 *   themselves. `...` ends a list that is not whole: the generated signature, if there is one, knows the rest.
 * - Types: a class, `self` (the receiver), `list[x]`, `tuple[x, y]`, `iterator[x]`, `argument(name)` (what was passed for it).
 * - `!effect` may come several times.
 * - `complete` on a class: it has no other public members than those listed and inherited.
 *
 * Where a generated and a curated stub speak of the same callable, names and order of parameters come from the generated one,
 * unless the curated one is whole.
 */

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
  | "shell" | "print" | "configure" | "plot" | "exit";

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
  readonly returns: string | undefined;
  readonly effects: readonly Effect[];
}

export interface ClassInfo {
  readonly bases: readonly string[];
  readonly isComplete: boolean;
}

export interface Library {
  readonly callables: ReadonlyMap<string, Callable>;
  readonly classes: ReadonlyMap<string, ClassInfo>;
  readonly properties: ReadonlyMap<string, { readonly returns: string | undefined }>;
  readonly aliases: readonly { readonly from: string; readonly to: string }[];
}

/** Reads stubs, generated ones first. A line that does not follow the language is a mistake in this program and throws. */
export function parseStubs(texts: readonly string[]): Library {
  const callables = new Map<string, Callable>();
  const classes = new Map<string, ClassInfo>();
  const properties = new Map<string, { returns: string | undefined }>();
  const aliases: { from: string; to: string }[] = [];
  for (const text of texts) {
    let module = "";
    let className = "";
    const absolute = (name: string): string => (name.startsWith(".") ? module + name : name);
    for (const raw of text.split("\n")) {
      const line = raw.trim();
      if (line === "" || line.startsWith("#")) continue;
      const isMember = raw.startsWith("  ");
      if (line.startsWith("module ")) {
        module = line.slice(7);
        continue;
      }
      if (line.startsWith("alias ")) {
        const [from = "", to = ""] = line.slice(6).split(" = ");
        aliases.push({ from: `${module}.${from}`, to: absolute(to) });
        continue;
      }
      if (line.startsWith("class ")) {
        const match = /^class ([\w.]+)(?:\(([^)]*)\))?( complete)?$/u.exec(line);
        if (!match) throw new SyntaxError(`stub: ${line}`);
        className = `${module}.${match[1] ?? ""}`;
        const bases = (match[2] ?? "").split(",").map((each) => each.trim()).filter((each) => each !== "").map(absolute);
        const known = classes.get(className);
        classes.set(className, {
          bases: bases.length > 0 ? bases : (known?.bases ?? []),
          isComplete: match[3] !== undefined || (known?.isComplete ?? false),
        });
        continue;
      }
      const owner = isMember ? className : module;
      const open = line.indexOf("(");
      const colon = line.indexOf(":");
      if (open < 0 || (colon >= 0 && colon < open)) {
        const name = `${owner}.${colon < 0 ? line : line.slice(0, colon).trim()}`;
        const returns = colon < 0 ? "" : line.slice(colon + 1).trim();
        properties.set(name, { returns: returns === "" ? undefined : resolveType(returns, absolute) });
        continue;
      }
      const name = `${owner}.${line.slice(0, open)}`;
      const stub = parseCallable(name, line, open, absolute);
      const known = callables.get(name);
      callables.set(name, known ? combined(known, stub) : stub);
    }
  }
  return { callables, classes, properties, aliases };
}

function parseCallable(name: string, line: string, open: number, absolute: (name: string) => string): Callable {
  const close = line.indexOf(")", open);
  if (close < 0) throw new SyntaxError(`stub: ${line}`);
  const parameters: Parameter[] = [];
  let isWhole = true;
  let kind: Parameter["kind"] = "positional";
  for (const item of line.slice(open + 1, close).split(",")) {
    const [written = "", role] = item.split(":").map((each) => each.trim());
    if (written === "") continue;
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
  const rest = line.slice(close + 1).trim();
  const [head = "", ...marks] = rest.split("!").map((each) => each.trim());
  const returns = head.startsWith("->") ? resolveType(head.slice(2).trim(), absolute) : undefined;
  return { name, parameters, isWhole, returns, effects: marks as Effect[] };
}

function resolveType(type: string, absolute: (name: string) => string): string {
  return type.replace(/(^|[[, ])(\.[\w.]+)/gu, (_, before: string, name: string) => before + absolute(name));
}

/** A curated stub over a generated one. */
function combined(known: Callable, stub: Callable): Callable {
  const returns = stub.returns ?? known.returns;
  const effects = [...new Set([...known.effects, ...stub.effects])];
  if (stub.isWhole) return { ...stub, returns, effects };
  const roles = new Map(stub.parameters.map((each) => [each.name, each.role]));
  const names = new Set(known.parameters.map((each) => each.name));
  const takesMore = known.parameters.some((each) => each.kind === "var-keyword") || !known.isWhole;
  const extra = takesMore ? stub.parameters.filter((each) => !names.has(each.name)).map((each) => ({ ...each, kind: "keyword-only" as const })) : [];
  return {
    name: known.name,
    parameters: [...known.parameters.map((each) => ({ ...each, role: roles.get(each.name) ?? each.role })), ...extra],
    isWhole: known.isWhole,
    returns,
    effects,
  };
}
