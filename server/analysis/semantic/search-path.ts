/**
 * What a document adds to `sys.path`, where that is constant.
 *
 *     ROOT = Path(__file__).resolve().parents[1]
 *     sys.path.insert(0, str(ROOT / "lib"))               ../lib, seen from the document's folder
 *     sys.path.append("..")                               the folder above: of a notebook's own, which is where it runs
 *
 * Read off the syntax, since it decides which modules there are before any is interpreted. A path that is relative in a script may
 * start at the script's folder or at the workspace's: scripts run from either, so these count as *appended* wherever they are put, and those
 * that are put first may hide what lies beside the script.
 */
import type { Expression, Node } from "../syntax/nodes.ts";
import type { DocumentIdentity, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { isInside, joinUri, parentUri } from "../text/uri.ts";
import { writtenFolder } from "./written-folders.ts";

/** Folders as URIs. Those outside of the workspace are left out. */
export interface SearchPath {
  /** Put before all others. */
  readonly inserted: readonly string[];
  readonly appended: readonly string[];
  /** Of those, what may be before all others. */
  readonly perhapsFirst: readonly string[];
}

interface Addition {
  readonly folder: Expression;
  readonly isFirst: boolean;
}

const nothing: SearchPath = { inserted: [], appended: [], perhapsFirst: [] };

export function searchPathOf(document: DocumentIdentity, units: readonly Unit[], workspace: string): SearchPath {
  if (!units.some(({ text }) => text.includes("sys.path") || text.includes("addsitedir"))) return nothing;
  const own = parentUri(document.uri);
  const inserted: string[] = [];
  const appended: string[] = [];
  const perhapsFirst: string[] = [];
  for (const added of units.flatMap(additionsIn)) {
    const folder = writtenFolder(document, units, added.folder);
    if (!folder) continue;
    const starts = document.dialect === "notebook" || own === workspace ? [own] : [own, workspace];
    if (folder.kind === "text" && /^(?:[\\/~]|[A-Za-z]:)/u.test(folder.text)) continue;
    const uris = folder.kind === "uri" ? [folder.uri] : starts.map((start) => joinUri(start, folder.text));
    const folders = added.isFirst && uris.length === 1 ? inserted : appended;
    for (const uri of uris) if (isInside(workspace, uri) && !folders.includes(uri)) folders.push(uri);
    if (added.isFirst && folders === appended) perhapsFirst.push(...uris);
  }
  return { inserted, appended, perhapsFirst };
}

/** Expressions that are put on `sys.path` at module level. */
function additionsIn(unit: Unit): readonly Addition[] {
  if (!unit.text.includes("sys.path") && !unit.text.includes("addsitedir")) return [];
  const added: Addition[] = [];
  const add = (...folders: readonly Expression[]): void => { for (const folder of folders) added.push({ folder, isFirst: false }); };
  walk(unit.body, (node) => {
    if (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" || node.kind === "Lambda") return "skip";
    if (node.kind === "AugAssign" && isSysPath(node.target) && (node.value.kind === "List" || node.value.kind === "Tuple")) add(...node.value.elts);
    if (node.kind !== "Call" || node.func.kind !== "Attribute") return undefined;
    const [first, second] = node.args;
    const { value, attr } = node.func;
    if (attr.name === "addsitedir" && first) add(first);
    if (!isSysPath(value)) return undefined;
    if (attr.name === "append" && first) add(first);
    if (attr.name === "insert" && second) added.push({ folder: second, isFirst: first?.kind === "Constant" && first.type === "int" && first.value === 0 });
    if (attr.name === "extend" && (first?.kind === "List" || first?.kind === "Tuple")) add(...first.elts);
    return undefined;
  });
  return added;
}

function isSysPath(node: Node): boolean {
  return node.kind === "Attribute" && node.attr.name === "path" && node.value.kind === "Name" && node.value.id === "sys";
}
