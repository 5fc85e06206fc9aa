/** Imports across a workspace: what a name that comes from another module stands for. */
import { describe, expect, test } from "vitest";
import { ModuleGraph } from "../../server/analysis/semantic/module-graph.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import { moduleFiles, workspace } from "../harness/module-files.ts";

interface Asked {
  /** Value of a name of the document after it has run; `nothing` when it is not bound. */
  value(name: string): string;
  /** Paths of the modules that were read. */
  readonly read: readonly string[];
}

/** Opens `path`, and some scripts `beside` it; tells all that it wants. */
function open(path: string, texts: Readonly<Record<string, string>>, beside: readonly string[] = []): Asked {
  const files = moduleFiles(texts);
  const graph = new ModuleGraph();
  for (const each of beside) graph.open(Document.script(files.uri(each), files.text(each) ?? ""), (error) => { throw error; });
  const uri = files.uri(path);
  const content = files.content(uri);
  if (!content) throw new Error(`${path} is not among the files`);
  graph.open(content.kind === "script" ? Document.script(uri, content.text) : Document.notebook(uri, content.cells), (error) => { throw error; });
  const read = files.tell({
    setWorkspaces: (folders) => { graph.setWorkspaces(folders); }, wanted: (each) => graph.wanted(each),
    setFolder: (folder, listing) => { graph.setFolder(folder, listing); }, setFile: (each, text) => { graph.setModule(each, text); },
  }, uri);
  const analysis = graph.analysis(uri);
  return {
    value(name) {
      const value = analysis?.exitValue(name);
      return value ? valueText(value) : "nothing";
    },
    read: read.map((each) => each.slice(workspace.length + 1)).sort(),
  };
}

const config = 'DATA = "/data/orders.csv"\nCOLUMNS = ["a", "b"]\nLIMIT = 3\n';

