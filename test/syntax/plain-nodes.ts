/**
 * Nodes as bare objects, to be compared: a function's body and a string's content are not own properties of their nodes.
 */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, each]) => [key, plain(each)]);
  return Object.fromEntries("body" in value ? [...entries, ["body", plain(value.body)]] : entries);
}
