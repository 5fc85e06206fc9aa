/**
 * The smallest test runner that serves a screen: named tests that run one after the other and share what they opened.
 * After a failed test the rest of a story is pointless, so a story stops there and its remaining tests fail as not reached.
 */
export interface Outcome {
  readonly name: string;
  readonly milliseconds: number;
  /** Absent when the test passed. */
  readonly error?: string;
}

export interface Test {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** `onFailure` gets the name of the failed test: the place for a screenshot. */
export async function story(tests: readonly Test[], limit: number, onFailure: (name: string) => Promise<void>): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let isBroken = false;
  for (const { name, run } of tests) {
    if (isBroken) {
      outcomes.push({ name, milliseconds: 0, error: "not reached" });
      continue;
    }
    const outcome = await timed(name, () => withLimit(run(), limit));
    outcomes.push(outcome);
    if (outcome.error !== undefined) {
      isBroken = true;
      await onFailure(name);
    }
  }
  return outcomes;
}

/** Prints the outcomes and the closing line `N passed, N failed`; true when nothing failed. */
export function printed(outcomes: readonly Outcome[]): boolean {
  for (const { name, milliseconds, error } of outcomes) {
    console.log(`${error === undefined ? "ok    " : "FAILED"} ${name} (${Math.round(milliseconds)} ms)`);
    if (error !== undefined) console.log(error.replace(/^/gm, "         "));
  }
  const failed = outcomes.filter(({ error }) => error !== undefined).length;
  console.log(`${outcomes.length - failed} passed, ${failed} failed`);
  return failed === 0 && outcomes.length > 0;
}

/** Polls until the question has an answer that is neither undefined nor false. */
export async function eventually<Answer>(
  ask: () => Answer | Promise<Answer>,
  what: string,
  limit = 20_000,
): Promise<Exclude<Answer, undefined | false>> {
  const started = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer as Exclude<Answer, undefined | false>;
    if (performance.now() - started > limit) throw new Error(`not within ${limit} ms: ${what}`);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

async function timed(name: string, run: () => Promise<void>): Promise<Outcome> {
  const started = performance.now();
  try {
    await run();
    return { name, milliseconds: performance.now() - started };
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { name, milliseconds: performance.now() - started, error: text };
  }
}

async function withLimit<Value>(work: Promise<Value>, limit: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => { fail(new Error(`took longer than ${limit} ms`)); }, limit);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
