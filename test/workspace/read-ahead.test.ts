import { expect, test } from "vitest";
import { inTurns, readAhead } from "../../server/workspace/read-ahead.ts";

const later = (milliseconds: number): Promise<void> => new Promise((done) => { setTimeout(done, milliseconds); });

test("results come in order, with no more than the given number on their way; what fails is told in its turn", async () => {
  let running = 0;
  let most = 0;
  const read = async (item: number): Promise<number> => {
    running++;
    most = Math.max(most, running);
    await later(item % 2 === 0 ? 4 : 1);
    running--;
    if (item === 3) throw new Error("broken");
    return item * 10;
  };
  const seen: string[] = [];
  for await (const [item, result] of readAhead([0, 1, 2, 3, 4, 5, 6], 3, read)) {
    seen.push(`${String(item)}: ${await result.then(String, (error: unknown) => String(error))}`);
  }
  expect(seen).toEqual(["0: 0", "1: 10", "2: 20", "3: Error: broken", "4: 40", "5: 50", "6: 60"]);
  expect(most).toBe(3);
});

test("leaving the loop ends the reading", async () => {
  const asked: number[] = [];
  for await (const [item] of readAhead([0, 1, 2, 3, 4, 5, 6], 2, (each) => { asked.push(each); return Promise.resolve(each); })) {
    if (item === 1) break;
  }
  expect(asked.length).toBeLessThan(5);
});

test("work is done for all, a few at a time", async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await inTurns([1, 2, 3, 4, 5], 2, async (item) => {
    most = Math.max(most, ++running);
    await later(2);
    running--;
    done.push(item);
  });
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
  expect(most).toBe(2);
});
