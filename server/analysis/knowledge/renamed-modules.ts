/**
 * Modules whose content moved: a call goes by the name that the code says, and what is known of its behaviour may stand under
 * today's name.
 *
 *     from sklearn.cross_validation import train_test_split
 *     train_test_split(X)      sklearn.cross_validation.train_test_split; splits as sklearn.model_selection.train_test_split does
 */

/** The name that the thing has today: its own, where it did not move. */
export function presentName(qualifiedName: string): string {
  return qualifiedName.replace(/^sklearn\.(?:cross_validation|grid_search|learning_curve)\./u, "sklearn.model_selection.");
}
