/**
 * Findings in the YAML and JSON files below the paths of a check: references to features that the settings name (`features.references`).
 */
import { checkListed } from "../features/listed-references.ts";
import { isInside, joinUri } from "../analysis/text/uri.ts";
import { isExcluded } from "../workspace/path-patterns.ts";
import type { ParsedArguments } from "./arguments.ts";
import type { Catalogues } from "./catalogues.ts";
import type { LocatedFinding } from "./located-finding.ts";
import type { Selection } from "./selection.ts";
import type { Terminal } from "./terminal.ts";

/** Only files with findings. */
export async function listedFindings(
  terminal: Terminal, args: ParsedArguments, selection: Selection, catalogues: Catalogues,
): Promise<readonly { readonly path: string; readonly findings: readonly LocatedFinding[] }[]> {
  if (selection.isStdin) return [];
  const paths = args.operands.length > 0 ? args.operands.map((path) => terminal.uriOf(path)) : [terminal.cwd];
  const roots = new Set<string>();
  for (const uri of [...paths.map((path) => joinUri(path, "_.py")), ...selection.files.map((file) => file.uri)]) roots.add((await selection.settingsFor(uri)).root);
  const seen = new Set<string>();
  const found: { path: string; findings: readonly LocatedFinding[] }[] = [];
  for (const root of roots) {
    const lists = await catalogues.listsOf(root);
    for (const file of lists?.files ?? []) {
      const { uri } = file;
      const source = lists?.sourceOf(uri);
      if (!lists || !source || seen.has(uri) || !paths.some((path) => path === uri || isInside(path, uri))) continue;
      seen.add(uri);
      const { settings } = await selection.settingsFor(uri);
      if (isExcluded(uri, settings)) continue;
      const path = selection.pathOf(uri);
      const findings = checkListed(file, lists.catalogue, terminal.rules, settings).map(({ rule, topic, level, message, start, end }): LocatedFinding => (
        // `seaworthy fix` edits code alone.
        { finding: { rule, topic, level, message, fixes: [] }, at: { path, cell: null, source, start, end }, related: [] }));
      if (findings.length > 0) found.push({ path, findings });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
