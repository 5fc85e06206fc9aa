/**
 * Library calls whose result is known better than by type: texts, paths, values from outside, builtins.
 *
 *     os.path.join(root, "x.csv")      text
 *     os.getenv("DB_PASSWORD")         unknown, from the environment
 *     sorted(paths)                    list with the same elements in common
 *
 * A model answers `undefined` when it has nothing to say; then the return type of the library's knowledge counts.
 */
import type { Place } from "../syntax/unit.ts";
import type { ArgumentValue } from "./analysis.ts";
import { attributeOf, importedModule } from "./attributes.ts";
import { isCallable } from "./callbacks.ts";
import { isSomething } from "./comparisons.ts";
import type { Expanded } from "./functions.ts";
import { isInstanceOfAny, listedClasses } from "./instances.ts";
import { sequenceBuiltin } from "./known-sequences.ts";
import { elementOf, isNone, membersOf, sameKey } from "./join.ts";
import { parameterIndex } from "./library-types.ts";
import type { Machine } from "./machine.ts";
import { isPath, truth } from "./operators.ts";
import { baseName, directoryName, isAbsolute, joinPath, withSuffix } from "./paths.ts";
import { textMethod } from "./text-methods.ts";
import { asPieces, originsOf, piecesOf, plainText, textOf } from "./texts.ts";
import type { Origin, Piece, Value } from "./value.ts";
import { unionOrigins, withoutLiterals } from "./interner.ts";

export interface LibraryCall extends Expanded {
  readonly machine: Machine;
  readonly target: string;
  readonly receiver: Value | undefined;
  readonly args: readonly ArgumentValue[];
  readonly place: Place;
  /** What a function of the program gives for these arguments; what it does meanwhile counts as having perhaps happened. */
  readonly applied?: (callable: Value, args: readonly Value[]) => Value;
  /** See {@link originsOfResult}: made when it is first asked for. */
  origins: readonly Origin[] | undefined;
}

export function libraryCall(call: LibraryCall): Value | undefined {
  const { target, receiver } = call;
  if (receiver && target.startsWith("builtins.str.")) return textMethod(call, receiver);
  if (receiver && isPath(receiver)) return pathMethod(call, receiver);
  if (target.startsWith("builtins.")) return builtinCall(call);
  if (target.startsWith("os.")) return osCall(call);
  if (target.startsWith("pathlib.")) return pathlibCall(call);
  return otherCall(call);
}

/** What was passed for a parameter, by name or by position. */
export function argumentOf(call: LibraryCall, parameter: string): Value | undefined {
  const byName = call.keywords.get(parameter);
  if (byName || call.positional.length === 0) return byName;
  const index = parameterIndex(call.target, parameter, call.positional.length);
  return index >= 0 ? call.positional[index] : undefined;
}

/** Where a call's result comes from: the call itself, then where what went into it comes from. */
export function originsOfResult(call: LibraryCall): readonly Origin[] {
  return (call.origins ??= resultOrigins(call.target, call.place, call.receiver, call.args));
}

export function resultOrigins(target: string, place: Place, receiver: Value | undefined, args: readonly ArgumentValue[]): readonly Origin[] {
  let result: readonly Origin[] = [{ kind: "call", target, place }];
  if (receiver) result = unionOrigins(result, withoutLiterals(receiver.origins));
  for (const { value } of args) result = unionOrigins(result, withoutLiterals(value.origins));
  return result;
}

/** Place of a positional argument. */
export function argumentPlace(call: LibraryCall, index: number): Place | undefined {
  const node = call.args[index]?.node;
  return node && { anchor: call.place.anchor, start: node.start, end: node.end };
}

export function external(call: LibraryCall, source: (Origin & { kind: "external" })["source"], name?: string): Origin {
  return { kind: "external", source, name, place: call.place };
}

function called(call: LibraryCall): Origin {
  return { kind: "call", target: call.target, place: call.place };
}

function places(call: LibraryCall): readonly (Place | undefined)[] {
  return call.positional.map((_, index) => argumentPlace(call, index));
}

