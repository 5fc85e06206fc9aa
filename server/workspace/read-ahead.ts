/**
 * Several files on their way at once: a disk, and more so a network drive, answers many questions in little more time than one.
 */

/**
 * What `read` gives for each item, in order, while it is already asked for the next ones. What fails is told when its turn comes.
 * Ending the loop early ends the reading.
 */
export async function* readAhead<Item, Result>(items: readonly Item[], atOnce: number, read: (item: Item) => Promise<Result>): AsyncGenerator<readonly [Item, Promise<Result>]> {
  const started: [Item, Promise<Result>][] = [];
  let next = 0;
  const start = (): void => {
    const item = items[next++];
    if (item === undefined) return;
    const result = read(item);
    // Heard of when its turn comes, or never; not an unhandled rejection until then.
    result.catch(() => undefined);
    started.push([item, result]);
  };
  while (next < Math.min(atOnce, items.length)) start();
  for (let first = started.shift(); first; first = started.shift()) {
    await first[1].catch(() => undefined);
    start();
    yield first;
  }
}

/** Does `work` for all items, a few at a time. */
export async function inTurns<Item>(items: readonly Item[], atOnce: number, work: (item: Item) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
}
