/**
 * Which stores of a workspace a piece of code talks to.
 *
 * A workspace may hold several repositories. In order: what the code says (`FeatureStore(repo_path="../feature_repo")`,
 * `config=RepoConfig(project="churn")`); the repository that the file lies in; the nearest one, walking up from the file:
 *
 *     churn/feature_store.yaml            <- for churn/train.py
 *     fraud/feature_repo/feature_store.yaml   <- for fraud/notebooks/a.ipynb
 *                                             <- both, uncertain, for tools/check.py
 *
 * A folder that has a feature_store.yaml but defines nothing is a client of the repository of the same project; without one
 * in the workspace, its definitions are elsewhere.
 */
import type { Store } from "./model.ts";

export interface StoreChoice {
  /** Empty when the code talks to a store that is not in the workspace. */
  readonly stores: readonly Store[];
  /** False when it may be any one of several. */
  readonly certain: boolean;
}

/** What the code says about its store; each part absent when it says nothing. */
export interface StoreHint {
  /** `repo_path=`, or the folder of `fs_yaml_file=`, as written. */
  readonly path?: string;
  readonly project?: string;
  /** It says something that is known only at run time. */
  readonly dynamic?: boolean;
}

export function chooseStores(stores: readonly Store[], documentUri: string, hint: StoreHint = {}): StoreChoice {
  if (stores.length === 0) return { stores: [], certain: true };
  if (hint.project !== undefined) return choice(stores.filter(({ project }) => project === hint.project));
  if (hint.path !== undefined && !isHere(hint.path)) {
    const found = byPath(stores, hint.path, documentUri);
    const defining = definers(found.stores, stores);
    return { stores: defining, certain: found.certain && defining.length <= 1 };
  }
  const near = definers(nearestStores(stores, documentUri), stores);
  if (hint.dynamic === true) return { stores: stores.length === 1 ? near : [...stores], certain: false };
  return choice(near);
}

function choice(stores: readonly Store[]): StoreChoice {
  return { stores, certain: stores.length <= 1 };
}

/** `.` means the working directory, which is the file's folder or any above it: the same as saying nothing. */
function isHere(path: string): boolean {
  return steps(path).length === 0;
}

/**
 * A relative path counts from the working directory, which is not known but is mostly the file's folder or one above it: the
 * stores whose folder ends with the path's steps, those first whose rest is such a folder, the nearest of them.
 *
 *     repo_path="../feature_repo" in churn/jobs/score.py     churn/feature_repo     the rest is churn
 *
 * An absolute path may be that of another machine with the same layout, so its last steps are enough.
 */
function byPath(stores: readonly Store[], path: string, documentUri: string): StoreChoice {
  const wanted = steps(path);
  const shortest = isAbsolute(path) ? 1 : wanted.length;
  for (let length = wanted.length; length >= shortest; length--) {
    const tail = "/" + wanted.slice(-length).join("/");
    const fitting = stores.flatMap((store) => {
      const root = decode(store.root);
      return root.endsWith(tail) ? [{ store, rest: root.slice(0, -tail.length) }] : [];
    });
    const above = fitting.filter(({ rest }) => isBelow(documentUri, rest));
    const deepest = Math.max(...above.map(({ rest }) => rest.length));
    const nearby = above.filter(({ rest }) => rest.length === deepest);
    if (nearby.length > 0) return { stores: nearby.map(({ store }) => store), certain: nearby.length === 1 && !isAbsolute(path) };
    // Run from a sister folder of the file's own.
    const beside = fitting.filter(({ rest }) => isBelow(documentUri, parent(rest)));
    if (beside.length > 0) return { stores: beside.map(({ store }) => store), certain: false };
  }
  return { stores: [], certain: true };
}

function isBelow(documentUri: string, folder: string): boolean {
  return decode(documentUri).startsWith(folder + "/");
}

function isAbsolute(path: string): boolean {
  return /^([/\\]|[A-Za-z]:|~)/.test(path);
}

function steps(path: string): readonly string[] {
  return path.split(/[/\\]/).filter((step) => step !== "" && step !== "." && step !== ".." && step !== "~");
}

/** The stores under the first folder, from the file's own upwards, that holds any. Inside a repository, that one. */
export function nearestStores(stores: readonly Store[], documentUri: string): readonly Store[] {
  let folder = parent(documentUri);
  const around = stores.filter(({ root }) => folder === root || folder.startsWith(root + "/"));
  const innermost = around.sort((a, b) => b.root.length - a.root.length)[0];
  if (innermost) return [innermost];
  while (folder !== "") {
    const below = stores.filter(({ root }) => root.startsWith(folder + "/"));
    if (below.length > 0) return below;
    folder = parent(folder);
  }
  return stores;
}

/** Replaces stores that define nothing by those of the same project that do, if there are any. */
function definers(chosen: readonly Store[], all: readonly Store[]): readonly Store[] {
  const result = new Set<Store>();
  for (const store of chosen) {
    if (isDefining(store)) result.add(store);
    else if (store.project !== undefined) for (const other of all) if (isDefining(other) && other.project === store.project) result.add(other);
  }
  return [...result];
}

function isDefining(store: Store): boolean {
  return store.views.length > 0 || store.entities.length > 0 || store.services.length > 0 || !store.complete;
}

function parent(uri: string): string {
  const slash = uri.lastIndexOf("/");
  return slash < 0 ? "" : uri.slice(0, slash);
}

function decode(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
