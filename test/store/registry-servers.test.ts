/** Real sockets: Feast's own registry servers, and servers that hang, refuse, redirect, lie about lengths or say something else. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer as createHttp } from "node:http";
import type { ServerResponse } from "node:http";
import { createServer as createHttp2 } from "node:http2";
import type { ServerHttp2Stream } from "node:http2";
import { createServer } from "node:net";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RegistrySetting } from "../../server/analysis/store/feast-config.ts";
import type { RegistrySnapshot } from "../../server/analysis/store/feast-registry.ts";
import type { Host, NetworkLimits } from "../../server/host.ts";
import { createNodeCache, createNodeNetwork } from "../../server/main-node-network.ts";
import { createRegistryReader } from "../../server/store/registry-reader.ts";
import type { RegistryState } from "../../server/store/registry-reader.ts";
import { memoryHost, project as root } from "../workspace/memory-host.ts";
import { ask, here, isSkipped, python, reason } from "./real-feast.ts";

const quick: NetworkLimits = { milliseconds: 400, maxBytes: 10_000 };
const network = createNodeNetwork();

/** The real network, in a hurry. */
const host: Host = {
  ...memoryHost({}),
  network: { get: (url) => network.get(url, quick), call: (server, method, message) => network.call(server, method, message, quick) },
};

async function read(address: string | undefined, serverUrl: string | undefined, from: Host = host): Promise<RegistryState> {
  const setting: RegistrySetting | undefined = address === undefined ? undefined : { kind: "server", address, tls: undefined, cacheSeconds: 600, at: { start: 0, end: 0 } };
  return createRegistryReader(from, { roots: [root], trusted: true, network: true, ...(serverUrl === undefined ? {} : { serverUrl }) }).read(root, setting, "aliases");
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

const faults: readonly (readonly [string, (answer: ServerResponse, address: string) => void, RegExp])[] = [
  ["hangs", () => undefined, /does not answer in 0\.4 s/],
  ["hangs in the middle", (answer) => { answer.write("{"); }, /does not answer in 0\.4 s|cannot ask/],
  ["redirects", (answer, address) => { answer.writeHead(302, { location: `http://${address}/elsewhere` }).end(); }, /redirects, which is not followed/],
  ["refuses", (answer) => { answer.writeHead(403).end("{}"); }, /answers 403/],
  ["sends more than allowed", (answer) => { answer.end("x".repeat(20_000)); }, /answers more than 0\.01 MB/],
  ["says it sends more than it does", (answer) => { answer.writeHead(200, { "content-length": "5000" }); answer.write("{}"); answer.destroy(); }, /cannot ask/],
  ["sends no JSON", (answer) => { answer.end("<html>"); }, /its answer is no JSON/],
  ["sends other JSON", (answer) => { answer.end('{"detail": []}'); }, /its answer has no projects/],
  ["sends a list", (answer) => { answer.end("[]"); }, /its answer has no projects/],
];

describe("a REST server that", () => {
  it.each(faults)("%s is said so", async (_, behave, message) => {
    let followed = 0;
    const server = createHttp((request, answer) => {
      if (request.url === "/elsewhere") followed += 1;
      behave(answer, address);
    });
    const address = await listening(server);
    const { status, snapshot } = await read(undefined, `http://${address}`);
    expect(snapshot).toBeUndefined();
    expect(status.kind === "failed" && status.reason).toMatch(message);
    expect(followed).toBe(0);
    server.closeAllConnections();
    server.close();
  });

  it("never ends its pages is left after so many", async () => {
    let asked = 0;
    const server = createHttp((request, answer) => {
      asked += 1;
      if (request.url?.endsWith("/projects") === true) answer.end('{"projects": [{"spec": {"name": "aliases"}}]}');
      else answer.end('{"entities": [], "dataSources": [], "featureViews": [], "featureServices": [], "pagination": {"hasNext": true}}');
    });
    const { status } = await read(undefined, `http://${await listening(server)}/api/v1/`);
    expect(status.kind).toBe("current");
    expect(asked).toBe(5);
    server.close();
  });

  it("is not there is said so", async () => {
    const server = createServer();
    const address = await listening(server);
    server.close();
    const { status } = await read(undefined, `http://${address}`);
    expect(status.kind === "failed" && status.reason).toMatch(/ECONNREFUSED/);
  });
});

describe("a gRPC server that", () => {
  it.each([
    ["hangs", () => undefined],
    ["hangs up", (socket: { destroy(): void }) => { socket.destroy(); }],
    ["speaks something else", (socket: { end(text: string): void }) => { socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"); }],
  ])("%s is said so", async (_, behave) => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined);
      behave(socket);
    });
    const { status } = await read(await listening(server), undefined);
    expect(status.kind === "failed" && status.reason).toMatch(/^cannot ask 127\.0\.0\.1:\d+: ./);
    server.close();
  });
});

