/**
 * What models are trained on elsewhere in the project, for a file that serves one.
 *
 *     seaworthy check serve.py      serves with conv_rate: what is the model trained on?
 *     train.py                      is looked at for that, checked or not; what stays of it is one list of features
 *
 * So a file's findings are the same whichever other files are checked with it, in whichever order. The project is looked through once,
 * and only when a file asks; of its files, only those are interpreted that have the words for a retrieval and for a training in them.
 */
import type { Session } from "../analysis/engine/session-contract.ts";
import { mayTrain, trainingLists } from "../analysis/facts/training-contract.ts";
import { nameOf } from "../analysis/text/uri.ts";
import { openInSession, readSource } from "../workspace/open-document.ts";
import type { SourceFile } from "../workspace/open-document.ts";
import type { Catalogues } from "./catalogues.ts";
import type { FileSettings, Selection } from "./selection.ts";
import type { Terminal } from "./terminal.ts";

export interface OtherTrainings {
  /** Before the report of an open file is used. */
  load(uri: string): Promise<void>;
}

export interface OtherTrainingsOptions {
  readonly terminal: Pick<Terminal, "host" | "interrupted" | "turn">;
  readonly session: Session;
  readonly selection: Selection;
  readonly catalogues: Catalogues;
  readonly loadModules: (uri: string, workspace: string) => Promise<void>;
}

export function createOtherTrainings({ terminal, session, selection, catalogues, loadModules }: OtherTrainingsOptions): OtherTrainings {
  const looked = new Set<string>();

  const look = async (uri: string, around: FileSettings): Promise<void> => {
    const source = await sourceOf(uri, around);
    if (!source || !mayTrain(source.text)) return;
    openInSession(session, uri, source, around.optionsFor);
    try {
      session.setCatalogue(uri, await catalogues.catalogueFor(uri, source, around.root));
      await loadModules(uri, around.workspace);
      session.summaries.tell(uri, trainingLists, session.summaries.of(uri, trainingLists));
    } finally {
      session.close(uri);
    }
  };

  /** `undefined` for a file that cannot be read: that is news only for those who want it checked. */
  const sourceOf = async (uri: string, { settings }: FileSettings): Promise<SourceFile | undefined> => {
    try {
      return readSource(nameOf(uri), await terminal.host.readFile(uri), settings.maxFileSize);
    } catch {
      return undefined;
    }
  };

  return {
    async load(uri) {
      session.report(uri);
      if (!session.summaries.wanted(uri).has(trainingLists.name)) return;
      const around = await selection.settingsFor(uri);
      if (looked.has(around.workspace)) return;
      looked.add(around.workspace);
      for (const other of await selection.filesOf(around.workspace)) {
        if (terminal.interrupted()) return;
        if (session.has(other)) continue;
        await look(other, around);
        await terminal.turn();
      }
    },
  };
}
