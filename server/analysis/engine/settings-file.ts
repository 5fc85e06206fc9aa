/**
 * Reads a settings file: `seaworthy.toml`, or the table `[tool.seaworthy]` of a pyproject.toml.
 *
 *     select = ["leakage", "hardcode-path"]     problem at "hardcode-path": unknown rule (did you mean "hardcoded-path"?)
 *     [severity]
 *     nan-comparison = "error"                  counts
 *
 * A mistake is a problem with a range; whatever is not mistaken counts. A file gives a {@link SettingsLayer}; the chain
 * of files joined by `extends` is then combined, nearest first. Finding and reading the files is the workspace's work.
 */
import { didYouMean } from "../text/did-you-mean.ts";
import { parseKeyPath } from "../text/key-path.ts";
import type { Range } from "../syntax/nodes.ts";
import type { Profile, Severity } from "./finding.ts";
import type { Rule, RuleOptions } from "./rule.ts";
import { defaultSettings } from "./settings.ts";
import type { ReferenceCall, Settings, SeverityChoice } from "./settings.ts";
import { largestMaxFileSize, settingsKeys } from "./settings-keys.ts";
import type { Key, Shape } from "./settings-keys.ts";
import { readToml } from "./toml.ts";
import type { TomlTable, TomlValue } from "./toml.ts";

/** What settings need to know about the rules. */
export type KnownRules = readonly Pick<Rule, "name" | "topic" | "options">[];

export interface SettingsProblem {
  readonly range: Range;
  readonly message: string;
}

/** What one file says; a key that is absent is silent. */
export interface SettingsLayer {
  readonly select?: readonly string[];
  readonly ignore?: readonly string[];
  readonly exclude?: readonly string[];
  readonly maxFileSize?: number;
  readonly severity?: ReadonlyMap<string, SeverityChoice>;
  readonly ruleOptions?: Settings["ruleOptions"];
  readonly profiles?: Settings["profiles"];
  readonly features?: Settings["features"];
}

export interface SettingsFile {
  readonly layer: SettingsLayer;
  readonly extends: { readonly path: string; readonly range: Range } | undefined;
  readonly problems: readonly SettingsProblem[];
}

export type SettingsFileKind = "seaworthy.toml" | "pyproject.toml";

/** `undefined` for a pyproject.toml without `[tool.seaworthy]`: that is no settings file. Never throws. */
export function readSettingsFile(text: string, kind: SettingsFileKind, rules: KnownRules): SettingsFile | undefined {
  const toml = readToml(text);
  const table = kind === "seaworthy.toml" ? toml.root : seaworthyTable(toml.root);
  if (!table && (toml.problems.length === 0 || !announcesSettings.test(text))) return undefined;
  const reader = new SettingsReader(rules);
  for (const problem of toml.problems) reader.problem(problem.range, problem.message);
  const raw = table ? reader.table(table, settingsKeys) : {};
  const problems = reader.problems.sort((a, b) => a.range.start - b.range.start);
  const extended = table?.entries.get("extends")?.value;
  const path = raw["extends"] as string | undefined;
  return {
    layer: layerOf(raw),
    extends: path === undefined || !extended ? undefined : { path, range: extended.range },
    problems,
  };
}

/** Combines the layers of one chain of `extends`, nearest file first. `root`: the nearest file's folder. */
export function combineLayers(layers: readonly SettingsLayer[], root: string | undefined): Settings {
  const farthestFirst = [...layers].reverse();
  return {
    select: layers.find((layer) => layer.select)?.select,
    ignore: [...new Set(layers.flatMap((layer) => layer.ignore ?? []))],
    exclude: farthestFirst.flatMap((layer) => layer.exclude ?? []),
    maxFileSize: layers.find((layer) => layer.maxFileSize !== undefined)?.maxFileSize ?? defaultSettings.maxFileSize,
    severity: new Map(farthestFirst.flatMap((layer) => [...(layer.severity ?? [])])),
    ruleOptions: combinedOptions(farthestFirst),
    profiles: layers.flatMap((layer) => layer.profiles ?? []),
    features: {
      catalogues: farthestFirst.flatMap((layer) => layer.features?.catalogues ?? []),
      references: farthestFirst.flatMap((layer) => layer.features?.references ?? []),
      calls: farthestFirst.flatMap((layer) => layer.features?.calls ?? []),
    },
    root,
  };
}

/** Option by option: a file that sets one of a rule's leaves the others as they are in the file that it extends. */
function combinedOptions(farthestFirst: readonly SettingsLayer[]): Settings["ruleOptions"] {
  const combined = new Map<string, Map<string, number>>();
  for (const { ruleOptions = [] } of farthestFirst) {
    for (const [rule, options] of ruleOptions) combined.set(rule, new Map([...(combined.get(rule) ?? []), ...options]));
  }
  return combined;
}

