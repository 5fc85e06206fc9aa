/** The rule files of the project: rules/<topic>/<name>.ts. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

export interface RuleFile {
  readonly topic: string;
  readonly name: string;
  /** Relative to the project. */
  readonly path: string;
  /** The rule's name as a JavaScript name. */
  readonly module: string;
}

/** By topic and name, both in the order of the alphabet. */
export function rulesOnDisk(root: string): readonly RuleFile[] {
  const folders = readdirSync(join(root, "rules"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders
    .map((folder) => folder.name)
    .sort()
    .flatMap((topic) =>
      readdirSync(join(root, "rules", topic))
        .filter((file) => file.endsWith(".ts"))
        .sort()
        .map((file) => {
          const name = file.slice(0, -".ts".length);
          const module = name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
          return { topic, name, path: `rules/${topic}/${file}`, module };
        }),
    );
}
