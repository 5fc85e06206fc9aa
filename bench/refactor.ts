/**
 * What offering costs: extract-function, extract-duplicate and introduce-parameter asked at cursors and selections of a script of 1,000 lines.
 *
 *     npx tsx bench/refactor.ts
 */
import { createSession } from "../server/analysis/engine/session.ts";
import { defaultSettings } from "../server/analysis/engine/settings.ts";
import { refactorings } from "../server/analysis/refactor/index.ts";

const step = (number: number): string => `def step_${number}(frame, rate=${number}):
    total = frame["price"].sum() * rate
    for name in ["a", "b"]:
        total += frame[name].max()
        print(name, total)
    if total > ${number * 10}:
        total = round(total, 2)
    return total


result_${number} = step_${number}(frame)
`;
const text = `import pandas as pd\n\nframe = pd.read_csv("prices.csv")\n\n\n${Array.from({ length: 84 }, (_, number) => step(number)).join("\n")}`;
const session = createSession({ rules: [] });
const uri = "file:///project/long.py";
session.openScript(uri, text, { settings: defaultSettings, profile: "production" });
const document = session.document(uri);
const [cell] = document?.cells ?? [];
if (!document || !cell) throw new Error("the document is not open");
document.analysis();
const target = (start: number, end: number) => ({ document, selection: [{ cell, start, end }], project: { root: "file:///project", home: undefined, text: () => undefined } });
console.log(`${text.split("\n").length} lines`);
for (const refactoring of refactorings) {
  const times: number[] = [];
  for (let round = 0; round < 200; round++) {
    const start = Math.floor((text.length * round) / 200);
    const begun = performance.now();
    refactoring.offer(target(start, Math.min(start + 120, text.length)));
    times.push(performance.now() - begun);
  }
  times.sort((a, b) => a - b);
  const [median = 0, slowest = 0] = [times[100], times[199]];
  console.log(`${refactoring.name.padEnd(24)} offer: median ${median.toFixed(3)} ms, slowest ${slowest.toFixed(2)} ms`);
}
