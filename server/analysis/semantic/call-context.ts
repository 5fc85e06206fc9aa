/**
 * What a run owes to the calls around it. A run of the same function with the same arguments and reads may come to another result when it
 * is called from elsewhere: because a function that it calls is being called already, or because its calls lie too deep to be followed.
 *
 *     def top(): return a(1)
 *     def a(n): return b(n)      below `top`: `b` and `c` were idle, `top` was busy, and there were two levels of calls below `a`
 *     def b(n): return c(n)
 *     def c(n): return top()     not followed: that is for the call of `top` further out
 *
 * Below `top` again the run of `a` is used again. At module level it is not: `top` would be followed there; nor below `b`, which would not be.
 */

/** Functions by the numbers of their nodes. */
type Functions = ReadonlySet<number>;

export interface CallContext {
  /** Functions around it that it would have called again, and did not. */
  readonly busy: Functions;
  /** Functions that nobody around it was calling, when it wanted to call them. */
  readonly idle: Functions;
  /** Levels of calls below it that were followed. */
  readonly height: number;
  /** Calls below these levels lay too deep. */
  readonly isCut: boolean;
}

/** The calls around a run that is to be made. */
export interface Surroundings {
  /** Functions whose bodies are being interpreted, innermost last. */
  readonly active: readonly number[];
  /** Levels of calls below the run that may be followed. */
  readonly room: number;
}

/** Whether a run that was made in a context would come to the same result here. */
export function fits({ busy, idle, height, isCut }: CallContext, { active, room }: Surroundings): boolean {
  if (isCut ? height !== room : height > room) return false;
  for (const each of busy) if (!active.includes(each)) return false;
  if (idle.size > 0) for (const each of active) if (idle.has(each)) return false;
  return true;
}

const noFunctions: Functions = new Set();

/** Of code that calls no function of the workspace. */
export const noContext: CallContext = { busy: noFunctions, idle: noFunctions, height: 0, isCut: false };

/** The context of a run while it is being made. */
export class ContextInProgress {
  #busy: Set<number> | undefined;
  #idle: Set<number> | undefined;
  #height = 0;
  #isCut = false;

  /** A call was not followed, as the function is being called already. */
  recursed(id: number): void {
    (this.#busy ??= new Set()).add(id);
  }

  /** A call was not followed, as it lay too deep. */
  cut(id: number): void {
    (this.#idle ??= new Set()).add(id);
    this.#isCut = true;
  }

  /** A call was followed. */
  followed(id: number, { busy, idle, height, isCut }: CallContext): void {
    const known = (this.#idle ??= new Set());
    known.add(id);
    for (const each of idle) known.add(each);
    if (busy.size > 0) for (const each of busy) this.recursed(each);
    if (height >= this.#height) this.#height = height + 1;
    if (isCut) this.#isCut = true;
  }

  /** @param id the function itself, which is busy for whom it calls, whoever calls it */
  of(id: number): CallContext {
    this.#busy?.delete(id);
    const [busy, idle] = [this.#busy ?? noFunctions, this.#idle ?? noFunctions];
    if (busy.size === 0 && idle.size === 0) return noContext;
    return { busy, idle, height: this.#height, isCut: this.#isCut };
  }
}
