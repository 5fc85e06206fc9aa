/**
 * Which rules run for a document, and how grave their findings are.
 *
 * Choice goes from the particular to the general: a rule's name beats its topic. Severity: what the user set beats what the finding says
 * of itself, and that beats the rule's default.
 */
import type { Finding, Profile, Severity } from "./finding.ts";
import type { Registry } from "./registry.ts";
import type { Rule } from "./rule.ts";
import type { Settings } from "./settings.ts";

export interface Plan {
  readonly settings: Settings;
  readonly profile: Profile;
  /** In the registry's order. */
  readonly rules: readonly PlannedRule[];
}

export interface PlannedRule {
  readonly rule: Rule;
  /** Severity where the finding has no say of its own. */
  readonly level: Severity;
  /** True when the user set it: findings keep to it. */
  readonly fixed: boolean;
  /** Numbers that the rule is run with. */
  readonly options: Readonly<Record<string, number>>;
}

export function planRules(registry: Registry, settings: Settings, profile: Profile): Plan {
  return { settings, profile, rules: registry.rules.flatMap((rule) => planned(rule, settings, profile) ?? []) };
}

/** The severity of one finding, or "off". */
export function levelOf(planned: PlannedRule, finding: Finding, profile: Profile): Severity | "off" {
  return planned.fixed ? planned.level : (finding.severity?.[profile] ?? planned.level);
}

/** True when the document imports one of the modules without which the rule has nothing to say. */
export function passesGate(rule: Rule, topLevelModules: ReadonlySet<string>): boolean {
  return rule.imports === undefined || rule.imports.some((module) => topLevelModules.has(module));
}

function planned(rule: Rule, settings: Settings, profile: Profile): PlannedRule | undefined {
  if (!isSelected(rule, settings)) return undefined;
  const choice = settings.severity.get(rule.name);
  const configured = typeof choice === "object" ? choice[profile] : choice;
  const level = configured ?? rule.severity[profile];
  if (level !== "off") return { rule, level, fixed: configured !== undefined, options: optionsOf(rule, settings) };
  // Asked for by name and not switched off by the user: as grave as in the other profile.
  if (configured === undefined && settings.select?.includes(rule.name) === true) {
    const other = rule.severity[profile === "exploration" ? "production" : "exploration"];
    return { rule, level: other === "off" ? "warning" : other, fixed: false, options: optionsOf(rule, settings) };
  }
  return undefined;
}

function optionsOf({ name, options = {} }: Rule, settings: Settings): Readonly<Record<string, number>> {
  const chosen = settings.ruleOptions.get(name);
  return Object.fromEntries(Object.entries(options).map(([option, each]) => [option, chosen?.get(option) ?? each.default]));
}

function isSelected(rule: Rule, { select, ignore }: Settings): boolean {
  if (ignore.includes(rule.name)) return false;
  if (select?.includes(rule.name) === true) return true;
  if (ignore.includes(rule.topic)) return false;
  return select === undefined || select.includes(rule.topic);
}
