/**
 * Certificates of servers are not checked, so anybody on the way can read and change what is sent.
 *
 * Reported where the check is proved to be off: an argument whose value is False, an attribute of a session or of an SSL context, a
 * context made without checks. This machine's own address is left alone, and so is the context of a server, which need not ask
 * its clients for certificates.
 */
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { defineRule } from "../../server/analysis/engine/rule.ts";
import { ancestorsOf } from "../../server/analysis/facts/ancestors.ts";
import { argumentRoles } from "../../server/analysis/facts/argument-roles.ts";
import { removeArgument, replace } from "../../server/analysis/facts/call-edits.ts";
import { argument, calls } from "../../server/analysis/facts/calls.ts";
import { beginningOf, boolOf, classNameOf, textOf, values } from "../../server/analysis/facts/values.ts";
import { checkedContext, tlsAttributes, uncheckedContexts } from "../../server/analysis/knowledge/tls.ts";
import type { CallEvent } from "../../server/analysis/semantic/analysis.ts";
import type { Value } from "../../server/analysis/semantic/value.ts";
import type { Node } from "../../server/analysis/syntax/nodes.ts";
import { place } from "../../server/analysis/syntax/unit.ts";
import type { Unit } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "unverified-tls",
  topic: "data-access",
  summary: "TLS certificates are not checked",
  why: {
    scientist: "Without the check nobody knows who answered: data and passwords can be read and changed on the way, also in a company's network.",
    engineer: "This disables authentication of the server. For an internal authority, pass its certificate bundle instead (`verify=\"ca.pem\"`).",
  },
  bad: `import requests

answer = requests.get("https://api.example.com/rates", verify=False)
`,
  good: `import requests

answer = requests.get("https://api.example.com/rates")
`,
  severity: { exploration: "error", production: "error" },
  covers: ["S501", "S323"],
  needs: { calls, values },
  on: {
    Call({ node, unit }, { calls }) {
      const event = calls.of(node);
      if (event?.target === undefined) return undefined;
      if (uncheckedContexts.has(event.target)) {
        const name = node.func.kind === "Attribute" ? node.func.attr : undefined;
        const edits = name && node.args.length + node.keywords.length === 0 ? [replace(unit, name, checkedContext)] : [];
        return finding(place(unit, node), `${event.target} makes a context that checks no certificates`, `Use ${checkedContext}`, edits, ["S323"]);
      }
      const off = argumentRoles(event).find(({ role, argument: { value } }) => role === "verify" && isOff(value))?.argument;
      const keyword = node.keywords.find(({ value }) => value === off?.node);
      if (!off || isThisMachine(event) || isChosen(unit, node)) return undefined;
      const edit = removeArgument(unit, node, keyword ?? off.node);
      return finding(place(unit, keyword ?? off.node), `${event.target} does not check the server's certificate`, "Check certificates", edit && keyword ? [edit] : [], /^(?:requests|httpx)\./u.test(event.target) ? ["S501"] : []);
    },
    Assign({ node, unit }, { values }) {
      const [target] = node.targets;
      if (target?.kind !== "Attribute" || node.targets.length !== 1) return undefined;
      const owner = values.of(target.value);
      if (owner.type?.kind === "module" && owner.type.name === "ssl" && target.attr.name === "_create_default_https_context") {
        const { type } = values.of(node.value);
        const made = node.value.kind === "Attribute" && type?.kind === "symbol" && uncheckedContexts.has(type.name) ? node.value.attr : undefined;
        return made && finding(place(unit, node), "Certificates are checked in no HTTPS request of this process", `Use ${checkedContext}`, [replace(unit, made, checkedContext)]);
      }
      const known = tlsAttributes.find((each) => each.className === classNameOf(owner) && each.attribute === target.attr.name);
      if (!known || !isOff(values.of(node.value)) || isServerContext(owner) || isChosen(unit, node)) return undefined;
      const object = unit.text.slice(target.value.start, target.value.end);
      const edits = known.checked === undefined ? [] : [replace(unit, node.value, known.checked)];
      return finding(place(unit, node.value), `"${object}" does not check certificates`, "Check certificates", edits);
    },
  },
});

function finding(at: Finding["at"], message: string, title: string, edits: readonly ReturnType<typeof replace>[], covers: readonly string[] = []): Finding {
  return { at, message, covers, fixes: edits.length > 0 ? [{ title, safety: "safe", edits }] : [] };
}

/** False, `ssl.CERT_NONE` or "CERT_NONE". */
function isOff(value: Value): boolean {
  return boolOf(value) === false || textOf(value) === "CERT_NONE" || (value.type?.kind === "symbol" && value.type.name === "ssl.CERT_NONE");
}

/** A connection that does not leave the machine needs no certificate. */
function isThisMachine(event: CallEvent): boolean {
  const url = argument(event, "url") ?? argument(event, "base_url");
  return url !== undefined && /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|0\.0\.0\.0)(?:[:/]|$)/iu.test(beginningOf(url.value) ?? "");
}

/** `if not config.verify_ssl:` around it: whoever runs the program decides. */
function isChosen(unit: Unit, node: Node): boolean {
  return ancestorsOf(unit, node).some((each) => each.kind === "If" && /verif|insecure|ssl|tls|cert/iu.test(unit.text.slice(each.test.start, each.test.end)));
}

/** A context made for the server's side. */
function isServerContext({ origins }: Value): boolean {
  return origins.some((origin) => origin.kind === "call" && origin.target.startsWith("ssl.") && /CLIENT_AUTH|_SERVER\b/u.test(textAt(origin.place)));
}

function textAt({ anchor, start, end }: Finding["at"]): string {
  return anchor.unit.text.slice(start, end);
}