// ---- builtins ----------------------------------------------------------------------------------------------

function builtinCall(call: LibraryCall): Value | undefined {
  const { interner } = call.machine;
  const [first] = call.positional;
  const origins = first ? first.origins : [];
  const known = sequenceBuiltin(call);
  if (known) return known;
  switch (call.target) {
    case "builtins.str":
      if (!first) return interner.text([{ kind: "literal", text: "", place: call.place }]);
      return call.isOpen ? interner.instance("builtins.str") : interner.text(asPieces(first, argumentPlace(call, 0)), origins);
    case "builtins.int":
    case "builtins.float": {
      const isInteger = call.target === "builtins.int";
      const text = first && plainText(first);
      const number = first?.constant?.kind === "number" ? first.constant.value : text !== undefined && text.trim() !== "" ? numberOf(text) : undefined;
      if (number !== undefined && call.positional.length === 1 && call.keywords.size === 0 && !call.isOpen) return interner.number(isInteger ? Math.trunc(number) : number, isInteger, origins);
      return interner.instance(call.target, origins);
    }
    case "builtins.bool": {
      const known = first && truth(first);
      return known === undefined ? interner.instance("builtins.bool", origins) : interner.bool(known, origins);
    }
    case "builtins.input":
      return interner.instance("builtins.str", [external(call, "input")]);
    case "builtins.repr":
    case "builtins.ascii":
    case "builtins.format":
    case "builtins.chr":
      return interner.instance("builtins.str", origins);
    case "builtins.len":
    case "builtins.ord":
    case "builtins.id":
    case "builtins.hash":
      return interner.instance("builtins.int");
    case "builtins.isinstance": {
      const classes = call.positional[1] && listedClasses(call.positional[1]);
      const answers = first && classes ? membersOf(first).map((member) => (isSomething(member) || isNone(member) ? isInstanceOfAny(member, classes) : undefined)) : [];
      const [known] = answers;
      return known !== undefined && answers.every((each) => each === known) ? interner.bool(known) : interner.instance("builtins.bool");
    }
    case "builtins.issubclass":
    case "builtins.callable":
    case "builtins.hasattr":
    case "builtins.any":
    case "builtins.all":
      return interner.instance("builtins.bool");
    case "builtins.abs": {
      const name = first?.type?.kind === "instance" ? first.type.name : undefined;
      return name === "builtins.int" || name === "builtins.bool" ? interner.instance("builtins.int") : name === "builtins.float" ? interner.instance(name) : undefined;
    }
    case "builtins.range":
      return knownRange(call) ?? interner.value({ type: { kind: "sequence", name: "iterator", element: interner.instance("builtins.int") } });
    case "builtins.list":
    case "builtins.tuple":
      return collected(call, call.target === "builtins.list" ? "list" : "tuple");
    case "builtins.set":
    case "builtins.frozenset": {
      const element = first && elementOf(interner, first);
      return element ? interner.value({ type: { kind: "sequence", name: "builtins.set", element }, origins: [called(call)] }) : interner.instance("builtins.set", [called(call)]);
    }
    case "builtins.sorted":
    case "builtins.reversed": {
      const element = first && elementOf(interner, first);
      const known = [called(call), ...withoutLiterals(origins)];
      if (call.target === "builtins.reversed") return element && interner.value({ type: { kind: "sequence", name: "iterator", element }, origins: known });
      return element ? interner.value({ type: { kind: "sequence", name: "builtins.list", element }, origins: known }) : interner.instance("builtins.list", known);
    }
    case "builtins.enumerate": {
      const pair = interner.value({ type: { kind: "tuple", elements: [interner.instance("builtins.int"), elementOrUnknown(call, first)] } });
      return interner.value({ type: { kind: "sequence", name: "iterator", element: pair }, origins: withoutLiterals(origins) });
    }
    case "builtins.zip": {
      if (call.isOpen) return undefined;
      const tuple = interner.value({ type: { kind: "tuple", elements: call.positional.map((each) => elementOrUnknown(call, each)) } });
      return interner.value({ type: { kind: "sequence", name: "iterator", element: tuple } });
    }
    case "builtins.iter":
      return first && elementOf(interner, first) && interner.value({ type: { kind: "sequence", name: "iterator", element: elementOrUnknown(call, first) } });
    case "builtins.next":
      return first && elementOf(interner, first);
    case "builtins.dict":
      return dictionary(call);
    case "builtins.type":
      return first?.type?.kind === "object" && call.positional.length === 1 ? first.type.class : undefined;
    case "builtins.getattr": {
      const name = call.positional[1] && plainText(call.positional[1]);
      if (!first || name === undefined || call.positional.length > 2) return interner.unknown;
      return attributeOf(call.machine, first, name, call.place, () => interner.unknown);
    }
    default:
      return undefined;
  }
}

