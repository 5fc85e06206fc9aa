/**
 * The repair of a written credential: it is read from the environment, and `.env.example` names the variable. The value itself goes nowhere.
 * Whether the file is committed is not known here, so every title says what is right in both cases: the secret must be changed.
 *
 *     connect(password="...")              connect(password=os.environ["DATABASE_PASSWORD"])       .env.example: DATABASE_PASSWORD=
 *     os.environ["API_KEY"] = "..."        (gone: it must be set outside)                          .env.example: API_KEY=
 *     !git clone https://ghp_...@host      !git clone https://$GITHUB_TOKEN@host                   .env.example: GITHUB_TOKEN=
 */
import type { Fix, PlaceEdit } from "../engine/finding.ts";
import type { Edits } from "./edits.ts";
import { removalOf } from "./statement-removal.ts";
import type { WrittenCredential } from "./written-credentials.ts";

export function credentialRepair(credential: WrittenCredential, edits: Edits): Fix | undefined {
  const { repair, variable, place } = credential;
  const { unit } = place.anchor;
  const files = [{ path: ".env.example", line: `${variable}=` }];
  if (repair.kind === "none") return undefined;
  if (repair.kind === "statement") {
    const removal = removalOf(unit, [repair.node], "none");
    return removal && { title: `Remove it, change the secret, and set ${variable} outside the program`, safety: "review", edits: [removal.edit], files };
  }
  const title = `Read it from the environment variable ${variable}, and change the secret`;
  if (repair.kind === "shell") return { title, safety: "review", edits: [{ at: repair.at, text: `$${variable}` }], files };
  const access = edits.importing("os", place);
  if (!access) return undefined;
  const lookup = (quote: string): string => `${access.name}.environ[${quote}${variable}${quote}]`;
  const text = repair.kind === "lookup" ? (repair.isOptional === true ? `${access.name}.environ.get("${variable}")` : lookup('"'))
    : repair.kind === "hole" ? `{${lookup(repair.quote)}}` : `f"${repair.before}{${lookup("'")}}${repair.after}"`;
  const edit: PlaceEdit = { at: repair.at, text };
  return { title, safety: "review", edits: [...access.edits, edit], files };
}
