/**
 * Files that fixes of other files edit: a module of constants, a configuration file.
 *
 *     train.py    pd.read_csv("/home/jane/a.csv")     its fix edits train.py and config.py
 *     config.py   is fixed later in the same run      as it is by then, also where nothing is written (--diff)
 *
 * All of them are looked at before the first is written: when one no longer reads as the fix was made for, or cannot hold the new
 * text in its encoding, none is touched.
 */
import type { ChangedFile } from "../features/apply-fixes.ts";
import { HostError } from "../host.ts";
import { decodePython, encodePython } from "../workspace/python-encoding.ts";
import type { ChosenFile } from "./selection.ts";
import type { Terminal } from "./terminal.ts";

export interface EditedFile extends ChangedFile {
  readonly uri: string;
}

export interface OtherFiles {
  /** A file as this run has left it; `undefined` for one that it has not touched. */
  bytesOf(uri: string): Uint8Array | undefined;
  keep(uri: string, bytes: Uint8Array): void;
  /** @throws HostError when a file is not as it was; @throws NotSourceError when it cannot hold the text */
  edit(changes: ReadonlyMap<string, ChangedFile>, how: "write" | "keep"): Promise<readonly EditedFile[]>;
}

export function createOtherFiles(host: Terminal["host"]): OtherFiles {
  const kept = new Map<string, Uint8Array>();
  return {
    bytesOf: (uri) => kept.get(uri),
    keep: (uri, bytes) => { kept.set(uri, bytes); },
    async edit(changes, how) {
      const planned: { readonly uri: string; readonly bytes: Uint8Array }[] = [];
      for (const [uri, { before, after }] of changes) {
        const bytes = how === "keep" ? kept.get(uri) : undefined;
        const { text, encoding } = decodePython(bytes ?? (await host.readFile(uri)));
        if (text !== before) throw new HostError(uri, "other", "changed on disk while another file was being fixed; both are left as they are");
        planned.push({ uri, bytes: encodePython(after, encoding) });
      }
      for (const { uri, bytes } of planned) {
        if (how === "write") await host.writeFile(uri, bytes);
        kept.set(uri, bytes);
      }
      return [...changes].map(([uri, change]) => ({ uri, ...change }));
    },
  };
}

/** @throws HostError when a file is no longer as it was read. */
export async function requireUnchanged(file: ChosenFile, read: Uint8Array, doing: "fixed" | "refactored"): Promise<void> {
  const now = await file.read();
  if (now.length !== read.length || now.some((byte, index) => byte !== read[index])) {
    throw new HostError(file.uri, "other", `changed on disk while it was being ${doing}; left as it is`);
  }
}