function elementOrUnknown(call: LibraryCall, value: Value | undefined): Value {
  const { interner } = call.machine;
  return (value && elementOf(interner, value)) ?? interner.unknown;
}

/** Numbers that Python's `float()` reads the same way; `nan` and `inf` included. */
function numberOf(text: string): number | undefined {
  const plain = text.trim().toLowerCase();
  if (/^[+-]?nan$/u.test(plain)) return Number.NaN;
  if (/^[+-]?inf(?:inity)?$/u.test(plain)) return plain.startsWith("-") ? -Infinity : Infinity;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/u.test(plain) ? Number(plain) : undefined;
}

function collected(call: LibraryCall, kind: "list" | "tuple"): Value {
  const { interner } = call.machine;
  const [first] = call.positional;
  const literal = { kind: "literal", place: call.place } as const;
  if (!first) return interner.value({ type: { kind, elements: [] }, origins: [literal] });
  const { type } = first;
  if (type?.kind === "list" || type?.kind === "tuple") return interner.value({ type: { kind, elements: type.elements }, origins: [literal] });
  const letters = type?.kind === "instance" && type.name === "builtins.str" ? plainText(first) : undefined;
  if (letters !== undefined && letters.length <= maximumLetters) {
    return interner.value({ type: { kind, elements: [...letters].map((letter) => interner.text([{ kind: "literal", text: letter, place: undefined }])) }, origins: [literal] });
  }
  const origins = [literal, ...withoutLiterals(first.origins)];
  const element = elementOf(interner, first);
  return element ? interner.value({ type: { kind: "sequence", name: `builtins.${kind}`, element }, origins }) : interner.instance(`builtins.${kind}`, origins);
}

/** Letters of a text up to which `list("ab")` is known letter by letter. */
const maximumLetters = 64;

function dictionary(call: LibraryCall): Value {
  const { interner } = call.machine;
  const [first] = call.positional;
  const keywords = [...call.keywords].map(([name, value]) => ({ key: interner.text([{ kind: "literal", text: name, place: undefined }]), value }));
  const base = first?.type?.kind === "dict" ? first.type : undefined;
  const open = call.isOpen || (first !== undefined && base?.open !== false);
  const kept = base?.entries.filter((entry) => !keywords.some((each) => sameKey(each.key, entry.key))) ?? [];
  const entries = [...kept, ...keywords];
  return interner.value({ type: { kind: "dict", entries, open }, origins: [{ kind: "literal", place: call.place }] });
}

// ---- os ----------------------------------------------------------------------------------------------------

