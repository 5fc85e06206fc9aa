/** Import statements of a module that is written anew: each module once, in Ruff's order, a blank line between sections. */
import { compareImports, sortedMembers, statementText } from "./import-order.ts";
import type { ImportKey } from "./import-order.ts";

export function importLines(keys: readonly ImportKey[]): string {
  const merged = new Map<string, ImportKey>();
  for (const key of keys) {
    const [member] = key.members;
    const isJoined = key.isFrom && member?.asname === undefined && member?.name !== "*";
    const name = isJoined ? `from ${key.module}` : statementText(key);
    const old = merged.get(name);
    const members = old && isJoined ? [...old.members, ...key.members.filter((each) => !old.members.some((known) => known.name === each.name))] : key.members;
    merged.set(name, { ...key, members: sortedMembers(members) });
  }
  const sorted = [...merged.values()].sort(compareImports);
  return sorted.map((key, index) => (index > 0 && sorted[index - 1]?.section !== key.section ? "\n" : "") + statementText(key)).join("\n");
}
