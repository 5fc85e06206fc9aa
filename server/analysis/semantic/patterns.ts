/**
 * `match` patterns: whether they match, and the names that they capture. A whole-subject capture keeps the subject's value, as far as
 * it matches; of parts only those of a known sequence are known.
 *
 *     match source:                  None, a text or a frame
 *         case None: ...
 *         case str() as path: ...    path is a text
 *         case df: ...               df is the frame
 */
import type { Pattern } from "../syntax/nodes.ts";
import { compared } from "./comparisons.ts";
import { bindName } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { instanceOf, isInstanceOfAny } from "./instances.ts";
import { className, isNone } from "./join.ts";
import type { Frame } from "./machine.ts";
import type { Positive } from "./narrowing.ts";
import type { Value } from "./value.ts";

export function bindPattern(frame: Frame, flow: Flow, pattern: Pattern, subject: Value | undefined): void {
  const { interner } = frame.machine;
  switch (pattern.kind) {
    case "MatchValue":
      frame.machine.evaluate(frame, flow, pattern.value);
      break;
    case "MatchSingleton":
      break;
    case "MatchSequence": {
      const elements = subject?.type?.kind === "tuple" || subject?.type?.kind === "list" ? subject.type.elements : undefined;
      const isPlain = elements?.length === pattern.patterns.length && !pattern.patterns.some((each) => each.kind === "MatchStar");
      pattern.patterns.forEach((each, index) => {
        bindPattern(frame, flow, each, isPlain ? elements[index] : undefined);
      });
      break;
    }
    case "MatchOr":
      for (const each of pattern.patterns) bindPattern(frame, flow, each, pattern.patterns.length === 1 ? subject : undefined);
      break;
    case "MatchMapping":
      for (const each of pattern.keys) frame.machine.evaluate(frame, flow, each);
      for (const each of pattern.patterns) bindPattern(frame, flow, each, undefined);
      if (pattern.rest) bindName(frame, flow, pattern.rest.name, interner.instance("builtins.dict"));
      break;
    case "MatchClass":
      frame.machine.evaluate(frame, flow, pattern.cls);
      for (const each of [...pattern.patterns, ...pattern.kwdPatterns]) bindPattern(frame, flow, each, undefined);
      break;
    case "MatchStar":
      if (pattern.name) bindName(frame, flow, pattern.name.name, interner.instance("builtins.list"));
      break;
    case "MatchAs":
      if (pattern.pattern) bindPattern(frame, flow, pattern.pattern, subject);
      if (pattern.name) bindName(frame, flow, pattern.name.name, subject ?? interner.unknown);
      break;
  }
}

/** @param member no union */
export function isMatch(frame: Frame, flow: Flow, pattern: Pattern, member: Value): boolean | undefined {
  const { machine } = frame;
  switch (pattern.kind) {
    case "MatchValue":
      return compared("==", member, machine.evaluate(frame, flow, pattern.value));
    case "MatchSingleton":
      if (pattern.value === "None") return member.type && isNone(member);
      return compared("is", member, machine.interner.bool(pattern.value === "True"));
    case "MatchClass": {
      const isOne = isInstanceOfAny(member, [machine.evaluate(frame, flow, pattern.cls)]);
      return isOne === true && pattern.patterns.length + pattern.kwdPatterns.length > 0 ? undefined : isOne;
    }
    case "MatchAs":
      return pattern.pattern ? isMatch(frame, flow, pattern.pattern, member) : true;
    case "MatchOr": {
      const answers = pattern.patterns.map((each) => isMatch(frame, flow, each, member));
      return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
    }
    case "MatchSequence":
    case "MatchMapping": {
      const name = member.type && className(member.type);
      return name !== undefined && neverMatched.has(name) ? false : undefined;
    }
    case "MatchStar":
      return undefined;
  }
}

/** Classes whose objects are neither sequences, as `match` has it, nor mappings. */
const neverMatched: ReadonlySet<string> = new Set(["str", "bytes", "int", "float", "bool", "NoneType"].map((name) => `builtins.${name}`));

/** What is known of something that matches, when nothing was known before. */
export function matchedClass(frame: Frame, flow: Flow, pattern: Pattern): Positive | undefined {
  if (pattern.kind === "MatchAs" && pattern.pattern) return matchedClass(frame, flow, pattern.pattern);
  if (pattern.kind === "MatchSingleton" && pattern.value === "None") return { unknown: frame.machine.interner.none, narrower: () => undefined };
  if (pattern.kind !== "MatchClass") return undefined;
  return { unknown: instanceOf(frame.machine, frame.machine.evaluate(frame, flow, pattern.cls)), narrower: () => undefined };
}
