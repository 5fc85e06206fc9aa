import type { Plugin } from "esbuild";

export function pack(text: string): string;
export const packedStubs: Plugin;
