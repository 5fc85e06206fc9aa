/**
 * Lines that fixes want in files beside the code, such as `.env.example`: collected over a run, so that each file is written once.
 */
import type { FileLine } from "../analysis/engine/finding.ts";
import { decodePython, encodePython } from "../workspace/python-encoding.ts";
import { isInside, joinUri } from "../analysis/text/uri.ts";
import type { Terminal } from "./terminal.ts";
import { unifiedDiff } from "./unified-diff.ts";

export interface CompanionFiles {
  /** `root`: the folder that the paths are relative to. */
  add(root: string, lines: readonly FileLine[]): void;
  finish(how: "write" | "diff"): Promise<FinishedFiles>;
}

export interface FinishedFiles {
  /** Files that have, or would have, new lines. */
  readonly paths: readonly string[];
  readonly diffs: readonly string[];
  readonly errors: readonly { readonly path: string; readonly message: string }[];
}

export function createCompanionFiles(host: Terminal["host"], pathOf: (uri: string) => string): CompanionFiles {
  const wanted = new Map<string, Set<string>>();
  const plan = async (uri: string, lines: ReadonlySet<string>): Promise<{ write: () => Promise<void>; diff: string } | undefined> => {
    const exists = (await host.stat(uri)) !== undefined;
    const before = exists ? decodePython(await host.readFile(uri)) : { text: "", encoding: { name: "utf-8", byteOrderMark: false } };
    const present = new Set(before.text.split(/\r\n|\n/));
    const missing = [...lines].filter((line) => !present.has(line));
    if (missing.length === 0) return undefined;
    const lineBreak = before.text.includes("\r\n") ? "\r\n" : "\n";
    const gap = before.text === "" || before.text.endsWith("\n") ? "" : lineBreak;
    const after = before.text + gap + missing.map((line) => line + lineBreak).join("");
    const path = pathOf(uri);
    return {
      write: () => host.writeFile(uri, encodePython(after, before.encoding)),
      diff: unifiedDiff(before.text, after, exists ? path : undefined, path),
    };
  };
  return {
    add(root, lines) {
      for (const { path, line } of lines) {
        const uri = joinUri(root, path);
        // Beside the code, never elsewhere: a path that leads out of the project would be a rule's mistake.
        if (!isInside(root, uri) || /[\r\n]/.test(line)) continue;
        const set = wanted.get(uri) ?? new Set();
        wanted.set(uri, set.add(line));
      }
    },
    async finish(how) {
      const paths: string[] = [];
      const diffs: string[] = [];
      const errors: { path: string; message: string }[] = [];
      for (const [uri, lines] of wanted) {
        try {
          const planned = await plan(uri, lines);
          if (!planned) continue;
          if (how === "write") await planned.write();
          paths.push(pathOf(uri));
          diffs.push(planned.diff);
        } catch (error) {
          errors.push({ path: pathOf(uri), message: error instanceof Error ? error.message : String(error) });
        }
      }
      return { paths, diffs, errors };
    },
  };
}