function osCall(call: LibraryCall): Value | undefined {
  const { interner } = call.machine;
  const [first] = call.positional;
  const pieces = first && piecesOf(first);
  switch (call.target) {
    case "os.getenv":
    case "os.environ.get":
    case "os.environ.pop":
    case "os.environ.setdefault":
    case "os.getenvb": {
      const key = first ?? call.keywords.get("key");
      return interner.value({ origins: [external(call, "environment", key && plainText(key))] });
    }
    case "os.path.join":
      return call.isOpen || call.positional.length === 0 ? interner.instance("builtins.str") : joinPath(call.machine, call.positional, places(call), "builtins.str");
    case "os.path.dirname":
      return pieces && textOrHole(call, directoryName(pieces), first);
    case "os.path.basename":
      return pieces && textOrHole(call, baseName(pieces), first);
    case "os.fspath":
    case "os.path.normpath":
    case "os.path.normcase":
      return pieces && interner.text(pieces, first.origins);
    case "os.path.abspath":
    case "os.path.realpath": {
      if (!pieces) return first && hole(call, first);
      const [head] = pieces;
      if (head?.kind === "hole" || isAbsolute(head?.text ?? "")) return interner.text(pieces, first.origins);
      const root = hole(call, first);
      const text = textOf(pieces);
      return text === "." || text === "" ? root : joinPath(call.machine, [root, first], [call.place, argumentPlace(call, 0)], "builtins.str");
    }
    case "os.path.expanduser":
      return pieces && expandedUser(call, pieces, first, "builtins.str");
    case "os.path.expandvars":
      return pieces && !(textOf(pieces) ?? "$").includes("$") ? first : interner.instance("builtins.str", [external(call, "environment")]);
    default:
      return undefined;
  }
}

/** A text that is one hole: the result of this very call. */
function hole(call: LibraryCall, from: Value | undefined, typeName = "builtins.str"): Value {
  const { interner } = call.machine;
  const origins = [called(call), ...(from?.origins ?? []).filter((origin) => origin.kind !== "literal")];
  const value = interner.instance(typeName, origins);
  return interner.text([{ kind: "hole", value, place: call.place }], origins, typeName);
}

function textOrHole(call: LibraryCall, pieces: readonly Piece[] | undefined, from: Value | undefined, typeName = "builtins.str"): Value {
  return pieces ? call.machine.interner.text(pieces, from?.origins ?? [], typeName) : hole(call, from, typeName);
}

/** `~/data` becomes a hole (the home folder) and `/data`. */
function expandedUser(call: LibraryCall, pieces: readonly Piece[], from: Value, typeName: string): Value {
  const [head, ...rest] = pieces;
  if (head?.kind !== "literal" || !head.text.startsWith("~")) return call.machine.interner.text(pieces, from.origins, typeName);
  const slash = head.text.indexOf("/");
  const root = hole(call, from, typeName);
  const tail: Piece[] = slash < 0 ? rest : [{ ...head, text: head.text.slice(slash) }, ...rest];
  return call.machine.interner.text([...(piecesOf(root) ?? []), ...tail], root.origins, typeName);
}

// ---- pathlib -----------------------------------------------------------------------------------------------

function pathlibCall(call: LibraryCall): Value | undefined {
  switch (call.target) {
    case "pathlib.Path":
    case "pathlib.PurePath":
    case "pathlib.PosixPath":
    case "pathlib.PurePosixPath":
    case "pathlib.WindowsPath":
    case "pathlib.PureWindowsPath":
      if (call.isOpen) return undefined;
      if (call.positional.length === 0) return call.machine.interner.text([{ kind: "literal", text: ".", place: call.place }], [], call.target);
      return joinPath(call.machine, call.positional, places(call), call.target);
    case "pathlib.Path.home":
    case "pathlib.Path.cwd":
      return hole(call, undefined, "pathlib.Path");
    default:
      return undefined;
  }
}

