/** Which settings hold for a file and what they switch on: the answer to "why does the editor say this, and the command line that". */
import { planRules } from "../analysis/engine/plan.ts";
import { createRegistry } from "../analysis/engine/registry.ts";
import type { Profile, Severity } from "../analysis/engine/finding.ts";
import type { Rule } from "../analysis/engine/rule.ts";
import type { Settings } from "../analysis/engine/settings.ts";

export interface ConfigurationFacts {
  readonly uri: string;
  /** URI of the settings file; `null` for the defaults. */
  readonly settings: string | null;
  readonly profile: string;
  /** The settings exclude the file, or the editor has Seaworthy switched off for it. */
  readonly excluded: boolean;
  readonly rules: readonly { readonly name: string; readonly level: string }[];
}

/** Rules in force, with the severity that their findings have unless a finding says otherwise of itself. */
export function enabledRules(
  rules: readonly Rule[],
  settings: Settings,
  profile: Profile,
): readonly { readonly name: string; readonly level: Severity }[] {
  return planRules(createRegistry(rules), settings, profile).rules.map(({ rule, level }) => ({ name: rule.name, level }));
}

export function configurationPage({ uri, settings, profile, excluded, rules }: ConfigurationFacts): string {
  const lines = [
    "# Seaworthy: configuration for this file",
    "",
    `- File: ${readable(uri)}`,
    `- Settings: ${settings === null ? "defaults (no seaworthy.toml or [tool.seaworthy] in this folder or above)" : readable(settings)}`,
    `- Profile: ${profile}`,
    `- Rules in force: ${excluded ? "none" : rules.length}`,
  ];
  if (excluded) return [...lines, "", "This file is excluded by the settings, or `seaworthy.enable` is off.", ""].join("\n");
  return [...lines, "", "| Rule | Severity |", "|---|---|", ...rules.map(({ name, level }) => `| ${name} | ${level} |`), ""].join("\n");
}

/** A URI as people read it. */
function readable(uri: string): string {
  try {
    return `\`${decodeURIComponent(uri.replace(/^file:\/\//, ""))}\``;
  } catch {
    return `\`${uri}\``;
  }
}
