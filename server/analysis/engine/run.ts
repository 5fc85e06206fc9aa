/**
 * Runs the rules of a plan over one document's analysis.
 *
 * Handlers of all rules are dispatched by node kind in one walk per unit, and a unit's findings are kept as long as its analysis and
 * the plan are the same objects. Document rules run afterwards, each run anew. A fact is computed when a rule first reads it.
 *
 * A rule that throws is switched off for the document until it is opened again; the others go on.
 */
import { slotsOfAnalyses } from "../semantic/analysis.ts";
import type { DocumentAnalysis, UnitAnalysis, UnitGroup, UnitSection } from "../semantic/analysis.ts";
import type { Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import type { DocumentContext, UnitContext } from "./fact.ts";
import type { Finding, Fix } from "./finding.ts";
import { passesGate } from "./plan.ts";
import type { Plan, PlannedRule } from "./plan.ts";
import type { AnyFact } from "./registry.ts";

export interface RawFinding {
  readonly planned: PlannedRule;
  readonly finding: Finding;
}

export interface RunResult {
  readonly findings: readonly RawFinding[];
  /** Rules whose verdict is complete: run to the end, or passed over because the document does not import what they are about. */
  readonly ran: ReadonlySet<string>;
  /** False when cancelled on the way. */
  readonly complete: boolean;
}

export interface RunInput {
  readonly analysis: DocumentAnalysis;
  /** Top-level names of libraries that it imports, itself or through other modules: what is gated by them. */
  readonly libraries: ReadonlySet<string>;
  readonly plan: Plan;
  readonly context: Omit<DocumentContext, "get" | "analysis">;
  readonly cancelled: () => boolean;
}

type Handler = (at: { readonly node: Node; readonly unit: Unit }, facts: unknown, options: unknown) => Finding | readonly Finding[] | undefined;

interface Result {
  readonly dispatch: Dispatch;
  readonly findings: readonly RawFinding[];
}

/** By unit; the dispatch says whose it is. */
const results = slotsOfAnalyses.next<Result>();

/** Handlers of the rules in force, by node kind. */
type Dispatch = ReadonlyMap<string, readonly { readonly planned: PlannedRule; readonly handle: Handler }[]>;

/** Runs rules for one document, and remembers what a unit's findings were and which rules are broken. */
export class Runner {
  readonly failures = new Map<string, string>();
  /** Number of units walked. */
  unitsChecked = 0;
  readonly #strict: boolean;
  readonly #groupResults = new WeakMap<UnitGroup, Result>();
  readonly #sectionResults = new WeakMap<UnitSection, Result>();
  #dispatch: { readonly plan: Plan; readonly names: string; readonly table: Dispatch } | undefined;

  /** `strict`: a rule that throws ends the run. For tests. */
  constructor(strict: boolean) {
    this.#strict = strict;
  }

  run(input: RunInput): RunResult {
    const { analysis, libraries, plan, cancelled } = input;
    const working = plan.rules.filter(({ rule }) => !this.failures.has(rule.name));
    const active = working.filter(({ rule }) => passesGate(rule, libraries));
    const findings: RawFinding[] = [];
    let complete = true;

    const dispatch = this.#dispatchOf(plan, active);
    for (const section of analysis.sections) {
      const kept = this.#sectionResults.get(section);
      const found = kept?.dispatch === dispatch ? kept.findings : this.#checkSection(section, dispatch, input);
      complete = found !== undefined && !cancelled();
      if (!complete) break;
      for (const each of found ?? []) findings.push(each);
    }
    const get = factReader((fact, read) => {
      if (!fact.document) throw new Error(`the fact ${fact.name} has no meaning for a document`);
      return fact.document({ ...input.context, analysis, get: read }) as unknown;
    });
    for (const planned of active) {
      complete &&= !cancelled();
      if (!complete) break;
      const { check, needs, name } = planned.rule;
      if (!check || this.failures.has(name)) continue;
      const made = this.#contained(planned, () => check(lazyFacts(needs, get), planned.options));
      for (const finding of made ?? []) findings.push({ planned, finding });
    }
    return {
      // A rule may have failed after some of its findings were made: half a verdict is none.
      findings: findings.filter(({ planned }) => !this.failures.has(planned.rule.name)),
      ran: new Set(working.filter(({ rule }) => !this.failures.has(rule.name)).map(({ rule }) => rule.name)),
      complete,
    };
  }

  /** Makes the fixes of a finding. A rule that cannot offers none, and is switched off like any that throws. */
  fixesOf({ planned, finding: { fixes = [] } }: RawFinding): readonly Fix[] {
    return typeof fixes === "function" ? (this.#contained(planned, fixes) ?? []) : fixes;
  }

  /** `undefined` when cancelled on the way. */
  #checkSection(section: UnitSection, dispatch: Dispatch, input: RunInput): readonly RawFinding[] | undefined {
    const findings: RawFinding[] = [];
    for (const group of section) {
      if (input.cancelled()) return undefined;
      findings.push(...this.#checkGroup(group, dispatch, input));
    }
    this.#sectionResults.set(section, { dispatch, findings });
    return findings;
  }

  #checkGroup(group: UnitGroup, dispatch: Dispatch, input: RunInput): readonly RawFinding[] {
    const kept = this.#groupResults.get(group);
    if (kept?.dispatch === dispatch) return kept.findings;
    const findings = group.flatMap((unit) => this.#checkUnit(unit, dispatch, input));
    this.#groupResults.set(group, { dispatch, findings });
    return findings;
  }

  #checkUnit(analysis: UnitAnalysis, dispatch: Dispatch, input: RunInput): readonly RawFinding[] {
    const kept = results.of(analysis);
    if (kept?.dispatch === dispatch) return kept.findings;
    this.unitsChecked += 1;
    const { unit } = analysis;
    const { profile, settings } = input.context;
    const get = factReader((fact, read) => {
      if (!fact.unit) throw new Error(`the fact ${fact.name} has no meaning for one unit`);
      const context: UnitContext = { unit, analysis, profile, settings, get: read };
      return fact.unit(context) as unknown;
    });
    const findings: RawFinding[] = [];
    const facts = new Map<PlannedRule, unknown>();
    walk(unit.body, (node) => {
      const listening = dispatch.get(node.kind);
      if (!listening) return undefined;
      const at = { node, unit };
      for (const { planned, handle } of listening) {
        if (this.failures.has(planned.rule.name)) continue;
        let given = facts.get(planned);
        if (given === undefined) facts.set(planned, (given = lazyFacts(planned.rule.needs, get)));
        let made: ReturnType<Handler>;
        try {
          made = handle(at, given, planned.options);
        } catch (error) {
          this.#fail(planned, error);
        }
        if (made === undefined) continue;
        for (const finding of Array.isArray(made) ? (made as readonly Finding[]) : [made as Finding]) findings.push({ planned, finding });
      }
      return undefined;
    });
    results.set(analysis, { dispatch, findings });
    return findings;
  }

  #dispatchOf(plan: Plan, active: readonly PlannedRule[]): Dispatch {
    const listening = active.filter(({ rule }) => rule.on);
    const names = listening.map(({ rule }) => rule.name).join(" ");
    if (this.#dispatch?.plan === plan && this.#dispatch.names === names) return this.#dispatch.table;
    const table = new Map<string, { planned: PlannedRule; handle: Handler }[]>();
    for (const planned of listening) {
      for (const [kind, handle] of Object.entries(planned.rule.on ?? {})) {
        const handlers = table.get(kind) ?? [];
        // Only nodes of its kind reach a handler.
        handlers.push({ planned, handle: handle as Handler });
        table.set(kind, handlers);
      }
    }
    this.#dispatch = { plan, names, table };
    return table;
  }

  #contained<T>(planned: PlannedRule, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.#fail(planned, error);
      return undefined;
    }
  }

  #fail({ rule }: PlannedRule, error: unknown): void {
    if (this.#strict) throw error;
    this.failures.set(rule.name, textOf(error));
  }
}

