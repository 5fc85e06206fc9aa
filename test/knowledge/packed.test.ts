/** Checks that what the packer writes is read back whole, and that packing is worth it. */
import { describe, expect, it } from "vitest";
import { api } from "../../server/analysis/knowledge/generated/api/index.ts";
import { unpack } from "../../server/analysis/knowledge/packed.ts";
import { pack } from "../../scripts/knowledge/pack.mjs";

describe("packed text", () => {
  it.each(Object.entries(api))("%s", (_, text) => {
    const packed = pack(text);
    if (text.length > 5000) expect(packed.length).toBeLessThan(text.length * 0.6);
    expect(unpack(packed)).toBe(text);
  });

  it.each(["", "a", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "abcabcabcabd".repeat(3000), "fit transform predict"])("short and repetitive ones: %.20s", (text) => {
    expect(unpack(pack(text))).toBe(text);
  });

  it("leaves alone what is not packed", () => {
    expect(unpack("module pandas\n")).toBe("module pandas\n");
    expect(pack("é".repeat(100))).toBe("é".repeat(100));
    expect(pack("; ".repeat(100))).toBe("; ".repeat(100));
  });
});
