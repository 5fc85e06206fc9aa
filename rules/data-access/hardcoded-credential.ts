/**
 * A password, token or key is written in the code.
 *
 * Found by what a text is used for, by the form that only one issuer's tokens have, or by a name that says it together with a text that is no
 * word: never by how random it looks. Placeholders, defaults of a product, tests and documentation are left alone. Neither
 * messages nor fixes repeat the secret.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { credentialRepair } from "../../server/analysis/facts/credential-fixes.ts";
import { credentials } from "../../server/analysis/facts/credentials.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { edits } from "../../server/analysis/facts/edits.ts";

export default defineRule({
  name: "hardcoded-credential",
  topic: "data-access",
  summary: "A password, token or key is written in the code",
  why: {
    scientist: "Whoever gets the notebook or the repository gets the account, and Git keeps it after you delete the line. Change it, and read it from the environment.",
    engineer: "The secret can't be rotated without a release and is in every clone and image layer. Revoke it, then inject it at run time.",
  },
  bad: `import psycopg2

connection = psycopg2.connect(host="db.internal", user="etl", password="Xk29-dkQ1")
`,
  good: `import os

import psycopg2

connection = psycopg2.connect(host="db.internal", user="etl", password=os.environ["DATABASE_PASSWORD"])
`,
  severity: { exploration: "error", production: "error" },
  needs: { credentials, edits, document: documentKind },
  check({ credentials, edits, document }) {
    if (document.isTest) return [];
    return credentials.map((credential): Finding => {
      const { what, usedAt } = credential;
      const text = what.startsWith('"') ? `${what} is a credential written in the code` : `${what.charAt(0).toUpperCase()}${what.slice(1)} is written in the code`;
      const related = usedAt ? { related: [{ at: usedAt, message: "it is used here" }] } : {};
      return { at: credential.place, message: text.length <= 100 ? text : "A credential is written in the code", ...related, fixes: () => optional(credentialRepair(credential, edits)) };
    });
  },
});

function optional(fix: Fix | undefined): readonly Fix[] {
  return fix ? [fix] : [];
}
