/**
 * Archives that are unpacked to wherever their entries say.
 *
 *     with tarfile.open("data.tar.gz") as tar:
 *         tar.extractall("data")                     an entry named "../../.bashrc" leaves the folder
 *     tar.extractall("data", filter="data")          checked
 *     tar.extractall("data", filter="fully_trusted") as the first
 *     tar.extractall("data", members=chosen(tar))    somebody chose
 *     tar.extractall("data", members=[m for m in tar if m.name.endswith(".csv")])     as the first: "../../x.csv" ends so too
 *     shutil.unpack_archive("data.tar.gz")           the same as the first
 *     zipfile.ZipFile("a.zip").extractall()          zipfile takes drives, roots and ".." away by itself, shutil leaves them out
 *
 * Left out too: an archive that the document packs itself, one whose entries it looks through, code that asks for the version of Python.
 */
import { defineFact } from "../engine/fact.ts";
import { callableOf } from "../knowledge/callables.ts";
import type { CallEvent } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Expression, Node } from "../syntax/nodes.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf, functionAround } from "./ancestors.ts";
import { argumentRoles } from "./argument-roles.ts";
import { argument, calls, mayPass } from "./calls.ts";
import type { DocumentCalls } from "./calls.ts";
import { dataOrigin } from "./data-origin.ts";
import type { DataOrigin } from "./data-origin.ts";
import { gathered } from "./kept.ts";
import { textOf } from "./values.ts";

export interface ArchiveExtraction {
  readonly event: CallEvent;
  readonly origin: DataOrigin;
}

export const archiveExtractions = defineFact<never, readonly ArchiveExtraction[]>({
  name: "archiveExtractions",
  needs: { calls },
  document(context) {
    const found = extractionsIn(context.analysis);
    if (found.length === 0 || filterSettingsIn(context.analysis).length > 0) return [];
    return found.flatMap((event) => {
      const origin = originOf(event, context.get(calls));
      return origin.kind === "own" ? [] : [{ event, origin }];
    });
  },
});

const openers = ["tarfile.open", "tarfile.TarFile.open", "tarfile.TarFile"];

/** Each call once, with open parameters. */
const extractionsIn = gathered(({ calls }): readonly CallEvent[] => {
  const seen = new Set<Node>();
  return calls.filter((event) => {
    if (event.via.length > 0 || seen.has(event.node) || !isUnchecked(event)) return false;
    seen.add(event.node);
    return true;
  });
});

/** `tarfile.TarFile.extraction_filter = ...`: the default for all. */
const filterSettingsIn = gathered(({ unit }) => (/\.extraction_filter\s*=/u.test(unit.text) ? [unit] : []));

function isUnchecked(event: CallEvent): boolean {
  const { target } = event;
  if (target === "shutil.unpack_archive") return isTar(event) && !isFiltered(event) && !isVersionChecked(event);
  if (target !== "tarfile.TarFile.extractall") return false;
  return !isFiltered(event) && (!mayPass(event, "members") || isByEnding(argument(event, "members")?.node)) && !isVersionChecked(event) && !isInspected(event);
}

function isFiltered(event: CallEvent): boolean {
  const filter = argument(event, "filter");
  return mayPass(event, "filter") && (filter === undefined || textOf(filter.value) !== "fully_trusted");
}

/** Entries taken by how their names end, or by what kind of entry they are: where they go is looked at nowhere. */
function isByEnding(members: Expression | undefined): boolean {
  if (members?.kind !== "ListComp" && members?.kind !== "GeneratorExp") return false;
  const [generator] = members.generators;
  if (!generator || members.generators.length !== 1 || members.elt.kind !== "Name") return false;
  const saysNothing = (test: Expression): boolean => {
    if (test.kind === "BoolOp") return test.values.every(saysNothing);
    if (test.kind === "UnaryOp" && test.op === "not") return saysNothing(test.operand);
    return test.kind === "Call" && test.func.kind === "Attribute" && /^(?:endswith|isfile|isreg|isdir)$/u.test(test.func.attr.name);
  };
  return generator.ifs.every(saysNothing);
}

/** Proved by the format or by the ending of the name; `filter` is no argument for a zip. */
function isTar(event: CallEvent): boolean {
  const format = argument(event, "format");
  if (format) return /^(?:gz|bz|xz|zst)?tar$/u.test(textOf(format.value) ?? "");
  return /\.(?:tar(?:\.(?:gz|bz2|xz|zst))?|tgz|tbz2|txz|tzst)$/iu.test(endingOf(argument(event, "filename")?.value));
}

