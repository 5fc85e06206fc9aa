/**
 * Relative paths that lead to the file from one working directory only, and the repair.
 *
 *     project/src/train.py    open("../data/x.csv")     `up`: only from a folder beside data
 *     project/src/train.py    open("rates.csv")         `beside`: src/rates.csv is there, project/rates.csv is not
 *
 *     Path(__file__).resolve().parents[1] / "data" / "x.csv"     wherever the program is started
 */
import { defineFact } from "../../engine/fact.ts";
import type { Fix } from "../../engine/finding.ts";
import { place } from "../../syntax/unit.ts";
import type { Place } from "../../syntax/unit.ts";
import { replace } from "../call-edits.ts";
import type { Disk } from "../disk.ts";
import { disk } from "../disk.ts";
import type { DocumentKind } from "../document-kind.ts";
import { precedes } from "../edits.ts";
import type { Edits } from "../edits.ts";
import { gathered } from "../kept.ts";
import { normalPath, unitFileUses } from "./file-uses.ts";
import type { FileUse } from "./file-uses.ts";
import { madeFiles } from "./made-files.ts";
import { isParameters } from "./parameter-cells.ts";
import { literalAt } from "./uses.ts";
import type { PathLiteral } from "./uses.ts";
import { relativeReads } from "./relative-reads.ts";
import type { TextConstant } from "../text-constants.ts";
import { beginningOf } from "../values.ts";

export interface CwdPath {
  readonly kind: "up" | "beside";
  /** The literal that it begins with. */
  readonly literal: PathLiteral;
  /** As far as it is known. */
  readonly text: string;
  readonly use: Place;
  readonly isElsewhere: boolean;
  /** False where the path leads nowhere from the document's own folder: it is started somewhere else. */
  readonly isFromHere: boolean;
}

/** In document order; none where the code changes the working directory itself. */
export const cwdPaths = defineFact<never, readonly CwdPath[]>({
  name: "cwdPaths",
  needs: { disk, madeFiles, relativeReads },
  document({ analysis, document: { dialect }, get }) {
    const around = get(disk);
    const found = new Map<string, CwdPath>();
    const add = (path: CwdPath): void => {
      const key = `${String(path.literal.place.anchor.id)}:${String(path.literal.place.start)}`;
      const known = found.get(key);
      if (!known || (known.isElsewhere && !path.isElsewhere)) found.set(key, path);
    };
    if (get(madeFiles).isElsewhere) return [];
    // Code that asks whether the file is there is ready for another folder.
    const asked = new Set(askedIn(analysis));
    for (const use of upwardIn(analysis)) {
      const path = asked.has(use.path ?? "") ? undefined : leadingUp(use, around);
      if (path) add(path);
    }
    if (dialect === "script" || dialect === "cells") {
      for (const { path, folder, text, literal, use, isElsewhere } of get(relativeReads)) {
        if (folder === undefined && isBeside(path, around) && !get(madeFiles).mayMake(path)) add({ kind: "beside", literal, text, use, isElsewhere, isFromHere: true });
      }
    }
    return [...found.values()].sort((a, b) => (precedes(a.literal.place, b.literal.place) ? -1 : 1));
  },
});

/** Paths that code asks for, and uses of paths that go up. */
const askedIn = gathered((analysis) => unitFileUses(analysis).flatMap(({ does, path }) => (does === "ask" && path !== undefined ? [path] : [])));
const upwardIn = gathered((analysis) => unitFileUses(analysis).filter(({ value, does }) => does !== "ask" && /^\.\.(?:[\\/]|$)/u.test(beginningOf(value) ?? "")));

function leadingUp({ event, node, value, path, does }: FileUse, around: Disk): CwdPath | undefined {
  const text = beginningOf(value);
  const [first] = value.constant?.kind === "text" ? value.constant.pieces : [];
  if (text === undefined || first?.kind !== "literal" || !first.place) return undefined;
  const literal = literalAt(first.place, first.text);
  if (literal.isSetting || isParameters(literal.place.anchor.cell)) return undefined;
  const use = place(event.unit, node);
  const isElsewhere = use.anchor !== literal.place.anchor || literal.place.start < use.start || literal.place.end > use.end;
  const whole = does === "read" ? path : undefined;
  const isFromHere = whole === undefined || around.presence(around.folder, whole) !== "missing";
  return { kind: "up", literal, text, use, isElsewhere, isFromHere };
}

/** There beside the document, and from no folder above it. */
function isBeside(path: string, { folders, folder, presence }: Disk): boolean {
  if (path.startsWith("..") || folders.length < 2) return false;
  return folders.every((each) => presence(each, path) === (each === folder ? "there" : "missing"));
}

// ---- repair ------------------------------------------------------------------------------------------------

/** The path from the document's own file, which is the same wherever the program is started. */
export function anchoredFix(path: CwdPath, { edits, document, takesPath }: AnchorSurroundings): Fix | undefined {
  const { written } = path.literal;
  if (written.kind !== "string" || !path.isFromHere || document.dialect === "notebook" || document.dialect === "databricks") return undefined;
  const { constant } = written;
  const parts = normalPath(constant.node.value).split("/");
  const up = parts.filter((part) => part === "..").length;
  const down = parts.slice(up);
  const access = edits.importingFrom("pathlib", "Path", constant.place);
  if (!access || down.includes("") || /[\\/]$/u.test(constant.node.value)) return undefined;
  const start = `${access.name}(__file__).resolve().parent${up === 0 ? "" : `s[${String(up)}]`}`;
  const joined = [start, ...down.map((part) => JSON.stringify(part))].join(" / ");
  const text = takesPath(constant) ? joined : `str(${joined})`;
  return { title: "Start it from this file's folder", safety: "review", edits: [...access.edits, replace(constant.unit, constant.node, text)] };
}

export interface AnchorSurroundings {
  readonly edits: Edits;
  readonly document: DocumentKind;
  /** Whether the string is the argument of something that takes `pathlib` paths. */
  readonly takesPath: (constant: TextConstant) => boolean;
}
