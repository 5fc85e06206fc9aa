/**
 * A host, database, bucket or region written in the code that connects to it.
 *
 * Followed as a value to the connection. This machine's own address is fine while exploring; settings with a default, modules of
 * settings, placeholders and URLs with a password (which are graver) are left alone.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { edits } from "../../server/analysis/facts/edits.ts";
import { endpointFix } from "../../server/analysis/facts/endpoint-fixes.ts";
import { endpoints } from "../../server/analysis/facts/endpoints.ts";

export default defineRule({
  name: "hardcoded-endpoint",
  topic: "data-access",
  summary: "A host, database, bucket or region is written in the code",
  why: {
    scientist: "The code always talks to this one server: nobody can try it on a copy of the data, and a test run may change the real one.",
    engineer: "Staging, tests and a move to another host or region all need a change of the code. Read it from the environment; today's value can stay as the default.",
  },
  bad: `import psycopg2

connection = psycopg2.connect(host="db.acme.internal", dbname="shop")
`,
  good: `import os

import psycopg2

connection = psycopg2.connect(
    host=os.environ.get("DATABASE_HOST", "db.acme.internal"),
    dbname=os.environ.get("DATABASE_NAME", "shop"),
)
`,
  severity: { exploration: "off", production: "hint" },
  needs: { endpoints, edits, document: documentKind },
  check({ endpoints, edits, document }) {
    if (document.isTest || /(?:^|[/_])(?:config\w*|settings|conf|constants|defaults)\.py$/u.test(document.uri)) return [];
    return endpoints.map((endpoint): Finding => {
      const { at, name, kind } = endpoint.parts[0];
      return {
        at,
        message: `The ${kind === "url" ? "host" : kind} "${name.length <= 48 ? name : `${name.slice(0, 47)}…`}" is written in the code`,
        severity: endpoint.isLocal ? { exploration: "off" } : {},
        related: at.anchor === endpoint.call.anchor ? [] : [{ at: endpoint.call, message: "it is connected to here" }],
        fixes() {
          const fix = endpointFix(endpoint, edits);
          return fix ? [fix] : [];
        },
      };
    });
  },
});
