/**
 * Functions that rebuild objects from data, and what keeps them from running code in it.
 *
 * Sources: the warnings in docs.python.org/3/library/pickle.html and shelve.html, pyyaml.org/wiki/PyYAMLDocumentation,
 * numpy.org (numpy.load), docs.pytorch.org (torch.load: `weights_only` is True by default since 2.6), keras.io (load_model:
 * `safe_mode=False` runs Lambda layers as they are stored).
 */

export interface Deserializer {
  /**
   * `always`: whatever is passed, it runs what the data says. `yaml`: unless the loader is a safe one. `allow_pickle`, `weights_only`:
   * the argument of this name decides. `safe_mode`: only when that is switched off. `hub`: it loads what a registry or a folder of
   * artifacts holds, which is what it is for; only somebody else's choice of which is told.
   */
  readonly runs: "always" | "yaml" | "allow_pickle" | "weights_only" | "safe_mode" | "hub";
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
  ...["keras", "tensorflow.keras"].flatMap((library) => ["models.load_model", "saving.load_model"].map((name): [string, Deserializer] => [`${library}.${name}`, { runs: "safe_mode", data: "filepath" }])),
  ...["pyfunc", "sklearn", "pytorch", "xgboost", "lightgbm", "catboost", "statsmodels"].map((flavor): [string, Deserializer] =>
    [`mlflow.${flavor}.load_model`, { runs: "hub", data: "model_uri" }]),
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
export const uploads = /^(?:streamlit\.(?:sidebar\.)?file_uploader|gradio\.(?:File|UploadButton)|flask\.request\.\w+|google\.colab\.files\.upload)/u;

/** Fields of a page into which its user types. */
export const typedIn = /^streamlit\.(?:sidebar\.)?(?:text_input|text_area|chat_input)$/u;

/** Functions that fetch a file, with the parameter and the position of the path that it is kept under. */
export const downloaders: ReadonlyMap<string, { readonly parameter: string; readonly position: number }> = new Map([
  ["urllib.request.urlretrieve", { parameter: "filename", position: 1 }],
  ["wget.download", { parameter: "out", position: 1 }],
  ["gdown.download", { parameter: "output", position: 1 }],
]);

/** The method of boto3's clients and resources that does. */
export const bucketDownload = { method: "download_file", parameter: "Filename", position: 2, of: /^boto3\.(?:session\.Session\.)?(?:client|resource)$/u } as const;
