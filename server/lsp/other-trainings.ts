/**
 * What models are trained on in files that are not open, for documents that serve one.
 *
 *     serve.py is opened        its first report asks what others train on: the workspace is looked through in the background
 *     train.py, closed          has a list of features for that; serve.py is reported anew, held against it
 *     train.py is saved         by whomever: looked at again after a pause, and serve.py is reported anew if the list is another
 *     train.py is opened        counts as it stands in the editor from now on, as every open document
 *
 * Nothing is looked for before a document asks, and no edit waits for it: the session is told lists (analysis/engine/summary.ts).
 */
import { CancellationTokenSource } from "vscode-languageserver";
import { trainingLists } from "../analysis/facts/training-contract.ts";
import type { TrainingList } from "../analysis/facts/training-contract.ts";
import { attempt } from "./contained.ts";
import type { Context } from "./context.ts";
import { renew } from "./documents.ts";
import type { Tracked } from "./documents.ts";
import type { FeatureIndex } from "./feature-index.ts";

export interface OtherTrainings {
  /** Files or definitions have changed, or a document was closed: the lists may be others. */
  changed(): void;
  /** An open document: its own list is taken from it, and those that ask are looked at again. */
  edited(uri: string): void;
}

/** One look per pause in changes. */
const changePause = 500;

export function createOtherTrainings(context: Context, index: Pick<FeatureIndex, "trainings">, announce: (tracked: Tracked) => void): OtherTrainings {
  const { host, session, documents, project } = context;
  /** Documents that have asked. */
  const asking = new Set<Tracked>();
  let told: ReadonlyMap<string, readonly TrainingList[]> = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let editTimer: ReturnType<typeof setTimeout> | undefined;

  /** A report whose lists are the same as before is not made again. */
  const refresh = (except?: string): void => {
    for (const tracked of asking) {
      if (tracked.uri === except || documents.get(tracked.uri) !== tracked) continue;
      renew(documents, tracked);
      announce(tracked);
    }
  };

  const look = async (): Promise<void> => {
    const found = new Map<string, readonly TrainingList[]>();
    for (const [uri, lists] of await index.trainings(new CancellationTokenSource().token)) {
      // What the settings exclude is not looked at by the command line either.
      if (!(await project.optionsFor(uri, "script")).excluded) found.set(uri, lists);
    }
    const news = [...new Set([...told.keys(), ...found.keys()])].filter((uri) => told.get(uri) !== found.get(uri));
    told = found;
    if (news.length === 0) return;
    for (const uri of news) session.summaries.tell(uri, trainingLists, found.get(uri));
    refresh();
  };

  const schedule = (pause: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => { attempt(host, "looking for trainings", look); }, pause);
  };

  context.analysed.add((tracked) => {
    if (asking.has(tracked) || !session.summaries.wanted(tracked.uri).has(trainingLists.name)) return;
    asking.add(tracked);
    schedule(0);
  });

  return {
    changed() {
      for (const tracked of asking) if (documents.get(tracked.uri) !== tracked) asking.delete(tracked);
      if (asking.size > 0) schedule(changePause);
    },
    edited(uri) {
      if (asking.size === 0 || (asking.size === 1 && [...asking][0]?.uri === uri)) return;
      clearTimeout(editTimer);
      editTimer = setTimeout(() => { refresh(uri); }, changePause);
    },
  };
}
