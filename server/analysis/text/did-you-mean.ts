/**
 * "Did you mean ...?": the known word nearest to one that is not known.
 *
 * Nearness is the number of single-character mistakes (a letter missing, added, wrong, or swapped with its neighbour) that
 * lie between two words. A suggestion is made only when most of the word is right: a wrong hint costs more than none.
 *
 *     nearest("hardcode-path", ["hardcoded-path", "hardcoded-credential"])   "hardcoded-path"  (one letter missing)
 */

/** The candidate nearest to `word`, or `undefined` when none is near. The earlier of two equally near ones wins. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = fold(word);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const limit = Math.min(bestDistance - 1, Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3)));
    const distance = mistakes(wanted, fold(candidate), limit);
    if (distance <= limit && distance < Math.max(word.length, candidate.length)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** ` (did you mean "x"?)` for the end of a message, or nothing. */
export function didYouMean(word: string, candidates: Iterable<string>): string {
  const best = nearest(word, candidates);
  return best === undefined ? "" : ` (did you mean "${best}"?)`;
}

/** Case and the kind of separator are never what the user got wrong in earnest. */
function fold(word: string): string {
  return word.toLowerCase().replaceAll("_", "-");
}

/** Optimal string alignment distance; any number above `limit` once it is exceeded. */
export function mistakes(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let twoBack: number[] = [];
  let back: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    [twoBack, back, row] = [back, row, [i]];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const wrong = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((back[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (back[j - 1] ?? 0) + wrong);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, (twoBack[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
  }
  return row[b.length] ?? limit + 1;
}