/** What a log should say of an error. */
export function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Result of a fact. Its type follows from the fact, which the reader cannot express: callers know it from their `needs`. */
type FactReader = (fact: AnyFact) => never;

/** Computes each fact once; one that threw throws again. */
function factReader(compute: (fact: AnyFact, read: FactReader) => unknown): FactReader {
  const known = new Map<AnyFact, { readonly value: unknown } | { readonly error: unknown }>();
  const read: FactReader = (fact) => {
    let result = known.get(fact);
    if (!result) {
      try {
        result = { value: compute(fact, read) };
      } catch (error) {
        result = { error };
      }
      known.set(fact, result);
    }
    if ("error" in result) throw result.error;
    return result.value as never;
  };
  return read;
}

type Needs = Readonly<Record<string, AnyFact>>;

/** An object with one property per need, computed when it is read. The properties are the same for all units: they are made once. */
function lazyFacts(needs: Needs, get: FactReader): never {
  let prototype = prototypes.get(needs);
  if (!prototype) {
    prototype = {};
    for (const [name, fact] of Object.entries(needs)) {
      Object.defineProperty(prototype, name, {
        get(this: Readers) {
          return this[reader](fact);
        },
      });
    }
    prototypes.set(needs, prototype);
  }
  const facts = Object.create(prototype) as { [reader]: FactReader };
  facts[reader] = get;
  // Its type follows from `needs`, which the rule contract has checked; here any rule's facts pass through.
  return facts as never;
}

const reader = Symbol("reader");

interface Readers {
  readonly [reader]: FactReader;
}

const prototypes = new WeakMap<Needs, object>();
