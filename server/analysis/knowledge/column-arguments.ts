/**
 * Arguments of pandas that name columns of a frame.
 *
 *     df.sort_values(by=["a", "b"])           columns of df
 *     df.merge(other, on="id")                columns of df, and of other
 *     pd.merge(left, right, left_on="id")     columns of left
 *     df.rename(columns={"a": "b"})           the keys
 *
 * Source: pandas.pydata.org/docs/reference/frame.html.
 */

export interface ColumnArgument {
  readonly parameter: string;
  /** Which frames have the columns: that of the method, or those passed for these parameters. */
  readonly of: readonly ("receiver" | "left" | "right" | "frame")[];
}

const own = (...parameters: readonly string[]): readonly ColumnArgument[] => parameters.map((parameter) => ({ parameter, of: ["receiver"] }));

const ofMethods: Readonly<Record<string, readonly ColumnArgument[]>> = {
  sort_values: own("by"), groupby: own("by"), drop_duplicates: own("subset"), duplicated: own("subset"), dropna: own("subset"), set_index: own("keys"),
  drop: own("columns"), rename: own("columns"), astype: own("dtype"), nlargest: own("columns"), nsmallest: own("columns"), explode: own("column"),
  melt: own("id_vars", "value_vars"), pivot: own("index", "columns", "values"), pivot_table: own("index", "columns", "values"), pop: own("item"), agg: own("func"),
  aggregate: own("func"), fillna: own("value"), replace: own("to_replace"), plot: own("x", "y"), hist: own("column", "by"), boxplot: own("column", "by"),
  value_counts: own("subset"), rolling: own("on"), resample: own("on"),
  merge: [{ parameter: "on", of: ["receiver", "right"] }, { parameter: "left_on", of: ["receiver"] }, { parameter: "right_on", of: ["right"] }],
  join: own("on"),
};

const ofFunctions: Readonly<Record<string, readonly ColumnArgument[]>> = {
  "pandas.merge": [{ parameter: "on", of: ["left", "right"] }, { parameter: "left_on", of: ["left"] }, { parameter: "right_on", of: ["right"] }],
  "pandas.melt": [{ parameter: "id_vars", of: ["frame"] }, { parameter: "value_vars", of: ["frame"] }],
};

/** Parameters whose texts name columns only as keys of a dictionary: alone they are something else. */
export const onlyAsKeys: ReadonlySet<string> = new Set(["rename.columns", "astype.dtype", "agg.func", "aggregate.func", "fillna.value", "replace.to_replace"]);

export function columnArguments(target: string): readonly ColumnArgument[] {
  const known = ofFunctions[target];
  if (known) return known;
  return target.startsWith("pandas.DataFrame.") ? (ofMethods[target.slice("pandas.DataFrame.".length)] ?? []) : [];
}
