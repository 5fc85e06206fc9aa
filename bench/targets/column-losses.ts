/**
 * Where the knowledge of a frame's columns is lost: the first operation on the way to a frame whose columns are not known.
 *
 *     df = pd.DataFrame({"a": [1]})     known
 *     x = df.rolling(2).mean()          lost at pandas.api.typing.Rolling.mean
 *     y = x.head()[["a"]].T             the list of labels makes it known again; then lost at .T
 *
 * What an operation gives is looked at in its parts first: an operation is where it is lost when nothing that goes into it is a frame
 * (or what a frame gave) without known columns. A name stands for what was lost where it was bound.
 */
import type { Expression } from "../../server/analysis/syntax/nodes.ts";
import type { Value } from "../../server/analysis/semantic/value.ts";

export type ValueOf = (node: Expression) => Value | undefined;

export function saysColumns(value: Value | undefined): boolean {
  const columns = value?.data?.columns;
  return columns !== undefined && (columns.isWhole || columns.present.length > 0 || columns.absent.length > 0);
}

/** The operation at which the columns of what `node` gives are lost. `lost`: what is known of names that were bound before. */
export function lossIn(node: Expression, valueOf: ValueOf, lost: ReadonlyMap<string, string>): string | undefined {
  const value = valueOf(node);
  if (saysColumns(value)) return undefined;
  switch (node.kind) {
    case "Name":
      return lost.get(node.id);
    case "NamedExpr":
    case "Await":
    case "Starred":
      return lossIn(node.value, valueOf, lost);
    case "IfExp":
      return lossIn(node.body, valueOf, lost) ?? lossIn(node.orelse, valueOf, lost);
    case "Call": {
      const parts = [...(node.func.kind === "Attribute" ? [node.func.value] : []), ...node.args, ...node.keywords.map((each) => each.value)];
      return firstLoss(parts, valueOf, lost) ?? calledName(node.func, valueOf);
    }
    case "Attribute":
      return firstLoss([node.value], valueOf, lost) ?? `${typeText(valueOf(node.value))}.${node.attr.name}`;
    case "Subscript":
      return firstLoss([node.value, node.slice], valueOf, lost) ?? `${typeText(valueOf(node.value))}[${typeText(valueOf(node.slice))}]`;
    case "BinOp":
      return firstLoss([node.left, node.right], valueOf, lost) ?? `${typeText(valueOf(node.left))} ${node.op} ${typeText(valueOf(node.right))}`;
    case "UnaryOp":
      return firstLoss([node.operand], valueOf, lost) ?? `${node.op} ${typeText(valueOf(node.operand))}`;
    case "Tuple":
    case "List":
      return firstLoss(node.elts, valueOf, lost);
    default:
      return node.kind;
  }
}

/** Parts that hold no data (texts, numbers, functions) lose none. */
function firstLoss(parts: readonly Expression[], valueOf: ValueOf, lost: ReadonlyMap<string, string>): string | undefined {
  for (const part of parts) {
    const { type } = valueOf(part) ?? {};
    const mayHoldData = part.kind === "Name" ? lost.has(part.id) : !type || type.kind === "tuple" || type.kind === "list" || (type.kind === "instance" && /^(?:pandas|sklearn|statsmodels|imblearn)\./u.test(type.name));
    const isOperation = ["Name", "Call", "Attribute", "Subscript", "BinOp", "Tuple", "List"].includes(part.kind);
    const loss = mayHoldData && isOperation ? lossIn(part, valueOf, lost) : undefined;
    // An attribute of a module, a text that is made: nothing to lose.
    if (loss !== undefined && !loss.startsWith("?.")) return loss;
  }
  return undefined;
}

function calledName(func: Expression, valueOf: ValueOf): string {
  const type = valueOf(func)?.type;
  if (type?.kind === "symbol" || type?.kind === "method") return type.name;
  if (type?.kind === "function") return "a function of the file";
  return func.kind === "Attribute" ? `${typeText(valueOf(func.value))}.${func.attr.name}` : func.kind === "Name" ? `?${func.id}` : "?";
}

function typeText(value: Value | undefined): string {
  const type = value?.type;
  return type?.kind === "instance" || type?.kind === "symbol" || type?.kind === "module" ? type.name : type?.kind ?? "?";
}

/** Why nobody could know the columns by reading the program; `undefined`: they could be known. */
export function unknowable(loss: string, columns: readonly (string | number | object)[]): "labels that are neither texts nor integers" | "labels that are data" | "a file or service that is not there" | undefined {
  if (columns.some((label) => typeof label === "object")) return "labels that are neither texts nor integers";
  if (files.test(loss)) return "a file or service that is not there";
  return data.test(loss) ? "labels that are data" : undefined;
}

const files = /^(?:pandas\.read_|pandas\.io\.|.*\.fetch_(?!california_housing)|statsmodels\..*\.(?:get_rdataset|webuse)$|seaborn\.load_dataset$|.*\.parse$)/u;

const data = /\.(?:T|transpose|pivot|pivot_table|unstack|stack|crosstab|get_dummies|from_dummies|cv_results_|select_dtypes|dropna|to_frame_of_index|json_normalize|split|rsplit|describe)$/u;
