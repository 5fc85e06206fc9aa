/**
 * What tags say of an object's end.
 *
 * Feature stores have no field for it. People write `tags={"deprecated": "true"}`, `{"status": "deprecated"}`, `{"deprecation_date":
 * "2026-12-31"}`, and what to take instead as `{"replaced_by": "view:feature"}`.
 */

export type Tags = ReadonlyMap<string, string>;

export function isDeprecated(tags: Tags): boolean {
  for (const [name, value] of tags) {
    const [key, content] = [name.toLowerCase(), value.trim().toLowerCase()];
    if (key === "deprecated" && !["false", "no", "0"].includes(content)) return true;
    if (/^(?:status|state|lifecycle|stage)$/u.test(key) && content === "deprecated") return true;
    if (/^(?:deprecation_date|deprecated_(?:on|since|at)|replaced_by)$/u.test(key) && content !== "") return true;
  }
  return false;
}

/** `2026-12-31`, when the tags say so. */
export function endOf(tags: Tags): string | undefined {
  const date = [...tags].find(([name]) => name.toLowerCase() === "deprecation_date")?.[1] ?? "";
  return /^\d{4}-\d{2}-\d{2}$/u.test(date) ? date : undefined;
}

/** What is to be taken instead, as it is written. */
export function replacementNamed(tags: Tags): string | undefined {
  const named = [...tags].find(([name]) => name.toLowerCase() === "replaced_by")?.[1].trim();
  return named === "" ? undefined : named;
}
