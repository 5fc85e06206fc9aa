/**
 * The configuration that a document already uses, where a new setting belongs.
 *
 *     config = yaml.safe_load(open("config.yaml"))        an entry of the file:       config["prices_path"]
 *     @hydra.main(config_path="conf", config_name="a")    an entry of conf/a.yaml:    cfg.prices_path
 *     from config import RAW_DIR                          a constant of config.py:    PRICES_PATH
 *     settings = Settings()                               a field of the class:       settings.prices_path
 *
 * Nothing is invented: each has to be there, and its file to be known to the last letter.
 */
import { defineFact } from "../../engine/fact.ts";
import type { FileEdit, PlaceEdit } from "../../engine/finding.ts";
import type { Place } from "../../syntax/unit.ts";
import { codeSources } from "./code.ts";
import { fileSources } from "./files.ts";
import type { ConfigurationSurroundings } from "./files.ts";
import type { ConfigurationValue } from "./text.ts";
import { disk } from "../disk.ts";
import { edits } from "../edits.ts";
import type { Quote } from "../paths/settings.ts";

export interface ConfigurationSource {
  /** Whether code at a place can read it. */
  readonly reaches: (at: Place) => boolean;
  /** @param name in capitals. `undefined`: none can be made, or only by guessing. */
  readonly entryFor: (name: string, text: string) => ConfigurationEntry | undefined;
  /** All of some settings, in one change. `undefined`: not all of them, or only by guessing. */
  readonly entriesFor?: (settings: readonly NewSetting[]) => ConfigurationEntries | undefined;
}

export interface NewSetting {
  /** In small letters. */
  readonly name: string;
  readonly value: ConfigurationValue;
  /** As Python annotates it. */
  readonly type: "int" | "float" | "str";
}

export interface ConfigurationEntries {
  /** What they became, and where: `entries of config.yaml`. */
  readonly what: string;
  /** How the code reads each, in the order of the settings; keys in double quotes. */
  readonly expressions: readonly string[];
  readonly edits: readonly PlaceEdit[];
  readonly elsewhere: readonly FileEdit[];
}

export interface ConfigurationEntry {
  /** Of the action. */
  readonly title: string;
  readonly expression: (quote: Quote) => string;
  readonly edits: readonly PlaceEdit[];
  readonly elsewhere: readonly FileEdit[];
}

/**
 * Those that are read from a file come first: their texts are asked of the disk with every report. Those in code are looked for when a
 * repair is made, as that goes through the whole document.
 */
export const configuration = defineFact<never, Iterable<ConfigurationSource>>({
  name: "configuration",
  needs: { disk, edits },
  document(context) {
    const { analysis, document, disk: { textOf } } = context;
    return configurationSources({ analysis, document, disk: context.get(disk), edits: context.get(edits), textOf });
  },
});

export function configurationSources(surroundings: ConfigurationSurroundings): Iterable<ConfigurationSource> {
  const inFiles = fileSources(surroundings);
  let inCode: readonly ConfigurationSource[] | undefined;
  return {
    *[Symbol.iterator]() {
      yield* inFiles;
      yield* (inCode ??= codeSources(surroundings));
    },
  };
}
