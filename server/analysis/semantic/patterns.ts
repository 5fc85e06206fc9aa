/** `match` patterns: names that they capture. A whole-subject capture keeps the subject's value, parts are unknown. */
import type { Pattern } from "../syntax/nodes.ts";
import { bindName } from "./environment.ts";
import type { Flow } from "./flow.ts";
import type { Frame } from "./machine.ts";
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