describe("where modules are found", () => {
  const forms: readonly (readonly [string, string, Readonly<Record<string, string>>, string])[] = [
    ["beside a script", "train.py", { "config.py": config }, "from config import DATA as x"],
    ["beside a notebook", "nb/a.ipynb", { "nb/config.py": config }, "from config import DATA as x"],
    ["in the workspace's folder", "jobs/daily/train.py", { "config.py": config }, "from config import DATA as x"],
    ["in src, of a folder around it", "nb/a.ipynb", { "src/shop/__init__.py": "", "src/shop/config.py": config }, "from shop.config import DATA as x"],
    ["in a package, by its full name", "src/shop/views/train.py",
      { "src/shop/__init__.py": "", "src/shop/views/__init__.py": "", "src/shop/config.py": config }, "from shop.config import DATA as x"],
    ["relative", "shop/train.py", { "shop/__init__.py": "", "shop/config.py": config }, "from .config import DATA as x"],
    ["relative, further up", "shop/jobs/train.py", { "shop/__init__.py": "", "shop/jobs/__init__.py": "", "shop/config.py": config }, "from ..config import DATA as x"],
    ["a module from its package", "train.py", { "shop/__init__.py": "", "shop/config.py": config }, "from shop import config\nx = config.DATA"],
    ["a module from its package, relative", "shop/train.py", { "shop/__init__.py": "", "shop/config.py": config }, "from . import config\nx = config.DATA"],
    ["a folder without __init__.py", "train.py", { "shop/config.py": config }, "from shop.config import DATA as x"],
    ["through attributes", "train.py", { "shop/__init__.py": "", "shop/config.py": config }, "import shop.config\nx = shop.config.DATA"],
    ["under another name", "train.py", { "shop/__init__.py": "", "shop/config.py": config }, "import shop.config as settings\nx = settings.DATA"],
    ["what a package imports from its modules", "train.py", { "shop/__init__.py": "from .config import DATA", "shop/config.py": config }, "import shop\nx = shop.DATA"],
    ["what a package imports with a star", "train.py", { "shop/__init__.py": "from .config import *", "shop/config.py": config }, "from shop import DATA as x"],
    ["a star", "train.py", { "config.py": config }, "from config import *\nx = DATA"],
    ["inside a function", "train.py", { "config.py": config }, "def path():\n    from config import DATA\n    return DATA\nx = path()"],
    ["sys.path, a text in a notebook", "nb/a.ipynb", { "lib/config.py": config }, 'import sys\nsys.path.append("../lib")\nfrom config import DATA as x'],
    ["sys.path, a text from the workspace", "jobs/train.py", { "lib/config.py": config }, 'import sys\nsys.path.append("lib")\nfrom config import DATA as x'],
    ["sys.path, dirname of __file__", "jobs/train.py", { "lib/config.py": config },
      'import os, sys\nsys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "lib"))\nfrom config import DATA as x'],
    ["sys.path, pathlib, through a name", "jobs/train.py", { "lib/config.py": config },
      'import sys\nfrom pathlib import Path\nROOT = Path(__file__).resolve().parent.parent\nsys.path.append(str(ROOT / "lib"))\nfrom config import DATA as x'],
    ["sys.path, parents", "jobs/train.py", { "lib/config.py": config },
      'import sys\nfrom pathlib import Path\nsys.path += [str(Path(__file__).parents[1] / "lib")]\nfrom config import DATA as x'],
    ["%run of a script", "nb/a.ipynb", { "nb/setup.py": config }, "%run setup.py\nx = DATA"],
    ["%run of a notebook", "nb/a.ipynb", { "nb/setup.ipynb": config }, "%run ./setup.ipynb\nx = DATA"],
    ["%run without the ending", "nb/a.ipynb", { "shared/setup.py": config }, "%run ../shared/setup\nx = DATA"],
    ["a name of a library that the workspace has", "train.py", { "datasets.py": config }, "from datasets import DATA as x"],
  ];
  test.each(forms)("%s", (_, path, others, text) => {
    expect(open(path, { ...others, [path]: text }).value("x")).toContain("/data/orders.csv");
  });

  test.each([
    ["the standard library", "shop/train.py", { "shop/__init__.py": "", "shop/json.py": config }, "from json import DATA as x", "symbol json.DATA"],
    ["a name of the standard library that a file beside the script hides, or does not", "train.py", { "json.py": config }, "from json import DATA as x", "unknown"],
    ["outside of the workspace", "train.py", {}, "from ...config import DATA as x", "symbol ...config.DATA"],
    ["a folder of data with a library's name", "train.py", { "pandas/notes.py": config }, "from pandas import DataFrame as x", "symbol pandas.DataFrame"],
    ["the source of a known library", "examples/a.py", { "pandas/__init__.py": '__version__ = "3"\n', "pandas/core.py": "" }, "from pandas import DataFrame as x", "symbol pandas.DataFrame"],
    ["a name that the module does not bind", "train.py", { "config.py": config }, "from config import OTHER as x", "unknown"],
    ["a module itself, by a name that lies beside it", "train.py", { "lib/names.py": "import names" }, "from lib.names import *\nx = names", "module names"],
    ["a module beside, where the name must be the package's", "train.py",
      { "config/config.py": config, "config/views.py": "", "config/utils.py": "import config, config.views" }, "from config.utils import *\nx = config", "unknown"],
    ["a module of a package that a star brings only once a function of the package has run", "train.py",
      { "shop/__init__.py": "def late():\n    from . import names", "shop/names.py": "" }, 'names = "mine"\nfrom shop import *\nx = names', "unknown"],
    ["in a circle through an import that may mean another module, too", "src/shop/train.py",
      { "src/shop/shop/__init__.py": "", "src/shop/shop/names.py": "from .views.orders import *", "src/shop/shop/views/orders.py": 'D = "first"\nfrom shop import names\nD = "last"' },
      "import shop.views.orders\nfrom shop.names import D as x", "unknown"],
    ["a name that a module lists, and makes when it is asked for", "train.py",
      { "config.py": '__all__ = ["DATA"]\ndef __getattr__(name):\n    return "made"' }, 'DATA = "mine"\nfrom config import *\nx = DATA', "unknown"],
    ["the same in a circle", "train.py",
      { "config.py": 'DATA = "mine"\nfrom views import *', "views.py": '__all__ = ["DATA"]\nif later:\n    from config import OTHER\ndef __getattr__(name):\n    return "made"' },
      "from config import DATA as x", "unknown"],
    ["a name that may be bound by what is not seen", "train.py", { "config.py": "from nowhere import *" }, "from config import DATA as x", "unknown"],
  ])("not: %s", (_, path, others, text, value) => {
    expect(open(path, { ...others, [path]: text }).value("x")).toBe(value);
  });
});

test("a module that no import leads to says nothing, open or not", () => {
  const texts = { "train.py": "from shop import config\nx = config.utils.PATH", "shop/config/__init__.py": "", "shop/config/utils.py": 'PATH = "/data"' };
  expect([open("train.py", texts), open("train.py", texts, ["shop/config/utils.py"])].map(({ value }) => value("x"))).toEqual(["unknown", "unknown"]);
});

