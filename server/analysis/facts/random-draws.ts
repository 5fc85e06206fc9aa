/**
 * Calls that draw random numbers without a seed of their own, and what governs them.
 *
 *     np.random.seed(0)                 governs what follows: numpy's global generator serves `random_state=None`
 *     SEED = 7                          the seed this document would use
 *     train_test_split(X, y)            a draw without random_state
 */
import { defineFact } from "../engine/fact.ts";
import type { CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import { randomDraws } from "../knowledge/randomness.ts";
import type { Condition } from "../knowledge/randomness.ts";
import { presentName } from "../knowledge/renamed-modules.ts";
import type { Value } from "../semantic/value.ts";
import type { Expression } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf, functionAround } from "./ancestors.ts";
import { precedes, samePlace } from "./edits.ts";
import { callsWhere, gathered, gatheredFromCalls } from "./kept.ts";

export interface UnseededDraw {
  readonly event: CallEvent;
  /** The function as the code names it, `df.sample`; its last name alone where the code is long. */
  readonly name: string;
  /** The None written for random_state, if it is written. */
  readonly written: Expression | undefined;
  /** Python for the seed that this document uses elsewhere, else 42. */
  readonly seed: () => string;
}

export const unseededDraws = defineFact<never, readonly UnseededDraw[]>({
  name: "unseededDraws",
  needs: {},
  document: ({ analysis }) => findDraws(analysis),
});

const seedNames = /^(?:random_|global_)?(?:seed|state)$|^rng_seed$|^random_state$/iu;

function findDraws(analysis: DocumentAnalysis): readonly UnseededDraw[] {
  const draws = unseededIn(analysis);
  if (draws.length === 0) return [];
  const seeding = seedingIn(analysis);
  const ensembles = ensemblesIn(analysis);
  let seeds: Seeds | undefined;
  return draws.flatMap((event) => {
    if (isExpectedToFail(event) || isFilledByHand(event)) return [];
    if (seeding.some((seed) => governs(seed, event)) || ensembles.some((ensemble) => takes(ensemble, event))) return [];
    const written = stateArgument(event)?.node;
    return [{ event, name: nameOf(event), written, seed: () => seedFor(event, (seeds ??= seedsOf(analysis))) }];
  });
}

function nameOf({ target = "", unit, node: { func } }: CallEvent): string {
  const code = unit.text.slice(func.start, func.end);
  return /^[\w.]{1,36}$/u.test(code) ? code : target.slice(target.lastIndexOf(".") + 1);
}

const unseededIn = callsWhere(isUnseeded);

const seedingIn = callsWhere(seedsGlobally);

const ensemblesIn = callsWhere(({ target }) => target !== undefined && /^(?:sklearn|imblearn)\.ensemble\.\w+$/u.test(target));

/** Whole numbers that calls have for their seed, as written. */
const seedsIn = gatheredFromCalls((event) => {
  const node = stateArgument(event)?.node;
  return node?.kind === "Constant" && node.type === "int" ? [event.unit.text.slice(node.start, node.end)] : undefined;
});

const seedNamesIn = gathered(({ unit, binds }) =>
  binds.filter((name) => seedNames.test(name)).map((name) => ({ name, at: place(unit, { start: 0, end: 0 }) })));

function isUnseeded(event: CallEvent): boolean {
  const draw = event.target === undefined ? undefined : randomDraws.get(presentName(event.target));
  if (!draw || event.args.some(({ unpacked, position, keyword }) => unpacked && (keyword === undefined && position < 0))) return false;
  if (event.node.keywords.some(({ arg }) => arg === undefined)) return false;
  const state = stateArgument(event);
  if (state ? state.value.constant?.kind !== "none" : draw.position !== undefined && event.node.args.length > draw.position) return false;
  return draw.conditions.every((condition) => holds(condition, event));
}

function stateArgument(event: CallEvent): { readonly node: Expression; readonly value: Value } | undefined {
  return event.args.find(({ keyword }) => keyword === "random_state");
}

