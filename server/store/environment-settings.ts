/**
 * Settings of a Feast repository that the environment names, as Feast finds them (`feast.utils.get_default_yaml_file_path`,
 * `feast.repo_operations.create_feature_store`):
 *
 *     FEAST_FS_YAML_FILE_PATH=/etc/feast/prod.yaml      in place of the repository's own feature_store.yaml
 *     FEATURE_STORE_YAML_BASE64=cHJvamVjd...            where there is no repository: the settings themselves, in base64
 *
 * A relative path counts from the working directory, which is taken to be the workspace's folder or one of its repositories.
 */
import type { Environment } from "../analysis/store/feast-config.ts";
import { isInside, parentUri } from "../analysis/text/uri.ts";
import type { Host } from "../host.ts";
import { readText } from "./read-text.ts";
import { resolvePath } from "./registry-location.ts";

export interface EnvironmentSettings {
  /** The repository that they hold for. */
  readonly root: string;
  /** `undefined`: there is no such repository, its definitions are elsewhere. */
  readonly file: string | undefined;
  readonly text: string;
}

const largestText = 1_000_000;

/**
 * `undefined` where the environment says nothing, or nothing that holds here: of several repositories, a file that lies in none of them
 * may mean any. The environment is the user's own, so that a file outside of the workspace needs no trust in the workspace.
 */
export async function settingsOfEnvironment(
  host: Host, environment: Environment, roots: readonly string[], repositories: readonly string[],
): Promise<EnvironmentSettings | undefined> {
  const path = environment("FEAST_FS_YAML_FILE_PATH") ?? "";
  if (path === "") return settingsInBase64(environment, roots, repositories);
  for (const folder of [...roots, ...repositories]) {
    const file = resolvePath(folder, path);
    const read = await readText(host, file);
    if (!("text" in read)) continue;
    const around = repositories.filter((root) => isInside(root, file)).sort((a, b) => b.length - a.length)[0];
    const root = around ?? (repositories.length === 0 ? parentInside(file, roots) : repositories.length === 1 ? repositories[0] : undefined);
    return root === undefined ? undefined : { root, file, text: read.text };
  }
  return undefined;
}

/** Without a feature_store.yaml anywhere, the folder of the file is the repository, where it lies in the workspace. */
function parentInside(file: string, roots: readonly string[]): string | undefined {
  return roots.some((root) => isInside(root, file)) ? parentUri(file) : roots[0];
}

/** A repository's own settings are what code in it uses; these are for where there are none. */
function settingsInBase64(environment: Environment, roots: readonly string[], repositories: readonly string[]): EnvironmentSettings | undefined {
  const written = (environment("FEATURE_STORE_YAML_BASE64") ?? "").replaceAll(/\s/g, "");
  const [root] = roots;
  if (written === "" || written.length > largestText || repositories.length > 0 || root === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(written), (character) => character.charCodeAt(0));
    return { root, file: undefined, text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    return undefined;
  }
}
