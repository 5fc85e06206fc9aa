/**
 * What the runs of an analysis were told about the document's syntax (stability.ts). They hold after an edit only while every one of these
 * answers is still the same: the questions are few, and not written down run by run.
 */
import type { Node } from "../syntax/nodes.ts";
import type { Store } from "./scopes.ts";
import type { Stability } from "./stability.ts";

export class SyntaxAnswers {
  #stability: Stability | undefined;
  readonly #shared = new Map<string, boolean>();
  readonly #stable = new Map<Node, Map<string, boolean>>();
  readonly #attributes = new Map<Node, Map<string, readonly Store[] | undefined>>();
  readonly #globals = new Map<string, readonly Store[]>();
  readonly #methods = new Map<string, boolean>();
  #changed: readonly string[] | undefined;

  /** What is asked now. */
  get stability(): Stability | undefined {
    return this.#stability;
  }

  /** From now on another one is asked. False when that makes an earlier answer wrong; then all are forgotten. */
  renew(stability: Stability): boolean {
    if (this.#stability === stability) return true;
    this.#stability = stability;
    const isSame =
      [...this.#shared].every(([name, answer]) => stability.isShared(name) === answer) &&
      [...this.#stable].every(([node, answers]) => [...answers].every(([name, answer]) => stability.isStable(node, name) === answer)) &&
      [...this.#attributes].every(([node, answers]) => [...answers].every(([name, answer]) => areSame(stability.attributeStores(node, name), answer))) &&
      [...this.#globals].every(([name, answer]) => areSame(stability.globalStores(name), answer)) &&
      [...this.#methods].every(([name, answer]) => stability.mayBeMethod(name) === answer) &&
      (!this.#changed || areSame(stability.changed, this.#changed));
    if (!isSame) {
      for (const answers of [this.#shared, this.#stable, this.#attributes, this.#globals, this.#methods]) answers.clear();
      this.#changed = undefined;
    }
    return isSame;
  }

  isShared(name: string): boolean {
    const answer = this.#stability?.isShared(name) ?? true;
    this.#shared.set(name, answer);
    return answer;
  }

  isStable(classNode: Node, attribute: string): boolean {
    const answer = this.#stability?.isStable(classNode, attribute) ?? false;
    of(this.#stable, classNode).set(attribute, answer);
    return answer;
  }

  attributeStores(classNode: Node, attribute: string): readonly Store[] | undefined {
    const answer = this.#stability?.attributeStores(classNode, attribute);
    of(this.#attributes, classNode).set(attribute, answer);
    return answer;
  }

  mayBeMethod(name: string): boolean {
    const answer = this.#stability?.mayBeMethod(name) ?? true;
    this.#methods.set(name, answer);
    return answer;
  }

  get changed(): readonly string[] {
    return (this.#changed ??= this.#stability?.changed ?? []);
  }

  globalStores(name: string): readonly Store[] {
    const answer = this.#stability?.globalStores(name) ?? [];
    this.#globals.set(name, answer);
    return answer;
  }
}

function of<Answer>(answers: Map<Node, Map<string, Answer>>, node: Node): Map<string, Answer> {
  let found = answers.get(node);
  if (!found) answers.set(node, (found = new Map<string, Answer>()));
  return found;
}

function areSame<Item>(left: readonly Item[] | undefined, right: readonly Item[] | undefined): boolean {
  return left?.length === right?.length && (left?.every((each, index) => each === right?.[index]) ?? true);
}