function pathMethod(call: LibraryCall, receiver: Value): Value | undefined {
  const { machine } = call;
  const pieces = piecesOf(receiver);
  const typeName = receiver.type?.kind === "instance" ? receiver.type.name : "pathlib.Path";
  const method = call.target.slice(call.target.lastIndexOf(".") + 1);
  const [first] = call.positional;
  switch (method) {
    case "joinpath":
      return call.isOpen ? undefined : joinPath(machine, [receiver, ...call.positional], [call.place, ...places(call)], typeName);
    case "resolve":
    case "absolute": {
      const [head] = pieces ?? [];
      if (!pieces || head?.kind === "hole" || isAbsolute(head?.text ?? "")) return receiver;
      return joinPath(machine, [hole(call, undefined, typeName), receiver], [call.place, call.place], typeName);
    }
    case "expanduser":
      return pieces ? expandedUser(call, pieces, receiver, typeName) : receiver;
    case "with_name":
      return first && pieces ? textOrHole(call, replacedName(pieces, asPieces(first, argumentPlace(call, 0))), receiver, typeName) : undefined;
    case "with_suffix":
      return first && pieces ? textOrHole(call, withSuffix(pieces, asPieces(first, argumentPlace(call, 0))), receiver, typeName) : undefined;
    case "as_posix":
    case "__str__":
    case "__fspath__":
      return pieces && machine.interner.text(pieces, receiver.origins);
    default:
      return undefined;
  }
}

function replacedName(pieces: readonly Piece[], name: readonly Piece[]): readonly Piece[] | undefined {
  const folder = directoryName(pieces);
  return folder && [...folder, { kind: "literal", text: "/", place: undefined }, ...name];
}

/** `.parent`, `.name`, `.stem`, `.suffix` of a path with known pieces. */
export function pathAttribute(machine: Machine, value: Value, name: string, place: Place): Value | undefined {
  const pieces = piecesOf(value);
  const typeName = value.type?.kind === "instance" ? value.type.name : "pathlib.Path";
  const call: LibraryCall = {
    machine, target: `pathlib.PurePath.${name}`, receiver: value, args: [], place, positional: [], keywords: new Map(), isOpen: false, origins: undefined,
  };
  switch (name) {
    case "parent":
      return pieces && textOrHole(call, directoryName(pieces), value, typeName);
    case "name":
      return pieces && textOrHole(call, baseName(pieces), value);
    case "stem":
    case "suffix": {
      const text = pieces && baseName(pieces) && textOf(baseName(pieces) ?? []);
      if (text === undefined) return machine.interner.instance("builtins.str", value.origins);
      const dot = text.lastIndexOf(".");
      const cut = name === "stem" ? (dot <= 0 ? text : text.slice(0, dot)) : dot <= 0 ? "" : text.slice(dot);
      return machine.interner.text([{ kind: "literal", text: cut, place: undefined }], value.origins);
    }
    default:
      return undefined;
  }
}

// ---- other libraries ---------------------------------------------------------------------------------------

const networkReads = new Set([
  "requests.get", "requests.post", "requests.put", "requests.request", "requests.Session.get", "requests.Session.post", "httpx.get", "httpx.post",
  "urllib.request.urlopen", "urllib.request.urlretrieve",
]);

const argumentReaders = new Set([
  "argparse.ArgumentParser.parse_args", "optparse.OptionParser.parse_args", "docopt.docopt", "absl.flags.FLAGS", "sys.argv",
]);

