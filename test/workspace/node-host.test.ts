/** Reading files through Node: whole, whatever their size says. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createNodeHost, uriFromPath } from "../../server/main-node-host.ts";

const folder = mkdtempSync(join(tmpdir(), "seaworthy-host-"));
const host = createNodeHost(() => undefined);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("a file that is read", () => {
  it.each([0, 1, 4096, 65_536, 3_000_001])("comes whole: %i bytes", async (size) => {
    const path = join(folder, `${String(size)}.bin`);
    const bytes = Uint8Array.from({ length: size }, (_, at) => (at * 31) % 256);
    writeFileSync(path, bytes);
    expect(Buffer.compare(await host.readFile(uriFromPath(path)), bytes)).toBe(0);
  });

  it.skipIf(!existsSync("/proc/self/stat"))("comes whole though it tells no size", async () => {
    const text = new TextDecoder().decode(await host.readFile("file:///proc/self/stat"));
    expect(text).toMatch(new RegExp(String.raw`^${String(process.pid)} \(`));
  });

  it.skipIf(process.platform === "win32")("comes whole from a pipe", async () => {
    const path = join(folder, "pipe");
    execFileSync("mkfifo", [path]);
    const reading = host.readFile(uriFromPath(path));
    const writer = await open(path, "w");
    await writer.write("one ");
    await writer.write("two");
    await writer.close();
    expect(new TextDecoder().decode(await reading)).toBe("one two");
  });
});
