/**
 * Paths that are tied to one machine, told from texts that only look like paths.
 *
 *     /home/jane/x.csv   C:\data\x.csv   \\server\share   ~/x.csv   file:///home/jane/x.csv      one machine
 *     /content/drive/x   /kaggle/input/x   dbfs:/mnt/x   /Workspace/Users/jane/x                    one platform's machines
 *     /Volumes/USB DISK/x.csv                                                                       one Mac with that disk
 *     /etc/hosts   /dev/null   /tmp/x   dbfs:/databricks-datasets/x                                 every machine of the kind has it
 *     s3://bucket/x   gs://...   abfss://...   hdfs://...   https://...   /Volumes/main/sales/raw/x   an address that machines share
 *     data/x.csv   ../x.csv                                                                         relative: not decided here
 */

export interface MachinePath {
  /** Completes "... exists only ". */
  readonly where: string;
  /** Any absolute path: the machines of a deployment may be set up to have it. */
  readonly isShared?: true;
  /** The program asks the machine for the folder. */
  readonly isAsked?: true;
  /** A platform that code can find itself on: what a question for it mentions. */
  readonly platform?: RegExp;
}

/** Folders that every machine of the kind has with the same meaning. */
const everywhere =
  /^\/(?:dev|proc|sys|etc|usr|bin|sbin|lib|lib64|boot|run|tmp|Library|System|Applications|opt\/ml|snowflake\/session|databricks-datasets|var\/(?:tmp|log|run|lib|cache))(?:\/|$)/u;

const databricks = "in one Databricks workspace";
const home = "in somebody's home folder";

