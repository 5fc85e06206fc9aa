/**
 * Functions that rebuild objects from data, and what keeps them from running code in it.
 *
 * Sources: the warnings in docs.python.org/3/library/pickle.html and shelve.html, pyyaml.org/wiki/PyYAMLDocumentation,
 * numpy.org (numpy.load), docs.pytorch.org (torch.load: `weights_only` is True by default since 2.6).
 */

export interface Deserializer {
  /**
   * `always`: whatever is passed, it runs what the data says. `yaml`: unless the loader is a safe one. `allow_pickle`, `weights_only`:
   * the argument of this name decides.
   */
  readonly runs: "always" | "yaml" | "allow_pickle" | "weights_only";
  /** The parameter with the data, a file or a path; `undefined` for a method, whose object holds it. */
  readonly data: string | undefined;
}

const always = (data: string | undefined): Deserializer => ({ runs: "always", data });

export const deserializers: ReadonlyMap<string, Deserializer> = new Map<string, Deserializer>([
  ["pickle.load", always("file")],
  ["pickle.loads", always("data")],
  ["pickle.Unpickler.load", always(undefined)],
  ["dill.load", always("file")],
  ["dill.loads", always("str")],
  ["dill.load_session", always("filename")],
  ["cloudpickle.load", always("file")],
  ["cloudpickle.loads", always("data")],
  ["joblib.load", always("filename")],
  ["jsonpickle.decode", always("string")],
  ["jsonpickle.loads", always("string")],
  ["pandas.read_pickle", always("filepath_or_buffer")],
  ["shelve.open", always("filename")],
  ["yaml.load", { runs: "yaml", data: "stream" }],
  ["yaml.load_all", { runs: "yaml", data: "stream" }],
  ["yaml.unsafe_load", { runs: "yaml", data: "stream" }],
  ["yaml.unsafe_load_all", { runs: "yaml", data: "stream" }],
  ["numpy.load", { runs: "allow_pickle", data: "file" }],
  ["torch.load", { runs: "weights_only", data: "f" }],
]);

/** Loaders of PyYAML by what they build. `full` builds no objects of arbitrary classes, but was not made for hostile data. */
export const yamlLoaders: ReadonlyMap<string, "safe" | "full" | "any"> = new Map([
  ["SafeLoader", "safe"], ["CSafeLoader", "safe"], ["BaseLoader", "safe"], ["CBaseLoader", "safe"], ["FullLoader", "full"], ["CFullLoader", "full"],
  ["Loader", "any"], ["CLoader", "any"], ["UnsafeLoader", "any"], ["CUnsafeLoader", "any"],
]);

/** Functions that write what the ones above read, with the parameter that says where to. */
export const serializers: ReadonlyMap<string, string> = new Map([
  ["pickle.dump", "file"], ["dill.dump", "file"], ["cloudpickle.dump", "file"], ["joblib.dump", "filename"], ["torch.save", "f"], ["numpy.save", "file"],
  ["pandas.DataFrame.to_pickle", "path"], ["pandas.Series.to_pickle", "path"],
]);

/** Their counterparts in memory: what they made is no stranger's data. */
export const inMemorySerializer = /^(?:pickle|dill|cloudpickle|jsonpickle)\.(?:dumps|encode)$/u;

/** Calls whose result somebody else has written, beside those with the effect `network`. */
export const uploads = /^(?:streamlit\.file_uploader|gradio\.(?:File|UploadButton)|flask\.request\.\w+|google\.colab\.files\.upload)/u;
