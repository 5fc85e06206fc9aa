/** The language server in a web worker. It has no files of its own: all reading goes through the client. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { version } from "../package.json";
import { rules } from "../rules/index.ts";
import { HostError, type Host } from "./host.ts";
import { connectionLog, connectionStrategy, start } from "./lsp/start.ts";

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self), { connectionStrategy });

const unreachable = (uri: string): Promise<never> =>
  Promise.reject(new HostError(uri, "not-found", `${uri} is out of reach: the editor does not read files for its language server`));

const host: Host = {
  readFile: unreachable,
  readDirectory: unreachable,
  stat: () => Promise.resolve(undefined),
  now: () => performance.now(),
  log: connectionLog(connection),
};

start(connection, host, rules, { version, reaches: () => false });
