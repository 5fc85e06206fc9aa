/**
 * Who may import whom. The table is the architecture; a new edge is a decision, made here and in docs/ARCHITECTURE.md.
 */
import { readFileSync, readdirSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

interface Layer {
  /** Files whose path starts so; the longest match counts. */
  readonly path: string;
  /** Layers and packages that they may import besides their own layer. */
  readonly mayImport: readonly string[];
  /** May import a layer's types, which leave no trace at run time. */
  readonly typesOf?: readonly string[];
}

const text = "server/analysis/text/";
const syntax = "server/analysis/syntax/";
const semantic = "server/analysis/semantic/";
const knowledge = "server/analysis/knowledge/";
const store = "server/analysis/store/";
const engine = "server/analysis/engine/";
const facts = "server/analysis/facts/";
const refactor = "server/analysis/refactor/";
const analysis = [text, syntax, semantic, knowledge, store, engine, facts, refactor];

const layers: readonly Layer[] = [
  { path: text, mayImport: [] },
  { path: knowledge, mayImport: [] },
  { path: syntax, mayImport: [text] },
  { path: semantic, mayImport: [text, syntax, knowledge] },
  { path: store, mayImport: [text, syntax, semantic, "yaml", "ignore", "@bufbuild/protobuf"] },
  { path: engine, mayImport: [text, syntax, semantic, "ignore", "toml-eslint-parser"], typesOf: [store] },
  { path: facts, mayImport: [text, syntax, semantic, knowledge, store, engine, "yaml"] },
  { path: refactor, mayImport: [text, syntax, semantic, facts, knowledge], typesOf: [engine, store] },
  { path: "rules/", mayImport: [syntax, knowledge, facts, refactor, `${engine}rule.ts`, `${engine}finding.ts`], typesOf: [semantic, store, engine] },
  { path: "server/features/", mayImport: analysis },
  { path: "server/host.ts", mayImport: [] },
  { path: "server/protocol.ts", mayImport: [], typesOf: analysis },
  { path: "server/workspace/", mayImport: [...analysis, "server/host.ts", "ignore"] },
  { path: "server/store/", mayImport: [...analysis, "server/host.ts", "server/workspace/", "@bufbuild/protobuf"] },
  {
    path: "server/lsp/",
    mayImport: [...analysis, "server/features/", "server/host.ts", "server/protocol.ts", "server/store/", "server/workspace/", "vscode-languageserver"],
    typesOf: ["rules/"],
  },
  { path: "server/cli/", mayImport: [...analysis, "server/features/", "server/host.ts", "server/store/", "server/workspace/"] },
  { path: "client/", mayImport: ["server/protocol.ts", "vscode", "vscode-languageclient"] },
];

/** The only files that see Node or the browser, and so may import everything. */
const entries = /^(?:server\/main-[\w-]+\.ts|client\/extension-(?:node|browser)\.ts)$/;

interface Import {
  readonly file: string;
  /** A path in the project, or a package's name. */
  readonly target: string;
  readonly isType: boolean;
}

const sources = ["client", "rules", "server"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name).replaceAll("\\", "/")),
);

const statement = /^(?:import|export)\s+(type\s)?(?:[^;"']*?\sfrom\s+)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

function importsOf(file: string): readonly Import[] {
  const code = readFileSync(join(root, file), "utf8");
  return [...code.matchAll(statement)].map(([, type, from, dynamic]) => {
    const target = from ?? dynamic ?? "";
    return { file, target: target.startsWith(".") ? relative(root, resolve(root, dirname(file), target)) : packageOf(target), isType: type !== undefined };
  });
}

function packageOf(target: string): string {
  const parts = target.split("/");
  return target.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? target);
}

function layerOf(path: string): Layer | undefined {
  return layers.filter((layer) => path.startsWith(layer.path)).sort((a, b) => b.path.length - a.path.length)[0];
}

function isAllowed({ file, target, isType }: Import): boolean {
  const layer = layerOf(file);
  if (!layer || target.startsWith(layer.path)) return layer !== undefined && layer.path !== "rules/";
  const fits = (allowed: string): boolean => target === allowed || (allowed.endsWith("/") && target.startsWith(allowed));
  return layer.mayImport.some(fits) || (isType && (layer.typesOf ?? []).some(fits));
}

describe("layers", () => {
  test("every file belongs to one", () => {
    expect(sources.filter((file) => !layerOf(file) && !entries.test(file))).toEqual([]);
  });

  test("no file imports what its layer may not see", () => {
    const imports = sources.filter((file) => !entries.test(file) && file !== "rules/index.ts").flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.filter((each) => !isAllowed(each)).map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  test("no rule imports another rule", () => {
    const rules = sources.filter((file) => file.startsWith("rules/") && file !== "rules/index.ts");
    expect(rules.flatMap(importsOf).filter(({ target }) => target.startsWith("rules/"))).toEqual([]);
  });

  test("only entry points see Node", () => {
    const seen = sources.filter((file) => !entries.test(file)).flatMap(importsOf);
    expect(seen.filter(({ target }) => target.startsWith("node:") || builtinModules.includes(target)).map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });

  test("the table can fail: edges that it forbids", () => {
    const forbidden: readonly (readonly [string, string, boolean])[] = [
      [`${text}x.ts`, `${syntax}y.ts`, false], [`${syntax}x.ts`, `${semantic}y.ts`, true], [`${semantic}x.ts`, `${engine}y.ts`, true],
      [`${engine}x.ts`, `${facts}y.ts`, true], [`${engine}x.ts`, `${store}y.ts`, false], [`${facts}x.ts`, "rules/pandas/y.ts", true],
      ["rules/pandas/x.ts", "rules/pandas/y.ts", true], ["rules/pandas/x.ts", `${engine}session.ts`, false], ["server/features/x.ts", "server/lsp/y.ts", true],
      ["server/features/x.ts", "vscode-languageserver", true], ["server/cli/x.ts", "vscode-languageserver", true], ["server/lsp/x.ts", "vscode", true],
      ["server/cli/x.ts", "fs", false], ["client/x.ts", "server/features/y.ts", true], [`${knowledge}x.ts`, `${syntax}y.ts`, true],
    ];
    for (const [file, target, isType] of forbidden) expect(isAllowed({ file, target, isType }), `${file} -> ${target}`).toBe(false);
  });
});

test("the pure part has no clock and no dice", () => {
  const pure = sources.filter((file) => file.startsWith("server/analysis/") || file.startsWith("rules/"));
  const impure = /\bDate\.now\b|\bnew Date\b|\bMath\.random\b|\bperformance\.now\b|\bglobalThis\b/;
  // Examples of rules are Python, in template literals; comments are words.
  const code = (file: string): string => readFileSync(join(root, file), "utf8").replace(/`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, "");
  expect(pure.filter((file) => impure.test(code(file)))).toEqual([]);
});
