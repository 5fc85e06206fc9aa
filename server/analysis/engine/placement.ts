/**
 * Findings belong to the document that they are reported for. A rule follows values into other modules, and may find that what is
 * wrong was written there: then the finding stands at the use, and the place in the other module is told with it.
 *
 *     config.py    DATA = "/home/jane/x.csv"            related: it is written here
 *     train.py     pd.read_csv(config.DATA)             the finding
 *
 * Edits are made in the document at hand; a repair of another file says so (`Fix.elsewhere`).
 */
import type { DocumentIdentity, Place } from "../syntax/unit.ts";
import type { Finding, Fix } from "./finding.ts";
import type { DistantPlace } from "./summary.ts";

/** `undefined` when no place of the finding lies in the document: it is for others to report. */
export function placedHere(finding: Finding, document: DocumentIdentity): Finding | undefined {
  const isHere = (place: Place | DistantPlace): place is Place => !("located" in place) && place.anchor.cell.document === document;
  const { at, related = [], fixes } = finding;
  const local = (all: readonly Fix[]): readonly Fix[] => all.filter(({ edits }) => edits.every((edit) => isHere(edit.at)));
  const made = (choose: (all: readonly Fix[]) => readonly Fix[]): Finding["fixes"] => (typeof fixes === "function" ? () => choose(fixes()) : fixes && choose(fixes));
  if (!isHere(at)) {
    const use = related.map((each) => each.at).find(isHere);
    if (!use) return undefined;
    const others = related.filter((each) => each.at !== use);
    return { ...finding, at: use, related: [{ at, message: "it is written here" }, ...others], fixes: made((all) => local(all).filter(({ elsewhere = [] }) => elsewhere.length > 0)) ?? [] };
  }
  return fixes === undefined ? finding : { ...finding, fixes: made(local) ?? [] };
}
