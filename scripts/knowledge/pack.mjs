/**
 * For esbuild: stubs go into the bundles packed, in less than half their size (see server/analysis/knowledge/packed.ts for
 * the format and its reader). In the sources they stay texts, which a diff shows.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";

const digits = " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
const base = digits.length;
const shortestCopy = 4;
const longestCopy = base - 1 + shortestCopy;
/** Earlier places with the same beginning that are tried. */
const patience = 400;

/** @param {string} text @returns {string} what `unpack` reads: packed, or the text itself where that is no gain or not possible */
export function pack(text) {
  if (/[;{}]|[^\n\x20-\x7e]/u.test(text)) return text;
  /** @type {Map<string, number[]>} places by the first characters of what stands there */
  const places = new Map();
  const remember = (/** @type {number} */ at) => {
    const key = text.slice(at, at + shortestCopy);
    const known = places.get(key);
    if (known) known.push(at);
    else places.set(key, [at]);
  };
  let packed = "";
  for (let at = 0; at < text.length; ) {
    const copy = bestCopy(text, at, places);
    // A better copy one character on is worth waiting for.
    const isWorth = copy.gain > 0 && bestCopy(text, at + 1, places).gain <= copy.gain;
    packed += isWorth ? reference(copy) : text[at];
    const end = at + (isWorth ? copy.length : 1);
    while (at < end) remember(at++);
  }
  return packed.length + 1 < text.length ? `\u0001${packed}` : text;
}

/** @typedef {{ distance: number, length: number, gain: number }} Copy */

/** @param {string} text @param {number} at @param {ReadonlyMap<string, readonly number[]>} places @returns {Copy} */
function bestCopy(text, at, places) {
  let best = { distance: 0, length: 0, gain: 0 };
  for (const from of (places.get(text.slice(at, at + shortestCopy)) ?? []).slice(-patience).reverse()) {
    let length = 0;
    while (length < longestCopy && at + length < text.length && text[from + length] === text[at + length]) length++;
    const distance = at - from;
    const gain = length - (distance <= base ? 3 : distance <= base ** 2 ? 4 : 5);
    if (gain > best.gain && distance <= base ** 3) best = { distance, length, gain };
  }
  return best;
}

/** @param {Copy} copy @returns {string} */
function reference({ distance, length }) {
  const value = distance - 1;
  const low = digits[value % base];
  const middle = digits[Math.floor(value / base) % base];
  const spelled = value < base ? `;${low}` : value < base ** 2 ? `{${middle}${low}` : `}${digits[Math.floor(value / base ** 2)]}${middle}${low}`;
  return spelled + digits[length - shortestCopy];
}

/** @type {import("esbuild").Plugin} */
export const packedStubs = {
  name: "packed-stubs",
  setup(build) {
    build.onLoad({ filter: /[\\/]knowledge[\\/]generated[\\/].*\.ts$/ }, ({ path }) => {
      if (basename(path) === "index.ts") return undefined;
      const source = readFileSync(path, "utf8");
      const contents = source.replace(/`(?<text>(?:\\.|[^`\\])*)`/gu, (_, /** @type {string} */ text) => JSON.stringify(pack(text.replace(/\\(.)/gu, "$1"))));
      return { contents, loader: "ts" };
    });
    // The curated stubs are put together from several files, and packed by library.
    build.onLoad({ filter: /[\\/]knowledge[\\/]libraries[\\/]index\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build.esbuild.build({ entryPoints: [path], bundle: true, write: false, format: "esm" });
      const { curated, ...others } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? "")}`);
      if (Object.keys(others).length > 0) throw new Error(`${path} has more to say than this knows how to pack`);
      const packed = Object.entries(curated).map(([library, text]) => [library, pack(text)]);
      return { contents: `export const curated = ${JSON.stringify(Object.fromEntries(packed))};`, loader: "js" };
    });
  },
};
