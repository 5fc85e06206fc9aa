/**
 * References to features in YAML and JSON files (analysis/store/reference-file.ts): what is wrong with them, and what they name.
 *
 *     config/train.yaml      model.features: [stats.rating, stats.ratng]
 *
 * gives a finding of unknown-feature at `ratng`, and a use of `stats` and of `rating` in training. They follow the same settings as
 * findings in code. Where several kinds of stores are in reach, a reference is wrong only when it is for all of them.
 */
import type { Severity } from "../analysis/engine/finding.ts";
import { planRules } from "../analysis/engine/plan.ts";
import { createRegistry } from "../analysis/engine/registry.ts";
import type { Rule } from "../analysis/engine/rule.ts";
import type { Settings } from "../analysis/engine/settings.ts";
import { lookUpReference } from "../analysis/facts/features.ts";
import type { LookedUpReference } from "../analysis/facts/features.ts";
import { malformationOf } from "../analysis/facts/malformed-references.ts";
import { malformedMessage, replacedReference, unknownProblem } from "../analysis/facts/reference-problems.ts";
import { pairsInFiles } from "../analysis/facts/training-contract.ts";
import type { LocatedScalar } from "../analysis/store/located-value.ts";
import type { Catalogue } from "../analysis/store/model.ts";
import type { ReferenceFile, ReferenceList } from "../analysis/store/reference-file.ts";
import type { ReferencePart } from "../analysis/store/reference.ts";
import { storesInReach } from "../analysis/store/resolve.ts";
import type { StoresInReach } from "../analysis/store/resolve.ts";
import type { SourceText } from "../analysis/text/source-text.ts";
import { namesOf } from "./feature-name.ts";
import type { FeatureName } from "./feature-name.ts";
import type { UseRole } from "./feature-uses.ts";
import type { FileUses, FoundUse, TextPlace } from "./found-uses.ts";

export interface ListedFinding {
  readonly rule: string;
  readonly topic: string;
  readonly level: Severity;
  readonly message: string;
  /** Offsets in the file. */
  readonly start: number;
  readonly end: number;
  readonly fixes: readonly ListedFix[];
}

export interface ListedFix {
  readonly title: string;
  readonly safety: "review";
  /** Of the whole reference. */
  readonly edit: { readonly start: number; readonly end: number; readonly text: string };
}

const ruleNames = { unknown: "unknown-feature", malformed: "malformed-feature-reference", contract: "training-serving-mismatch" } as const;

/** @param rules all rules: those that speak of references are taken */
export function checkListed({ uri, lists }: ReferenceFile, catalogue: Catalogue, rules: Iterable<Rule>, settings: Settings): readonly ListedFinding[] {
  const names = new Set<string>(Object.values(ruleNames));
  const wanted = [...rules].filter(({ name }) => names.has(name));
  const { rules: planned } = planRules(createRegistry(wanted), settings, "production");
  const reach = storesInReach(catalogue.stores, uri);
  const found: ListedFinding[] = [];
  for (const { role, references } of lists) {
    // What a catalogue's own services name is read, and told, with the catalogue.
    if (role === "repository") continue;
    for (const written of references) {
      const reference = lookUpListed(written.text, reach);
      const problem = reference && problemOf(reference);
      const rule = planned.find((each) => each.rule.name === problem?.rule);
      if (!reference || !problem || !rule) continue;
      const { start, end } = problem.part ? placeOf(written, problem.part) : written;
      const level = rule.fixed || reference.certain || rule.level !== "error" ? rule.level : "warning";
      found.push({ rule: rule.rule.name, topic: rule.rule.topic, level, message: problem.message, start, end, fixes: fixesFor(reference, problem.replacements, written) });
    }
  }
  const contract = planned.find(({ rule }) => rule.name === ruleNames.contract);
  if (contract) {
    for (const { start, end, message } of mismatches(uri, lists, catalogue)) found.push({ rule: contract.rule.name, topic: contract.rule.topic, level: contract.level, message, start, end, fixes: [] });
  }
  return distinct(found);
}

/** Lists for serving, held against those for training in this file or another one. */
function mismatches(uri: string, lists: ReferenceFile["lists"], catalogue: Catalogue): readonly { readonly start: number; readonly end: number; readonly message: string }[] {
  return pairsInFiles(catalogue, uri).flatMap(({ serving, training }) => {
    const trained = new Set(training.features.map(({ name }) => name));
    const served = new Set(serving.features.map(({ name }) => name));
    const references = lists.find(({ references: [first] }) => first !== undefined && "located" in serving.at && first.start === serving.at.located.start)?.references ?? [];
    const extra = serving.features.flatMap(({ name }, at) => {
      const written = trained.has(name) ? undefined : references[at];
      return written ? [{ start: written.start, end: written.end, message: `Served with "${name}", which the model is not trained on` }] : [];
    });
    const missing = training.features.filter(({ name }) => !served.has(name));
    const [first] = missing;
    const [written] = references;
    if (!first || !written) return extra;
    const more = missing.length > 1 ? ` and ${String(missing.length - 1)} more` : "";
    return [...extra, { start: written.start, end: written.end, message: `Served without "${first.name}"${more}, which the model is trained on` }];
  });
}

