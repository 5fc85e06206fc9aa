/**
 * Steps of pipelines: which estimators a pipeline was made of, by name and in order.
 *
 *     pipe = Pipeline([("scale", StandardScaler()), ("model", SVC())])
 *     pipe["model"], pipe[-1], pipe.named_steps.model      an SVC
 *     pipe.steps[0]                                        ("scale", a StandardScaler)
 *     make_pipeline(StandardScaler(), SVC())["svc"]        an SVC
 *     pipe.set_params(model=LinearSVC())                   from here on nothing is known of the steps
 *
 * Kept are classes, not objects: what a step was fitted on is what the pipeline was fitted on.
 */
import type { Interner } from "../interner.ts";
import type { LibraryCall } from "../library-calls.ts";
import { plainText } from "../texts.ts";
import type { Construction, Value } from "../value.ts";
import { instanceName, passed, withContent } from "./call-result.ts";

const classes = /^(?:sklearn|imblearn)\.pipeline\.Pipeline$/u;

/** A pipeline that was just made, with its steps where all of them are known by name. */
export function withSteps(call: LibraryCall, made: Value): Value {
  if (made.type?.kind !== "instance" || !classes.test(made.type.name) || call.isOpen) return made;
  const steps = call.target.endsWith(".make_pipeline") ? call.positional.map((value) => ({ name: defaultName(value), value })) : listedSteps(passed(call, 0, "steps"));
  if (!steps || steps.length === 0) return made;
  const names = steps.map(({ name }) => name);
  // Two of a class are told apart by numbers.
  if (names.some((name, index) => name === undefined || names.indexOf(name) !== index)) return made;
  const { interner } = call.machine;
  const construction: Construction = {
    callable: call.target, receiver: undefined, place: call.place,
    arguments: steps.map(({ name, value }) => ({ keyword: name, unpacked: false, value: plainStep(interner, value), place: call.place })),
  };
  return interner.value({ type: { ...made.type, made: construction }, origins: made.origins });
}

function defaultName(value: Value): string | undefined {
  const name = instanceName(value);
  return name?.slice(name.lastIndexOf(".") + 1).toLowerCase();
}

function listedSteps(steps: Value | undefined): readonly { readonly name: string | undefined; readonly value: Value }[] | undefined {
  const { type } = steps ?? {};
  if (type?.kind !== "list" && type?.kind !== "tuple") return undefined;
  const result: { readonly name: string | undefined; readonly value: Value }[] = [];
  for (const { type: pair } of type.elements) {
    if (pair?.kind !== "tuple" && pair?.kind !== "list") return undefined;
    const [name, value] = pair.elements;
    if (!name || !value || pair.elements.length !== 2) return undefined;
    result.push({ name: plainText(name), value });
  }
  return result;
}

function plainStep(interner: Interner, value: Value): Value {
  const name = instanceName(value);
  return name === undefined || value.constant ? interner.unknown : interner.instance(name);
}

/** Names and classes of the steps. */
export function stepsOf({ type }: Value): Construction["arguments"] | undefined {
  if (type?.kind !== "instance" || !type.made || (!classes.test(type.name) && type.name !== namedSteps)) return undefined;
  return type.made.arguments;
}

const namedSteps = "sklearn.utils.Bunch";

/** `pipe["model"]`, `pipe[-1]`, `pipe.named_steps["model"]`. */
export function stepAt(interner: Interner, value: Value, index: Value): Value | undefined {
  const steps = stepsOf(value);
  const { constant } = index;
  const name = plainText(index);
  const found = name === undefined ? (constant?.kind === "number" && constant.isInteger ? steps?.at(constant.value) : undefined) : steps?.find(({ keyword }) => keyword === name);
  return found && asFitted(interner, found.value, value);
}

/** `pipe.named_steps`, `pipe.steps`, and a step that is an attribute of the former. */
export function stepAttribute(interner: Interner, value: Value, name: string): Value | undefined {
  const steps = stepsOf(value);
  const { type, origins, data } = value;
  if (!steps || type?.kind !== "instance" || !type.made) return undefined;
  if (type.name === namedSteps) {
    const found = steps.find(({ keyword }) => keyword === name);
    return found && asFitted(interner, found.value, value);
  }
  if (name === "named_steps") {
    const content = data && { objects: [], columns: undefined, rows: undefined, fits: data.fits };
    return interner.value({ type: { kind: "instance", name: namedSteps, made: type.made }, origins, data: content });
  }
  if (name !== "steps") return undefined;
  const pairs = steps.map((step) => {
    const label = interner.text([{ kind: "literal", text: step.keyword ?? "", place: undefined }]);
    return interner.value({ type: { kind: "tuple", elements: [label, asFitted(interner, step.value, value)] } });
  });
  return interner.value({ type: { kind: "list", elements: pairs }, origins });
}

/** Rows are the pipeline's; its columns went through the steps before. Fitted by itself it may have been before it came in here. */
function asFitted(interner: Interner, step: Value, { data }: Value): Value {
  const fits = data?.fits;
  return step.type && fits && fits.length > 0 ? withContent(interner, step, { fits: fits.map((fit) => ({ ...fit, columns: undefined })) }) : step;
}

/** After `pipe.set_params(model=...)`: a pipeline of which no steps are known. `undefined`: it stays what it is. */
export function withOtherSteps(call: LibraryCall): Value | undefined {
  const { keywords, machine, receiver, target } = call;
  if (!receiver || !target.endsWith(".set_params") || !stepsOf(receiver) || receiver.type?.kind !== "instance") return undefined;
  if (!call.isOpen && [...keywords.keys()].every((name) => name.includes("__"))) return undefined;
  return machine.interner.value({ type: { kind: "instance", name: receiver.type.name }, origins: receiver.origins, data: receiver.data });
}
