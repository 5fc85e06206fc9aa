/** The adapters for stores that are defined in Python code of the workspace, one for each kind. */
import { chrononAdapter } from "./chronon.ts";
import { databricksAdapter } from "./databricks.ts";
import type { DefinitionAdapter } from "./definition-adapter.ts";
import { hopsworksAdapter } from "./hopsworks.ts";
import { qwakAdapter } from "./qwak.ts";
import { sagemakerAdapter } from "./sagemaker.ts";
import { snowflakeAdapter } from "./snowflake.ts";
import { tectonAdapter } from "./tecton.ts";

export const definitionAdapters: readonly DefinitionAdapter[] = [qwakAdapter, databricksAdapter, sagemakerAdapter, hopsworksAdapter, tectonAdapter, snowflakeAdapter, chrononAdapter];
