/** Opens the example of a rule in a session, in the profile in which the rule is louder and in the kind of file it is about. */
import type { Profile, Severity } from "../server/analysis/engine/finding.ts";
import type { Rule } from "../server/analysis/engine/rule.ts";
import type { Session } from "../server/analysis/engine/session-contract.ts";
import type { Settings } from "../server/analysis/engine/settings.ts";
import { dialectOf } from "../server/analysis/syntax/document-markers.ts";

const order: readonly (Severity | "off")[] = ["off", "hint", "information", "warning", "error"];

function louderProfile({ severity }: Rule): Profile {
  return order.indexOf(severity.exploration) > order.indexOf(severity.production) ? "exploration" : "production";
}

/** Returns the URI of the open document. Rules about notebooks see a notebook of one cell, unless the example has cells. */
export function openExample(session: Session, rule: Rule, code: string, settings: Settings): string {
  const options = { settings, profile: louderProfile(rule) };
  const text = `${code.replace(/^\n+|\s+$/g, "")}\n`;
  if (rule.topic === "notebook" && dialectOf(text) === "script") {
    const uri = "file:///project/example.ipynb";
    session.openNotebook(uri, [{ id: "cell", kind: "code", language: "python", text }], options);
    return uri;
  }
  const uri = "file:///project/example.py";
  session.openScript(uri, text, options);
  return uri;
}
