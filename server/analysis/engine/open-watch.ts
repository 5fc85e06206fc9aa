/**
 * What a report has seen of other open documents, and whether that still holds: the same as ModuleWatch says of modules.
 *
 *     serve.py asks which features training.ipynb retrieves: conv_rate     the report of serve.py was made of that
 *     an edit of a plot in training.ipynb                                  asked again: the same, so the report stays
 */
import type { OthersView } from "./fact.ts";
import type { OpenDocument } from "./session-contract.ts";

export class OpenWatch implements OthersView {
  readonly #list: () => readonly OpenDocument[];
  readonly #seen: { readonly digest: (all: readonly OpenDocument[]) => string; readonly answer: string }[] = [];

  constructor(list: () => readonly OpenDocument[]) {
    this.#list = list;
  }

  get all(): readonly OpenDocument[] {
    return this.#list();
  }

  watch(digest: (all: readonly OpenDocument[]) => string): void {
    this.#seen.push({ digest, answer: digest(this.all) });
  }

  isSame(): boolean {
    return this.#seen.every(({ digest, answer }) => digest(this.all) === answer);
  }
}
