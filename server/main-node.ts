/**
 * The language server as a process of its own: `--stdio`, `--node-ipc` (VS Code), `--socket=PORT` or `--pipe=NAME`; the
 * connection reads its own arguments.
 */
import { createConnection } from "vscode-languageserver/node";
import { version } from "../package.json";
import { rules } from "../rules/index.ts";
import { connectionLog, connectionStrategy, start } from "./lsp/start.ts";
import { createNodeHost } from "./main-node-host.ts";

const connection = createConnection({ connectionStrategy });

start(connection, createNodeHost(connectionLog(connection)), rules, { version, reaches: (uri) => uri.startsWith("file:") });
