"""What api.py reads: libraries, where each is read from, and what of it."""

from __future__ import annotations

from dataclasses import dataclass, field

NUMBERS = ("None", "unknown", "builtins.int", "builtins.float", "builtins.bool", "numpy.float64", "numpy.int64", "builtins.int | None", "builtins.float | None", "builtins.bool | None")


@dataclass(frozen=True)
class Library:
    distributions: tuple[str, ...] = ()
    # Folders or files inside the folder of packages, in the order in which they count.
    folders: tuple[str, ...] = ()
    # Modules that users do not import from, whole names.
    private: tuple[str, ...] = ()
    gateways: tuple[str, ...] = ()
    # If given: only names of these modules.
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    # Read numpydoc sections; look into bodies.
    docs: bool = False
    bodies: bool = True
    # Types not worth a line: nothing follows from them.
    dropped: tuple[str, ...] = NUMBERS
    # Attributes that are numbers are worth telling.
    properties: bool = False
    # Definition -> the name that the manual uses, where the rule of packages.py chooses another.
    names: dict[str, str] = field(default_factory=dict)
    # Types that stand for anything.
    ignored: tuple[str, ...] = ()
    # What curated stubs say of a base class already.
    inherited: dict[str, str] = field(default_factory=dict)
    aliases: bool = True
    # Follow what overloads say of constant arguments.
    cases: bool = True
    # Members that are left out, as a regular expression over the whole name.
    omit: str = ""
    # Read only for its names.
    is_reference: bool = False


SKLEARN = {
    "fit": "self", "partial_fit": "self", "set_params": "self", "get_params": "builtins.dict", "predict": "numpy.ndarray", "predict_proba": "numpy.ndarray",
    "predict_log_proba": "numpy.ndarray", "decision_function": "numpy.ndarray", "fit_predict": "numpy.ndarray", "get_feature_names_out": "numpy.ndarray",
    "transform": "numpy.ndarray", "fit_transform": "numpy.ndarray", "inverse_transform": "numpy.ndarray", "feature_names_in_": "numpy.ndarray", "classes_": "numpy.ndarray",
    "score_samples": "numpy.ndarray", "set_output": "self",
}

