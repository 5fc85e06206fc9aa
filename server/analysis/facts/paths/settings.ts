/**
 * Writing a path as what a setting holds and what comes after it.
 *
 *     setting DATA_DIR, a Path                  setting root, a text
 *     open("/mnt/data/a.csv")                   open("/mnt/data/a.csv")
 *     open(DATA_DIR / "a.csv")                  open(f"{root}/a.csv")
 *     "/mnt/data/a.csv" + suffix                r"C:\data\a.csv" + suffix
 *     str(DATA_DIR / "a.csv") + suffix          os.path.join(root, "a.csv") + suffix
 *
 * What stands in the code afterwards has the letters it had, as long as the setting has.
 */
import type { Place } from "../../syntax/unit.ts";
import { ancestorsOf } from "../ancestors.ts";
import { partsAfter, splitPath } from "./roots.ts";
import type { TextConstant } from "../text-constants.ts";

export type Quote = '"' | "'";

/** What takes a text: pathlib's constructors, `os.path.join`, a call that takes `pathlib` paths as well, or anything else. */
export type PathContext = "pathlib" | "join" | "accepts-paths" | "text";

export interface Setting {
  /** How code reaches it: `DATA_DIR`, `config["data_dir"]`. */
  readonly expression: (quote: Quote) => string;
  readonly kind: "path" | "text";
  /** The text that it stands for. */
  readonly text: string;
}

/**
 * @param os how the code reaches the module `os`; `undefined` when it does not
 * @returns `undefined` where nothing can be written that is right in every Python
 */
export function throughSetting(setting: Setting, constant: TextConstant, context: PathContext, os: string | undefined): string | undefined {
  const { value } = constant.node;
  const quote = quoteOf(constant);
  const name = setting.expression(quote);
  if (value === setting.text) return setting.kind === "text" || context !== "text" ? name : `str(${name})`;
  const root = splitPath(setting.text);
  const path = splitPath(value);
  const rest = root && path && partsAfter(path, root);
  if (!rest) return undefined;
  const isInFormatted = isInsideFormatted(constant);
  const parts = rest.map((part) => quoted(part, quote));
  if (isInFormatted && parts.some((part) => part.includes("\\"))) return undefined;
  const keepsSeparator = path.endsWithSeparator && context !== "join" && context !== "pathlib";
  if (root.style === "address" || setting.kind === "text") {
    const after = value.slice(setting.text.replace(/\/+$/u, "").length);
    const isPlain = root.style !== "windows" && !/[{}\\"'\n\r]/u.test(after) && !setting.text.endsWith("/") && after !== "";
    if (isPlain && !isInFormatted) return `f${quote}{${setting.expression(quote === '"' ? "'" : '"')}}${after}${quote}`;
    return os === undefined || root.style === "address" ? undefined : `${os}.path.join(${[name, ...parts, ...(keepsSeparator ? [quote + quote] : [])].join(", ")})`;
  }
  if (keepsSeparator) return os === undefined ? undefined : `${os}.path.join(${[name, ...parts, quote + quote].join(", ")})`;
  const joined = [name, ...parts].join(" / ");
  return context === "text" ? `str(${joined})` : joined;
}

/** Python source of a text. */
export function quoted(text: string, quote: Quote = '"'): string {
  const source = JSON.stringify(text);
  return quote === '"' ? source : `'${source.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** The quotes that the text is written in: inside an f-string others are a mistake before Python 3.12. */
export function quoteOf({ unit, node }: TextConstant): Quote {
  return /^[^"']*(?<quote>["'])/u.exec(unit.text.slice(node.start, node.end))?.groups?.["quote"] === "'" ? "'" : '"';
}

/** For an expression in the text of an f-string: other quotes than its own. */
export function quoteWithin({ anchor: { unit }, ...range }: Place): Quote {
  const formatted = ancestorsOf(unit, range).findLast(({ kind }) => kind === "JoinedStr" || kind === "TemplateStr");
  return formatted && /^[^"']*"/u.test(unit.text.slice(formatted.start, formatted.end)) ? "'" : '"';
}

export function isInsideFormatted({ unit, node }: TextConstant): boolean {
  return ancestorsOf(unit, node).some(({ kind }) => kind === "JoinedStr" || kind === "TemplateStr");
}

/** The literal as it is written, on one line. */
export function sourceOf({ unit, node }: TextConstant): string {
  const source = unit.text.slice(node.start, node.end);
  return node.parts.length === 1 && !/[\r\n]/u.test(source) ? source : quoted(node.value);
}
