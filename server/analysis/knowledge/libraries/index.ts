/** Curated stubs by the top-level module they describe. */
export const curated: Readonly<Record<string, string>> = {};
