/**
 * Credentials in what is no Python of a notebook: magics and shell commands.
 *
 *     %env OPENAI_API_KEY=9f8e...                 a variable that is set to a credential
 *     !PGPASSWORD=Xk29dkQ1 psql -h db             the same, for one command
 *     !wandb login --api-key 9f8e...              an option that takes one
 *     !git clone https://ghp_...@github.com/a/b   a token of a known form
 *     %sql postgresql://etl:Xk29dkQ1@db/shop      a URL that carries a password
 */
import { looksSecret } from "../knowledge/credentials.ts";
import { tokenIn } from "../knowledge/token-forms.ts";
import type { Magic, Range, Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { place } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { secretSpan } from "./secret-spans.ts";
import { isSecretSetting } from "./written-credentials.ts";
import type { CredentialRepair, WrittenCredential } from "./written-credentials.ts";

export function magicCredentials(unit: Unit): readonly WrittenCredential[] {
  if (!/[%!]/u.test(unit.text)) return [];
  const found: WrittenCredential[] = [];
  walk(unit.body, (node) => {
    if (node.kind !== "Magic" || node.form === "help") return undefined;
    const statement = unit.body.find((each) => each.start <= node.start && each.end >= node.end);
    for (const text of [node.argument, node.body]) {
      // Python in a magic is found as Python.
      if (text && node.python.length === 0) found.push(...credentialsOf(unit, node, text, statement));
    }
    return undefined;
  });
  return found;
}

type Written = Range & { readonly text: string };

/** One of each text: a cell of a shell script that holds more shows the next when the first is gone. */
function credentialsOf(unit: Unit, magic: Magic, written: Written, statement: Statement | undefined): readonly WrittenCredential[] {
  const { text } = written;
  const at = (index: number, length: number): Range => ({ start: written.start + index, end: written.start + index + length });
  const isShell = magic.form === "shell" || /^(?:bash|sh|script|system|sx)$/u.test(magic.name.name);
  const credential = (index: number, length: number, what: string, variable: string): WrittenCredential =>
    ({ place: place(unit, at(index, length)), what, variable, repair: isShell ? shellRepair(unit, written, index, length) : { kind: "none" } });

  const setting = /^(?:set_)?env$/u.test(magic.name.name) ? /^\s*(?<name>\w+)(?:\s*=\s*|\s+)(?<value>\S+)\s*$/du.exec(text) : isShell ? /(?:^|\s)(?<name>[A-Z_]\w*)=["']?(?<value>[^\s"';]+)/du.exec(text) : null;
  const { name = "", value = "" } = setting?.groups ?? {};
  const token = tokenIn(text);
  if (setting && (isSecretSetting(name, value) || (token !== undefined && !isShell))) {
    const from = setting.indices?.groups?.["value"]?.[0] ?? 0;
    const repair: CredentialRepair = isShell || !statement ? { kind: "none" } : { kind: "statement", node: statement };
    return [{ place: place(unit, at(from, value.length)), what: `"${name}"`, variable: name, repair }];
  }
  if (token) return [credential(token.index, token.text.length, token.form.label, token.form.variable)];
  const url = /[a-z][a-z0-9+.-]*:\/\/[^\s"']+/iu.exec(text);
  const span = url && secretSpan(url[0], false);
  if (span) return [credential(url.index + span.start, span.end - span.start, span.what, "DATABASE_PASSWORD")];
  const option = isShell ? /\s--(?<name>password|passwd|(?:api|auth|access)[-_]?(?:key|token)|token|secret)[= ]["']?(?<value>[^\s"']+)/du.exec(text) : null;
  const given = option?.groups?.["value"] ?? "";
  if (option && looksSecret(given)) {
    const what = option.groups?.["name"] ?? "";
    return [credential(option.indices?.groups?.["value"]?.[0] ?? 0, given.length, `"--${what}"`, what.startsWith("pass") ? "PASSWORD" : "API_TOKEN")];
  }
  const login = isShell ? /\bwandb login (?:--\w+ )?(?<value>[a-f0-9]{40})\b/du.exec(text) : null;
  return login ? [credential(login.indices?.groups?.["value"]?.[0] ?? 0, 40, "Weights & Biases key", "WANDB_API_KEY")] : [];
}

/** IPython leaves a `$NAME` that is none of Python's to the shell; between single quotes the shell leaves it too. */
function shellRepair(unit: Unit, { text, start }: Written, index: number, length: number): CredentialRepair {
  const isQuoted = (text.slice(0, index).match(/'/gu)?.length ?? 0) % 2 === 1;
  const next = text.charAt(index + length);
  return isQuoted || /\w/u.test(next) ? { kind: "none" } : { kind: "shell", at: place(unit, { start: start + index, end: start + index + length }) };
}