test("a list that a module changes by a name of its own is another after that name means another", () => {
  const files = moduleFiles({ "train.py": "import changes\nfrom config import A as a, B as b", "config.py": 'A = ["a"]\nB = ["b"]', "changes.py": "import config\nlisted = config.A\nlisted.append(3)" });
  const graph = new ModuleGraph();
  const uri = files.uri("train.py");
  graph.open(Document.script(uri, files.text("train.py") ?? ""), (error) => { throw error; });
  files.tell({
    setWorkspaces: (folders) => { graph.setWorkspaces(folders); }, wanted: (each) => graph.wanted(each),
    setFolder: (folder, listing) => { graph.setFolder(folder, listing); }, setFile: (each, text) => { graph.setModule(each, text); },
  }, uri);
  const lists = (): readonly string[] => ["a", "b"].map((name) => {
    const value = graph.analysis(uri)?.exitValue(name);
    return value ? valueText(value) : "nothing";
  });
  expect(lists()).toEqual(["unknown", '["b"]']);
  graph.setModule(files.uri("changes.py"), { kind: "script", text: "import config\nlisted = config.B\nlisted.append(3)" });
  expect(lists()).toEqual(['["a"]', "unknown"]);
});

test("a package reads its own modules by its full name, in a folder without __init__.py", () => {
  expect(open("train.py", { "train.py": "import lib.shop", "lib/shop/__init__.py": "from lib.shop import config", "lib/shop/config.py": config }).read).toEqual(["lib/shop/__init__.py", "lib/shop/config.py"]);
});

test("only what is imported is read, and once", () => {
  const { read } = open("train.py", {
    "train.py": "import utils\nimport config", "utils.py": "import config\nimport pandas", "config.py": config, "other.py": "import train",
  });
  expect(read).toEqual(["config.py", "utils.py"]);
});

describe("what comes with a name", () => {
  test("a function of another module runs with the names of its own module", () => {
    const { value } = open("train.py", {
      "train.py": 'from utils import load\nDATA = "/mine"\nx = load("/sub")\ny = load("/other")',
      "utils.py": 'from config import DATA\nimport pandas as pd\ndef load(name):\n    return pd.read_csv(DATA + name)\n',
      "config.py": config,
    });
    expect(value("x")).toContain("pandas.DataFrame");
  });

  test("a function's text, put together from both modules", () => {
    const { value } = open("train.py", {
      "train.py": 'import utils\nx = utils.path("a.csv")', "utils.py": 'import config\ndef path(name):\n    return config.ROOT + "/" + name\n', "config.py": 'ROOT = "/data"\n',
    });
    expect(value("x")).toBe('"/data/a.csv"');
  });

  test("a function that imports inside itself imports as its own module does", () => {
    const { value } = open("jobs/train.py", {
      "jobs/train.py": "from shop.paths import path\nx = path()", "jobs/config.py": 'ROOT = "/wrong"\n',
      "shop/__init__.py": "", "shop/paths.py": "def path():\n    from .config import ROOT\n    return ROOT\n", "shop/config.py": 'ROOT = "/right"\n',
    });
    expect(value("x")).toBe('"/right"');
  });

  test("objects and classes", () => {
    const { value } = open("train.py", {
      "train.py": "from config import settings, Config\nx = settings.root\ny = Config('/b').root",
      "config.py": "class Config:\n    def __init__(self, root):\n        self.root = root\nsettings = Config('/a')\n",
    });
    expect(value("x")).toBe('"/a"');
    expect(value("y")).toBe('"/b"');
  });

  test("an attribute that the class changes elsewhere is not known", () => {
    const { value } = open("train.py", {
      "train.py": "from config import Config\nc = Config('/b')\nc.move()\nx = c.root",
      "config.py": "class Config:\n    def __init__(self, root):\n        self.root = root\n    def move(self):\n        self.root = '/c'\n",
    });
    expect(value("x")).not.toContain("/b");
  });

  test("nor one that a base in another module changes", () => {
    const { value } = open("train.py", {
      "train.py": "from base import Base\nclass Own(Base):\n    def __init__(self):\n        self.root = '/b'\nc = Own()\nc.move()\nx = c.root",
      "base.py": "class Base:\n    def move(self):\n        self.root = '/c'\n",
    });
    expect(value("x")).not.toContain("/b");
  });

  test("a name that a function rebinds is not known", () => {
    const { value } = open("train.py", {
      "train.py": "import state\nstate.use('/other')\nx = state.ROOT", "state.py": "ROOT = '/a'\ndef use(root):\n    global ROOT\n    ROOT = root\n",
    });
    expect(value("x")).toBe("unknown");
  });

  test("a list that a function of its module changes says only that it is a list", () => {
    const { value } = open("train.py", {
      "train.py": "from registry import NAMES as x, add\nadd('b')", "registry.py": "NAMES = ['a']\ndef add(name):\n    NAMES.append(name)\n",
    });
    expect(value("x")).not.toContain('"a"');
  });

  test("a list that functions only look at is known, one that is handed on is not", () => {
    const { value } = open("train.py", {
      "train.py": "from config import A as a, B as b, C as c, D as d",
      "config.py": [
        "A = ['a']", "B = ['b']", "C = ['c']", "D = [['d']]", "e = D[0]", "def f(frame):", "    for each in A: print(each)", "    return frame[A], A[0] in A, len(A)",
        "def g(h):", "    h(B)", "class K:", "    def m(self):", "        C[0] = 'x'", "def n():", "    e.append('y')", "",
      ].join("\n"),
    });
    expect(value("a")).toBe('["a"]');
    for (const name of ["b", "c", "d"]) expect(value(name)).not.toContain('"');
  });

  test("a list that nobody changes", () => {
    expect(open("train.py", { "train.py": "from config import COLUMNS as x", "config.py": config }).value("x")).toBe('["a", "b"]');
  });

  test("__all__ says what a star brings", () => {
    const { value } = open("train.py", { "train.py": "from config import *", "config.py": '__all__ = ["_A"]\n_A = 1\nB = 2\n' });
    expect([value("_A"), value("B")]).toEqual(["1", "nothing"]);
  });

  test("%run brings names that a star would leave", () => {
    expect(open("a.ipynb", { "a.ipynb": "%run setup.py\nx = _A", "setup.py": "_A = 1" }).value("x")).toBe("1");
  });

  test("%run of something unknown may bind anything", () => {
    expect(open("a.ipynb", { "a.ipynb": "x = 1\n---\n%run nowhere.py" }).value("x")).toBe("unknown");
  });
});

