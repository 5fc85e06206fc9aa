/**
 * Calls that take names of features, by the tables of the stores' dialects (store/reference-form.ts), and what they are handed.
 *
 *     store.get_online_features(features=[f"{VIEW}:{name}", other])
 *
 * is a call of Feast's form with two items: one text, whole when VIEW and name are known, and one of which nothing is known.
 */
import type { ArgumentValue, CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import type { Construction, Value } from "../semantic/value.ts";
import { argument, elements, isNone, lastStep, madeOf, text } from "../store/construction.ts";
import type { StoreDialect } from "../store/dialect.ts";
import { referencesInExpression } from "../store/expression-references.ts";
import type { ParsedReference } from "../store/reference.ts";
import type { ArgumentSpec, PartEntries, ReferenceForm } from "../store/reference-form.ts";
import { writtenText } from "../store/written-text.ts";
import type { WrittenText } from "../store/written-text.ts";
import type { Call } from "../syntax/nodes.ts";
import { gathered, keptWith } from "./kept.ts";

/** A call that takes names. */
export interface FeatureCall {
  readonly event: CallEvent;
  readonly form: ReferenceForm;
  readonly dialect: StoreDialect;
  /** The callable is known to be the library's, and not only taken for it. */
  readonly proved: boolean;
}

/** What a call is handed, as far as it is known. */
export interface Spoken {
  readonly references: readonly WrittenReference[];
  /** What is not known whole. */
  readonly open: readonly OpenReference[];
}

export interface OpenReference {
  /** What is known of its text. */
  readonly pieces: OpenText;
  /** The view is known, and named in an argument of its own: that of a form for views or fields. */
  readonly isViewTold?: boolean;
  /** No feature is named: all of the view. */
  readonly isWholeView?: boolean;
}

export interface WrittenReference {
  readonly written: WrittenText;
  /** View and feature come from arguments of their own. */
  readonly isSplit: boolean;
  readonly parsed: ParsedReference;
}

/** Pieces around `undefined`, which stands for anything; `undefined` where nothing is known, not even how many texts there are. */
export type OpenText = readonly (string | undefined)[] | undefined;

/** In the order of the code, each once for every way that leads to it; those in functions of other modules that the code calls, too. */
export function featureCalls(analysis: DocumentAnalysis, dialect: StoreDialect): readonly FeatureCall[] {
  return callsOf(dialect)(analysis);
}

const callsOf = keptWith((dialect: StoreDialect) => gathered(({ calls, reached }) => [...calls, ...reached].flatMap((event) => featureCallsOf(event, dialect))));

/** Mostly none or one. */
export function featureCallsOf(event: CallEvent, dialect: StoreDialect): readonly FeatureCall[] {
  const written = calledName(event.node);
  const { target } = event;
  const name = target === undefined ? written : lastStep(target);
  const forms = name === undefined ? undefined : formsOf(dialect).get(name);
  if (!forms) return [];
  return forms.flatMap((form): readonly FeatureCall[] => {
    const proved = fitsReceiver(event, form, dialect) ? isProved(event, form, dialect) : undefined;
    return proved === undefined ? [] : [{ event, form, dialect, proved }];
  });
}

const formsOf = keptWith(({ forms }: StoreDialect) => {
  const byName = new Map<string, ReferenceForm[]>();
  for (const form of forms) byName.set(form.callable, [...(byName.get(form.callable) ?? []), form]);
  return byName;
});

/** Forms that a call may be of by its text alone: in code that is being written. */
export function formsWritten(call: Call, dialects: readonly StoreDialect[]): readonly { readonly form: ReferenceForm; readonly dialect: StoreDialect }[] {
  const name = calledName(call);
  if (name === undefined) return [];
  const isMethod = call.func.kind === "Attribute";
  return dialects.flatMap((dialect) =>
    (formsOf(dialect).get(name) ?? []).filter(({ owner }) => owner === undefined || isMethod).map((form) => ({ form, dialect })));
}

function calledName({ func }: Call): string | undefined {
  return func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : undefined;
}

/** A method that services and views have alike is one form of each: the object says which. */
function fitsReceiver({ receiver }: CallEvent, { shape }: ReferenceForm, dialect: StoreDialect): boolean {
  const isOfServices = shape.kind === "references" && shape.argument === "receiver";
  const isOfViews = shape.kind === "fields" && shape.view === "receiver";
  if (!isOfServices && !isOfViews) return true;
  return isOfServices === (receiver !== undefined && dialect.serviceOf?.(receiver) !== undefined);
}

/** `undefined`: it is something else. */
function isProved(event: CallEvent, form: ReferenceForm, dialect: StoreDialect): boolean | undefined {
  if (form.qualified !== undefined) return isNamed(event, form.qualified) ? true : undefined;
  const { target, receiver, node } = event;
  const mayBe = form.mayBeUnproved === true;
  if (dialect.packages.length === 0) return !mayBe;
  if (form.owner === undefined) return target !== undefined && isOfLibrary(target, dialect) ? true : undefined;
  if (node.func.kind !== "Attribute") return undefined;
  const isOwner = (name: string): boolean => isOfLibrary(name, dialect) && lastStep(name) === form.owner;
  const type = receiver?.type;
  if (type !== undefined) return type.kind === "instance" && isOwner(type.name) ? true : undefined;
  if (target !== undefined && isOwner(target.slice(0, -form.callable.length - 1))) return true;
  return mayBe ? false : undefined;
}

/** Functions of the workspace are named by the file that defines them: `shop.features.load` is in shop/features.py. */
function isNamed({ target, callee: { type } }: CallEvent, qualified: string): boolean {
  if (target !== undefined) return target === qualified;
  const definition = type?.kind === "method" ? type.implementation?.type : type;
  if (definition?.kind !== "function" && definition?.kind !== "class") return false;
  const own = type?.kind === "method" ? type.name : definition.definition.name;
  if (!qualified.endsWith(`.${own}`)) return false;
  const file = definition.definition.place.anchor.cell.document.uri.replace(/(?:\/__init__)?\.\w+$/u, "");
  return file.endsWith(`/${qualified.slice(0, -own.length - 1).replaceAll(".", "/")}`);
}

export function isOfLibrary(qualifiedName: string, { packages }: StoreDialect): boolean {
  return packages.some((name) => qualifiedName.startsWith(name + "."));
}

/** The argument of a call; `undefined` when it is not given, or hidden in an unpacked one. */
export function argumentOf({ args, node, receiver }: CallEvent, spec: ArgumentSpec | "receiver"): ArgumentValue | undefined {
  if (spec === "receiver") {
    return receiver && node.func.kind === "Attribute" ? { node: node.func.value, keyword: undefined, position: -1, unpacked: false, value: receiver } : undefined;
  }
  const { names, position } = spec;
  return args.find((each) => (each.keyword === undefined ? each.position === position && !each.unpacked : names.includes(each.keyword)));
}

/** The argument that lists what is asked for. */
export function mainArgument({ shape }: ReferenceForm): ArgumentSpec | "receiver" {
  return shape.kind === "fields" ? shape.fields : shape.argument;
}

/** Names in the argument of a form that takes views or services. */
export function spokenNames(value: Value): readonly WrittenText[] {
  return (elements(value) ?? [value]).map(writtenText).filter((each) => each !== undefined);
}

/** References in the arguments of a call. */
export function spokenBy({ event, form, dialect }: FeatureCall): Spoken {
  return spoken((spec) => argumentOf(event, spec)?.value, event.receiver, form, dialect);
}

/** What is known of a view's name: the text, or pieces of it. */
export interface SpokenName {
  readonly written: WrittenText | undefined;
  readonly pieces: OpenText;
  /** See ParsedReference. */
  readonly revision?: string;
}

/** The name of the view that a value is, or for an object that stands for a view what it was made with. */
export function viewNameIn(value: Value | undefined, dialect: StoreDialect): SpokenName | undefined {
  let decorated: Value | undefined;
  for (let made = madeOf(value); made && isOfLibrary(made.callable, dialect); made = madeOf(made.receiver)) {
    const { callable } = made;
    const object = dialect.viewObjects?.find((each) => each.callable === lastStep(callable));
    if (object) {
      if (object.named) return impliedName(object.named(made));
      const name = givenTo(made, object.name);
      if (!name) return nameOfFunction(decorated);
      const found = madeOf(name) ? viewNameIn(name, dialect) : spokenName(name);
      return found && object.version ? { ...found, revision: revisionIn(givenTo(made, object.version)) } : found;
    }
    decorated = lastStep(callable) === "__call__" ? made.arguments[0]?.value : undefined;
  }
  return value && spokenName(value);
}

function revisionIn(value: Value | undefined): string {
  if (value?.constant?.kind === "number") return String(value.constant.value);
  return (value && writtenText(value)?.text) ?? "";
}

function spokenName(value: Value): SpokenName {
  return { written: writtenText(value), pieces: piecesOf(value) };
}

/** A decorator calls the view after its function: that is a name which is written, but not as a text. */
function nameOfFunction(value: Value | undefined): SpokenName | undefined {
  if (value?.type?.kind !== "function") return undefined;
  return impliedName(value.type.definition.name);
}

/** It is written nowhere as it is. */
function impliedName(name: string | undefined): SpokenName | undefined {
  return name === undefined ? undefined : { written: { text: name, pieces: [{ start: 0, end: name.length, content: undefined, place: undefined }] }, pieces: [name] };
}

const nothing: Spoken = { references: [], open: [{ pieces: undefined }] };

function spoken(argumentFor: (spec: ArgumentSpec) => Value | undefined, receiver: Value | undefined, { shape }: ReferenceForm, dialect: StoreDialect): Spoken {
  switch (shape.kind) {
    case "references": {
      const value = shape.argument === "receiver" ? receiver : argumentFor(shape.argument);
      if (!value) return nothing;
      if (shape.holds === "expression") return spokenExpression(value, dialect);
      if (shape.holds === "text") return spokenTexts([value], dialect);
      if (shape.holds === "text-or-list" && value.constant?.kind === "text") return spokenTexts([value], dialect);
      const listed = shape.holds === "lists" ? listsIn(value) : elements(value);
      return listed ? spokenTexts(listed, dialect) : { references: [], open: [{ pieces: sequencePieces(value) }] };
    }
    case "fields": {
      const view = viewNameIn(shape.view === "receiver" ? receiver : argumentFor(shape.view), dialect);
      const fields = argumentFor(shape.fields);
      if (!view) return nothing;
      return spokenFields(view, fields, dialect, shape.element);
    }
    case "parts": {
      const value = argumentFor(shape.argument);
      // A single part is taken for a list of one.
      const listed = value && (elements(value) ?? (madeOf(value) ? [value] : undefined));
      return listed ? joined(listed.map((each) => spokenByPart(each, dialect, shape.entries))) : nothing;
    }
    case "view":
    case "service":
      return { references: [], open: [] };
  }
}

function spokenTexts(values: readonly Value[], dialect: StoreDialect): Spoken {
  const references: WrittenReference[] = [];
  const open: OpenReference[] = [];
  for (const value of values) {
    const written = writtenText(value);
    if (written) references.push({ written, isSplit: false, parsed: dialect.grammar.parse(written.text) });
    else open.push({ pieces: piecesOf(value) });
  }
  return { references, open };
}

function spokenExpression(value: Value, { grammar }: StoreDialect): Spoken {
  const written = writtenText(value);
  if (!written) return nothing;
  return { references: referencesInExpression(written, grammar).map((each) => ({ ...each, isSplit: false })), open: [] };
}

/** Texts in the lists of a dict; `undefined` when they are not known one by one. */
function listsIn({ type }: Value): readonly Value[] | undefined {
  if (type?.kind !== "dict" || type.open) return undefined;
  const lists = type.entries.map(({ value }) => elements(value));
  return lists.every((each) => each !== undefined) ? lists.flat() : undefined;
}

/** A view and its fields, put together as the dialect writes a reference: each part keeps its own place. Without fields, all of them. */
function spokenFields({ written: head, pieces, revision }: SpokenName, given: Value | undefined, dialect: StoreDialect, element?: ArgumentSpec): Spoken {
  const { separator } = dialect.grammar;
  const headPieces = pieces ?? [undefined];
  const isViewTold = head !== undefined;
  const fields = given?.constant?.kind === "text" ? [given] : given && (elements(given) ?? keysIn(given));
  if (!fields) return { references: [], open: [{ pieces: [...headPieces, separator, undefined], isViewTold, isWholeView: !given || isNone(given) }] };
  const references: WrittenReference[] = [];
  const open: OpenReference[] = [];
  for (const each of fields) {
    const value = element ? nameInElement(each, element, dialect) : each;
    const tail = writtenText(value);
    if (head && tail) references.push(composed(head, separator, tail, revision));
    else open.push({ pieces: [...headPieces, separator, ...(tail ? [tail.text] : (piecesOf(value) ?? [undefined]))], isViewTold });
  }
  return { references, open };
}

/** `{"rate": "what it means"}` */
function keysIn({ type }: Value): readonly Value[] | undefined {
  return type?.kind === "dict" && !type.open ? type.entries.map(({ key }) => key) : undefined;
}

/** `{"FeatureName": "rate", ...}`, `Feature("rate")`. */
function nameInElement(value: Value, element: ArgumentSpec, dialect: StoreDialect): Value {
  if (value.type?.kind === "dict") return value.type.entries.find(({ key }) => element.names.includes(text(key) ?? ""))?.value ?? value;
  const made = madeOf(value);
  return (made && isOfLibrary(made.callable, dialect) ? givenTo(made, element) : undefined) ?? value;
}

function composed(view: WrittenText, separator: string, feature: WrittenText, revision: string | undefined): WrittenReference {
  const start = view.text.length + separator.length;
  const text = view.text + separator + feature.text;
  const shifted = feature.pieces.map((piece) => ({ ...piece, start: piece.start + start, end: piece.end + start }));
  return {
    isSplit: true,
    written: { text, pieces: [...view.pieces, { start: view.text.length, end: start, content: undefined, place: undefined }, ...shifted] },
    parsed: {
      view: { name: view.text, start: 0, end: view.text.length },
      version: undefined,
      revision,
      feature: { name: feature.text, start, end: text.length },
    },
  };
}

/**
 * What the call that made a part was handed, or that which made what it was made from (`view[["rate"]].with_name("v")`). Parts of the
 * library that are in no form say nothing of features.
 */
function spokenByPart(value: Value, dialect: StoreDialect, entries?: PartEntries): Spoken {
  if (entries && value.type?.kind === "dict") return spokenByEntries(value.type.entries, entries, dialect);
  let made = madeOf(value);
  if (!made || !isOfLibrary(made.callable, dialect)) return nothing;
  for (; made && isOfLibrary(made.callable, dialect); made = madeOf(made.receiver)) {
    const { callable, receiver } = made;
    const part = made;
    const form = formsOf(dialect).get(lastStep(callable))?.find(({ owner }) => owner === undefined);
    if (form) return spoken((spec) => givenTo(part, spec), receiver, form, dialect);
  }
  return { references: [], open: [] };
}

function spokenByEntries(given: readonly { readonly key: Value; readonly value: Value }[], { view, fields }: PartEntries, dialect: StoreDialect): Spoken {
  const under = (key: string): Value | undefined => given.find((each) => text(each.key) === key)?.value;
  const name = viewNameIn(under(view), dialect);
  if (!name) return nothing;
  // The view's name is told with those of its features alone.
  const { references, open } = spokenFields(name, under(fields), dialect);
  return { references, open: open.map((each) => ({ ...each, isViewTold: false })) };
}

function givenTo(made: Construction, { names, position }: ArgumentSpec): Value | undefined {
  for (const name of names) {
    const found = argument(made, name, position);
    if (found.kind === "given") return found.value;
  }
  return undefined;
}

function joined(all: readonly Spoken[]): Spoken {
  return { references: all.flatMap(({ references }) => references), open: all.flatMap(({ open }) => open) };
}

export function piecesOf({ constant }: Value): OpenText {
  if (constant?.kind !== "text") return undefined;
  return constant.pieces.map((piece) => (piece.kind === "hole" ? undefined : piece.text));
}

/** Of a list whose length is not known, what all its texts have in common. */
function sequencePieces({ type }: Value): OpenText {
  return type?.kind === "sequence" ? piecesOf(type.element) : undefined;
}
