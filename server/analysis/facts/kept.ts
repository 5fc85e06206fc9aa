/**
 * Results kept with what they were computed from: a unit, or the analysis of one. Both are immutable and replaced when they change, so a
 * result stays right as long as its key lives, and after an edit only the edited unit's results are computed again.
 *
 * What is computed may look at its key only: a place in a value can lie in another unit, which changes on its own.
 */
export function keptWith<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const kept = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    let entry = kept.get(key);
    if (!entry) kept.set(key, (entry = { result: compute(key) }));
    return entry.result;
  };
}
