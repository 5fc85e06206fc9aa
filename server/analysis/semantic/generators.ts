/**
 * Generators: a call of one runs none of its code.
 *
 *     def clean(frames):
 *         for frame in frames:
 *             frame["day"] = 0        happens when somebody asks for the next one, or never
 *             yield frame
 *
 * So what the body changes is changed from the call on, perhaps, and not as the body left it.
 */
import type { Flow } from "./flow.ts";
import { isPseudoName } from "./flow.ts";
import type { Interner } from "./interner.ts";
import { isContent, onlyGrows } from "./objects.ts";

/** A generator does what it does bit by bit, while others change the same things: what it changed may be anything from now on. */
export function mayHappenLater(interner: Interner, flow: Flow): void {
  for (const name of flow.changes("globals", undefined).keys()) {
    const container = /^#(\d+)$/u.exec(name);
    if (container || !isPseudoName(name)) flow.set("globals", name, interner.unknown);
    else if (isContent(name) && !onlyGrows(name)) flow.set("globals", name.replace("#o", "#l"), interner.unknown);
  }
}