function endingOf(value: Value | undefined): string {
  const last = value?.constant?.kind === "text" ? value.constant.pieces.at(-1) : undefined;
  return last?.kind === "literal" ? last.text : "";
}

/** `if hasattr(tarfile, "data_filter"): ... else: tar.extractall()`, or after `except TypeError`. */
function isVersionChecked({ unit, node }: CallEvent): boolean {
  return ancestorsOf(unit, node).some((each) =>
    each.kind === "ExceptHandler" || (each.kind === "If" && /filter|version/u.test(unit.text.slice(each.test.start, each.test.end))));
}

/** The same function, or the same statement at module level, goes through the entries first. */
function isInspected({ unit, node }: CallEvent): boolean {
  const archive = node.func.kind === "Attribute" ? unit.text.slice(node.func.value.start, node.func.value.end) : "";
  const around = functionAround(ancestorsOf(unit, node));
  let found = false;
  walk(around ? around.body : unit.body, (each) => {
    if (each.start >= node.start) return "skip";
    const looks = each.kind === "Attribute" && ["getmembers", "getnames", "getmember", "next"].includes(each.attr.name);
    const loops = (each.kind === "For" || each.kind === "Comprehension") && unit.text.slice(each.iter.start, each.iter.end) === archive;
    if (looks || loops) found = true;
    return undefined;
  });
  return found;
}

// ---- where the archive comes from --------------------------------------------------------------------------

function originOf(event: CallEvent, calls: DocumentCalls): DataOrigin {
  const opened = event.target === "shutil.unpack_archive" ? event : openingOf(event, calls);
  const sources = opened ? ["filename", "name", "fileobj"].flatMap((parameter) => argument(opened, parameter) ?? []) : [];
  for (const { node, value } of sources) {
    if (value.constant?.kind === "none") continue;
    const here: Source = { text: textOf(value), written: opened ? opened.unit.text.slice(node.start, node.end) : "", scope: opened?.scope?.node };
    if (isPackedHere(value, here, calls)) return { kind: "own" };
    const origin = dataOrigin(value, calls);
    if (origin.kind === "outside") return origin;
    const download = downloadOf(here, calls);
    if (download) return { kind: "outside", from: "the network", place: { anchor: download.unit.anchor, start: download.node.start, end: download.node.end } };
  }
  return { kind: "unknown" };
}

function openingOf({ receiver }: CallEvent, calls: DocumentCalls): CallEvent | undefined {
  return calls.to(...openers).find(({ unit, node }) =>
    receiver?.origins.some((origin) => origin.kind === "call" && origin.place.anchor === unit.anchor && origin.place.start === node.start));
}

/** A file, by the text of its path or, in one function, by how it is written. */
interface Source {
  readonly text: string | undefined;
  readonly written: string;
  readonly scope: Node | undefined;
}

function isSame(source: Source, { unit, scope }: CallEvent, { node, value }: CallEvent["args"][number]): boolean {
  const text = textOf(value);
  if (source.text !== undefined && text !== undefined) return source.text === text;
  return scope?.node === source.scope && unit.text.slice(node.start, node.end) === source.written && (node.kind === "Name" || node.kind === "Attribute");
}

function isPackedHere(value: Value, source: Source, calls: DocumentCalls): boolean {
  if (value.origins.some((origin) => origin.kind === "call" && origin.target === "shutil.make_archive")) return true;
  return calls.to(...openers).some((event) => {
    const mode = argument(event, "mode");
    if (!mode || !/^[wxa]/u.test(textOf(mode.value) ?? "")) return false;
    return ["name", "fileobj"].some((parameter) => {
      const written = argument(event, parameter);
      return written !== undefined && isSame(source, event, written);
    });
  });
}

/** `urlretrieve(url, path)` of the same path. */
function downloadOf(source: Source, calls: DocumentCalls): CallEvent | undefined {
  return calls.all.find((event) => {
    const effects = event.target === undefined ? undefined : callableOf(event.target)?.effects;
    if (effects?.includes("network") !== true || !effects.includes("write")) return false;
    return argumentRoles(event).some(({ role, argument: each }) => role === "write-path" && isSame(source, event, each));
  });
}
