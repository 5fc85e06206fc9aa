/**
 * VS Code for the web without any server side: the workbench as static files, extensions only in the web worker, the
 * workspace a virtual file system. As on vscode.dev, which is what it stands for.
 *
 * code-server's workbench is patched to belong to its server. Two expressions are put back, in memory; a version that
 * lacks them is refused loudly.
 */
import { createReadStream, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize, relative, sep } from "node:path";
import { quietSettings } from "./code-server.ts";
import { editor, projectFolder } from "./pieces.ts";

export interface ServerlessHost {
  readonly base: string;
  stop(): Promise<void>;
}

const workbench = "/code/out/vs/code/browser/workbench/workbench.js";
const types: Readonly<Record<string, string>> = {
  ".js": "application/javascript", ".cjs": "application/javascript", ".mjs": "application/javascript", ".json": "application/json",
  ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml", ".png": "image/png", ".ttf": "font/ttf", ".wasm": "application/wasm",
};

/** Serves the workbench with the extension under development, opening a copy of `workspace` and running `tests` (below the project). */
export async function startServerless(workspace: string, tests: string): Promise<ServerlessHost> {
  const { code } = editor();
  const roots: Readonly<Record<string, string>> = {
    "/code/": code,
    "/extension/": projectFolder,
    "/mount/": join(projectFolder, "test/editor/mount"),
  };
  const patched = patchedWorkbench(readFileSync(join(code, workbench.slice("/code/".length)), "utf8"));
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = decodeURIComponent(url.pathname);
    if (path === "/") send(response, ".html", page(request.headers.host ?? "", code, relative(projectFolder, tests)));
    else if (path === "/workspace.json") send(response, ".json", JSON.stringify(contents(workspace)));
    else if (path === workbench) send(response, ".js", patched);
    else sendFile(response, roots, path);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    stop: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => { resolve(); });
    }),
  };
}

function patchedWorkbench(source: string): string {
  const replaced = (text: string, expression: RegExp, replacement: string): string => {
    if (!expression.test(text)) throw new Error(`this code-server's workbench.js lacks ${String(expression)}: adapt serverless.ts to its version`);
    return text.replace(expression, replacement);
  };
  const withoutRemote = replaced(source, /remoteAuthority:location\.host/, "remoteAuthority:void 0");
  return replaced(
    withoutRemote,
    /get userRoamingDataHome\(\)\{return \w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\),"User"\)\}/,
    'get userRoamingDataHome(){return $1.file("/User").with({scheme:$2.vscodeUserData})}',
  );
}

function page(host: string, code: string, tests: string): string {
  const product = JSON.parse(readFileSync(join(code, "product.json"), "utf8")) as object;
  const address = (path: string): object => ({ scheme: "http", authority: host, path });
  const configuration = {
    folderUri: { scheme: "mount", path: "/" },
    additionalBuiltinExtensions: [address("/mount")],
    developmentOptions: { extensions: [address("/extension")], extensionTestsPath: address(`/extension/${tests.split(sep).join("/")}`) },
    enableWorkspaceTrust: false,
    userDataPath: "/",
    // code-server's own additions, which its workbench insists on.
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    webviewEndpoint: "/code/out/vs/workbench/contrib/webview/browser/pre",
    configurationDefaults: quietSettings,
    productConfiguration: {
      ...product,
      enableTelemetry: false,
      extensionsGallery: undefined,
      webEndpointUrlTemplate: undefined,
      webviewContentExternalBaseUrlTemplate: undefined,
      extensionEnabledApiProposals: { "seaworthy-tests.test-mount": ["fileSearchProvider"] },
    },
  };
  const attribute = JSON.stringify(configuration).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  return `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta id="vscode-workbench-web-configuration" data-settings="${attribute}">
<meta id="vscode-workbench-auth-session" data-settings="">
<link rel="stylesheet" href="/code/out/vs/code/browser/workbench/workbench.css"></head><body aria-label=""></body>
<script>globalThis._VSCODE_FILE_ROOT = new URL("/code/out/", location.origin).toString();</script>
<script type="module" src="/code/out/nls.messages.js"></script>
<script type="module" src="${workbench}"></script></html>`;
}

/** Path -> base64 of every file of the workspace. */
function contents(workspace: string): Readonly<Record<string, string>> {
  const names = readdirSync(workspace, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(workspace, name)).isFile());
  return Object.fromEntries(names.map((name) => [`/${name.split(sep).join("/")}`, readFileSync(join(workspace, name)).toString("base64")]));
}

function send(response: ServerResponse, extension: string, text: string): void {
  response.writeHead(200, { "Content-Type": types[extension] ?? "application/octet-stream" });
  response.end(text);
}

function sendFile(response: ServerResponse, roots: Readonly<Record<string, string>>, path: string): void {
  const prefix = Object.keys(roots).find((root) => path.startsWith(root));
  const root = prefix === undefined ? undefined : roots[prefix];
  const file = root === undefined || prefix === undefined ? undefined : normalize(join(root, path.slice(prefix.length)));
  if (root === undefined || file === undefined || !file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream", "Access-Control-Allow-Origin": "*" });
  createReadStream(file).pipe(response);
}