/** `bytes` as the body of an answer over HTTP/2, which is as long as it is. */
const answers: readonly (readonly [string, (stream: ServerHttp2Stream) => void, RegExp])[] = [
  ["says a message is longer than it is", (stream) => { respond(stream, [0, 0, 0, 0, 200, 1, 2, 3]); }, /./],
  ["says a message is longer than anything", (stream) => { respond(stream, [0, 0xff, 0xff, 0xff, 0xff, 1]); }, /larger than max|Received message/i],
  ["sends more than allowed", (stream) => { respond(stream, [0, 0, 0, 0x4e, 0x20, ...new Uint8Array(20_000)]); }, /larger than max|Received message/i],
  ["sends a message that is none", (stream) => { respond(stream, [0, 0, 0, 0, 4, 0x0a, 0x7f, 1, 2]); }, /is no registry server: its answer cannot be read/],
  ["redirects", (stream) => { stream.respond({ ":status": 302, location: "http://elsewhere" }, { endStream: true }); }, /./],
  ["refuses who asks", (stream) => { stream.respond({ ":status": 200, "content-type": "application/grpc", "grpc-status": "16", "grpc-message": "not you" }, { endStream: true }); }, /not you/],
];

function respond(stream: ServerHttp2Stream, body: readonly number[]): void {
  stream.respond({ ":status": 200, "content-type": "application/grpc" }, { waitForTrailers: true });
  stream.on("wantTrailers", () => { stream.sendTrailers({ "grpc-status": "0" }); });
  stream.end(Buffer.from(body));
}

describe("a gRPC server that", () => {
  it.each(answers)("%s is said so, and not waited for", async (_, behave, message) => {
    const server = createHttp2();
    server.on("stream", (stream: ServerHttp2Stream) => {
      stream.on("error", () => undefined);
      behave(stream);
    });
    const { status, snapshot } = await read(await listening(server), undefined);
    expect(snapshot).toBeUndefined();
    expect(status.kind === "failed" && status.reason).toMatch(message);
    expect(status.kind === "failed" && status.reason).not.toMatch(/deadline/i);
    server.close();
  });
});

describe("what a server said", () => {
  it("is kept in a folder", async () => {
    const folder = mkdtempSync(join(tmpdir(), "kept-"));
    const cache = createNodeCache(join(folder, "deeper"));
    expect(await cache.read("grpc a:1")).toBeUndefined();
    await cache.write("grpc a:1", new Uint8Array([1, 2]));
    expect([...((await cache.read("grpc a:1"))?.bytes ?? [])]).toEqual([1, 2]);
    expect((await cache.read("grpc a:1"))?.ageMilliseconds).toBeLessThan(60_000);
    expect(await cache.read("grpc ../a:1")).toBeUndefined();
    rmSync(folder, { recursive: true });
  });
});

if (isSkipped) console.warn(`skipped: Feast's own servers, as ${reason}`);

describe.skipIf(isSkipped)("Feast's own servers", { timeout: 240_000 }, () => {
  let folder = "";
  let child: ChildProcess | undefined;
  let grpc = "";
  let rest = "";

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "served-"));
    ask("feast_apply.py", [folder, join(here, "repos", "aliases")]);
    const free = [createServer(), createServer()];
    [grpc = "", rest = ""] = await Promise.all(free.map(listening));
    for (const server of free) server.close();
    const ports = [grpc, rest].map((address) => address.split(":")[1] ?? "");
    const started = spawn(python ?? "", [join(here, "serve_registry.py"), join(folder, "aliases"), ...ports], { stdio: ["pipe", "pipe", "ignore"] });
    child = started;
    await new Promise<void>((resolve, reject) => {
      started.stdout.on("data", (text: Buffer) => { if (text.toString().includes("ready")) resolve(); });
      started.on("exit", () => { reject(new Error("the servers did not start")); });
    });
  }, 240_000);

  afterAll(() => {
    child?.stdin?.end();
    if (folder !== "") rmSync(folder, { recursive: true });
  });

  const patient: Host = { ...memoryHost({}), network };

  function outline(snapshot: RegistrySnapshot | undefined): unknown {
    const named = (all: readonly { readonly name: string }[]): readonly object[] => all.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
    return snapshot && [named(snapshot.views.map((view) => ({ ...view, applied: undefined, inputs: view.inputs.length }))), named(snapshot.entities), named(snapshot.services), named(snapshot.sources)];
  }

  it("say the same over gRPC and REST", async () => {
    const overGrpc = await read(grpc, undefined, patient);
    const overRest = await read(undefined, `http://${rest}`, patient);
    expect([overGrpc.status, overRest.status]).toEqual([{ kind: "current" }, { kind: "current" }]);
    expect(overGrpc.snapshot?.views.map(({ name }) => name).sort()).toEqual(["comfort", "riders", "weather"]);
    expect(overGrpc.snapshot?.unread).toEqual([]);
    expect(overRest.snapshot?.unread).toEqual([]);
    expect(outline(overRest.snapshot)).toEqual(outline(overGrpc.snapshot));
  });
});
