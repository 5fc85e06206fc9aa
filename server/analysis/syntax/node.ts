/**
 * What all nodes have: a range, and a kind to tell them apart by. See nodes.ts.
 */

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Base extends Range {
  readonly kind: string;
}

/** A name that is not an expression of its own: of a function, an argument, an attribute, an alias. */
export interface Identifier extends Range {
  readonly name: string;
}
