/**
 * Labels of calls, one a line:
 *
 *     7:3:1-3:22 <tab> ax[0].set_title <tab> matplotlib.axes.Axes.set_title = matplotlib.axes._axes.Axes.set_title
 *
 * In cell 7 of the notebook the call from line 3, column 1 to before column 22 (from 1, in characters) calls this method. Names behind
 * ` = ` are other names of the same thing; ` + ` stands between different things that are called at the same place.
 */
export interface Label {
  readonly cell: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The function expression as written, or its end. */
  readonly text: string;
  /** For each callable the names that it has. */
  readonly targets: readonly (readonly string[])[];
}

export function readLabels(text: string): readonly Label[] {
  return text.split("\n").filter(Boolean).map((line) => {
    const [place = "", written = "", names = ""] = line.split("\t");
    const match = /^(\d+):(\d+):(\d+)-(\d+):(\d+)$/u.exec(place);
    if (!match) throw new SyntaxError(`label: ${line}`);
    const [cell = 0, first = 0, column = 0, endLine = 0, endColumn = 0] = match.slice(1).map(Number);
    return { cell, line: first, column, endLine, endColumn, text: written, targets: names.split(" + ").map((target) => target.split(" = ")) };
  });
}

export function writeLabels(labels: readonly Label[]): string {
  return labels.map(({ cell, line, column, endLine, endColumn, text, targets }) =>
    `${String(cell)}:${String(line)}:${String(column)}-${String(endLine)}:${String(endColumn)}\t${text.replaceAll(/\s+/gu, " ")}\t${targets.map((names) => names.join(" = ")).join(" + ")}\n`).join("");
}

export interface Figures {
  /** Callables that are called, and those of them that are claimed. */
  readonly called: number;
  readonly named: number;
  /** Claims at labelled places, and those of them that are right. */
  readonly claims: number;
  readonly right: number;
  /** A line for each callable that is not named and for each wrong claim. */
  readonly misses: readonly string[];
}

interface Claimed {
  readonly cell: number | null;
  readonly endLine: number;
  readonly endColumn: number;
  readonly targets: readonly string[];
}

/** Claims about calls, known by where they end, beside the labels. */
export function judge(labels: readonly Label[], calls: readonly Claimed[]): Figures {
  const placeOf = ({ cell, endLine, endColumn }: Pick<Claimed, "cell" | "endLine" | "endColumn">): string => [cell, endLine, endColumn].join(":");
  const claims = new Map(calls.map((call) => [placeOf(call), call.targets]));
  const figures = { called: 0, named: 0, claims: 0, right: 0 };
  const misses: string[] = [];
  for (const label of labels) {
    const claimed = claims.get(placeOf(label)) ?? [];
    for (const names of label.targets) {
      figures.called += 1;
      if (names.some((name) => claimed.includes(name))) figures.named += 1;
      else misses.push(`${String(label.cell)}:${String(label.line)} ${label.text} is ${names.join(" = ")}, claimed ${claimed.join(" | ") || "nothing"}`);
    }
    for (const claim of claimed) {
      figures.claims += 1;
      if (label.targets.some((names) => names.includes(claim))) figures.right += 1;
      else misses.push(`${String(label.cell)}:${String(label.line)} ${label.text} is not ${claim}`);
    }
  }
  return { ...figures, misses };
}
