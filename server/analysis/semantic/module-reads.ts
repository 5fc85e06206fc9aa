/**
 * What a run asks of other modules, recorded as a read of the run: it holds only as long as the answers stay the same.
 *
 *     from config import DATA     the run of this unit reads `@=`, the importing document and `config.DATA`; read again, it has
 *                                 another value once somebody edits config.py, and the unit is interpreted anew
 *
 * Reads are names, so a question is spelled as one: a sign that no name of Python has, the kind, and the arguments.
 */
import type { Node } from "../syntax/nodes.ts";
import type { Interner } from "./interner.ts";
import type { Reads } from "./machine.ts";
import type { Value } from "./value.ts";
import { noModules, readModuleKey } from "./workspace-modules.ts";
import type { WorkspaceModules } from "./workspace-modules.ts";

const sign = "@";
const separator = "\n";

export interface ModuleReads {
  /** The modules as the interpreter sees them. */
  readonly modules: WorkspaceModules;
  /** The answer to a recorded question, now. */
  answer(question: string): Value | undefined;
}

/** True for a read that is a question to another module. */
export function isModuleRead(name: string): boolean {
  return name.startsWith(sign);
}

/** The names that a run was told for `from module import *`; `undefined` where it may bring others. */
export function starNamesRead({ names, values }: Reads, module: string): readonly string[] | undefined {
  for (const [index, question] of names.entries()) {
    const answer = values[index];
    const [kind, , asked, which] = question.split(separator);
    if (kind === `${sign}*` && asked === module && which === "public" && answer) {
      const listed = listedNames(answer);
      return listed?.some((name) => name.endsWith("?")) === true ? undefined : listed?.map((name) => name.replace("~", ""));
    }
  }
  return undefined;
}

function listedNames({ constant }: Value): readonly string[] | undefined {
  if (constant?.kind !== "text") return undefined;
  return constant.pieces.flatMap((piece) => (piece.kind === "literal" ? piece.text.split(" ") : [])).filter((name) => name !== "");
}

/** @param read looks a question up as a read of the run at hand, which in the end asks `answer` */
export function moduleReads(modules: WorkspaceModules, interner: Interner, read: (question: string) => Value | undefined): ModuleReads {
  if (modules === noModules) return { modules, answer: () => undefined };
  const classes = new Map<string, Node>();
  const ask = (kind: string, ...args: readonly string[]): Value | undefined => read([sign + kind, ...args].join(separator));
  return {
    modules: {
      // A name of a library: most look-ups are one.
      value: (name, from) => (from === "" && !readModuleKey(name) ? undefined : ask("=", from, name)),
      names(module, from, which) {
        const answer = ask("*", from, module, which);
        return answer && listedNames(answer);
      },
      run: (path, from) => ask("%", from, path),
      globals: (uri) => modules.globals(uri) && ((name) => ask("g", uri, name)),
      isStable(classNode, attribute) {
        const id = String(interner.nodeId(classNode));
        classes.set(id, classNode);
        return ask("s", id, attribute) !== undefined;
      },
      header(path) {
        const text = ask("h", path)?.constant;
        return text?.kind === "text" ? text.pieces.flatMap((piece) => (piece.kind === "literal" ? (JSON.parse(piece.text) as readonly string[]) : [])) : undefined;
      },
    },
    answer(question) {
      const [kind = "", first = "", second = "", third] = question.slice(sign.length).split(separator);
      switch (kind) {
        case "=":
          return modules.value(second, first);
        case "*": {
          const names = modules.names(second, first, third === "all" ? "all" : "public");
          return names && interner.text([{ kind: "literal", text: names.join(" "), place: undefined }]);
        }
        case "%":
          return modules.run(second, first);
        case "g":
          return modules.globals(first)?.(second);
        case "h": {
          const fields = modules.header(first);
          return fields && interner.text([{ kind: "literal", text: JSON.stringify(fields), place: undefined }]);
        }
        default: {
          const classNode = classes.get(first);
          return classNode && modules.isStable(classNode, second) ? interner.none : undefined;
        }
      }
    },
  };
}