function otherCall(call: LibraryCall): Value | undefined {
  const { interner } = call.machine;
  const [first] = call.positional;
  if (networkReads.has(call.target)) {
    const name = call.target.startsWith("requests.") ? "requests.Response" : call.target.startsWith("httpx.") ? "httpx.Response" : "http.client.HTTPResponse";
    return interner.instance(name, [called(call), external(call, "network")]);
  }
  if (argumentReaders.has(call.target)) return interner.instance("argparse.Namespace", [external(call, "argument")]);
  switch (call.target) {
    case "getpass.getpass":
      return interner.instance("builtins.str", [external(call, "input")]);
    case "argparse.ArgumentParser.parse_known_args": {
      const names = interner.instance("argparse.Namespace", [external(call, "argument")]);
      return interner.value({ type: { kind: "tuple", elements: [names, interner.unknown] } });
    }
    case "importlib.import_module": {
      const name = first && call.positional.length === 1 ? plainText(first) : undefined;
      return name === undefined || name.startsWith(".") || call.keywords.size > 0 ? undefined : importedModule(call.machine, name, call.place.anchor.cell.document.uri);
    }
    case "copy.copy":
    case "copy.deepcopy":
      return first && interner.value({ type: first.type, constant: first.constant, origins: [{ kind: "literal", place: call.place }, ...first.origins] });
    case "textwrap.dedent":
    case "inspect.cleandoc": {
      const pieces = first && piecesOf(first);
      return pieces && interner.text(pieces, first.origins);
    }
    case "functools.partial":
      if (!first || !isCallable(first) || call.isOpen) return undefined;
      return interner.value({ type: { kind: "partial", callable: first, args: call.positional.slice(1), keywords: [...call.keywords].map(([name, value]) => ({ name, value })) } });
    case "joblib.delayed":
      if (!first || !isCallable(first) || call.isOpen) return undefined;
      return interner.value({ type: { kind: "partial", callable: interner.symbol("joblib.delayed.__call__"), args: [first], keywords: [] } });
    case "dataclasses.field":
      return call.keywords.get("default") ?? madeBy(call.machine, call.keywords.get("default_factory"));
    case "typing.cast":
      return call.positional[1];
    case "contextlib.closing":
      return first;
    case "collections.defaultdict":
      return defaultDict(call);
    case "collections.OrderedDict":
    case "collections.deque":
      return undefined;
    case "string.Template":
      return undefined;
    default:
      return call.target.startsWith("sqlalchemy.text") && first ? statement(call, first) : undefined;
  }
}

/** An empty `defaultdict(list)`, which knows what it is filled with. */
function defaultDict(call: LibraryCall): Value | undefined {
  const [factory] = call.positional;
  if (!factory || call.positional.length > 1 || call.keywords.size > 0 || call.isOpen) return undefined;
  if (factory.type?.kind !== "symbol" || !emptyMakers.has(factory.type.name)) return undefined;
  const made = { callable: call.target, receiver: undefined, arguments: [{ keyword: undefined, unpacked: false, value: factory, place: call.place }], place: call.place };
  return call.machine.interner.value({ type: { kind: "instance", name: call.target, made }, origins: [called(call)] });
}

const emptyMakers: ReadonlySet<string> = new Set(["list", "dict", "set", "int", "float", "str"].map((name) => `builtins.${name}`));

/** What a class gives when it is called with nothing. */
function madeBy({ interner }: Machine, factory: Value | undefined): Value | undefined {
  switch (factory?.type?.kind === "symbol" ? factory.type.name : undefined) {
    case "builtins.list":
      return interner.instance("builtins.list");
    case "builtins.set":
      return interner.instance("builtins.set");
    case "builtins.dict":
      return interner.value({ type: { kind: "dict", entries: [], open: true } });
    default:
      return interner.unknown;
  }
}

/** `text("SELECT ...")`: a statement that still knows its text. */
function statement(call: LibraryCall, text: Value): Value {
  const origins = [called(call), ...originsOf([text])];
  return call.machine.interner.value({
    type: { kind: "instance", name: "sqlalchemy.TextClause" }, constant: text.constant?.kind === "text" ? text.constant : undefined, origins,
  });
}

/** Numbers that `range` may list one by one. */
const maximumRange = 64;

/** A short range of known bounds, number by number: `[f"band_{i}" for i in range(4)]` names four things. */
function knownRange(call: LibraryCall): Value | undefined {
  const { interner } = call.machine;
  const bounds = call.positional.map(({ constant }) => (constant?.kind === "number" && constant.isInteger ? constant.value : undefined));
  if (call.isOpen || bounds.length === 0 || bounds.length > 3 || bounds.includes(undefined)) return undefined;
  const [start = 0, stop = 0, step = 1] = bounds.length === 1 ? [0, bounds[0]] : bounds;
  const count = Math.max(0, Math.ceil((stop - start) / step));
  if (step === 0 || count > maximumRange) return undefined;
  const elements = Array.from({ length: count }, (_, index) => interner.number(start + index * step, true));
  return interner.value({ type: { kind: "tuple", elements } });
}