/** An argument of unknown value proves nothing. */
function holds(condition: Condition, { args }: CallEvent): boolean {
  const argument = args.find(({ keyword }) => keyword === condition.argument);
  if (!argument) return "unless" in condition;
  const known = plainConstant(argument.value);
  if (known === undefined) return false;
  return "is" in condition ? condition.is.includes(known) : !condition.unless.includes(known);
}

function plainConstant({ constant }: Value): string | boolean | undefined {
  if (constant?.kind === "bool") return constant.value;
  if (constant?.kind !== "text" || constant.pieces.some(({ kind }) => kind === "hole")) return undefined;
  return constant.pieces.map((piece) => (piece.kind === "literal" ? piece.text : "")).join("");
}

/** `np.random.seed(0)`, and any function that says it seeds: what it does inside is for its author to know. */
function seedsGlobally({ target, node, unit }: CallEvent): boolean {
  if (target === "numpy.random.seed" || target === "numpy.random.set_state") return node.args.length + node.keywords.length > 0;
  if (target === "random.seed" || target?.startsWith("torch.") === true) return false;
  const name = unit.text.slice(node.func.start, node.func.end);
  const last = name.slice(name.lastIndexOf(".") + 1);
  const setsParameter = last === "set_params" && node.keywords.some(({ arg }) => arg?.name.includes("random_state") === true);
  return setsParameter || /seed|determinis|reproducib/iu.test(last);
}

/** At module level what comes first governs what follows; a function may have been called before, so it counts wherever it is. */
function governs(seed: CallEvent, draw: CallEvent): boolean {
  if (seed.scope || draw.scope) return true;
  return precedes(place(seed.unit, seed.node), place(draw.unit, draw.node));
}

/** An ensemble seeds the estimators and samplers that it is built from, and is reported itself when it has no seed. */
function takes(ensemble: CallEvent, draw: CallEvent): boolean {
  if (ensemble === draw) return false;
  const made = place(draw.unit, draw.node);
  return ensemble.args.some(({ value }) => value.origins.some((origin) => origin.kind === "call" && samePlace(origin.place, made)));
}

/** `with pytest.raises(ValueError): check(SVC())`: nothing is drawn before it fails, or what is drawn does not matter. */
function isExpectedToFail({ unit, node }: CallEvent): boolean {
  return ancestorsOf(unit, node).some((each) => (each.kind === "With" || each.kind === "AsyncWith") && each.items.some(({ contextExpr: { start, end } }) =>
    /^(?:\w+\.)*(?:raises|assertRaises\w*)\(/u.test(unit.text.slice(start, end))));
}

/** `forest = RandomForestClassifier()`, `forest.estimators_ = trees`: what a fit would leave is written down, so there will be none. */
function isFilledByHand({ unit, node }: CallEvent): boolean {
  const path = ancestorsOf(unit, node);
  const statement = path.findLast((each) => each.kind === "Assign");
  const [target] = statement?.targets ?? [];
  if (target?.kind !== "Name") return false;
  let isFilled = false;
  walk(functionAround(path)?.body ?? unit.body, (each) => {
    if (each.kind !== "Assign") return undefined;
    isFilled ||= each.targets.some((given) => given.kind === "Attribute" && /[a-z\d]_$/u.test(given.attr.name) && given.value.kind === "Name" && given.value.id === target.id);
    return undefined;
  });
  return isFilled;
}

interface Seeds {
  /** Module-level names like `SEED = 7`, bound once. */
  readonly names: readonly { readonly name: string; readonly at: Place }[];
  /** The first seed that is written at a call. */
  readonly written: string | undefined;
}

function seedsOf(analysis: DocumentAnalysis): Seeds {
  const bound = seedNamesIn(analysis);
  const names = bound.filter(({ name }) => bound.filter((each) => each.name === name).length === 1 && isInteger(analysis.exitValue(name)));
  return { names, written: seedsIn(analysis)[0] };
}

/** A module-level `SEED = 7` above, also for a function: it may be called before what follows it. Else the seed of another call in the document, or 42. */
function seedFor(event: CallEvent, { names, written }: Seeds): string {
  const usable = names.find(({ at }) => precedes(at, place(event.unit, event.node)));
  return usable?.name ?? written ?? "42";
}

function isInteger(value: Value | undefined): boolean {
  return value?.constant?.kind === "number" && value.constant.isInteger;
}
