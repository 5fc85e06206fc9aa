/** The editor's settings of what is shown about features: `seaworthy.features.*`. Read at each question, so a change needs no restart. */
import type { Context } from "./context.ts";

export interface FeatureSettings {
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  /** Address of the Feast UI; `undefined` when there is none. */
  readonly uiAddress: string | undefined;
}

export async function featureSettings({ connection, abilities }: Context, uri: string): Promise<FeatureSettings> {
  const value: unknown = abilities.asksConfiguration ? await connection.workspace.getConfiguration({ scopeUri: uri, section: "seaworthy.features" }) : undefined;
  const { codeLens, inlayHints, uiAddress } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  const isAddress = typeof uiAddress === "string" && /^https?:\/\/[^\s/]/u.test(uiAddress);
  return { codeLens: codeLens !== false, inlayHints: inlayHints === true, uiAddress: isAddress ? uiAddress.replace(/\/+$/u, "") : undefined };
}