describe("what runs beside what is imported", () => {
  test("a package runs before its module, and may do something to it", () => {
    const texts = {
      "train.py": "from shop.config import *\nfrom shop.config import ROOT as x, LIST as y, KEPT as z", "shop/config.py": "ROOT = '/a'\nLIST = ['a']\nKEPT = '/k'\n",
      "shop/__init__.py": "from . import config\nimport other\nconfig.ROOT = '/b'\nconfig.ADDED = 1\n", "other.py": "from shop import config\nconfig.LIST.append('b')\n",
    };
    const { value } = open("train.py", texts);
    expect(value("z")).toBe('"/k"');
    expect([value("x"), value("y"), value("ADDED"), value("KEPT")]).toEqual(["unknown", "unknown", "unknown", '"/k"']);
  });

  test("what is done to a module that a call imports counts, whichever it is", () => {
    const { value } = open("train.py", { "train.py": "import other\nfrom config import A as x, B as y", "config.py": "A = 1\nB = 2\n", "other.py": "m = __import__('config')\nm.A = 2\n" });
    expect([value("x"), value("y")]).toEqual(["unknown", "2"]);
  });

  test("nothing more is read of the package that a relative import lies in", () => {
    expect(open("shop/a.py", { "shop/a.py": "from .b import x", "shop/b.py": "x = 1", "shop/__init__.py": "from . import c", "shop/c.py": "" }).read).toEqual(["shop/b.py"]);
  });

  test("a module imports what lies beside the script, if that has the name", () => {
    const texts = { "lib/core/names.py": "from tools import ROOT\nOWN = '/own'", "lib/core/tools.py": "ROOT = '/lib'" };
    const main = "import sys\nfrom lib.core.names import ROOT as x, OWN as y\nfrom lib.core.names import *\nz = ROOT";
    expect(open("nb/a.py", { ...texts, "nb/a.py": main }).value("x")).toBe('"/lib"');
    const { value } = open("nb/a.py", { ...texts, "nb/a.py": main, "nb/tools.py": "ROOT = '/nb'" });
    expect([value("x"), value("z"), value("sys")]).toEqual(["unknown", "unknown", "module sys"]);
    // Beside the script is nothing of the name, but in another folder that it looks in.
    expect(open("nb/a.py", { ...texts, "nb/a.py": main, "tools.py": "ROOT = '/w'" }).value("x")).toBe("unknown");
    // As a script it means its neighbour.
    expect(open("lib/core/names.py", { ...texts, "nb/tools.py": "ROOT = '/nb'" }).value("ROOT")).toBe('"/lib"');
  });

  test("a relative folder that is put first may hide what lies beside the script", () => {
    const texts = { "lib/shop.py": "A = '/lib'", "jobs/shop.py": "A = '/jobs'" };
    const from = (folder: string): string => open("jobs/a.py", { ...texts, "jobs/a.py": `import sys\nsys.path.${folder}\nfrom shop import A as x` }).value("x");
    expect(from("insert(0, 'lib')")).toBe("unknown");
    expect(from("append('lib')")).toBe('"/jobs"');
  });

  test("a star in a package brings something of a module's name", () => {
    const texts = { "train.py": "from shop import config\nx = config", "shop/config.py": "A = 1", "shop/other.py": "A = 2" };
    const of = (names: string): string => open("train.py", { ...texts, "shop/__init__.py": "from .names import *\nfrom . import config", "shop/names.py": names }).value("x");
    expect(of("from . import other as config")).toBe("unknown");
    expect(of("B = 1")).toContain("shop/config.py");
  });
});

