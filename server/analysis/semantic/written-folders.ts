/**
 * Folders that the code writes as seen from its own file, read off the syntax.
 *
 *     ROOT = Path(__file__).resolve().parents[1]
 *     ROOT / "lib"                                              the folder lib above the document's: a URI
 *     os.path.join(os.path.dirname(__file__), "..", "lib")      the same
 *     os.path.join(os.getcwd(), "lib")                          the text ./lib: from wherever the program is started
 */
import type { Call, Expression } from "../syntax/nodes.ts";
import type { DocumentIdentity, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { joinUri } from "../text/uri.ts";

/** A folder by its URI, or a text that is a path from nobody knows where. */
export type Folder = { readonly kind: "uri"; readonly uri: string } | { readonly kind: "text"; readonly text: string };

/** @param units all of the document: names are followed to what the module assigns them, once */
export function writtenFolder(document: DocumentIdentity, units: readonly Unit[], node: Expression): Folder | undefined {
  return new PathReader(document, units).read(node, 0);
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

  /** What a name of the module is assigned, if that happens once and nothing else binds it. */
  #assigned(name: string): Expression | undefined {
    const found: Expression[] = [];
    let stores = 0;
    for (const { body, text } of this.#units) {
      if (!text.includes(name)) continue;
      for (const each of body) {
        if (each.kind === "Assign" && each.targets.some((target) => target.kind === "Name" && target.id === name)) found.push(each.value);
        if (each.kind === "AnnAssign" && each.target.kind === "Name" && each.target.id === name && each.value) found.push(each.value);
      }
      walk(body, (node) => {
        if (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" || node.kind === "Lambda") return "skip";
        if (node.kind === "Name" && node.id === name && node.ctx !== "load") stores++;
        return undefined;
      });
    }
    return found.length === 1 && stores === 1 ? found[0] : undefined;
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
