/**
 * Recall and precision of call targets on the labelled notebooks of test/targets, and what is missed.
 *
 *     npx tsx bench/labelled.ts             the figures
 *     npx tsx bench/labelled.ts titanic     and every miss in the notebooks with `titanic` in their name
 */
import { judgedNotebooks, total } from "../test/targets/notebooks.ts";
import type { Figures } from "../test/targets/labels.ts";

const notebooks = judgedNotebooks();
const parts = process.argv.slice(2);
for (const { name, figures } of notebooks) line(name, figures);
line("all", total(notebooks));
for (const { name, figures } of notebooks) {
  if (parts.some((part) => name.includes(part))) console.log(`\n${name}\n${figures.misses.join("\n")}`);
}

function line(name: string, { called, named, claims, right }: Figures): void {
  console.log(`${name.padEnd(20)} recall ${(named / called).toFixed(4)} of ${String(called).padStart(5)}   precision ${(right / claims).toFixed(4)} of ${String(claims).padStart(5)}`);
}