/** What files outside of code name, as places in their texts. */
export function usesInLists({ uri, lists }: ReferenceFile, source: SourceText, catalogue: Catalogue): FileUses {
  const uses: FoundUse[] = [];
  const reach = storesInReach(catalogue.stores, uri);
  for (const list of lists) {
    for (const written of list.references) {
      const around: TextPlace = { uri, source, start: written.start, end: written.end };
      for (const { part, names } of namedParts(written.text, reach)) {
        const place = written.written ? { uri, source, ...placeOf(written, part) } : undefined;
        for (const name of names) uses.push({ name, role: useRole(list.role), written: place, around });
      }
    }
  }
  return { uri, uses, open: [], models: [] };
}

/** The view and the feature that a text names, with what each may mean. */
export function namedParts(text: string, reach: readonly StoresInReach[]): readonly { readonly part: ReferencePart; readonly names: readonly FeatureName[] }[] {
  return reach.flatMap(({ index }) => {
    const { view, feature } = index.dialect.grammar.parse(text);
    const features = feature ? namesOf.feature(index, view.name, feature.name) : [];
    const views = namesOf.view(index, view.name);
    return [...(views.length > 0 ? [{ part: view, names: views }] : []), ...(feature && features.length > 0 ? [{ part: feature, names: features }] : [])];
  });
}

/** `undefined` where nothing can be said of it. */
export function lookUpListed(text: string, reach: readonly StoresInReach[]): LookedUpReference | undefined {
  const found = reach.filter(({ index }) => index.stores.length > 0).map(({ index, certain }) => lookUpReference(text, { index, certain, isWhole: true }));
  const known = found.find(({ resolution }) => resolution.kind === "feature") ?? found.find(({ resolution }) => resolution.kind === "view");
  if (known || found.some(({ resolution }) => resolution.kind === "undecided")) return known;
  const formed = found.filter(({ resolution }) => resolution.kind !== "malformed");
  if (formed.length > 0) return formed.find(({ suggestions }) => suggestions.length > 0) ?? formed[0];
  return found.find(({ intended }) => intended !== undefined) ?? found[0];
}

interface Problem {
  readonly rule: string;
  readonly message: string;
  /** What of the text is to be pointed at; all of it when absent. */
  readonly part: ReferencePart | undefined;
  readonly replacements: readonly string[];
}

function problemOf(reference: LookedUpReference): Problem | undefined {
  const malformation = malformationOf(reference);
  if (malformation) {
    const replacements = malformation.kind === "misspelt" ? [malformation.intended] : [];
    return { rule: ruleNames.malformed, message: malformedMessage(malformation, reference), part: undefined, replacements };
  }
  const unknown = unknownProblem(reference);
  if (!unknown) return undefined;
  const { view, feature } = reference.parsed;
  return {
    rule: ruleNames.unknown, message: unknown.message, part: unknown.part === "view" ? view : feature,
    replacements: reference.suggestions.map((suggestion) => replacedReference(reference, suggestion)),
  };
}

function fixesFor({ text }: LookedUpReference, replacements: readonly string[], written: LocatedScalar): readonly ListedFix[] {
  if (!written.written) return [];
  return replacements.filter((each) => each !== text && isPlain(each, written)).map((each) => (
    { title: `Replace with "${each}"`, safety: "review", edit: { start: written.start, end: written.end, text: each } }));
}

/** Stands as it is where the old text stood: without quotes, a blank after a colon would end it. */
function isPlain(text: string, { quoted }: LocatedScalar): boolean {
  return quoted ? !/["'\\]/u.test(text) : /^[\p{L}_][\p{L}\p{N}_.:@/-]*$/u.test(text) && !text.endsWith(":");
}

function placeOf({ start, end, written }: LocatedScalar, part: ReferencePart): { readonly start: number; readonly end: number } {
  return written ? { start: start + part.start, end: start + part.end } : { start, end };
}

function useRole(role: ReferenceList["role"]): UseRole {
  return role ?? "mention";
}

/** Two settings may name one list. */
function distinct(findings: readonly ListedFinding[]): readonly ListedFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, start, message }) => {
    const key = `${rule} ${String(start)} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
