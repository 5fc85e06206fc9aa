/** The adapters for stores that are defined in Python code of the workspace, one for each kind. */
import type { DefinitionAdapter } from "./definition-adapter.ts";
import { qwakAdapter } from "./qwak.ts";

export const definitionAdapters: readonly DefinitionAdapter[] = [qwakAdapter];
