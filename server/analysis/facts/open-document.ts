/** The document at hand as refactorings see it: for fixes, which are made when somebody asks for them. */
import { defineFact } from "../engine/fact.ts";
import type { OpenDocument } from "../engine/session-contract.ts";

export const openDocument = defineFact<never, OpenDocument>({
  name: "openDocument",
  needs: {},
  document: ({ opened }) => opened,
});
