/** Shows what is wrong with references to features in YAML and JSON files (features/listed-references.ts). */
import type { Diagnostic } from "vscode-languageserver";
import { checkListed } from "../features/listed-references.ts";
import { attempt } from "./contained.ts";
import type { Context } from "./context.ts";
import { ruleDiagnostic } from "./diagnostic-items.ts";
import type { FileDiagnostics } from "./file-diagnostics.ts";

/** Call the result after stores or settings have changed. */
export function createListedDiagnostics({ project, host, rules, abilities }: Context, diagnostics: FileDiagnostics): () => void {
  let latest = 0;
  const check = async (): Promise<void> => {
    latest += 1;
    const mine = latest;
    const catalogue = project.catalogue();
    const items = new Map<string, readonly Diagnostic[]>();
    for (const file of catalogue?.files ?? []) {
      const { excluded, options: { settings } } = await project.optionsFor(file.uri, "script");
      const source = project.definitionSource(file.uri);
      if (!catalogue || !source || excluded) continue;
      items.set(file.uri, checkListed(file, catalogue, rules.values(), settings).map(({ start, end, ...finding }) => ruleDiagnostic(finding, source, { start, end }, abilities)));
    }
    // Another change has come meanwhile.
    if (mine === latest) diagnostics.show("references", items);
  };
  return () => attempt(host, "checking references in YAML and JSON", check);
}
