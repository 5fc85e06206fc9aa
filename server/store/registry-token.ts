/**
 * The token that a registry server is shown: from where Feast's own client takes it, in the same order (`feast.permissions.client`).
 *
 *     auth: {type: oidc, token: ...}              the settings
 *     auth: {type: oidc, token_env_var: NAME}     that variable
 *     auth: {type: oidc}                          FEAST_OIDC_TOKEN, else the service account's file in a pod
 *     auth: {type: kubernetes}                    user_token, else the service account's file, else LOCAL_K8S_TOKEN
 *
 * Nobody is signed in with a name or a secret. A token goes into a header and nowhere else: no message names it.
 */
import type { AuthSetting, Environment } from "../analysis/store/feast-config.ts";
import { HostError } from "../host.ts";
import type { Host } from "../host.ts";
import { resolvePath } from "./registry-location.ts";

const serviceAccount = "/var/run/secrets/kubernetes.io/serviceaccount/token";
/** Longer ones are refused by servers, too. */
const maxLength = 64_000;

/** `undefined` where the settings ask for none. @throws HostError where they ask for one that is not there */
export async function tokenFor(host: Pick<Host, "readFile">, root: string, auth: AuthSetting | undefined, environment: Environment): Promise<string | undefined> {
  if (!auth) return undefined;
  if (auth.kind === "sign-in") return fail(root, "signing in with a client secret is left to Feast: set token_env_var, or FEAST_OIDC_TOKEN without the secret");
  const fromFile = (): Promise<string | undefined> => readToken(host, resolvePath(root, serviceAccount));
  const variable = (name: string): string | undefined => {
    const value = environment(name);
    return value === "" ? undefined : value;
  };
  switch (auth.kind) {
    case "token":
      return usable(root, auth.token);
    case "variable":
      return usable(root, variable(auth.name) ?? fail(root, `the variable ${auth.name} with the token is not set`));
    case "oidc":
      return usable(root, variable("FEAST_OIDC_TOKEN") ?? (await fromFile()) ?? fail(root, "no token is known: set FEAST_OIDC_TOKEN"));
    case "kubernetes":
      return usable(root, (await fromFile()) ?? variable("LOCAL_K8S_TOKEN") ?? fail(root, "no token is known: set LOCAL_K8S_TOKEN"));
  }
}

async function readToken(host: Pick<Host, "readFile">, uri: string): Promise<string | undefined> {
  try {
    const text = new TextDecoder().decode(await host.readFile(uri)).trim();
    return text === "" ? undefined : text;
  } catch {
    return undefined;
  }
}

/** What may stand in a header: the libraries that write headers would quote anything else in their error. */
function usable(root: string, token: string): string {
  return /^[\x21-\x7e]+$/.test(token) && token.length <= maxLength ? token : fail(root, "the token has characters that no token has");
}

function fail(root: string, message: string): never {
  throw new HostError(root, "no-permission", message);
}
