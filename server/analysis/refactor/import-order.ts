/**
 * The order of imports as Ruff's isort has it, and import statements as its formatter writes them.
 *
 *     from __future__ import annotations      section 0
 *
 *     import a9                               section 1 to 4: standard library, libraries, own modules, relative ones
 *     import a10                              numbers count as numbers, case does not count
 *     from a import LIMIT, Frame, load        constants, classes, then the others
 */
import { standardLibraryModules } from "../knowledge/standard-library.ts";
import type { Import, ImportFrom } from "../syntax/nodes.ts";
import { compareText } from "../text/order.ts";
import { moduleOf } from "./imported-names.ts";

/** 0 future, 1 standard library, 2 libraries, 3 own modules, 4 relative. */
export type Section = 0 | 1 | 2 | 3 | 4;

export interface ImportKey {
  /** With leading dots; the first one of `import a, b`. */
  readonly module: string;
  readonly isFrom: boolean;
  readonly members: readonly Member[];
  readonly section: Section;
}

export interface Member {
  readonly name: string;
  readonly asname: string | undefined;
}

export function sectionOf(module: string, isOwn: boolean): Section {
  if (module === "__future__") return 0;
  if (module.startsWith(".")) return 4;
  const [root = ""] = module.split(".");
  if (isOwn) return 3;
  return standardLibraryModules.has(root) ? 1 : 2;
}

export function compareImports(a: ImportKey, b: ImportKey): number {
  return a.section - b.section || Number(a.isFrom) - Number(b.isFrom) || dots(b.module) - dots(a.module)
    || compareNatural(a.module.toLowerCase(), b.module.toLowerCase()) || compareNatural(a.module, b.module)
    || compareText(a.members[0]?.asname ?? "", b.members[0]?.asname ?? "") || compareMembers(a.members[0], b.members[0]);
}

/** Whether statements stand as Ruff would sort them, those of several modules excepted: it would part them. */
export function isInOrder(statements: readonly ImportKey[]): boolean {
  return statements.every((each, index) => {
    const previous = statements[index - 1];
    if (!each.isFrom && each.members.length > 1) return false;
    if (previous && compareImports(previous, each) > 0) return false;
    return !each.isFrom || each.members.every((member, at) => at === 0 || compareMembers(each.members[at - 1], member) <= 0);
  });
}

export function sortedMembers(members: readonly Member[]): readonly Member[] {
  return [...members].sort(compareMembers);
}

function compareMembers(a: Member | undefined, b: Member | undefined): number {
  if (!a || !b) return 0;
  return rank(a.name) - rank(b.name) || compareNatural(a.name.toLowerCase(), b.name.toLowerCase()) || compareNatural(a.name, b.name);
}

function rank(name: string): number {
  if (name.length > 1 && name === name.toUpperCase() && /[A-Z]/u.test(name)) return 0;
  return /^[A-Z]/u.test(name) ? 1 : 2;
}

function dots(module: string): number {
  return /^\.*/u.exec(module)?.[0].length ?? 0;
}

/** Runs of digits by their value. */
function compareNatural(a: string, b: string): number {
  const left = a.match(/\d+|\D/gu) ?? [];
  const right = b.match(/\d+|\D/gu) ?? [];
  for (const [index, part] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const difference = /^\d/u.test(part) && /^\d/u.test(other) ? Number(part) - Number(other) : 0;
    if (difference !== 0) return difference;
    if (part !== other) return compareText(part, other);
  }
  return left.length - right.length;
}

// ---- text --------------------------------------------------------------------------------------------------

/** Longest line that Ruff's formatter writes by itself. */
const lineLength = 88;

export function statementText({ module, isFrom, members }: ImportKey): string {
  return isFrom ? memberText(module, members, false) : `import ${members.map(written).join(", ")}`;
}

/** @param isOpen one name a line, because it was written so */
export function memberText(module: string, members: readonly Member[], isOpen: boolean): string {
  const names = members.map(written);
  const line = `from ${module} import ${names.join(", ")}`;
  return isOpen || line.length > lineLength ? `from ${module} import (\n${names.map((name) => `    ${name},\n`).join("")})` : line;
}

function written({ name, asname }: Member): string {
  return asname === undefined ? name : `${name} as ${asname}`;
}

/** Of a statement that is there. */
export function keyOf(node: Import | ImportFrom, isOwn: (module: string) => boolean): ImportKey {
  const isFrom = node.kind === "ImportFrom";
  const module = isFrom ? moduleOf(node) : (node.names[0]?.name.name ?? "");
  return { module, isFrom, members: node.names.map(({ name, asname }) => ({ name: name.name, asname: asname?.name })), section: sectionOf(module, isOwn(module)) };
}

/** One key for each name. */
export function separate(key: ImportKey): readonly ImportKey[] {
  return key.members.map((member) => ({ ...key, module: key.isFrom ? key.module : member.name, members: [member] }));
}
