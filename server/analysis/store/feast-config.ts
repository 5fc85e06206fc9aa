/**
 * Reads `feature_store.yaml` as Feast does: environment variables first, anywhere in the text, then YAML.
 *
 * `$NAME` and `${NAME}` are replaced when the variable is set and stay as they are when not (`os.path.expandvars`). A value that
 * still holds one is unknown here, since the shell that runs Feast may know it.
 *
 * YAML 1.1, as PyYAML reads it (`yes` is true there).
 *
 *     project: churn_$STAGE     STAGE=dev -> "churn_dev"; not set -> unknown
 */
import { isMap, isScalar, parseDocument } from "yaml";
import type { Document } from "yaml";

export interface FeastConfig {
  readonly project: string | undefined;
  readonly provider: string | undefined;
  readonly onlineStore: string | undefined;
  readonly offlineStore: string | undefined;
  readonly problems: readonly ConfigProblem[];
}

/** A mistake, at UTF-16 offsets of the file as written. */
export interface ConfigProblem {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export type Environment = (name: string) => string | undefined;

export function readFeastConfig(text: string, environment: Environment): FeastConfig {
  const expanded = expandVariables(text, environment);
  const document = parseDocument(expanded.text, { version: "1.1", prettyErrors: false, logLevel: "silent" });
  const problems: ConfigProblem[] = [];
  const report = (start: number, end: number, message: string): void => {
    problems.push({ start: expanded.toSource(start), end: Math.max(expanded.toSource(end), expanded.toSource(start)), message });
  };
  for (const error of document.errors) report(error.pos[0], error.pos[1], `not valid YAML: ${firstLine(error.message)}`);
  const empty: FeastConfig = { project: undefined, provider: undefined, onlineStore: undefined, offlineStore: undefined, problems };
  if (problems.length > 0) return empty;
  if (!isMap(document.contents)) {
    report(0, 0, "feature_store.yaml holds no settings: `project` and `registry` are required");
    return empty;
  }
  const project = scalarText(document, "project");
  const range = rangeOf(document, "project");
  if (project === undefined && !range) report(0, 0, "`project` is missing");
  else if (project === undefined) report(range?.[0] ?? 0, range?.[1] ?? 0, "`project` must be a text");
  else if (!isUnknown(project) && !/^(?![_-])[\p{L}\p{N}_-]+$/u.test(project)) {
    report(range?.[0] ?? 0, range?.[1] ?? 0, `\`${project}\` is no project name: letters, digits, _ and -, and none of these two first`);
  }
  if (!document.has("registry")) report(0, 0, "`registry` is missing");
  return {
    project: known(project),
    provider: known(scalarText(document, "provider")),
    onlineStore: storeType(document, "online_store"),
    offlineStore: storeType(document, "offline_store"),
    problems,
  };
}

/** As Python's `os.path.expandvars`, with a way back to offsets of the text as written. */
export function expandVariables(text: string, environment: Environment): { readonly text: string; toSource(offset: number): number } {
  const pieces: { readonly at: number; readonly source: number; readonly length: number; readonly isValue: boolean }[] = [];
  let result = "";
  let from = 0;
  const copy = (to: number): void => {
    if (to > from) pieces.push({ at: result.length, source: from, length: to - from, isValue: false });
    result += text.slice(from, to);
  };
  for (const match of text.matchAll(/\$(\w+|\{[^}]*\})/g)) {
    const written = match[1] ?? "";
    const value = environment(written.startsWith("{") ? written.slice(1, -1) : written);
    if (value === undefined) continue;
    copy(match.index);
    pieces.push({ at: result.length, source: match.index, length: value.length, isValue: true });
    result += value;
    from = match.index + match[0].length;
  }
  copy(text.length);
  return {
    text: result,
    toSource(offset) {
      const piece = pieces.findLast(({ at }) => at <= offset);
      if (!piece) return Math.min(offset, text.length);
      return piece.isValue ? piece.source : Math.min(piece.source + (offset - piece.at), text.length);
    },
  };
}

function scalarText(document: Document, key: string): string | undefined {
  const node = document.get(key, true);
  return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
}

/** Type of a store: the text itself, or `type` of a mapping. */
function storeType(document: Document, key: string): string | undefined {
  const node = document.get(key, true);
  if (isMap(node)) {
    const type = node.get("type");
    return typeof type === "string" ? known(type) : undefined;
  }
  return known(scalarText(document, key));
}

function rangeOf(document: Document, key: string): readonly [number, number] | undefined {
  const node = document.get(key, true);
  const range = isScalar(node) || isMap(node) ? node.range : undefined;
  return range ? [range[0], range[1]] : undefined;
}

function isUnknown(value: string): boolean {
  return /\$(\w|\{)/.test(value);
}

function known(value: string | undefined): string | undefined {
  return value === undefined || isUnknown(value) ? undefined : value;
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).trim();
}
