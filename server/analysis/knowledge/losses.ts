/**
 * Arguments by which a library leaves data out, or turns it into missing values, without a word.
 *
 * Sources: pandas.pydata.org (to_numeric, to_datetime, to_timedelta, astype: `errors`; read_csv: `on_bad_lines`, `encoding_errors`),
 * docs.pola.rs (read_csv: `ignore_errors`), docs.python.org (open, Path.read_text, bytes.decode: `errors`). `on_bad_lines="warn"` says what it does,
 * and so is no loss here.
 */

export interface LossyArgument {
  readonly keyword: string;
  readonly value: string | boolean;
  /** What becomes of the data; completes "to_numeric ...". */
  readonly does: string;
  /** The result does not tell that something is missing: nobody can count it afterwards. */
  readonly leavesNoTrace?: true;
  /** Only for the content of files and answers: what a program prints is seldom data. */
  readonly ofContent?: true;
  /** Only for columns and lists: of a single value, a missing one is the answer. */
  readonly ofMany?: true;
}

const missing = "makes missing values of what it cannot read, and nobody counts them";
const lines = "leaves out lines that it cannot read, and nobody counts them";
const characters = "leaves out characters that it cannot read, and nobody counts them";
const unseen = "leaves out characters that it cannot read, and nobody can count them";
const unchanged = "changes nothing when one value cannot be read, and nobody checks";

const converting: readonly LossyArgument[] = [
  { keyword: "errors", value: "coerce", does: missing, ofMany: true },
  { keyword: "errors", value: "ignore", does: unchanged, ofMany: true },
];
const reading: readonly LossyArgument[] = [
  { keyword: "on_bad_lines", value: "skip", does: lines },
  { keyword: "warn_bad_lines", value: false, does: lines },
  { keyword: "encoding_errors", value: "ignore", does: characters },
];
const decoding: readonly LossyArgument[] = [{ keyword: "errors", value: "ignore", does: unseen, leavesNoTrace: true }];
const bytes: readonly LossyArgument[] = [{ keyword: "errors", value: "ignore", does: unseen, leavesNoTrace: true, ofContent: true }];
const nulls: readonly LossyArgument[] = [{ keyword: "ignore_errors", value: true, does: missing }];
const casting: readonly LossyArgument[] = [{ keyword: "errors", value: "ignore", does: unchanged }];

export const lossyArguments: ReadonlyMap<string, readonly LossyArgument[]> = new Map([
  ["pandas.to_numeric", converting],
  ["pandas.to_datetime", converting],
  ["pandas.to_timedelta", converting],
  ["pandas.Series.astype", casting],
  ["pandas.DataFrame.astype", casting],
  ["pandas.read_csv", reading],
  ["pandas.read_table", reading],
  ["builtins.open", decoding],
  ["io.open", decoding],
  ["codecs.open", decoding],
  ["gzip.open", decoding],
  ["pathlib.Path.open", decoding],
  ["pathlib.Path.read_text", decoding],
  ["builtins.bytes.decode", bytes],
  ["polars.read_csv", nulls],
  ["polars.scan_csv", nulls],
]);

/** Methods that hand their keyword arguments to the function that they are given. */
export const applying: ReadonlySet<string> = new Set([
  "pandas.DataFrame.apply", "pandas.DataFrame.transform", "pandas.DataFrame.agg", "pandas.Series.apply", "pandas.DataFrame.map", "pandas.DataFrame.applymap",
]);

/** Attributes that tell how much data there is, or how much of it is missing. */
export const countingAttributes: ReadonlySet<string> = new Set([
  "isna", "isnull", "notna", "notnull", "isnan", "shape", "size", "count", "info", "describe", "hasnans", "empty", "height", "null_count", "is_null", "is_not_null",
  "is_nan", "first_valid_index", "last_valid_index", "n_rows", "glimpse",
]);

/** Functions that do, by their last name. */
export const countingFunctions: ReadonlySet<string> = new Set(["len", "isna", "isnull", "notna", "notnull", "isnan", "isfinite", "count_nonzero", "skim"]);
