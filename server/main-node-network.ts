/**
 * The {@link Network} and {@link Cache} of Node: HTTP without redirects, one kind of gRPC call, and a folder for what was answered.
 *
 * grpc-js is loaded when the first call is made; the bundle has it as a file of its own.
 */
import { createHash } from "node:crypto";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { HostError } from "./host.ts";
import type { Cache, GrpcServer, Network, NetworkLimits } from "./host.ts";

export function createNodeNetwork(): Required<Network> {
  return { get, call };
}

async function get(url: string, limits: NetworkLimits, token?: string): Promise<Uint8Array> {
  if (!/^https?:\/\//i.test(url)) throw new HostError(url, "other", `cannot ask ${url}: only http and https`);
  try {
    const answer = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(limits.milliseconds), headers: { accept: "application/json", ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) } });
    if (answer.status >= 300 && answer.status < 400) throw new HostError(url, "other", `${url} redirects, which is not followed`);
    if (!answer.ok) throw new HostError(url, answer.status === 404 ? "not-found" : "other", `${url} answers ${String(answer.status)}`);
    return await limited(url, answer, limits.maxBytes);
  } catch (error) {
    if (error instanceof HostError) throw error;
    const isLate = error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError");
    throw new HostError(url, "other", isLate ? `${url} does not answer in ${String(limits.milliseconds / 1000)} s` : `cannot ask ${url}: ${reasonOf(error)}`);
  }
}

/** However long it says it is. */
async function limited(url: string, answer: Response, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    parts.push(part);
    length += part.length;
    if (length > maxBytes) throw new HostError(url, "too-large", `${url} answers more than ${String(maxBytes / 1e6)} MB`);
  }
  return Buffer.concat(parts);
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? cause.message : String(error instanceof Error ? error.message : error);
}

async function call(server: GrpcServer, method: string, message: Uint8Array, limits: NetworkLimits): Promise<Uint8Array> {
  const { Client, Metadata, credentials } = await import("@grpc/grpc-js");
  const { tls, address, token } = server;
  const buffer = (bytes: Uint8Array | undefined): Buffer | null => (bytes ? Buffer.from(bytes) : null);
  let client: InstanceType<typeof Client>;
  try {
    client = new Client(address, tls ? credentials.createSsl(buffer(tls.authorities), buffer(tls.key), buffer(tls.certificate)) : credentials.createInsecure(), {
      "grpc.max_receive_message_length": limits.maxBytes,
      "grpc.enable_http_proxy": 0,
      "grpc.service_config_disable_resolution": 1,
      ...(tls?.serverName === undefined ? {} : { "grpc.ssl_target_name_override": tls.serverName, "grpc.default_authority": tls.serverName }),
    });
  } catch (error) {
    throw new HostError(address, "other", `cannot ask ${address}: ${reasonOf(error)}`);
  }
  try {
    return await new Promise<Uint8Array>((resolve, reject) => {
      const bytes = (each: Buffer): Buffer => each;
      const metadata = new Metadata();
      if (token !== undefined) metadata.set("authorization", `Bearer ${token}`);
      client.makeUnaryRequest(method, bytes, bytes, Buffer.from(message), metadata, { deadline: Date.now() + limits.milliseconds }, (error, answer) => {
        if (answer && !error) resolve(answer);
        else reject(new HostError(address, "other", `cannot ask ${address}: ${error?.details ?? "no answer"}`));
      });
    });
  } finally {
    client.close();
  }
}

/** `folder` undefined: where the system keeps caches of programs. */
export function createNodeCache(folder: string = cacheFolder()): Cache {
  const fileOf = (key: string): string => join(folder, createHash("sha256").update(key).digest("hex"));
  return {
    async read(key) {
      try {
        const file = fileOf(key);
        const { mtimeMs } = await stat(file);
        return { bytes: await readFile(file), ageMilliseconds: Math.max(0, Date.now() - mtimeMs) };
      } catch {
        return undefined;
      }
    },
    async write(key, bytes) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const file = fileOf(key);
        const beside = `${file}.${String(process.pid)}`;
        await writeFile(beside, bytes, { mode: 0o600 });
        await rename(beside, file);
      } catch {
        // A full disk or a read-only home: asked again next time.
      }
    },
  };
}

function cacheFolder(): string {
  const base = process.env["XDG_CACHE_HOME"] ?? (process.platform === "win32" ? process.env["LOCALAPPDATA"] : undefined);
  const own = process.platform === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
  return join(base ?? own, "seaworthy");
}
