/**
 * The open documents: which text (LSP's word for what has a URI and a version) belongs to which document, and where
 * each document stands. The texts themselves live in the session only; an edit goes straight there.
 *
 * A *tracked* document is a Python script or a notebook. Every text of a notebook is a cell; its URI is opaque and never
 * taken apart.
 */
import type { Diagnostic } from "vscode-languageserver";
import type { DocumentOptions } from "../analysis/engine/session-contract.ts";
import { defaultSettings } from "../analysis/engine/settings.ts";

export interface Tracked {
  readonly uri: string;
  readonly kind: "script" | "notebook";
  /** By URI: the script's own text, or one per cell. */
  readonly texts: Map<string, OpenText>;
  /** Changes with everything that the findings depend on; never the same twice in a process. */
  epoch: number;
  options: DocumentOptions;
  /** URI of the settings file that `options` come from. */
  settingsUri: string | undefined;
  run: RunMode;
  /** False for a file that the settings exclude or for which the editor's `seaworthy.enable` is off. */
  enabled: boolean;
  /** Resolves when settings are in force for the first time. Never rejects. */
  ready: Promise<void>;
  /** True from an event that allows an analysis (settings read on opening, saving, asking for it) until it was made. */
  due: boolean;
  /** What was last shown. */
  shown: Shown | undefined;
}

export interface OpenText {
  readonly version: number;
  readonly language: string;
}

/** When findings are brought up to date: `onType` with each edit, `onSave` on opening and saving, `manual` on request. */
export type RunMode = "onType" | "onSave" | "manual";

export interface Shown {
  readonly epoch: number;
  /** By text URI. */
  readonly texts: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly milliseconds: number;
  readonly findings: number;
  readonly failed: readonly string[];
}

/** Options until the settings are read. */
export const startingOptions: DocumentOptions = { settings: defaultSettings, profile: "production" };

/** Something from outside has changed. It counts like opening: only `manual` waits for the user. */
export function renew(documents: Documents, tracked: Tracked): void {
  if (tracked.run !== "manual") tracked.due = true;
  documents.touch(tracked);
}

export interface Documents {
  get(uri: string): Tracked | undefined;
  /** The document that a text belongs to. */
  ofText(textUri: string): Tracked | undefined;
  all(): Iterable<Tracked>;
  add(uri: string, kind: Tracked["kind"], texts: Iterable<readonly [string, OpenText]>): Tracked;
  setText(tracked: Tracked, textUri: string, text: OpenText): void;
  removeText(tracked: Tracked, textUri: string): void;
  remove(tracked: Tracked): void;
  /** To be called with every change that may change findings. */
  touch(tracked: Tracked): void;
}

export function createDocuments(): Documents {
  const documents = new Map<string, Tracked>();
  const owners = new Map<string, Tracked>();
  let epoch = 0;
  return {
    get: (uri) => documents.get(uri),
    ofText: (textUri) => owners.get(textUri),
    all: () => documents.values(),
    add(uri, kind, texts) {
      const tracked: Tracked = {
        uri, kind, texts: new Map(texts), epoch: ++epoch, options: startingOptions, settingsUri: undefined,
        run: "onType", enabled: true, ready: Promise.resolve(), due: false, shown: undefined,
      };
      documents.set(uri, tracked);
      for (const textUri of tracked.texts.keys()) owners.set(textUri, tracked);
      return tracked;
    },
    setText(tracked, textUri, text) {
      tracked.texts.set(textUri, text);
      owners.set(textUri, tracked);
    },
    removeText(tracked, textUri) {
      tracked.texts.delete(textUri);
      if (owners.get(textUri) === tracked) owners.delete(textUri);
    },
    remove(tracked) {
      if (documents.get(tracked.uri) === tracked) documents.delete(tracked.uri);
      for (const textUri of tracked.texts.keys()) if (owners.get(textUri) === tracked) owners.delete(textUri);
    },
    touch(tracked) {
      tracked.epoch = ++epoch;
    },
  };
}
