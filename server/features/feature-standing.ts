/**
 * Who knows an object, in words for a hover: the code, the registry, or both, and as of when.
 *
 *     in code, not applied (registry of 2026-01-01 00:00 UTC)
 *     differs from what was applied: dtype is Float64, applied Float32 (registry of 2026-01-01 00:00 UTC)
 *     only in the registry (of 2026-01-01 00:00 UTC, read 3 hours ago: it cannot be reached)
 */
import type { Defined, Difference, RegistryVersion, Standing } from "../analysis/store/model.ts";

const maxListed = 5;

/** `undefined` when no registry was read. Plain text. `field`: the name of the view's field that is meant. */
export function standingText({ standing }: Defined, registry: RegistryVersion | undefined, field?: string): string | undefined {
  const as = asOf(registry);
  const inRegistry = as === "" ? "" : ` (registry ${as})`;
  switch (standing.kind) {
    case "code":
      return undefined;
    case "applied":
      return `in code and applied${inRegistry}`;
    case "not-applied":
      return `in code, not applied${inRegistry}`;
    case "registry-only":
      return `only in the registry${as === "" ? "" : ` (${as})`}`;
    case "differs":
      return (field === undefined ? differing(standing.differences) : fieldText(standing, field)) + inRegistry;
  }
}

/** What a registry has otherwise; of a view's differences, those of one of its fields when one is named. */
export function differencesOf(standing: Standing, field?: string): readonly Difference[] {
  if (standing.kind !== "differs") return [];
  const { differences } = standing;
  return field === undefined ? differences : differences.filter(({ part }) => part === `fields.${field}` || part.startsWith(`fields.${field}.`));
}

/** The others are told as the view's. */
function fieldText(standing: Standing, field: string): string {
  const own = differencesOf(standing, field);
  if (own.length === 0) return "in code and applied; the view differs elsewhere";
  if (own.some(({ part, registry }) => part === `fields.${field}` && registry === undefined)) return "in code, not applied";
  return differing(own.map((each) => ({ ...each, part: each.part.slice(`fields.${field}.`.length) })));
}

function differing(all: readonly Difference[]): string {
  const told = all.slice(0, maxListed).map(({ part, code, registry }) => `${part} is ${value(code)}, applied ${value(registry)}`);
  const left = all.length - told.length;
  return `differs from what was applied: ${told.join("; ")}${left > 0 ? `; and ${String(left)} more` : ""}`;
}

function value(text: string | undefined): string {
  return text === undefined || text === "" ? "nothing" : text;
}

function asOf(registry: RegistryVersion | undefined): string {
  const { updated, stale } = registry ?? {};
  const at = updated === undefined ? undefined : `of ${momentText(updated)}`;
  const read = stale && `read ${ageText(stale.ageMilliseconds)}: ${stale.reason}`;
  return [at, read].filter((each) => each !== undefined).join(", ");
}

/** `applied 2026-01-01 00:00 UTC (3 days ago)`, and why nothing newer is known. */
export function registryText(registry: RegistryVersion | undefined, now: number): string | undefined {
  if (!registry) return undefined;
  const { updated, stale } = registry;
  const age = updated === undefined ? NaN : now - Date.parse(updated);
  const applied = updated === undefined ? "registry read" : `applied ${momentText(updated)}${age >= 0 ? ` (${ageText(age)})` : ""}`;
  return stale ? `${applied}, read ${ageText(stale.ageMilliseconds)}: ${stale.reason}` : applied;
}

/** `2026-01-01 09:30 UTC` of an ISO 8601 time; anything else as it is. */
export function momentText(iso: string): string {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*Z$/.exec(iso) ?? [];
  return day === undefined || time === undefined ? iso : `${day} ${time} UTC`;
}

/** `3 hours ago`, in the largest unit that fits. */
export function ageText(milliseconds: number): string {
  for (const [unit, size] of [["day", 86_400_000], ["hour", 3_600_000], ["minute", 60_000]] as const) {
    const amount = Math.floor(milliseconds / size);
    if (amount > 0) return `${String(amount)} ${unit}${amount === 1 ? "" : "s"} ago`;
  }
  return "just now";
}
