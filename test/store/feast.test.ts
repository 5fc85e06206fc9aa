import { describe, expect, it } from "vitest";
import { createFeastReader } from "../../server/analysis/store/feast.ts";
import type { SourceFile } from "../../server/analysis/store/feast.ts";
import type { Store } from "../../server/analysis/store/model.ts";
import { SourceText } from "../../server/analysis/text/source-text.ts";

const root = "file:///w/project/feature_repo";

function file(path: string, text: string): SourceFile {
  return { uri: `${root}/${path}`, path, source: new SourceText(text) };
}

function read(files: Readonly<Record<string, string>>): Store {
  return createFeastReader().read({
    root, config: undefined, ignore: [], environment: () => undefined, broken: [],
    files: Object.entries(files).map(([path, text]) => file(path, text)),
  });
}

/** `name[entities](fields)`, `...` for an open view, a `?` behind an incomplete store. */
function outline(store: Store): string {
  const views = store.views.map(({ name, entities, fields, open }) => {
    return `${name}[${entities.join(" ")}](${[...fields.map((field) => field.name), ...(open ? ["..."] : [])].join(" ")})`;
  });
  return views.join(" ") + (store.complete ? "" : " ?");
}

const head = "from feast import Entity, Feature, FeatureService, FeatureView, Field, FileSource, ValueType\nfrom feast.types import Float32, Int64\n";

describe("what is read", () => {
  it("of repositories from before Feast 0.21", () => {
    const store = read({
      "a.py": `${head}
driver = Entity(name="driver", join_key="driver_id", value_type=ValueType.INT64)
stats = FeatureView(
    name="stats",
    entities=["driver"],
    features=[Feature(name="rate", dtype=ValueType.FLOAT), Feature("trips", ValueType.INT64)],
    batch_source=FileSource(path="a.parquet"),
)
`,
    });
    expect(outline(store)).toBe("stats[driver](rate trips)");
    expect(store.views[0]?.fields.map(({ dtype }) => dtype)).toEqual(["FLOAT", "INT64"]);
    expect(store.views[0]?.source).toBe("a.parquet");
    expect(store.entities[0]?.joinKey).toBe("driver_id");
  });

  it("of names that a star import of Feast brings", () => {
    const store = read({
      "a.py": `from feast import *
from feast.types import *

driver = Entity(name="driver", join_keys=["driver_id"])
v = FeatureView(name="v", entities=[driver], source=FileSource(path="a.parquet"), schema=[Field(name="a", dtype=Float32), Field(name="b", dtype=Array(Int64))])
s = FeatureService(name="s", features=[v[["a"]]])
`,
    });
    expect(outline(store)).toBe("v[driver](a b)");
    expect(store.views[0]?.fields.map(({ dtype }) => dtype)).toEqual(["Float32", "Array(Int64)"]);
    expect(store.services[0]?.features).toEqual([{ view: "v", field: "a" }]);
  });

  it("of data types under any name", () => {
    const store = read({
      "a.py": `import feast.types as ft
from feast import FeatureView, Field
from feast.types import Array, Int64 as Long
KIND = Array(Long)
v = FeatureView(name="v", schema=[Field(name="a", dtype=ft.Float32), Field(name="b", dtype=Long), Field(name="c", dtype=KIND), Field(name="d", dtype=Array(ft.String))])
`,
    });
    expect(store.views[0]?.fields.map(({ dtype }) => dtype)).toEqual(["Float32", "Int64", "Array(Int64)", "Array(String)"]);
  });

  it("through packages, relative imports and the folder's own name", () => {
    const store = read({
      "common/__init__.py": "from .entities import driver\n",
      "common/entities.py": 'from feast import Entity\ndriver = Entity(name="driver", join_keys=["id"])\n',
      "views/a.py": `${head}from common import driver\nfrom ..common.entities import driver as same\na = FeatureView(name="a", entities=[same], schema=[Field(name="id", dtype=Int64), Field(name="x", dtype=Int64)])\n`,
      "views/b.py": `${head}from feature_repo.common import driver\nb = FeatureView(name="b", entities=[driver], schema=[Field(name="id", dtype=Int64), Field(name="y", dtype=Int64)])\n`,
    });
    expect(outline(store)).toBe("a[driver](x) b[driver](y)");
    expect(store.entities.length).toBe(1);
  });

  it("of a function that lives in another module, with that module's names", () => {
    const store = read({
      "factory.py": `${head}PREFIX = "p"\ndef make(name):\n    return FeatureView(name=f"{PREFIX}_{name}", schema=[Field(name="x", dtype=Int64)])\n`,
      "views.py": 'from factory import make\nPREFIX = "wrong"\na = make("a")\n',
    });
    expect(outline(store)).toBe("p_a[](x)");
  });

  it("of a long schema", () => {
    const fields = Array.from({ length: 300 }, (_, index) => `    Field(name="f${String(index)}", dtype=Int64),`).join("\n");
    const store = read({ "a.py": `${head}v = FeatureView(name="v", schema=[\n${fields}\n])\n` });
    expect(store.views[0]?.fields.length).toBe(300);
    expect(store.views[0]?.open).toBe(false);
  });

  it("again only where something changed", () => {
    const reader = createFeastReader();
    const input = { root, config: undefined, ignore: [], environment: () => undefined, broken: [] };
    const entities = file("entities.py", 'from feast import Entity\ne = Entity(name="e", join_keys=["k"])\n');
    const views = file("views.py", `${head}from entities import e\nv = FeatureView(name="v", entities=[e], schema=[Field(name="k", dtype=Int64), Field(name="x", dtype=Int64)])\n`);
    const first = reader.read({ ...input, files: [entities, views] });
    expect(outline(first)).toBe("v[e](x)");
    expect(reader.read({ ...input, files: [entities, views] })).toBe(first);
    const changed = file("entities.py", entities.source.text.replace('"k"', '"x"'));
    expect(outline(reader.read({ ...input, files: [changed, views] }))).toBe("v[e](k)");
  });
});

