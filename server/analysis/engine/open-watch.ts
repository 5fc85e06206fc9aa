/**
 * What a report has seen of other open documents, and whether that still holds: the same as ModuleWatch says of modules.
 *
 *     serve.py asks which features training.ipynb retrieves: conv_rate     the report of serve.py was made of that
 *     an edit of a plot in training.ipynb                                  asked again: the same, so the report stays
 */
import type { OthersView } from "./fact.ts";
import type { OpenDocument } from "./session-contract.ts";
import type { Summaries, Summary } from "./summary.ts";

export class OpenWatch implements OthersView {
  readonly #list: () => readonly OpenDocument[];
  readonly #summaries: Summaries;
  readonly #uri: string;
  readonly #seen: { readonly digest: Parameters<OthersView["watch"]>[0]; readonly answer: string }[] = [];

  constructor(uri: string, list: () => readonly OpenDocument[], summaries: Summaries) {
    this.#uri = uri;
    this.#list = list;
    this.#summaries = summaries;
  }

  get all(): readonly OpenDocument[] {
    return this.#list();
  }

  summaries<T>(summary: Summary<T>): readonly T[] {
    return this.#summaries.all(summary, this.all, this.#uri);
  }

  watch(digest: Parameters<OthersView["watch"]>[0]): void {
    this.#seen.push({ digest, answer: digest(this) });
  }

  isSame(): boolean {
    return this.#seen.every(({ digest, answer }) => digest(this) === answer);
  }
}
