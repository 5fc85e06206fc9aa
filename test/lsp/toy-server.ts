/**
 * The real language server with rules made for its tests, so that these do not depend on what the shipped rules find.
 */
import { createConnection } from "vscode-languageserver/node";
import { defineRule, type Rule } from "../../server/analysis/engine/rule.ts";
import type { Host } from "../../server/host.ts";
import { HostError } from "../../server/host.ts";
import { connectionLog, connectionStrategy, start } from "../../server/lsp/start.ts";
import { inProcessClient, type LspClient, type Profile } from "../harness/lsp-client.ts";

const why = { scientist: "It hurts the scientist.", engineer: "It hurts the engineer." };
const shared = { topic: "clean-code", why, bad: "bad", good: "good", needs: {} } as const;

/** Every name `bad` is a finding that is safely renamed; `worse` needs a look. */
export const badName = defineRule({
  ...shared,
  name: "bad-name",
  summary: "A name is bad",
  severity: { exploration: "warning", production: "error" },
  on: {
    Name({ node, unit }) {
      if (node.id !== "bad" && node.id !== "worse") return undefined;
      const at = { anchor: unit.anchor, start: node.start, end: node.end };
      return {
        at,
        message: `\`${node.id}\` is a bad name`,
        related: [{ at, message: "here it is" }],
        fixes: [{ title: `Rename ${node.id} to good`, safety: node.id === "bad" ? "safe" : "review", edits: [{ at, text: "good" }] }],
      };
    },
  },
});

/** `secret` belongs into a file beside the code. */
export const secretName = defineRule({
  ...shared,
  name: "secret-name",
  summary: "A name is secret",
  severity: { exploration: "warning", production: "warning" },
  on: {
    Name({ node, unit }) {
      if (node.id !== "secret") return undefined;
      const at = { anchor: unit.anchor, start: node.start, end: node.end };
      const files = [{ path: ".env.example", line: "SECRET=" }];
      return { at, message: "`secret` is no secret", fixes: [{ title: "Hide it", safety: "review", edits: [{ at, text: "hidden" }], files }] };
    },
  },
});

/** Fails where it sees `boom`. */
export const explodingRule = defineRule({
  ...shared,
  name: "exploding-rule",
  summary: "Fails",
  severity: { exploration: "warning", production: "warning" },
  on: {
    Name({ node }) {
      if (node.id === "boom") throw new Error("the toy rule exploded");
      return undefined;
    },
  },
});

export const toyRules: readonly Rule[] = [badName, secretName, explodingRule];

type Files = ReadonlyMap<string, string | Uint8Array>;

/** Files that the server reads, by URI; changing the map changes the disk. `beside`: what the host has beside files. */
export function toyClient(profile: Profile, files: Files = new Map(), rules: readonly Rule[] = toyRules, beside: Pick<Host, "network" | "environment" | "cache"> = {}): LspClient {
  return inProcessClient((input, output) => {
    const connection = createConnection(input, output, { connectionStrategy });
    start(connection, { ...memoryHost(files, connectionLog(connection)), ...beside }, rules, { version: "0.0.0", reaches: () => profile.files === undefined });
  }, profile);
}

function memoryHost(files: Files, log: Host["log"]): Host {
  return {
    log,
    now: () => performance.now(),
    readFile(uri) {
      const text = files.get(uri);
      return text === undefined
        ? Promise.reject(new HostError(uri, "not-found", `cannot read ${uri}: it does not exist`))
        : Promise.resolve(typeof text === "string" ? new TextEncoder().encode(text) : text);
    },
    stat(uri) {
      const text = files.get(uri);
      if (text !== undefined) return Promise.resolve({ kind: "file", size: text.length, version: text.length });
      const isFolder = [...files.keys()].some((file) => file.startsWith(`${uri}/`));
      return Promise.resolve(isFolder ? { kind: "directory", size: 0, version: 0 } : undefined);
    },
    readDirectory(uri) {
      const below = [...files.keys()].filter((file) => file.startsWith(`${uri}/`)).map((file) => file.slice(uri.length + 1));
      const entries = new Map(below.map((path) => [path.split("/")[0] ?? "", path.includes("/") ? "directory" : "file"] as const));
      return Promise.resolve([...entries].map(([name, kind]) => ({ name, kind })));
    },
  };
}
