/** Generated stubs by the top-level module they describe. */
export const generated: Readonly<Record<string, string>> = {};
