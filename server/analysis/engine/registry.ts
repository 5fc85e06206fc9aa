/**
 * The rules of a session, checked once when it starts, so that a mistake in a rule shows at once and not in a user's editor.
 */
import type { Fact, Needs } from "./fact.ts";
import type { Rule } from "./rule.ts";

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- facts of any result types
export type AnyFact = Fact<any, any>;

export interface Registry {
  readonly rules: readonly Rule[];
  readonly byName: ReadonlyMap<string, Rule>;
}

/** Rules that the engine reports itself, after all others: they have neither `on` nor `check`. */
export const engineRules = { unused: "unused-suppression", malformed: "malformed-suppression" } as const;

/** @throws Error that lists every mistake in the rules and the facts they need. */
export function createRegistry(rules: readonly Rule[]): Registry {
  const mistakes = [...ruleMistakes(rules), ...factMistakes(rules)];
  if (mistakes.length > 0) throw new Error(`These rules cannot be run:\n${mistakes.map((mistake) => `- ${mistake}`).join("\n")}`);
  return { rules, byName: new Map(rules.map((rule) => [rule.name, rule])) };
}

function ruleMistakes(rules: readonly Rule[]): string[] {
  const mistakes: string[] = [];
  const seen = new Set<string>();
  for (const rule of rules) {
    if (seen.has(rule.name)) mistakes.push(`two rules have the name ${rule.name}`);
    seen.add(rule.name);
    if (!/^[a-z]+(?:-[a-z0-9]+)*$/.test(rule.name)) mistakes.push(`${rule.name}: the name is not in kebab-case`);
    const byEngine = Object.values<string>(engineRules).includes(rule.name);
    if (!rule.on && !rule.check && !byEngine) mistakes.push(`${rule.name}: it has neither \`on\` nor \`check\``);
    for (const fact of Object.values(rule.needs)) {
      if (rule.on && !fact.unit) mistakes.push(`${rule.name}: \`on\` needs the fact ${fact.name}, which has no meaning for one unit`);
      if (rule.check && !fact.document) mistakes.push(`${rule.name}: \`check\` needs the fact ${fact.name}, which has no meaning for a document`);
    }
  }
  return mistakes;
}

function factMistakes(rules: readonly Rule[]): string[] {
  const mistakes: string[] = [];
  const named = new Map<string, AnyFact>();
  const done = new Set<AnyFact>();
  const visit = (fact: AnyFact, path: readonly AnyFact[]): void => {
    const start = path.indexOf(fact);
    if (start >= 0) {
      mistakes.push(`facts need each other in a circle: ${[...path.slice(start), fact].map((each) => each.name).join(" -> ")}`);
      return;
    }
    if (done.has(fact)) return;
    if (named.has(fact.name)) mistakes.push(`two facts have the name ${fact.name}`);
    named.set(fact.name, fact);
    needed(fact.needs).forEach((need) => { visit(need, [...path, fact]); });
    done.add(fact);
  };
  for (const rule of rules) needed(rule.needs).forEach((fact) => { visit(fact, []); });
  return mistakes;
}

function needed(needs: Needs): readonly AnyFact[] {
  return Object.values(needs);
}