/** Rule names and topics: what `select` and `ignore` accept. */
export function selectors(rules: KnownRules): string[] {
  return [...new Set([...rules.map((rule) => rule.name), ...rules.map((rule) => rule.topic)])];
}

/** A header of ours in a file so broken that its table was not read: its author should hear of it. */
const announcesSettings = /^[ \t]*\[+[ \t]*tool[ \t]*\.[ \t]*seaworthy\b/mu;

function seaworthyTable(root: TomlTable): TomlTable | undefined {
  const tool = root.entries.get("tool")?.value;
  const table = tool?.kind === "table" ? tool.entries.get("seaworthy")?.value : undefined;
  return table?.kind === "table" ? table : undefined;
}

/** The keys hold what their shapes promise: {@link SettingsReader} has checked them. */
function layerOf(raw: Readonly<Record<string, unknown>>): SettingsLayer {
  const profiles = raw["profile"] as { paths: string[]; use: Profile }[] | undefined;
  const severity = raw["severity"] as Record<string, SeverityChoice> | undefined;
  const options = raw["rules"] as Record<string, Record<string, number>> | undefined;
  const features = raw["features"] as RawFeatures | undefined;
  const megabytes = raw["max-file-size"] as number | undefined;
  return {
    ...(raw["select"] ? { select: raw["select"] as string[] } : {}),
    ...(raw["ignore"] ? { ignore: raw["ignore"] as string[] } : {}),
    ...(raw["exclude"] ? { exclude: raw["exclude"] as string[] } : {}),
    ...(megabytes === undefined ? {} : { maxFileSize: Math.round(megabytes * 1_000_000) }),
    ...(severity ? { severity: new Map(Object.entries(severity)) } : {}),
    ...(options ? { ruleOptions: new Map(Object.entries(options).map(([rule, each]) => [rule, new Map(Object.entries(each))])) } : {}),
    ...(features ? { features: featuresOf(features) } : {}),
    ...(profiles ? { profiles: profiles.map(({ paths, use }) => ({ paths, profile: use })) } : {}),
  };
}

interface RawFeatures {
  readonly catalogues?: readonly string[];
  readonly references?: readonly { readonly files: readonly string[]; readonly path: string; readonly role?: "training" | "serving" }[];
  readonly calls?: readonly (Pick<ReferenceCall, "function"> & Partial<ReferenceCall>)[];
}

function featuresOf({ catalogues = [], references = [], calls = [] }: RawFeatures): Settings["features"] {
  return {
    catalogues,
    references: references.map(({ files, path, role }) => ({ files, path: parseKeyPath(path) ?? [], role })),
    calls: calls.map(({ function: name, argument, position, takes = "references", role, store }) => ({ function: name, argument, position, takes, role, store })),
  };
}

/** Turns TOML values into plain ones as their shape says; reports and leaves out what does not fit. */
class SettingsReader {
  readonly problems: SettingsProblem[] = [];
  readonly #rules: KnownRules;

  constructor(rules: KnownRules) {
    this.#rules = rules;
  }

  problem(range: Range, message: string): void {
    this.problems.push({ range, message });
  }

  table(table: TomlTable, keys: readonly Key[]): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const [name, entry] of table.entries) {
      const key = keys.find((candidate) => candidate.name === name);
      if (!key) {
        this.problem(entry.key, `unknown key "${name}"${didYouMean(name, keys.map((candidate) => candidate.name))}`);
        continue;
      }
      const value = this.value(entry.value, key.shape);
      if (value !== undefined) result[name] = value;
    }
    return result;
  }

  value(value: TomlValue, shape: Shape): unknown {
    switch (shape.kind) {
      case "text":
        if (value.kind === "string" && value.value.trim() !== "") return value.value;
        this.problem(value.range, `${shape.what} is expected here${value.kind === "string" ? "" : ", in quotes"}`);
        return undefined;
      case "megabytes":
        if (value.kind === "number" && value.value > 0 && value.value <= largestMaxFileSize) return value.value;
        this.problem(value.range, `a number of megabytes up to ${largestMaxFileSize} is expected here`);
        return undefined;
      case "key-path":
        if (value.kind === "string" && parseKeyPath(value.value)) return value.value;
        this.problem(value.range, 'a path to values is expected here, such as "model.features[*]"');
        return undefined;
      case "index":
        if (value.kind === "number" && Number.isInteger(value.value) && value.value >= 0) return value.value;
        this.problem(value.range, "a position is expected here, counted from 0");
        return undefined;
      case "choice":
        return this.choice(value, shape.of);
      case "rule":
        return this.rule(value, shape.topics);
      case "list":
        return this.list(value, shape.of);
      case "by-rule":
        return this.byRule(value, shape.value);
      case "rule-options":
        return this.ruleOptions(value);
      case "table":
        return this.wholeTable(value, shape.keys, shape.someOf);
      case "choice-or-table":
        if (value.kind !== "table") return this.choice(value, shape.of);
        return this.table(value, shape.keys);
    }
  }

  choice(value: TomlValue, of: readonly string[]): string | undefined {
    if (value.kind === "string" && of.includes(value.value)) return value.value;
    const found = value.kind === "string" ? `"${value.value}" is not one of` : "expected one of";
    const hint = value.kind === "string" ? didYouMean(severityAliases[value.value] ?? value.value, of) : "";
    this.problem(value.range, `${found} ${of.map((word) => `"${word}"`).join(", ")}${hint}`);
    return undefined;
  }

  rule(value: TomlValue, topics: boolean): string | undefined {
    const what = topics ? "rule or topic" : "rule";
    if (value.kind !== "string") {
      this.problem(value.range, `the name of a ${what} is expected here, in quotes`);
      return undefined;
    }
    return this.ruleName(value.value, value.range, topics);
  }

  ruleName(name: string, range: Range, topics: boolean): string | undefined {
    const known = topics ? selectors(this.#rules) : this.#rules.map((rule) => rule.name);
    if (known.includes(name)) return name;
    this.problem(range, `unknown ${topics ? "rule or topic" : "rule"} "${name}"${didYouMean(name, known)}`);
    return undefined;
  }

  /** Good items of a list with a bad one count. A list of which nothing is left is no list: `select = []` would turn all off. */
  list(value: TomlValue, of: Shape): unknown[] | undefined {
    if (value.kind !== "array") {
      this.problem(value.range, "a list is expected here: [ ... ]");
      return undefined;
    }
    const items = value.items.map((item) => this.value(item, of)).filter((item) => item !== undefined);
    return items.length === 0 && value.items.length > 0 ? undefined : items;
  }

  byRule(value: TomlValue, shape: Shape): Record<string, unknown> | undefined {
    if (value.kind !== "table") {
      this.problem(value.range, 'a table is expected here: [severity] and lines like nan-comparison = "error"');
      return undefined;
    }
    const result: Record<string, unknown> = {};
    for (const [name, entry] of value.entries) {
      const rule = this.ruleName(name, entry.key, false);
      const read = this.value(entry.value, shape);
      if (rule !== undefined && read !== undefined) result[rule] = read;
    }
    return result;
  }

  ruleOptions(value: TomlValue): Record<string, Record<string, number>> | undefined {
    if (value.kind !== "table") {
      this.problem(value.range, "a table is expected here: [rules.long-function] and lines like statements = 80");
      return undefined;
    }
    const result: Record<string, Record<string, number>> = {};
    for (const [name, entry] of value.entries) {
      const rule = this.ruleName(name, entry.key, false);
      const options = this.#rules.find((each) => each.name === rule)?.options;
      if (rule === undefined) continue;
      if (!options) this.problem(entry.key, `the rule "${rule}" has no options`);
      else if (entry.value.kind !== "table") this.problem(entry.value.range, `a table of options is expected here: ${Object.keys(options).join(", ")}`);
      else result[rule] = this.optionsOfRule(entry.value, options);
    }
    return result;
  }

  optionsOfRule(table: TomlTable, options: RuleOptions): Record<string, number> {
    const result: Record<string, number> = {};
    for (const [name, { key, value }] of table.entries) {
      const option = options[name];
      if (!option) this.problem(key, `unknown option "${name}"${didYouMean(name, Object.keys(options))}`);
      else if (value.kind === "number" && Number.isInteger(value.value) && value.value >= option.least && value.value <= option.most) result[name] = value.value;
      else this.problem(value.range, `a whole number from ${String(option.least)} to ${String(option.most)} is expected here`);
    }
    return result;
  }

  wholeTable(value: TomlValue, keys: readonly Key[], someOf: readonly string[] | undefined): Record<string, unknown> | undefined {
    if (value.kind !== "table") {
      this.problem(value.range, "a table is expected here");
      return undefined;
    }
    const result = this.table(value, keys);
    const missing = keys.filter((key) => key.required === true && !value.entries.has(key.name));
    for (const key of missing) this.problem(value.range, `"${key.name}" is missing in this table`);
    const lacksAll = someOf?.every((name) => !value.entries.has(name)) === true;
    if (lacksAll) this.problem(value.range, `${someOf.map((name) => `"${name}"`).join(" or ")} is missing in this table`);
    return lacksAll || keys.some((key) => key.required === true && result[key.name] === undefined) ? undefined : result;
  }
}

/** Words that other tools use, for the did-you-mean. */
const severityAliases: Readonly<Record<string, Severity | "off">> = {
  warn: "warning", info: "information", note: "information", ignore: "off", none: "off", disable: "off", disabled: "off",
};
