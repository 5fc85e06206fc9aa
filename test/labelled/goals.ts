/** What the rules of a topic are to reach on the labelled snippets, and what they may not fall below again. */
export const goal = { recall: 0.95, precision: 0.98 } as const;

/** Today's level: the goal is reached. */
export const held = goal;
