/** Tokens for registry servers: from where Feast takes them, into a header, and nowhere else. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { readFeastConfig } from "../../server/analysis/store/feast-config.ts";
import { createNodeNetwork } from "../../server/main-node-network.ts";
import { createStoreIndex } from "../../server/store/store-index.ts";
import { tokenFor } from "../../server/store/registry-token.ts";
import { memoryHost, project as root } from "../workspace/memory-host.ts";
import { ask, isSkipped } from "./real-feast.ts";

const pod = { "/var/run/secrets/kubernetes.io/serviceaccount/token": "from-pod\n" };
type Variables = Readonly<Record<string, string>>;

/** Settings of `auth`, what the environment has, whether it is a pod, and the token or the reason that there is none. */
const cases: readonly (readonly [string, Variables, boolean, string | undefined])[] = [
  ["", { FEAST_OIDC_TOKEN: "x" }, true, undefined],
  ["auth: {type: no_auth}", { FEAST_OIDC_TOKEN: "x" }, true, undefined],
  ["auth: {type: oidc, token: in-settings}", {}, false, "in-settings"],
  ["auth: {type: oidc, token: $MINE}", { MINE: "expanded" }, false, "expanded"],
  ["auth: {type: oidc, token_env_var: MINE}", { MINE: "mine", FEAST_OIDC_TOKEN: "other" }, true, "mine"],
  ["auth: {type: oidc, token_env_var: MINE}", { FEAST_OIDC_TOKEN: "other" }, true, "refused"],
  ["auth: {type: oidc}", { FEAST_OIDC_TOKEN: "passed" }, true, "passed"],
  ["auth: {type: oidc}", {}, true, "from-pod"],
  ["auth: {type: oidc}", {}, false, "refused"],
  ["auth: {type: kubernetes, user_token: theirs}", { LOCAL_K8S_TOKEN: "local" }, true, "theirs"],
  ["auth: {type: kubernetes}", { LOCAL_K8S_TOKEN: "local" }, true, "from-pod"],
  ["auth: {type: kubernetes}", { LOCAL_K8S_TOKEN: "local" }, false, "local"],
  ["auth: {type: kubernetes}", {}, false, "refused"],
];

async function ours(text: string, variables: Variables, isPod: boolean): Promise<string | undefined> {
  const environment = (name: string): string | undefined => variables[name];
  const { auth } = readFeastConfig(`project: p\nregistry: {registry_type: remote, path: "feast:6570"}\n${text}\n`, environment);
  return tokenFor(memoryHost(isPod ? pod : {}), root, auth, environment);
}

describe("the token for a server", () => {
  it.each(cases)("%s with %j in a pod %s: %s", async (text, variables, isPod, expected) => {
    if (expected === "refused") await expect(ours(text, variables, isPod)).rejects.toThrow(/set|known/);
    else expect(await ours(text, variables, isPod)).toBe(expected);
  });

  it("nobody is signed in", async () => {
    const text = "auth: {type: oidc, client_id: a, client_secret: geheim, auth_discovery_url: 'https://idp'}";
    await expect(ours(text, {}, false)).rejects.toThrow(/left to Feast/);
    await expect(ours(text, {}, false)).rejects.not.toThrow(/geheim/);
  });

  it("that cannot stand in a header is refused, and not quoted", async () => {
    for (const token of ["secret\nx: y", "secret ä", "secret x"]) {
      await expect(ours("auth: {type: oidc}", { FEAST_OIDC_TOKEN: token }, false)).rejects.toThrow(/^the token has characters that no token has$/);
    }
  });

  it.skipIf(isSkipped)("is the one that Feast takes", { timeout: 120_000 }, async () => {
    // Outside of a pod, as the path of its file is fixed.
    const outside = cases.filter(([text, , isPod, expected]) => !isPod && expected !== undefined && text !== "");
    const theirs = ask("feast_token.py", [], JSON.stringify(outside.map(([text, variables]) => ({ text, variables })))) as readonly (string | null)[];
    expect(outside.length).toBeGreaterThanOrEqual(5);
    for (const [index, [text, variables]] of outside.entries()) expect([text, await ours(text, variables, false).catch(() => null)]).toEqual([text, theirs[index]]);
  });
});

describe("a server that asks who it is", () => {
  it("is shown the token, which no message names", async () => {
    const shown: (string | undefined)[] = [];
    const server = createServer((request, answer) => {
      shown.push(request.headers.authorization);
      answer.writeHead(401).end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const serverUrl = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
    const logged: string[] = [];
    const host = { ...memoryHost({ "feature_store.yaml": "project: p\nregistry: data/registry.db\nauth: {type: oidc, token_env_var: MINE}\n" }), network: createNodeNetwork(), log: (_: string, message: string) => { logged.push(message); } };
    const index = createStoreIndex(host, [root], { trusted: true, network: true, serverUrl, environment: (name) => (name === "MINE" ? "geheim" : undefined) });
    await index.refresh();
    await index.settled();
    server.close();
    expect(shown).toEqual(["Bearer geheim"]);
    const told = JSON.stringify([...index.registries().values(), index.catalogueFor(root), logged], (_, value: unknown) => (value instanceof Map ? [...value] : value));
    expect(told).toContain("answers 401");
    expect(told).not.toContain("geheim");
  });
});
