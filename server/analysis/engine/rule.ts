/**
 * The rule contract: one rule, one file, one plain value.
 *
 *     export default defineRule({
 *       name: "nan-comparison",
 *       topic: "pandas",
 *       summary: "...", why: { scientist: "...", engineer: "..." }, bad: `...`, good: `...`,
 *       severity: { exploration: "error", production: "error" },
 *       needs: { values },
 *       on: { Compare({ node, unit }, { values }) { ... return finding or undefined } },
 *     })
 *
 * `on` holds handlers by node kind: they see one unit, and their findings are kept as long as the unit's analysis is.
 * `check` sees the whole document. A rule has one of the two, or both.
 */
import type { NodeOf } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import type { DocumentFacts, Needs, UnitFacts } from "./fact.ts";
import type { Finding, Profile, Severity } from "./finding.ts";

export type Topic =
  | "data-access" | "modularity" | "clean-code" | "reproducibility" | "leakage" | "pandas" | "models" | "notebook"
  | "feature-store" | "git";

/** A number that users may set for a rule: `[rules.long-function]` and `statements = 80` in the settings file. */
export interface RuleOption {
  /** One sentence: shown by editors while the file is written, and on the rule's page. */
  readonly description: string;
  readonly default: number;
  /** Whole numbers from here to `most` are accepted. */
  readonly least: number;
  readonly most: number;
}

/** By name, in kebab-case. */
export type RuleOptions = Readonly<Record<string, RuleOption>>;
/** The numbers in force. */
export type Chosen<O extends RuleOptions> = { readonly [K in keyof O]: number };

export interface Rule<N extends Needs = Needs, O extends RuleOptions = RuleOptions> {
  /** Kebab-case; reads in "ignore <name>". The file, the fixture and the page carry the same name. */
  readonly name: string;
  readonly topic: Topic;
  /** One sentence without a full stop: what is found. */
  readonly summary: string;
  /** Why it matters, for each reader in their own terms. */
  readonly why: { readonly scientist: string; readonly engineer: string };
  /** Smallest code with the finding, and the same code put right. Tests check both. */
  readonly bad: string;
  readonly good: string;
  readonly severity: Readonly<Record<Profile, Severity | "off">>;
  readonly needs: N;
  readonly options?: O;
  /** Top-level modules of which the document must import one: a cheap gate before anything else runs. */
  readonly imports?: readonly string[];
  /**
   * Codes of Ruff's rules that report the same at the same place: where one of them is on for the file, the finding is left to Ruff, and a `# noqa`
   * for them counts.
   * A finding may say that it is only some of them (`Finding.covers`).
   */
  readonly covers?: readonly string[];
  readonly on?: { readonly [K in keyof NodeOf]?: NodeHandler<NodeOf[K], N, O> };
  readonly check?: (facts: DocumentFacts<N>, options: Chosen<O>) => readonly Finding[];
}

export type NodeHandler<Node, N extends Needs, O extends RuleOptions = RuleOptions> = (
  at: { readonly node: Node; readonly unit: Unit },
  facts: UnitFacts<N>,
  options: Chosen<O>,
) => Finding | readonly Finding[] | undefined;

export function defineRule<const N extends Needs, const O extends RuleOptions = RuleOptions>(rule: Rule<N, O>): Rule {
  // Needs are matched to facts by the engine; from here on only the engine calls the rule.
  return rule as unknown as Rule;
}