LIBRARIES: dict[str, Library] = {
    "numpy": Library(is_reference=True),
    "pandas": Library(is_reference=True, folders=("pandas",), private=("pandas.core", "pandas.io")),
    "matplotlib": Library(gateways=("matplotlib.pyplot",), names={"matplotlib.colorizer._ScalarMappable": "matplotlib.cm.ScalarMappable", "matplotlib.cm.ScalarMappable": "matplotlib.cm.ScalarMappable"}, private=("matplotlib.backends", "matplotlib.projections.geo", "matplotlib.sphinxext"), bodies=False,
        skip=("matplotlib.mathtext", "matplotlib.animation", "matplotlib.scale", "matplotlib.ft2font", "matplotlib.projections", "matplotlib.cm", "matplotlib.contour", "matplotlib.table", "matplotlib.markers", "matplotlib.patheffects", "matplotlib.dates", "matplotlib.legend_handler", "matplotlib.colorizer", "matplotlib.quiver", "matplotlib.afm", "matplotlib.inset", "matplotlib.dviread", "matplotlib.testing", "matplotlib.backend_bases", "matplotlib.backend_managers", "matplotlib.backend_tools",
              "matplotlib.mlab", "matplotlib.path", "matplotlib.font_manager", "matplotlib.textpath", "matplotlib.streamplot", "matplotlib.layout_engine", "matplotlib.widgets",
              "matplotlib.tri", "matplotlib.hatch", "matplotlib.typing", "matplotlib.bezier", "matplotlib.spines", "matplotlib.sankey", "matplotlib.rcsetup", "matplotlib.transforms",
              "matplotlib.category", "matplotlib.cbook", "matplotlib.docstring", "matplotlib.offsetbox", "matplotlib.texmanager", "matplotlib.units", "matplotlib.type1font")),
    "seaborn": Library(("seaborn", "types-seaborn"), ("seaborn-stubs",), skip=("seaborn.external", "seaborn.widgets", "seaborn.cm", "seaborn.utils"),
        names={}, aliases=True),
    "sklearn": Library(("scikit-learn",), docs=True, private=("sklearn.externals", "sklearn.experimental", "sklearn.utils.fixes"), inherited=SKLEARN,
        skip=("sklearn.utils", "sklearn.conftest", "sklearn.base", "sklearn._loss", "sklearn.callback", "sklearn.externals", "sklearn.gaussian_process.kernels", "sklearn.metrics.pairwise.parse_version"), aliases=False),
    "statsmodels": Library(docs=True, private=("statsmodels.sandbox", "statsmodels.tools.docstring", "statsmodels.compat", "statsmodels.examples", "statsmodels.datasets"),
        only=("statsmodels.regression.linear_model", "statsmodels.regression.mixed_linear_model", "statsmodels.discrete.discrete_model", "statsmodels.genmod.generalized_linear_model",
              "statsmodels.tsa.arima.model", "statsmodels.tsa.statespace.sarimax", "statsmodels.tsa.stattools", "statsmodels.tsa.seasonal", "statsmodels.tsa.holtwinters",
              "statsmodels.tsa.ar_model", "statsmodels.tsa.vector_ar.var_model", "statsmodels.graphics.tsaplots", "statsmodels.graphics.gofplots", "statsmodels.graphics.regressionplots",
              "statsmodels.stats.outliers_influence", "statsmodels.stats.anova", "statsmodels.stats.diagnostic", "statsmodels.stats.multicomp", "statsmodels.stats.weightstats",
              "statsmodels.stats.proportion", "statsmodels.stats.stattools", "statsmodels.tools.tools", "statsmodels.tools.eval_measures", "statsmodels.nonparametric.smoothers_lowess",
              "statsmodels.base.model", "statsmodels.iolib.summary", "statsmodels.tsa.statespace.mlemodel", "statsmodels.tsa.arima_model", "statsmodels.robust.robust_linear_model",
              "statsmodels.duration.hazard_regression", "statsmodels.multivariate.pca", "statsmodels.nonparametric.kde"),
        gateways=("statsmodels.api",), skip=("statsmodels.tsa.statespace.kalman_filter", "statsmodels.tsa.statespace.news", "statsmodels.tsa.statespace.representation", "statsmodels.tsa.statespace.kalman_smoother",
              "statsmodels.tsa.statespace.initialization", "statsmodels.tsa.statespace.simulation_smoother", "statsmodels.stats.contingency_tables", "statsmodels.genmod.families")),
    "scipy": Library(("scipy", "scipy-stubs"), ("scipy-stubs",), only=("scipy.stats", "scipy.optimize", "scipy.cluster.hierarchy", "scipy.cluster.vq", "scipy.spatial",
        "scipy.spatial.distance", "scipy.signal", "scipy.interpolate", "scipy.linalg", "scipy.sparse", "scipy.sparse.linalg", "scipy.ndimage", "scipy.fft", "scipy.fftpack",
        "scipy.integrate", "scipy.io", "scipy.io.wavfile", "scipy.sparse.csgraph"), aliases=False, cases=False,
        skip=("scipy.special", "scipy.signal._peak_finding", "scipy.stats._multivariate", "scipy.stats._qmc", "scipy._lib", "scipy.signal._ltisys", "scipy.sparse.linalg._interface", "scipy.stats._distribution_infrastructure",
              "scipy.stats.CensoredData", "scipy.stats.Covariance", "scipy.stats.DegenerateDataWarning", "scipy.stats.FitError", "scipy.optimize._nonlin", "scipy.stats.qmc")),
    "xgboost": Library(("xgboost-cpu",), docs=True, skip=("xgboost.dask", "xgboost.spark", "xgboost.federated", "xgboost.collective", "xgboost.testing", "xgboost.tracker")),
    "lightgbm": Library(docs=True, names={"lightgbm.compat.pd_DataFrame": "pandas.DataFrame", "lightgbm.compat.pd_Series": "pandas.Series"}, skip=("lightgbm.dask",)),
    "catboost": Library(docs=True, skip=("catboost.widget", "catboost.text_processing", "catboost.monoforest", "catboost.hnsw", "catboost.metrics", "catboost.dev_utils", "catboost.eval")),
    "polars": Library(private=("polars.testing", "polars.plugins", "polars.io", "polars.internals"), aliases=False,
        only=("polars", "polars.dataframe", "polars.dataframe.group_by", "polars.lazyframe", "polars.lazyframe.group_by", "polars.expr", "polars.selectors", "polars.series"),
        skip=("polars._plr", "polars.catalog", "polars.lazyframe.engine", "polars.datatypes", "polars.schema", "polars._typing", "polars.io", "polars.ml", "polars.datatype_expr", "polars.sql", "polars.config"), cases=False),
    "imblearn": Library(("imbalanced-learn",), docs=True, inherited={**SKLEARN}, private=("imblearn.keras", "imblearn.tensorflow", "imblearn.utils")),
    "httpx": Library(aliases=False, cases=False),
    "requests": Library(("requests", "types-requests"), ("requests-stubs",), only=("requests", "requests.sessions", "requests.models", "requests.api"), aliases=True),
    "nltk": Library(only=("nltk", "nltk.tokenize", "nltk.stem", "nltk.corpus", "nltk.probability", "nltk.tree", "nltk.util", "nltk.text", "nltk.collocations", "nltk.sentiment.vader",
        "nltk.tag", "nltk.chunk", "nltk.metrics", "nltk.corpus.reader.wordnet"), aliases=False,
        skip=("nltk.sem", "nltk.inference", "nltk.parse", "nltk.grammar", "nltk.ccg", "nltk.translate", "nltk.classify", "nltk.draw", "nltk.app", "nltk.cluster", "nltk.downloader")),
    "spacy": Library(only=("spacy", "spacy.language", "spacy.tokens", "spacy.vocab", "spacy.matcher", "spacy.displacy", "spacy.util"), aliases=False,
        skip=("spacy.ml", "spacy.schemas", "spacy.training", "spacy.pipeline", "spacy.kb", "spacy.lookups", "spacy.errors", "spacy.scorer", "spacy.util.ENTITY_RENDER_COLORS")),
    "bs4": Library(("beautifulsoup4",), only=("bs4", "bs4.element")),
    "PIL": Library(("pillow",), only=("PIL.Image", "PIL.ImageDraw", "PIL.ImageFont", "PIL.ImageOps", "PIL.ImageFilter", "PIL.ImageEnhance", "PIL.ImageStat", "PIL.ImageChops"), aliases=False),
    "networkx": Library(("networkx", "types-networkx"), ("networkx-stubs",), docs=False, cases=False, aliases=False, only=("networkx", "networkx.algorithms.community", "networkx.algorithms.bipartite", "networkx.drawing.nx_pydot"), skip=("networkx.classes.coreviews", "networkx.utils")),
    "gensim": Library(docs=True, only=("gensim", "gensim.corpora", "gensim.corpora.dictionary", "gensim.models", "gensim.models.word2vec", "gensim.models.doc2vec", "gensim.models.keyedvectors",
        "gensim.models.ldamodel", "gensim.models.ldamulticore", "gensim.models.tfidfmodel", "gensim.models.fasttext", "gensim.models.phrases", "gensim.models.coherencemodel",
        "gensim.models.lsimodel", "gensim.utils", "gensim.parsing.preprocessing", "gensim.similarities", "gensim.downloader", "gensim.matutils"), aliases=True),
    "torch": Library(only=("torch", "torch.nn", "torch.nn.functional", "torch.nn.utils", "torch.nn.init", "torch.nn.utils.rnn", "torch.optim", "torch.optim.lr_scheduler", "torch.utils.data",
        "torch.cuda", "torch.linalg", "torch.autograd", "torch.nn.parameter", "torch.cuda.amp", "torch.amp"), aliases=False,
        ignored=("torch._C.qscheme", "torch.qscheme"), omit="forward|extra_repr|reset_parameters|__getitem__", skip=("torch.nn.quantized", "torch.utils.data.datapipes", "torch.nn.attention", "torch.storage", "torch.types", "torch.utils.hooks"),
        private=("torch.onnx", "torch.fx", "torch.ao", "torch.distributed", "torch.jit", "torch.export", "torch.package", "torch.quantization", "torch.masked", "torch.nested",
                 "torch.sparse", "torch.testing", "torch.backends", "torch.mps", "torch.xpu", "torch.mtia", "torch.profiler", "torch.monitor", "torch.contrib", "torch.futures",
                 "torch.func", "torch.compiler", "torch.accelerator", "torch.utils.benchmark", "torch.utils.model_dump", "torch.utils.viz", "torch.utils.tensorboard", "torch.utils.bottleneck")),
    "torchvision": Library(only=("torchvision", "torchvision.datasets", "torchvision.models", "torchvision.transforms", "torchvision.transforms.functional", "torchvision.utils", "torchvision.io",
        "torchvision.models.detection"), aliases=False, omit="forward|__getitem__", skip=("torchvision.transforms.v2", "torchvision.tv_tensors", "torchvision.datasets._stereo_matching", "torchvision.prototype")),
    "datasets": Library(only=("datasets",), aliases=False),
    "dask": Library(docs=False, only=("dask", "dask.array", "dask.bag", "dask.delayed"), aliases=False),
    "optuna": Library(only=("optuna", "optuna.study", "optuna.trial", "optuna.samplers", "optuna.pruners", "optuna.visualization"), aliases=False),
    "tqdm": Library(("tqdm", "types-tqdm"), ("tqdm-stubs",), only=("tqdm", "tqdm.auto", "tqdm.notebook"), aliases=False),
    "openpyxl": Library(("openpyxl", "types-openpyxl"), ("openpyxl-stubs",), only=("openpyxl", "openpyxl.workbook.workbook", "openpyxl.worksheet.worksheet", "openpyxl.cell.cell"), aliases=False, cases=False,
        skip=("openpyxl.chart", "openpyxl.drawing", "openpyxl.styles", "openpyxl.descriptors", "openpyxl.packaging", "openpyxl.formatting", "openpyxl.comments", "openpyxl.pivot", "openpyxl.workbook.views", "openpyxl.xml")),
    "wordcloud": Library(docs=True),
    "folium": Library(docs=False, skip=("folium.plugins", "folium.vector_layers", "folium.elements", "folium.template", "folium.utilities")),
    "skimage": Library(("scikit-image",), docs=True, skip=("skimage.util.unique",), aliases=False, bodies=False,
        only=("skimage.io", "skimage.transform", "skimage.color", "skimage.filters", "skimage.feature", "skimage.measure", "skimage.morphology", "skimage.exposure", "skimage.util", "skimage.segmentation",
              "skimage.restoration", "skimage.metrics", "skimage.data")),
    "shap": Library(("shap",), docs=False, only=("shap", "shap.plots"), aliases=False),
    "librosa": Library(("librosa",), docs=True, bodies=False, only=("librosa", "librosa.feature", "librosa.effects", "librosa.display", "librosa.core", "librosa.onset", "librosa.beat"), aliases=False),
    "mlxtend": Library(docs=True, aliases=False),
    "textblob": Library(docs=False, only=("textblob", "textblob.blob"), aliases=False),
    "altair": Library(only=("altair.vegalite.v6.api",), aliases=False, is_reference=True),
    "geopandas": Library(docs=True, bodies=True, only=("geopandas", "geopandas.tools"), aliases=False),
    "pymongo": Library(only=("pymongo", "pymongo.collection", "pymongo.database", "pymongo.cursor", "pymongo.results"), aliases=False, cases=False, omit="with_options|get_io_loop", skip=("pymongo.asynchronous", "pymongo.results", "pymongo.client_session", "pymongo.topology_description", "pymongo.read_preferences", "pymongo.server_description", "pymongo.typings", "pymongo.bulk", "pymongo.write_concern", "pymongo.read_concern", "pymongo.synchronous.encryption", "pymongo.errors", "pymongo.operations", "pymongo.common", "pymongo.driver_info", "pymongo.server_api", "pymongo.synchronous.client_session", "pymongo.synchronous.bulk", "pymongo.message", "pymongo.pool", "pymongo.synchronous.pool", "pymongo.ssl_context", "pymongo.socket_checker", "pymongo.network_layer", "pymongo.pool_options", "pymongo.encryption", "pymongo.compression_support", "pymongo.auth", "pymongo.collation", "pymongo.event_loggers",  "pymongo.monitoring", "pymongo.encryption_options", "pymongo.auth_oidc")),
    "psycopg2": Library(("psycopg2-binary", "types-psycopg2"), ("psycopg2-stubs",), is_reference=True),
    "IPython": Library(("ipython",), only=("IPython.display", "IPython.core.display"), aliases=False),
    "pyspark": Library(("pyspark",), docs=False, bodies=False, only=("pyspark", "pyspark.sql", "pyspark.sql.functions", "pyspark.sql.window", "pyspark.sql.types", "pyspark.ml", "pyspark.ml.feature",
        "pyspark.ml.classification", "pyspark.ml.regression", "pyspark.ml.evaluation", "pyspark.ml.tuning", "pyspark.ml.clustering", "pyspark.ml.recommendation", "pyspark.sql.dataframe", "pyspark.sql.session",
        "pyspark.sql.readwriter", "pyspark.sql.group", "pyspark.sql.column", "pyspark.conf", "pyspark.context", "pyspark.rdd"), aliases=False, cases=False,
        ignored=("pyspark.ml.param.Param",), omit="(set|get|save|load|read|write|copy|is)([A-Z].*)?", skip=("pyspark.ml.param", "pyspark.pandas", "pyspark.ml.util", "pyspark.sql.types", "pyspark.ml.linalg", "pyspark.sql.streaming", "pyspark.ml.common",
              "pyspark.sql.connect", "pyspark.ml.tree", "pyspark.sql.metrics", "pyspark.sql.tvf", "pyspark.sql.pandas", "pyspark.sql.table_arg", "pyspark.sql.catalog", "pyspark.profiler", "pyspark.accumulators", "pyspark.resource", "pyspark.statcounter"),
        private=("pyspark.pandas", "pyspark.cloudpickle", "pyspark.testing", "pyspark.sql.connect", "pyspark.ml.connect", "pyspark.sql.classic", "pyspark.errors", "pyspark.pipelines", "pyspark.streaming")),
}

