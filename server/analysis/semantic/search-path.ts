/**
 * What a document adds to `sys.path`, where that is constant.
 *
 *     ROOT = Path(__file__).resolve().parents[1]
 *     sys.path.insert(0, str(ROOT / "lib"))               ../lib, seen from the document's folder
 *     sys.path.append("..")                               the folder above: of a notebook's own, which is where it runs
 *
 * Read off the syntax, since it decides which modules there are before any is interpreted. A path that is relative in a script may
 * start at the script's folder or at the workspace's: scripts run from either.
 */
import type { Call, Expression, Node, Statement } from "../syntax/nodes.ts";
import type { DocumentIdentity, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { isInside, joinUri, parentUri } from "../text/uri.ts";

/** A folder by its URI, or a text that is a path from nobody knows where. */
type Folder = { readonly kind: "uri"; readonly uri: string } | { readonly kind: "text"; readonly text: string };

/** Folders as URIs, in the order in which they are added. Those outside of the workspace are left out. */
export function searchPathOf(document: DocumentIdentity, units: readonly Unit[], workspace: string): readonly string[] {
  if (!units.some(({ text }) => text.includes("sys.path") || text.includes("addsitedir"))) return [];
  const own = parentUri(document.uri);
  const reader = new PathReader(document, units);
  const folders: string[] = [];
  for (const added of units.flatMap(additionsIn)) {
    const folder = reader.read(added, 0);
    if (!folder) continue;
    const starts = document.dialect === "notebook" ? [own] : [own, workspace];
    if (folder.kind === "text" && /^(?:[\\/~]|[A-Za-z]:)/u.test(folder.text)) continue;
    const uris = folder.kind === "uri" ? [folder.uri] : starts.map((start) => joinUri(start, folder.text));
    for (const uri of uris) if (isInside(workspace, uri) && !folders.includes(uri)) folders.push(uri);
  }
  return folders;
}

/** Expressions that are put on `sys.path` at module level. */
function additionsIn(unit: Unit): readonly Expression[] {
  if (!unit.text.includes("sys.path") && !unit.text.includes("addsitedir")) return [];
  const added: Expression[] = [];
  walk(unit.body, (node) => {
    if (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" || node.kind === "Lambda") return "skip";
    if (node.kind === "AugAssign" && isSysPath(node.target) && (node.value.kind === "List" || node.value.kind === "Tuple")) added.push(...node.value.elts);
    if (node.kind !== "Call" || node.func.kind !== "Attribute") return undefined;
    const [first, second] = node.args;
    const { value, attr } = node.func;
    if (attr.name === "addsitedir" && first) added.push(first);
    if (!isSysPath(value)) return undefined;
    if (attr.name === "append" && first) added.push(first);
    if (attr.name === "insert" && second) added.push(second);
    if (attr.name === "extend" && (first?.kind === "List" || first?.kind === "Tuple")) added.push(...first.elts);
    return undefined;
  });
  return added;
}

function isSysPath(node: Node): boolean {
  return node.kind === "Attribute" && node.attr.name === "path" && node.value.kind === "Name" && node.value.id === "sys";
}

/** Names inside names inside names that are followed. */
const maximumDepth = 20;

/** Leave a path the folder that it is. */
const keeping = new Set(["abspath", "realpath", "normpath", "fspath", "str", "Path", "PurePath", "PosixPath", "resolve", "absolute", "as_posix", "expanduser", "strict"]);

class PathReader {
  readonly #document: DocumentIdentity;
  readonly #units: readonly Unit[];

  constructor(document: DocumentIdentity, units: readonly Unit[]) {
    this.#document = document;
    this.#units = units;
  }

  read(node: Expression, depth: number): Folder | undefined {
    if (depth > maximumDepth) return undefined;
    const inner = (each: Expression | undefined): Folder | undefined => (each ? this.read(each, depth + 1) : undefined);
    switch (node.kind) {
      case "Constant":
        return node.type === "str" ? { kind: "text", text: node.value } : undefined;
      case "Name":
        if (node.id === "__file__") return this.#document.dialect === "notebook" ? undefined : { kind: "uri", uri: this.#document.uri };
        return inner(this.#assigned(node.id));
      case "Attribute":
        if (node.attr.name === "parent") return parentOf(inner(node.value), 1);
        if (node.attr.name === "pardir") return { kind: "text", text: ".." };
        return node.attr.name === "curdir" ? { kind: "text", text: "." } : undefined;
      case "Subscript": {
        const index = node.slice.kind === "Constant" && node.slice.type === "int" ? node.slice.value : undefined;
        if (node.value.kind !== "Attribute" || node.value.attr.name !== "parents" || index === undefined) return undefined;
        return parentOf(inner(node.value.value), index + 1);
      }
      case "BinOp":
        if (node.op !== "/" && node.op !== "+") return undefined;
        return joined(inner(node.left), inner(node.right), node.op === "+");
      case "Call":
        return this.#called(node, inner);
      default:
        return undefined;
    }
  }

  #called(node: Call, inner: (each: Expression | undefined) => Folder | undefined): Folder | undefined {
    const { func, args } = node;
    const name = func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "";
    const [first, ...others] = args;
    if (name === "getcwd" || name === "cwd") return { kind: "text", text: "." };
    if (name === "dirname") return parentOf(inner(first), 1);
    if (name === "join" || name === "joinpath" || name === "Path") {
      const isMethod = name === "joinpath" && func.kind === "Attribute";
      const start = inner(isMethod ? func.value : first);
      return (isMethod ? args : others).reduce<Folder | undefined>((folder, each) => joined(folder, inner(each), false), start);
    }
    if (!keeping.has(name)) return undefined;
    return inner(first ?? (func.kind === "Attribute" ? func.value : undefined));
  }

  /** What a name is assigned, if that happens once. */
  #assigned(name: string): Expression | undefined {
    const found: Expression[] = [];
    const visit = (statements: readonly Statement[]): void => {
      for (const each of statements) {
        if (each.kind === "Assign" && each.targets.some((target) => target.kind === "Name" && target.id === name)) found.push(each.value);
        if (each.kind === "AnnAssign" && each.target.kind === "Name" && each.target.id === name && each.value) found.push(each.value);
      }
    };
    for (const { body, text } of this.#units) if (text.includes(name)) visit(body);
    return found.length === 1 ? found[0] : undefined;
  }
}

function parentOf(folder: Folder | undefined, levels: number): Folder | undefined {
  if (!folder) return undefined;
  const up = Array.from({ length: levels }, () => "..").join("/");
  return folder.kind === "uri" ? { kind: "uri", uri: joinUri(folder.uri, up) } : { kind: "text", text: `${folder.text}/${up}` };
}

/** @param isSum the texts are put together letter by letter; otherwise an absolute path would stand alone */
function joined(left: Folder | undefined, right: Folder | undefined, isSum: boolean): Folder | undefined {
  if (!left || right?.kind !== "text") return undefined;
  const text = right.text.replaceAll("\\", "/");
  if (text.startsWith("/") !== isSum || /^[A-Za-z]:|^~/u.test(text)) return undefined;
  return left.kind === "uri" ? { kind: "uri", uri: joinUri(left.uri, text) } : { kind: "text", text: `${left.text}/${text}` };
}