const kinds: readonly (MachinePath & { readonly pattern: RegExp })[] = [
  { pattern: /^\/(?:content\/g?drive|gdrive)(?:\/|$)/u, where: "in Colab with somebody's Drive" },
  { pattern: /^\/content(?:\/|$)/u, where: "in Colab", platform: /colab/iu },
  { pattern: /^\/kaggle(?:\/|$)/u, where: "on Kaggle", platform: /kaggle/iu },
  { pattern: /^(?:dbfs:\/|\/dbfs\/|\/Workspace\/)/u, where: databricks },
  { pattern: /^~(?:\w+)?[\\/](?!\.)/u, where: home },
  { pattern: /^\/(?:home|Users)\/[^/]/u, where: home },
  { pattern: /^\/root(?:\/|$)/u, where: "in root's home folder" },
  { pattern: /^[A-Za-z]:[\\/]/u, where: "on one Windows machine" },
  { pattern: /^(?:\\\\|\/\/)[\w.$-]+[\\/]/u, where: "where that share is mounted" },
  { pattern: /^\/Volumes\//u, where: "on a Mac with that disk" },
  { pattern: /^\/[^/\s]+\/?[^\n]*$/u, where: "on machines set up like this one", isShared: true },
];

/**
 * @param text the path, or as much of it as is known from its start
 */
export function machinePath(text: string): MachinePath | undefined {
  const path = withoutScheme(text);
  if (path.length < 3 || /[\n\r<>|"*?]\s/u.test(path) || path.length > 400) return undefined;
  if (isAddress(path) || everywhere.test(path) || isGovernedVolume(path)) return undefined;
  // A route, a registry key or a tag of a container often is one short segment; a file at the root is not what people have.
  if (/^\/[^/.]*\/?$/u.test(path) && !/^\/(?:data|content|kaggle|mnt|root|home|datasets?|scratch|storage|workspace)\/?$/u.test(path)) return undefined;
  return kinds.find(({ pattern }) => pattern.test(path));
}

/** `s3://bucket/x`, and what every Databricks workspace is born with. */
function isAddress(path: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//iu.test(path) || /^(?:dbfs:|\/dbfs)\/(?:databricks-datasets|tmp)(?:\/|$)/u.test(path);
}

/**
 * `/Volumes/<catalog>/<schema>/<volume>/...` of Databricks, an address under the catalog's access rules. A Mac has its disks at the
 * same place: their names may hold blanks, and files lie at any depth.
 */
function isGovernedVolume(path: string): boolean {
  if (!path.startsWith("/Volumes/")) return false;
  const parts = path.split("/").slice(2);
  return !parts.slice(0, 3).some((part) => /\s/u.test(part)) && !(parts.length <= 3 && isFileName(path));
}

/** The path of a `file:` URI; `dbfs:///x` is `dbfs:/x`. */
function withoutScheme(text: string): string {
  const dbfs = /^dbfs:\/\/\/+(?<rest>.*)$/su.exec(text)?.groups?.["rest"];
  if (dbfs !== undefined) return `dbfs:/${dbfs}`;
  const file = /^file:(?:\/\/(?:localhost(?=\/))?)?(?<path>\/.*)$/su.exec(text)?.groups?.["path"];
  if (file === undefined) return text;
  return /^\/[A-Za-z]:\//u.test(file) ? file.slice(1) : file;
}

export function isFileName(path: string): boolean {
  return /[^\\/.][^\\/]*\.[A-Za-z0-9*]{1,10}$/u.test(path);
}

/** Last part of a path, without its ending: `customers` of `/home/jane/customers.csv`. */
function stemOf(path: string): string {
  const last = path.split(/[\\/]/u).filter((part) => part !== "" && part !== "~" && !/[{}%*]/u.test(part)).at(-1) ?? "";
  return last.replace(/(?<=.)(?:\.[A-Za-z0-9]{1,10}){1,2}$/u, "");
}

/** `SALES_2024_PATH` or `DATA_DIR`: what a constant for this path is called. */
export function constantNameFor(path: string): string {
  const ending = isFileName(path) ? "PATH" : "DIR";
  const words = stemOf(path).replace(/([a-z0-9])([A-Z])/gu, "$1_$2").replace(/[^A-Za-z0-9]+/gu, "_").replace(/^_+|_+$/gu, "").toUpperCase();
  const stem = /^[A-Z]/u.test(words) ? words : `DATA${words ? `_${words}` : ""}`;
  return stem.endsWith(ending) ? stem : `${stem}_${ending}`;
}

/** Variables that the operating system or Python reads: never to be taken for a setting of the program. */
const systemVariables: ReadonlySet<string> = new Set([
  "PATH", "HOME", "USER", "USERNAME", "LOGNAME", "SHELL", "PWD", "OLDPWD", "TERM", "LANG", "TZ", "TMP", "TEMP", "TMPDIR", "HOST", "HOSTNAME",
  "DISPLAY", "EDITOR", "MAIL", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "SYSTEMROOT", "WINDIR", "APPDATA", "PROGRAMFILES", "COMSPEC",
]);

/** The environment variable for a constant: its own name, unless the system uses that. */
export function variableNameFor(constant: string, path: string): string {
  const name = constant.toUpperCase();
  return systemVariables.has(name) || !/^[A-Z][A-Z0-9_]*$/u.test(name) ? constantNameFor(path) : name;
}

/**
 * A path below a folder, as its parts: `["data", "x.csv"]` for `/a/b/data/x.csv` below `/a/b`. Both absolute, POSIX or Windows.
 */
export function partsBelow(path: string, folder: string): readonly string[] | undefined {
  const split = (text: string): string[] => text.replaceAll("\\", "/").replace(/\/+$/u, "").split("/");
  const parts = split(path);
  const base = split(folder);
  if (base.length < 2 || parts.length <= base.length || parts.includes("..")) return undefined;
  const ignoreCase = /^[A-Za-z]:/u.test(path);
  const same = base.every((part, index) => (ignoreCase ? part.toLowerCase() === parts[index]?.toLowerCase() : part === parts[index]));
  const below = parts.slice(base.length).filter((part) => part !== "" && part !== ".");
  return same && below.length > 0 ? below : undefined;
}

/** The folder of a `file:` URI as a path: `/home/jane/churn` of `file:///home/jane/churn/train.py`. */
export function folderOf(uri: string): string | undefined {
  const match = /^file:\/\/(?<path>\/.*)\/[^/]*$/u.exec(uri);
  const path = match?.groups?.["path"];
  if (path === undefined) return undefined;
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  return /^\/[A-Za-z]:/u.test(decoded) ? decoded.slice(1) : decoded;
}