describe("stars that nobody can follow", () => {
  test("bring of a module in the circle the names that are written in it", () => {
    const { value } = open("a.py", {
      "a.py": "import c\nA = '/a'\nB = '/b'\nfrom b import *\nx = c", "b.py": "from a import A\ndef use():\n    global C\n    C = 1\nfrom c import *\n", "c.py": "B = 2",
    });
    expect([value("A"), value("B"), value("C"), value("x")]).toEqual(["unknown", "unknown", "unknown", "module file:///w/c.py#"]);
  });
  test("may bring another module of the workspace under the name of one, and the library's own under a library's", () => {
    const { value } = open("a.py", { "a.py": "import config\nimport pandas\nif True:\n    A = 1\n    from nowhere import *\n", "config.py": "" });
    expect([value("config"), value("pandas"), value("A")]).toEqual(["unknown", "module pandas", "unknown"]);
  });
});

test("what a module binds on some ways only is bound by a star, or is what it was", () => {
  const { value } = open("a.py", {
    "a.py": "A = '/a'\nB = '/a'\nC = '/a'\nfrom b import *\n",
    "b.py": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    A = '/b'\nfor C in []:\n    pass\ntry:\n    B = '/b'\nexcept OSError:\n    raise\nif B:\n    D = '/b'\nelse:\n    D = '/c'\n",
  });
  expect([value("A"), value("C")]).toEqual(["builtins.str", '"/a"']);
  expect([value("B"), value("D")]).toEqual(['"/b"', '"/b"']);
});

test("a name that is computed is no library's where the workspace has a module of it", () => {
  const { value } = open("a.py", { "a.py": "import importlib\nx = importlib.import_module('colour' + 'sys')\ny = importlib.import_module('color' + 'sys')\n", "colorsys.py": "A = 1" });
  expect([value("x"), value("y")]).toEqual(["unknown", "unknown"]);
});

describe("modules in a circle", () => {
  const circle = {
    "a.py": "from b import B\nA = '/a'\nimport b\nX = b.B", "b.py": "from a import A\nfrom leaf import C\nB = '/b'\nimport a\nY = a.A\nZ = C", "leaf.py": "C = '/c'",
  };
  test("know nothing of each other, but what lies outside", () => {
    const a = open("a.py", circle);
    expect([a.value("B"), a.value("X"), a.value("A")]).toEqual(["unknown", "unknown", '"/a"']);
    const b = open("b.py", circle);
    expect([b.value("Y"), b.value("Z")]).toEqual(["unknown", '"/c"']);
  });
  test("are known from outside", () => {
    expect(open("c.py", { ...circle, "c.py": "from a import A as x\nfrom b import Z as y" }).value("x")).toBe('"/a"');
  });
  test("a package and its modules", () => {
    const { value } = open("shop/core.py", {
      "shop/__init__.py": "from .core import run\nfrom . import config", "shop/core.py": "from shop import config\nimport shop.config\nx = config.ROOT\ny = shop.config.ROOT\ndef run(): pass",
      "shop/config.py": "ROOT = '/r'",
    });
    expect([value("x"), value("y")]).toEqual(['"/r"', '"/r"']);
  });
  test("a module that imports itself", () => {
    expect(open("a.py", { "a.py": "import a\nx = a.y\ny = 1" }).value("y")).toBe("1");
  });
});