STANDARD_LIBRARY = Library(
    only=("builtins", "io", "os", "os.path", "posixpath", "pathlib", "re", "datetime", "json", "csv", "collections", "random", "time", "itertools", "string", "math", "subprocess", "shutil", "glob", "pickle",
          "copy", "functools", "logging", "argparse", "urllib.request", "urllib.parse", "zipfile", "tarfile", "gzip", "bz2", "threading", "multiprocessing", "multiprocessing.pool",
          "concurrent.futures", "statistics", "operator", "uuid", "hashlib", "base64", "struct", "tempfile", "textwrap", "decimal", "fractions", "sqlite3",
          "configparser", "http.client", "html", "xml.etree.ElementTree", "queue", "heapq", "bisect", "secrets",
          "platform", "getpass", "traceback", "fnmatch", "unicodedata", "locale", "codecs", "difflib", "pprint", "array", "gc", "timeit"),
    skip=("argparse.Namespace", "argparse._AttributeHolder", "ssl", "socket", "ast", "sys", "multiprocessing.managers", "multiprocessing.context", "codecs", "dis", "email", "importlib", "ctypes", "_typeshed", "smtplib", "selectors", "concurrent.futures._base",
          "platform", "logging.config", "types", "mmap", "asyncio", "http.cookiejar", "inspect", "typing", "calendar", "decimal", "configparser", "sqlite3.dbapi2", "concurrent.futures.process", "string.templatelib", "xml.etree.cElementTree", "tarfile", "socketserver", "tracemalloc", "zoneinfo", "xml.sax", "struct", "array"),
    bodies=False, aliases=False, properties=True,
)
