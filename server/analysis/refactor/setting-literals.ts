/**
 * Numbers and paths in calls that somebody may want to set: of models, of splits, seeds, files that are read and written.
 *
 *     train_test_split(X, y, test_size=0.2, random_state=7)      test_size, random_state
 *     RandomForestClassifier(max_depth=8, random_state=7)        max_depth; random_state, which is the one above
 *     Ridge(max_depth=3)                                         ridge_max_depth: not the value that max_depth has
 *     pd.read_csv("sales.csv")                                   sales_path
 *
 * In a whole file these are the arguments of learning libraries, seeds and paths, but for the one of the configuration itself. In a selection they are all numbers and texts that a
 * call is given by name.
 */
import type { OpenDocument } from "../engine/session-contract.ts";
import { fileUsesOf, isAddress } from "../facts/paths/file-uses.ts";
import { constantNameFor } from "../facts/paths/machine-paths.ts";
import type { CallEvent } from "../semantic/analysis.ts";
import type { Expression } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";

export interface SettingLiteral {
  /** In small letters: `test_size`. */
  readonly name: string;
  readonly type: "int" | "float" | "str";
  /** As it is written. */
  readonly literal: string;
  readonly uses: readonly Place[];
}

interface Found {
  readonly name: string;
  /** With what it belongs to, where the name alone says too little. */
  readonly longName: string;
  readonly type: SettingLiteral["type"];
  readonly literal: string;
  readonly at: Place;
}

const learning = /^(?:sklearn|xgboost|lightgbm|catboost|imblearn|statsmodels|torch|keras|tensorflow|prophet|umap|hdbscan|optuna)\./u;
const seeds = /^(?:numpy\.random\.(?:seed|default_rng|RandomState)|random\.(?:seed|Random)|torch\.manual_seed)$/u;
/** What is told there is a setting already, or says how something looks. */
const elsewhere = /(?:^|\.)(?:add_argument|getenv|get|field|option|argument|setdefault|print|range|basicConfig|subplots|figure|savefig|plot|scatter|hist|bar|round|rc|use|set_option|Field)$/u;

const configurationFile = /(?:\.ya?ml|\.toml|\.ini|\.cfg|\.env|(?:^|[\\/_-])(?:conf(?:ig(?:uration)?)?|settings?|params?|options?|hparams)[\w-]*\.json)$/iu;

/** @param isWanted whether a place is selected; `undefined` for the whole file */
export function settingLiterals(document: OpenDocument, isWanted: ((at: Place) => boolean) | undefined): readonly SettingLiteral[] {
  const found = new Map<string, Found>();
  const add = (each: Found): void => {
    const key = `${String(each.at.anchor.id)}:${String(each.at.start)}`;
    if ((isWanted?.(each.at) ?? true) && !found.has(key)) found.set(key, each);
  };
  for (const { calls } of document.analysis().units) {
    for (const event of calls) for (const each of inCall(event, isWanted !== undefined)) add(each);
  }
  return named(inOrder(document, [...found.values()]));
}

function inCall(event: CallEvent, isSelected: boolean): readonly Found[] {
  const { unit, node, target } = event;
  const callee = unit.text.slice(node.func.start, node.func.end);
  const owner = snake(callee.split(".").at(-1) ?? "");
  const made: Found[] = [];
  const add = (value: Expression, name: string, longName: string): void => {
    const type = typeOf(value);
    if (type) made.push({ name, longName, type, literal: unit.text.slice(value.start, value.end), at: place(unit, value) });
  };
  for (const { node: value, does } of fileUsesOf(event)) {
    const isPath = value.kind === "Constant" && value.type === "str" && value.value !== "" && !isAddress(value.value);
    // Where the configuration is cannot be told there.
    if (isPath && does !== "ask" && isIn(unit, value) && (isSelected || !configurationFile.test(value.value))) add(value, constantNameFor(value.value).toLowerCase(), constantNameFor(value.value).toLowerCase());
  }
  const [first] = node.args;
  if (target !== undefined && seeds.test(target) && first && typeOf(first) === "int") add(first, "seed", "seed");
  if (elsewhere.test(callee) || (!isSelected && !(target !== undefined && learning.test(target)))) return made;
  for (const { arg, value } of node.keywords) {
    if (!arg || made.some(({ at }) => at.start === value.start)) continue;
    const type = typeOf(value);
    if (type === undefined || (type === "str" && !isSelected)) continue;
    add(value, arg.name, `${owner}_${arg.name}`);
  }
  return made;
}

/** The argument as it stands here: not the literal of another statement. */
function isIn(unit: Unit, { start, end }: Expression): boolean {
  return /^[rRuU]?["']/u.test(unit.text.slice(start, end));
}

function typeOf(value: Expression): SettingLiteral["type"] | undefined {
  const number = value.kind === "UnaryOp" && value.op === "-" ? value.operand : value;
  if (number.kind !== "Constant") return undefined;
  if (number.type === "int" || number.type === "float") return number.type;
  return number.type === "str" && number === value && number.parts.length === 1 && number.value.length <= 120 && !/[\n\r]/u.test(number.value) ? "str" : undefined;
}

function snake(name: string): string {
  return name.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/gu, "_").toLowerCase();
}

function inOrder(document: OpenDocument, found: readonly Found[]): readonly Found[] {
  const order = (at: Place): number => document.units.indexOf(at.anchor.unit);
  return [...found].sort((a, b) => order(a.at) - order(b.at) || a.at.start - b.at.start);
}

/** One entry for a name with one value; where a name has several, each is called by what it belongs to. */
function named(found: readonly Found[]): readonly SettingLiteral[] {
  const values = (key: (each: Found) => string, name: string): number => new Set(found.filter((each) => key(each) === name).map(({ literal }) => literal)).size;
  const result = new Map<string, SettingLiteral>();
  for (const each of found) {
    const base = values(({ name }) => name, each.name) === 1 ? each.name : each.longName;
    for (let number = 1; ; number++) {
      const name = number === 1 ? base : `${base}_${String(number)}`;
      const there = result.get(name);
      if (there && there.literal !== each.literal) continue;
      result.set(name, there ? { ...there, uses: [...there.uses, each.at] } : { name, type: each.type, literal: each.literal, uses: [each.at] });
      break;
    }
  }
  return [...result.values()];
}
