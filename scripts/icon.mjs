/**
 * Draws media/icon.png: a hull on water whose sail is a check mark.
 *
 *   node scripts/icon.mjs
 *
 * Shapes are tested point by point on a 128-unit square, 16 samples a pixel, and written as PNG by hand
 * (the format is a header, zlib-compressed rows and checksums), so that no drawing library is needed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";

const size = 256;
const samples = 4;
const background = [[14, 58, 92], [9, 36, 64]]; // top, bottom
const water = [45, 152, 176];
const hull = [245, 248, 250];
const sail = [94, 214, 168];

/** Is (x, y) inside the rounded square that carries everything? */
function onPlate(x, y) {
  const radius = 26;
  const dx = Math.max(Math.abs(x - 64) - (64 - radius), 0);
  const dy = Math.max(Math.abs(y - 64) - (64 - radius), 0);
  return Math.hypot(dx, dy) <= radius;
}

/** Colour at a point, or undefined outside the plate. Later shapes lie above earlier ones. */
function colourAt(x, y) {
  if (!onPlate(x, y)) return undefined;
  const wave = 97 + 2.6 * Math.sin((x / 128) * Math.PI * 6);
  if (y > wave) return water;
  if (insideHull(x, y)) return hull;
  if (distanceToLine(x, y, 37, 46, 54, 63) < 6 || distanceToLine(x, y, 54, 63, 87, 21) < 6) return sail;
  const depth = y / 128;
  return background[0].map((top, channel) => top + (background[1][channel] - top) * depth);
}

/** Deck rising to the bow on the right, steep stern, keel below the water. */
function insideHull(x, y) {
  const deck = 80 - 0.0016 * Math.max(0, x - 40) ** 2;
  if (y < deck || y > 110) return false;
  const down = (y - 70) / 40;
  return x > 24 + 14 * down ** 2 && x < 114 - 34 * down ** 0.9;
}

function distanceToLine(x, y, fromX, fromY, toX, toY) {
  const alongX = toX - fromX;
  const alongY = toY - fromY;
  const part = ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX ** 2 + alongY ** 2);
  const nearest = Math.min(1, Math.max(0, part));
  return Math.hypot(x - fromX - nearest * alongX, y - fromY - nearest * alongY);
}

function pixels() {
  const rows = Buffer.alloc(size * (1 + size * 4)); // each row starts with its filter byte, 0
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0];
      let covered = 0;
      for (let sample = 0; sample < samples ** 2; sample++) {
        const x = ((column + ((sample % samples) + 0.5) / samples) * 128) / size;
        const y = ((row + (Math.floor(sample / samples) + 0.5) / samples) * 128) / size;
        const colour = colourAt(x, y);
        if (colour === undefined) continue;
        covered++;
        for (let channel = 0; channel < 3; channel++) sum[channel] += colour[channel];
      }
      if (covered === 0) continue;
      const at = row * (1 + size * 4) + 1 + column * 4;
      for (let channel = 0; channel < 3; channel++) rows[at + channel] = Math.round(sum[channel] / covered);
      rows[at + 3] = Math.round((255 * covered) / samples ** 2);
    }
  }
  return rows;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6], 8); // 8 bits a channel, RGB with alpha
const image = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk("IHDR", header),
  chunk("IDAT", deflateSync(pixels(), { level: 9 })),
  chunk("IEND", Buffer.alloc(0)),
]);
const folder = join(resolve(dirname(fileURLToPath(import.meta.url)), ".."), "media");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "icon.png"), image);
console.log(`media/icon.png ${size}x${size}, ${image.length} bytes`);
