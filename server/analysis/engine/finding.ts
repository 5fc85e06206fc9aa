/**
 * Findings and fixes: plain data, returned by rules.
 *
 * A message says what is wrong here, in under 100 characters, with the names from the user's code. Why it matters and what to do
 * about it live in the rule.
 */
import type { Place } from "../syntax/unit.ts";
import type { TextEdit } from "../text/edit.ts";
import type { DistantPlace } from "./summary.ts";

export type Severity = "error" | "warning" | "information" | "hint";
export type Profile = "exploration" | "production";

/** What a rule returns. */
export interface Finding {
  readonly at: Place;
  readonly message: string;
  /** The explanation path, in reading order: where the value was made, where it flows. */
  readonly related?: readonly Related[];
  /**
   * A function where making them takes a look at more than the finding's own statement: findings are wanted at every keystroke,
   * repairs only when somebody opens the light bulb. It is called once at most, before the document changes.
   */
  readonly fixes?: readonly Fix[] | (() => readonly Fix[]);
  /** When this case is graver or milder than the rule's own severity. Never overrides a severity the user configured. */
  readonly severity?: Partial<Readonly<Record<Profile, Severity | "off">>>;
  /** Those of the rule's `covers` that report this very finding; absent: all of them. */
  readonly covers?: readonly string[];
}

export interface Related {
  readonly at: Place | DistantPlace;
  readonly message: string;
}

/**
 * One repair. `safe` keeps behaviour and may run on save; `review` needs a look. Refused (not offered) rather than guessed.
 */
export interface Fix {
  readonly title: string;
  readonly safety: "safe" | "review";
  /** Disjoint edits, in any units of the document. */
  readonly edits: readonly PlaceEdit[];
  /** Lines for files beside the code, such as `.env.example`. */
  readonly files?: readonly FileLine[];
  /** Edits of other files of the project, without which those of the document would be wrong: all are made, or none. */
  readonly elsewhere?: readonly FileEdit[];
}

/** Edits of a file that is not the document: a module of constants, a configuration file. */
export interface FileEdit {
  readonly uri: string;
  /** The file's text that the edits are meant for. One that reads otherwise by now is left alone. */
  readonly before: string;
  readonly edits: readonly TextEdit[];
}

export interface PlaceEdit {
  readonly at: Place;
  readonly text: string;
}

/** A line that a text file must hold: appended unless it is there already; the file is created when missing. */
export interface FileLine {
  /** Relative to the folder of the configuration file, or of the workspace. */
  readonly path: string;
  readonly line: string;
}

/** A finding as reported: with its rule, the severity in force, and after suppression. */
export interface ReportedFinding extends Omit<Finding, "fixes"> {
  /** Made when first asked for; ask before the document changes. */
  readonly fixes: readonly Fix[];
  readonly rule: string;
  readonly topic: string;
  /** The severity in force. */
  readonly level: Severity;
}
