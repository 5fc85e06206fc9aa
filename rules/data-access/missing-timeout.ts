/** missing-timeout: a call over the network that never gives up. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { appendArgument, replace } from "../../server/analysis/facts/call-edits.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { endlessWaits } from "../../server/analysis/facts/endless-waits.ts";
import type { EndlessWait } from "../../server/analysis/facts/endless-waits.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "missing-timeout",
  topic: "data-access",
  summary: "Call over the network waits for ever when nobody answers",
  why: {
    scientist: "When the server hangs, so does your run: no error, no result, and in the morning the job is still waiting for its first file.",
    engineer: "A stalled peer holds a worker for good, and retries never start. These calls have no limit of their own; httpx has, and is reported only where it is turned off.",
  },
  bad: `import requests

rates = requests.get("https://api.example.com/rates").json()
`,
  good: `import requests

rates = requests.get("https://api.example.com/rates", timeout=30).json()
`,
  severity: { exploration: "off", production: "warning" },
  imports: ["requests", "urllib", "httpx", "http", "smtplib", "ftplib"],
  covers: ["S113"],
  needs: { endlessWaits, document: documentKind },
  check({ endlessWaits, document }): readonly Finding[] {
    return document.isTest ? [] : endlessWaits.map((wait) => ({
      at: place(wait.event.unit, wait.written ?? wait.event.node),
      message: wait.takesTimeout ? `${nameOf(wait)} waits for ever when nobody answers` : `${nameOf(wait)} waits for ever when nobody answers, and takes no timeout`,
      covers: coveredBy(wait),
      fixes: () => fixesFor(wait),
    }));
  },
});

/** Ruff knows the functions of requests and httpx, not their sessions and clients. */
function coveredBy({ event: { target = "" } }: EndlessWait): readonly string[] {
  return /^(?:requests|httpx)\.(?:get|post|put|patch|delete|head|options|request)$/u.test(target) ? ["S113"] : [];
}

/** As the code names it, its last name alone where the code is long. */
function nameOf({ event: { unit, node: { func }, target = "" } }: EndlessWait): string {
  const code = unit.text.slice(func.start, func.end);
  return /^[\w.]{1,40}$/u.test(code) ? code : target.slice(target.lastIndexOf(".") + 1);
}

function fixesFor({ event: { unit, node }, takesTimeout, written, seconds }: EndlessWait): readonly Fix[] {
  if (!takesTimeout || (written && (written.kind !== "Constant" || written.type !== "None"))) return [];
  const time = seconds();
  const edit = written ? replace(unit, written, time) : appendArgument(unit, node, `timeout=${time}`);
  const title = /^[\d.]+$/u.test(time) ? `Give up after ${time} ${time === "1" ? "second" : "seconds"}` : `Give up after ${time}`;
  return edit ? [{ title, safety: "review", edits: [edit] }] : [];
}
