/** The labelled notebooks beside this file, and how well the analysis names what they call. */
import { readFileSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { inspect } from "../../server/cli/debug-values.ts";
import type { CallLine } from "../../server/cli/debug-values.ts";
import { openInSession, readSource } from "../../server/workspace/open-document.ts";
import { judge, readLabels } from "./labels.ts";
import type { Figures } from "./labels.ts";

const folder = import.meta.dirname;

export interface JudgedNotebook {
  readonly name: string;
  readonly figures: Figures;
}

export function judgedNotebooks(): readonly JudgedNotebook[] {
  const names = readdirSync(folder).filter((file) => file.endsWith(".ipynb")).map((file) => basename(file, ".ipynb"));
  return names.sort().map((name) => ({ name, figures: judge(readLabels(readFileSync(join(folder, `${name}.targets.txt`), "utf8")), callsOf(name)) }));
}

function callsOf(name: string): readonly CallLine[] {
  const uri = `file:///${name}.ipynb`;
  const session = createSession({ rules: [], strict: true });
  openInSession(session, uri, readSource(uri, readFileSync(join(folder, `${name}.ipynb`)), Infinity), () => ({ settings: defaultSettings, profile: "exploration" }));
  const document = session.document(uri);
  if (!document) throw new Error(`${name} was not opened`);
  return inspect(document).calls;
}

/** Of all notebooks together. */
export function total(notebooks: readonly JudgedNotebook[]): Figures {
  const sum = (part: "called" | "named" | "claims" | "right"): number => notebooks.reduce((result, { figures }) => result + figures[part], 0);
  return {
    called: sum("called"), named: sum("named"), claims: sum("claims"), right: sum("right"),
    misses: notebooks.flatMap(({ name, figures }) => figures.misses.map((miss) => `${name} ${miss}`)),
  };
}
