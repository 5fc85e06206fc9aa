/**
 * The difference between two texts as `diff -u` prints it, fit for `git apply` and `patch`.
 *
 * Lines are compared by the greedy algorithm of Myers (An O(ND) Difference Algorithm, 1986): furthest-reaching paths in the
 * edit graph for 0, 1, 2 ... differences. For a = AB, b = AC: from (0,0) along the common A to (1,1); one deletion reaches
 * (2,1), one insertion more reaches (2,2): the end, after two differences.
 */

const context = 3;
/** Past this many differing lines the middle is shown as replaced whole: correct, only longer. */
const mostDifferences = 600;

/** Empty when the texts are equal. Labels are paths with `/`; `undefined` for a side that does not exist. */
export function unifiedDiff(before: string, after: string, beforePath: string | undefined, afterPath: string): string {
  if (before === after) return "";
  const a = linesOf(before);
  const b = linesOf(after);
  const hunks = hunksOf(changes(a, b));
  const header = `--- ${beforePath === undefined ? "/dev/null" : label(`a/${beforePath}`)}\n+++ ${label(`b/${afterPath}`)}\n`;
  return header + hunks.map((hunk) => hunkText(hunk, a, b)).join("");
}

/** A tab ends a name with blanks, as git and diff write it: `patch` takes a name to end at the first one otherwise. */
function label(path: string): string {
  return path.includes(" ") ? `${path}\t` : path;
}

/** Lines with their line breaks. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** `a[aStart, aEnd)` becomes `b[bStart, bEnd)`. */
interface Change {
  readonly aStart: number;
  readonly aEnd: number;
  readonly bStart: number;
  readonly bEnd: number;
}

function changes(a: readonly string[], b: readonly string[]): Change[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const middle = myers(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return middle.map(({ aStart, aEnd, bStart, bEnd }) => ({ aStart: aStart + head, aEnd: aEnd + head, bStart: bStart + head, bEnd: bEnd + head }));
}

function myers(a: readonly string[], b: readonly string[]): Change[] {
  const whole: Change[] = [{ aStart: 0, aEnd: a.length, bStart: 0, bEnd: b.length }];
  if (a.length === 0 || b.length === 0) return whole;
  const reach = new Map<number, number>([[1, 0]]);
  const history: Map<number, number>[] = [];
  for (let d = 0; d <= Math.min(a.length + b.length, mostDifferences); d++) {
    history.push(new Map(reach));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
      let x = down ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      reach.set(k, x);
      if (x >= a.length && y >= b.length) return trace(history, a.length, b.length);
    }
  }
  return whole;
}

/** Walks back from the end through the kept reaches; single steps are joined to changes. */
function trace(history: readonly Map<number, number>[], aLength: number, bLength: number): Change[] {
  const result: Change[] = [];
  let x = aLength;
  let y = bLength;
  for (let d = history.length - 1; d > 0; d--) {
    const reach = history[d] ?? new Map<number, number>();
    const k = x - y;
    const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
    const fromK = down ? k + 1 : k - 1;
    const fromX = reach.get(fromK) ?? 0;
    const fromY = fromX - fromK;
    const step = down ? { aStart: fromX, aEnd: fromX, bStart: fromY, bEnd: fromY + 1 } : { aStart: fromX, aEnd: fromX + 1, bStart: fromY, bEnd: fromY };
    const next = result[result.length - 1];
    if (step.aEnd === next?.aStart && step.bEnd === next.bStart) {
      result[result.length - 1] = { aStart: step.aStart, aEnd: next.aEnd, bStart: step.bStart, bEnd: next.bEnd };
    } else {
      result.push(step);
    }
    x = fromX;
    y = fromY;
  }
  return result.reverse();
}

/** Changes whose context would touch share a hunk. */
function hunksOf(all: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of all) {
    const last = hunks[hunks.length - 1];
    const previous = last?.[last.length - 1];
    if (last && previous && change.aStart - previous.aEnd <= 2 * context) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkText(hunk: readonly Change[], a: readonly string[], b: readonly string[]): string {
  const first = hunk[0];
  const last = hunk[hunk.length - 1];
  if (!first || !last) return "";
  const aFrom = Math.max(0, first.aStart - context);
  const aTo = Math.min(a.length, last.aEnd + context);
  const bFrom = first.bStart - (first.aStart - aFrom);
  const bTo = last.bEnd + (aTo - last.aEnd);
  const lines: string[] = [];
  let at = aFrom;
  for (const change of hunk) {
    lines.push(...a.slice(at, change.aStart).map((line) => marked(" ", line)));
    lines.push(...a.slice(change.aStart, change.aEnd).map((line) => marked("-", line)));
    lines.push(...b.slice(change.bStart, change.bEnd).map((line) => marked("+", line)));
    at = change.aEnd;
  }
  lines.push(...a.slice(at, aTo).map((line) => marked(" ", line)));
  return `@@ -${span(aFrom, aTo)} +${span(bFrom, bTo)} @@\n${lines.join("")}`;
}

function span(from: number, to: number): string {
  const length = to - from;
  const start = length === 0 ? from : from + 1;
  return length === 1 ? String(start) : `${start},${length}`;
}

function marked(mark: string, line: string): string {
  return line.endsWith("\n") ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`;
}
