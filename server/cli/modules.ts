/**
 * Modules for the files of one run: before a file is checked, what it imports of its project is read.
 */
import type { Session } from "../analysis/engine/session-contract.ts";
import { createModuleLoader } from "../workspace/module-loader.ts";
import type { Terminal } from "./terminal.ts";

/** Files of one folder mostly import the same modules. */
export const keptModules = 8_000_000;

/** @returns reads what an open document imports, in the folder that it belongs to */
export function createModules(terminal: Terminal, session: Session): (uri: string, workspace: string) => Promise<void> {
  const loader = createModuleLoader(terminal.host, session.modules);
  const workspaces = new Set<string>();
  return async (uri, workspace) => {
    if (!workspaces.has(workspace)) session.modules.setWorkspaces([...workspaces.add(workspace)]);
    await loader.load(uri);
  };
}
