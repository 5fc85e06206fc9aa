/**
 * Call targets beside the truth: recall and precision of what `seaworthy debug values` says about every call, on scripts and
 * notebooks of others that were run under Python with a hook (see targets/traces.ts and targets/compare.ts).
 *
 *     npm run bench:targets                            all; the first time runs the files, which takes half an hour
 *     npm run bench:targets -- svm --misses 20         files with `svm` in their path, and the most frequent misses and mistakes
 *     npm run bench:targets -- --cached                only files that were run already
 */
import { parseArgs } from "node:util";
import { compare } from "./targets/compare.ts";
import type { Judged } from "./targets/compare.ts";
import { tracedFiles } from "./targets/traces.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: "string" }, cached: { type: "boolean", default: false }, places: { type: "string", default: "1" } },
});

const files = await tracedFiles({ parts: positionals, cachedOnly: values.cached });
if (files.length === 0) throw new Error("no traced file was chosen");
const { called, claimed, unknownPlaces } = await compare(files);

console.log(`${"".padEnd(22)}${"files".padStart(7)}${"called".padStart(9)}${"recall".padStart(9)}${"claims".padStart(9)}${"precision".padStart(11)}`);
for (const corpus of new Set(files.map((file) => file.corpus))) {
  line(corpus, files.filter((file) => file.corpus === corpus).length, called.filter(({ file }) => file.corpus === corpus), claimed.filter(({ file }) => file.corpus === corpus));
}
for (const owner of ["library", "builtin", "own"] as const) {
  line(`of them ${owner}`, undefined, called.filter((each) => each.owner === owner), claimed.filter((each) => each.owner === owner));
}
line("all", files.length, called, claimed);
if (unknownPlaces.length > 0) console.log(`\n${String(unknownPlaces.length)} calls were made where the analysis sees none: ${unknownPlaces.slice(0, 5).map(placeText).join(", ")}`);

if (values.misses !== undefined) {
  const most = Number(values.misses);
  const missed = called.filter(({ isRight, others }) => !isRight && others.length === 0);
  groups("called and not named, by what is known of the object", missed, most, ({ of }) => of);
  groups("called and not named, by callable", missed, most, ({ name }) => name);
  groups("named wrongly", claimed.filter(({ isRight }) => !isRight), most, ({ name, others }) => `${name}  is ${others.join(", ")}`);
}

function line(title: string, count: number | undefined, ofCalled: readonly Judged[], ofClaimed: readonly Judged[]): void {
  const share = (list: readonly Judged[]): string => (list.length === 0 ? "" : (list.filter(({ isRight }) => isRight).length / list.length).toFixed(4));
  console.log(`${title.padEnd(22)}${(count === undefined ? "" : String(count)).padStart(7)}${String(ofCalled.length).padStart(9)}${share(ofCalled).padStart(9)}${String(ofClaimed.length).padStart(9)}${share(ofClaimed).padStart(11)}`);
}

/** Most frequent first, each with the places where it is met. */
function groups(title: string, list: readonly Judged[], most: number, keyOf: (judged: Judged) => string): void {
  const byKey = new Map<string, Judged[]>();
  for (const judged of list) byKey.set(keyOf(judged), [...(byKey.get(keyOf(judged)) ?? []), judged]);
  console.log(`\n${title}: ${String(list.length)} in ${String(byKey.size)} groups`);
  for (const [key, members] of [...byKey].sort(([a, as], [b, bs]) => bs.length - as.length || (a < b ? -1 : 1)).slice(0, most)) {
    console.log(`${String(members.length).padStart(6)}  ${key}  ${members.slice(0, Number(values.places)).map(placeText).join(" ")}`);
  }
}

function placeText({ file, call }: Judged): string {
  return `${file.corpus}/${file.name}:${call.cell === null ? "" : `cell ${String(call.cell)}:`}${String(call.line)}`;
}
