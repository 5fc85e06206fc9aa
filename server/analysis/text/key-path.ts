/**
 * Paths to values in a YAML or JSON file: `model.features[*]`, `models.*.inputs[0].name`, `"a.b".c`.
 *
 *     model:
 *       features: [a, b]          model.features[*]      a, b
 *       label: c                  model.*                [a, b] and c
 *
 * A step is a key, in quotes where it holds a dot or a bracket; `*` stands for every key, `[2]` for one item of a list and `[*]` for all.
 */

export type KeyStep =
  | { readonly kind: "key"; readonly name: string }
  | { readonly kind: "every-key" }
  | { readonly kind: "item"; readonly index: number }
  | { readonly kind: "every-item" };

/** `undefined` when the text is no path. */
export function parseKeyPath(text: string): readonly KeyStep[] | undefined {
  const steps: KeyStep[] = [];
  const step = /\[(\*|\d+)\]|(\.|^)(?:"([^"]+)"|'([^']+)'|(\*)(?=[.[]|$)|([^.[\]"'*]+))/uy;
  while (step.lastIndex < text.length) {
    const found = step.exec(text);
    if (!found) return undefined;
    const [, item, , double, single, star, plain] = found;
    if (item !== undefined) steps.push(item === "*" ? { kind: "every-item" } : { kind: "item", index: Number(item) });
    else if (star !== undefined) steps.push({ kind: "every-key" });
    else steps.push({ kind: "key", name: double ?? single ?? plain?.trim() ?? "" });
  }
  return steps.length === 0 || steps.some((each) => each.kind === "key" && each.name === "") ? undefined : steps;
}
