/** The release's archive holds the same files after it was compressed anew: Python's zipfile writes one and reads the other. */
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
// @ts-expect-error a script without types
import { squeezed as untyped } from "../scripts/squeeze.mjs";
import { python, pythonExists } from "./syntax/python-files.ts";

const squeezed = untyped as (archive: Buffer) => Promise<Buffer>;

// Standard output cannot be sought in, so sizes follow the data, as in the archives of vsce.
const writing = `
import sys, zipfile
with zipfile.ZipFile(sys.stdout.buffer, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("extension/readme.md", "rows and columns, " * 500)
    archive.writestr("extension/empty", "")
    archive.writestr("extension/größe.txt", "\\n".join(str(each * each) for each in range(3000)))
    archive.writestr(zipfile.ZipInfo("extension/stored"), "as it is")
`;

const reading = `
import hashlib, io, json, sys, zipfile
archive = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps([archive.testzip(), [[each.filename, each.file_size, each.compress_type, hashlib.sha256(archive.read(each)).hexdigest()] for each in archive.infolist()]]))
`;

describe.skipIf(!pythonExists)("the release's archive", () => {
  it("holds the same files and is smaller", async () => {
    const archive = execFileSync(python, ["-c", writing]);
    const smaller = await squeezed(archive);
    const contents = (of: Buffer): unknown => JSON.parse(execFileSync(python, ["-c", reading], { input: of, encoding: "utf8" }));
    expect(contents(smaller)).toEqual(contents(archive));
    expect(smaller.length).toBeLessThan(archive.length);
  });

  it("is not made of something that is none", async () => {
    await expect(squeezed(Buffer.alloc(40))).rejects.toThrow("ends in something");
  });
});
