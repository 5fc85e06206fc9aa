/**
 * A name for a function that is made: what it does, by the calls in it, and to what.
 *
 *     df = pd.read_csv(path)                 load_df
 *     model.fit(X, y)                        fit_model
 *     plt.plot(x, y); plt.show()             plot
 *     total = price * sold                   compute_total
 *
 * It is a proposal that the editor lets the user change at once; so it is short, and new in the document.
 */
import { isBuiltinName } from "../knowledge/builtin-names.ts";
import type { Call, Statement } from "../syntax/nodes.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import { walk } from "../syntax/walk.ts";

/** The first that applies to a call in the statements decides. */
const verbs: readonly (readonly [RegExp, string])[] = [
  [/^train_test_split$|^(?:\w+_)?split$/u, "split"],
  [/^read_\w+$|^load(?:s|txt|_\w+)?$|^fetch_\w+$|^urlopen$/u, "load"],
  [/^(?:to_(?:csv|parquet|pickle|json|sql|excel|feather|hdf)|dumps?|save\w*|savefig|write(?:_\w+|rows?)?)$/u, "save"],
  [/^(?:fit|fit_transform|fit_predict|partial_fit|train)$/u, "fit"],
  [/^(?:plot|scatter|hist|bar|barh|imshow|subplots|figure|boxplot|lineplot|heatmap|show)$/u, "plot"],
  [/^(?:predict\w*|score|\w+_score|\w+_error|classification_report|confusion_matrix|cross_val\w*|cross_validate)$/u, "evaluate"],
  [/^(?:dropna|fillna|drop_duplicates|drop|replace|interpolate|clip|strip)$/u, "clean"],
  [/^(?:astype|get_dummies|assign|transform|merge|join|concat|map|apply|to_datetime|cut|qcut|rename)$/u, "prepare"],
  [/^(?:groupby|agg|aggregate|pivot_table|value_counts|describe|resample)$/u, "summarize"],
  [/^(?:default_rng|normal|uniform|integers|choice|RandomState|make_\w+)$/u, "make"],
];

export function proposedName(statements: readonly Statement[], results: readonly string[], parameters: readonly string[]): string {
  const called: string[] = [];
  walk(statements, (node) => {
    if (node.kind === "Call") called.push(calledName(node));
    return undefined;
  });
  const verb = verbs.find(([form]) => called.some((name) => form.test(name)))?.[1];
  const isReport = verb === undefined && results.length === 0 && called.includes("print");
  const about = results.length > 0 ? results[results.length === 1 ? 0 : results.length - 1] : parameters.find((name) => name !== "self");
  const subject = verb === "split" ? (parameters.find((name) => name !== "self") ?? "data") : about;
  const words = [verb ?? (isReport ? "report" : results.length > 0 ? "compute" : "extracted"), subject === undefined ? "" : snake(subject)].filter((word) => word !== "");
  return verb === "plot" && results.length === 0 && parameters.length > 1 ? "plot" : words[0] === "extracted" ? "extracted" : words.join("_");
}

function calledName({ func }: Call): string {
  return func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "";
}

function snake(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])/gu, "_").toLowerCase().replace(/^_+|_+$/gu, "").replace(/_{2,}/gu, "_");
}

const keywords: ReadonlySet<string> = new Set(`
False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise
return try while with yield
`.trim().split(/\s+/u));

export function isKeyword(name: string): boolean {
  return keywords.has(name);
}

/** `wanted`, or with a number behind it: in no text of the document, and no builtin. */
export function freshName(document: OpenDocument, wanted: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (isFree(document, name)) return name;
  }
}

export function isFree(document: OpenDocument, name: string): boolean {
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])${name.replace(/[^\p{L}\p{N}_]/gu, "")}(?![\\p{L}\\p{N}_])`, "u");
  return !isBuiltinName(name) && !document.units.some(({ text }) => word.test(text));
}