describe("what is left open", () => {
  it.each([
    ["a schema from elsewhere", "from company import SCHEMA\nv = FeatureView(name='v', schema=SCHEMA)", "v[](...)"],
    ["part of a schema from elsewhere", "from company import MORE\nv = FeatureView(name='v', schema=[Field(name='a', dtype=Int64), *MORE])", "v[](...)"],
    ["a field with a name of run time", "import os\nv = FeatureView(name='v', schema=[Field(name='a', dtype=Int64), Field(name=os.environ['X'], dtype=Int64)])", "v[](a ...)"],
    ["settings from elsewhere", "from company import SETTINGS\nv = FeatureView(name='v', **SETTINGS)", "v[](...)"],
    ["no schema", "v = FeatureView(name='v', source=None)", "v[](...)"],
    ["a name of run time", "import os\nv = FeatureView(name=os.environ['X'], schema=[Field(name='a', dtype=Int64)])", " ?"],
    ["a view of this project outside of the repository", "from project.views import v", " ?"],
    ["a star import that leads nowhere", "from project.views import *\nv = FeatureView(name='v', schema=[Field(name='a', dtype=Int64)])", "v[](a) ?"],
    ["a view of two branches", "import os\nif os.environ.get('X'):\n    v = FeatureView(name='v', schema=[Field(name='a', dtype=Int64)])\nelse:\n    v = FeatureView(name='w', schema=[Field(name='b', dtype=Int64)])", " ?"],
    ["a view or nothing", "try:\n    v = FeatureView(name='v', schema=[Field(name='a', dtype=Int64)])\nexcept ImportError:\n    v = None", " ?"],
    ["names made at run time", "for n in ['a', 'b']:\n    globals()[n] = FeatureView(name=n, schema=[Field(name='x', dtype=Int64)])", " ?"],
    ["a result of a function that is not known", "import company\nv = company.make_view('v')\nw = helper()", " ?"],
    ["a syntax error", "v = FeatureView(name='v', schema=[Field(name='a', dtype=Int64)])\ndef f(:\n    pass\n", "v[](a) ?"],
  ])("%s", (_, code, expected) => {
    expect(outline(read({ "a.py": `${head}${code}\n` }))).toBe(expected);
  });

  it("where modules import each other", () => {
    const store = read({
      "a.py": `${head}from b import NAME\nv = FeatureView(name="v", schema=[Field(name="x", dtype=Int64)])\n`,
      "b.py": 'from a import v\nNAME = "n"\n',
    });
    expect(outline(store)).toContain("v[](x)");
  });

  it("is told at its place", () => {
    const text = `${head}import os\nv = FeatureView(name=os.environ['X'], schema=[])\n`;
    const { limits: [problem], problems } = read({ "a.py": text });
    expect(problems).toEqual([]);
    expect(problem?.message).toBe("the name of this FeatureView is known only at run time");
    expect(text.slice(problem?.start, problem?.end)).toBe("FeatureView(name=os.environ['X'], schema=[])");
  });
});

describe("what does not matter", () => {
  it.each([
    ["a value from the environment", "import os\nX = os.environ['X']\nY = os.getenv('Y', 'z')"],
    ["a logger", "import logging\nlogger = logging.getLogger(__name__)"],
    ["a path", "from pathlib import Path\nHERE = Path(__file__).parent"],
    ["data that was read", "import pandas as pd\nframe = pd.read_csv('a.csv')\nmean = frame['a'].mean()"],
    ["an optional import", "try:\n    import numpy as np\nexcept ImportError:\n    np = None"],
    ["functions and classes", "def f(x):\n    return g(x)\nclass A:\n    b = f(1)"],
    ["a main block", "if __name__ == '__main__':\n    import sys\n    sys.exit(0)"],
  ])("%s", (_, code) => {
    expect(outline(read({ "a.py": `${head}${code}\nv = FeatureView(name='v', schema=[Field(name='a', dtype=Int64)])\n` }))).toBe("v[](a)");
  });
});
