/**
 * Work, counted: how often blocks of the server's code are run. The same on every machine and under any load, unlike time.
 *
 *     const small = await workOf(() => { sort(texts(1000)); });
 *     const large = await workOf(() => { sort(texts(2000)); });
 *     expect(large).toBeLessThan(2.2 * small);
 *
 * V8 counts for its coverage: a loop's body counts once a round, a function once a call. What built-in functions do inside is not seen.
 * It counts blocks only of code that is loaded afterwards: a test imports this module before all others.
 */
import { Session } from "node:inspector/promises";

const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

export async function workOf(run: () => void): Promise<number> {
  // What is taken is counted anew from there.
  await session.post("Profiler.takePreciseCoverage");
  run();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  let count = 0;
  for (const { url, functions } of result) {
    if (!url.includes("/server/")) continue;
    for (const { functionName, isBlockCoverage, ranges } of functions) {
      for (const range of ranges) count += range.count;
      if (!isBlockCoverage && ranges.some((range) => range.count > 0)) throw new Error(`${functionName} of ${url} was loaded before the counting began`);
    }
  }
  return count;
}
