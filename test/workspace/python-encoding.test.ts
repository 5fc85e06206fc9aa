import { expect, test } from "vitest";
import { decodePython, encodePython } from "../../server/workspace/python-encoding.ts";

const bytes = (...parts: readonly (string | number)[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "number" ? [part] : [...new TextEncoder().encode(part)])));

test.each([
  ["plain UTF-8", bytes("x = 'é😀'\r\n"), "x = 'é😀'\r\n"],
  ["a byte order mark, which is no part of the text", bytes(0xef, 0xbb, 0xbf, "x = 1\n"), "x = 1\n"],
  ["latin-1 in the first line", bytes("# -*- coding: latin-1 -*-\nx = '", 0xe9, 0x85, "'"), "# -*- coding: latin-1 -*-\nx = 'é\u0085'"],
  ["the vim form in the second line", bytes("#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nx = '", 0x80, "'"), "#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nx = '€'"],
  ["a cookie after code does not count", bytes("x = 1\n# coding: latin-1\ny = 'é'"), "x = 1\n# coding: latin-1\ny = 'é'"],
  ["utf-8-unix", bytes("# coding: utf-8-unix\nx = 'é'"), "# coding: utf-8-unix\nx = 'é'"],
  ["iso8859-15", bytes("# coding: iso8859-15\nx = '", 0xa4, "'"), "# coding: iso8859-15\nx = '€'"],
  ["shift_jis", bytes("# coding: shift_jis\nx = '", 0x93, 0xfa, "'"), "# coding: shift_jis\nx = '日'"],
  ["gb2312", bytes("# coding: gb2312\nx = '", 0xc4, 0xe3, "'"), "# coding: gb2312\nx = '你'"],
  ["ascii", bytes("# coding: ascii\nx = 1"), "# coding: ascii\nx = 1"],
  ["an empty file", bytes(), ""],
])("reads and writes back %s", (_, source, text) => {
  const decoded = decodePython(source);
  expect(decoded.text).toBe(text);
  expect(encodePython(decoded.text, decoded.encoding)).toEqual(source);
});

test.each([
  ["bytes that are not UTF-8", bytes("a = 1\nb = '", 0xe9, "'\n"), /^not UTF-8: byte 0xE9 in line 2; save it as UTF-8/],
  ["a sequence cut off at the end", bytes("x = '", 0xe2, 0x82), /^not UTF-8: byte 0xE2 in line 1/],
  ["a binary file", bytes(0x7f, "ELF", 0, 1, 2), /^a binary file: there is a zero byte at offset 4/],
  ["UTF-16", bytes(0xff, 0xfe, "x", 0), /^this is UTF-16/],
  ["an unknown encoding", bytes("# coding: klingon\n"), /^the declared encoding "klingon" is not known/],
  ["ascii with more", bytes("# coding: ascii\n# ", 0xc3, 0xa9), /^not ASCII: byte 0xC3 in line 2/],
  ["a byte order mark against the cookie", bytes(0xef, 0xbb, 0xbf, "# coding: latin-1\n"), /byte order mark/],
])("says clearly what is wrong with %s", (_, source, message) => {
  expect(() => decodePython(source)).toThrow(message);
});

test("refuses to write a character that the encoding does not have", () => {
  expect(() => encodePython("x = '€'", { name: "latin-1", byteOrderMark: false })).toThrow('needs "€", which the file\'s encoding latin-1 does not have');
});
