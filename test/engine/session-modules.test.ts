/** Sessions with several modules: what one document's findings owe to another, and when they are made anew. */
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { CellInput, DocumentOptions, Session } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";
import type { DistantPlace } from "../../server/analysis/engine/summary.ts";
import type { Place } from "../../server/analysis/syntax/unit.ts";
import { walk } from "../../server/analysis/syntax/walk.ts";
import { parentUri } from "../../server/analysis/text/uri.ts";
import { moduleFiles } from "../harness/module-files.ts";
import type { ModuleFiles } from "../harness/module-files.ts";
import { random } from "../harness/random.ts";

const options: DocumentOptions = { settings: defaultSettings, profile: "production" };

function opened(files: ModuleFiles, ...paths: readonly string[]): Session {
  const session = createSession({ rules, strict: true });
  for (const path of paths) openIn(session, files, path);
  return session;
}

/** As the disk has it, or with a text of its own. */
function openIn(session: Session, files: ModuleFiles, path: string, text = files.text(path) ?? ""): void {
  const uri = files.uri(path);
  if (path.endsWith(".ipynb")) session.openNotebook(uri, cellsOf(text), options);
  else session.openScript(uri, text, options);
  files.tell(session.modules, uri);
}

function cellsOf(text: string): readonly CellInput[] {
  return text.split("\n---\n").map((each, index) => ({ id: `c${String(index)}`, kind: "code", language: "python", text: each }));
}

/** `hardcoded-path "DATA" <- config.py "'/home/...'"`: findings with the text that they mark. */
function found(session: Session, uri: string, rule?: string): readonly string[] {
  const shown = (place: Place | DistantPlace): string => {
    const at = session.modules.locate(place);
    if (!at) throw new Error("a place in no document");
    const text = at.source.text.slice(at.start, at.end);
    return at.document.uri === uri ? text : `${at.document.uri.slice(at.document.uri.lastIndexOf("/") + 1)}: ${text}`;
  };
  return (session.report(uri)?.findings ?? [])
    .filter((finding) => rule === undefined || finding.rule === rule)
    .map((finding) => [`${finding.rule} ${shown(finding.at)}`, ...(finding.related ?? []).map(({ at }) => shown(at))].join(" <- "));
}

const shop = {
  "config.py": 'DATA = "/home/jane/orders.csv"\nTABLE = "orders"\n',
  "utils.py": "import pandas as pd\nfrom config import DATA\ndef load():\n    return pd.read_csv(DATA)\n",
  "train.py": "import pandas as pd\nfrom config import DATA\nframe = pd.read_csv(DATA)\n",
  "report.py": "import pandas as pd\nimport utils\nframe = utils.load()\n",
  "other.py": "import pandas as pd\nframe = pd.read_csv('data/a.csv')\n",
};

describe("findings that come from another module", () => {
  test("stand at the use, and tell where it is written", () => {
    const files = moduleFiles(shop);
    const session = opened(files, "train.py");
    expect(found(session, files.uri("train.py"), "hardcoded-path")).toEqual(['hardcoded-path DATA <- config.py: "/home/jane/orders.csv"']);
  });

  test("are repaired where the text is, with what that text must be", () => {
    const files = moduleFiles(shop);
    const session = opened(files, "train.py");
    const finding = session.report(files.uri("train.py"))?.findings.find(({ rule }) => rule === "hardcoded-path");
    const fixes = finding?.fixes ?? [];
    expect(fixes.length).toBeGreaterThan(0);
    for (const fix of fixes) {
      expect(fix.edits).toEqual([]);
      expect(fix.elsewhere?.map(({ uri, before }) => ({ uri, before }))).toEqual([{ uri: files.uri("config.py"), before: shop["config.py"] }]);
    }
  });

  test("what is handed to a function of another module is told where it is written, with the place that uses it", () => {
    const helper = {
      "helper.py": "import pandas as pd\nfrom deep import read\n\n\ndef load(path, columns):\n    return read(path + '.csv')\n\n\ndef join(name):\n    return pd.read_csv('/home/jane/' + name)\n",
      "deep.py": "import pandas as pd\n\n\ndef read(path):\n    if path is None:\n        return None\n    return pd.read_csv(path)\n",
      "train.py": "import pandas as pd\nimport helper\n\nframe = helper.load('/home/jane/orders', ['a'])\nother = helper.join('x.csv')\n\n\ndef again():\n    return helper.load('/home/jane/again', [])\n",
    };
    const files = moduleFiles(helper);
    const session = opened(files, "train.py");
    const uri = files.uri("train.py");
    const expected = ["hardcoded-path '/home/jane/orders' <- deep.py: path", "hardcoded-path '/home/jane/again' <- deep.py: path"];
    expect(found(session, uri, "hardcoded-path")).toEqual(expected);
    // Above the sink, in its module: the place moves with it.
    openIn(session, files, "deep.py", `LIMIT = 3\n${helper["deep.py"]}`);
    expect(found(session, uri, "hardcoded-path")).toEqual(expected);
    openIn(session, files, "deep.py", helper["deep.py"].replace("pd.read_csv(path)", "len(path)"));
    expect(found(session, uri, "hardcoded-path")).toEqual([]);
  });

  test("leave the repair of what is written here alone", () => {
    const files = moduleFiles({ ...shop, "train.py": 'import pandas as pd\nfrom config import DATA\nfirst = pd.read_csv(DATA)\nsecond = pd.read_csv("/home/jane/b.csv")\n' });
    const session = opened(files, "train.py");
    const uri = files.uri("train.py");
    const findings = (session.report(uri)?.findings ?? []).filter(({ rule }) => rule === "hardcoded-path");
    expect(findings.map(({ fixes }) => fixes.some(({ edits }) => edits.length > 0))).toEqual([false, true]);
    const places = findings.flatMap(({ fixes }) => fixes.flatMap(({ edits }) => edits.map(({ at }) => session.modules.locate(at)?.document.uri)));
    expect(new Set(places)).toEqual(new Set([uri]));
    expect(session.report(uri)?.failures).toEqual([]);
  });

  test("no rule stumbles over what is written elsewhere", () => {
    const files = moduleFiles({
      "config.py": [
        "import pandas as pd", 'HOME = "/home/jane/a.csv"', 'NEAR = "data/a.csv"', 'PICKLE = "http://example.org/m.pkl"', 'SECRET = "Xk29-dkQ1"', 'URL = "postgresql://etl:Xk29dkQ1@db/shop"',
        'TABLE = input()', 'QUERY = f"SELECT * FROM {TABLE} WHERE a = 1"', "def query(table): return 'SELECT * FROM ' + table", 'COMMAND = "rm -r " + input()', "def read(path): return pd.read_csv(path)",
        "frame = pd.read_csv(HOME)", "def pieces(): return [f'/home/jane/{TABLE}.csv', NEAR + '/x', QUERY]", "",
      ].join("\n"),
      "train.py": [
        "import os, pickle, subprocess, sqlite3, glob, shutil, joblib, requests", "import pandas as pd", "import psycopg2", "from sqlalchemy import create_engine", "import config", "from config import *",
        "first = pd.read_csv(HOME)", "pd.read_csv(NEAR).to_csv(NEAR)", "pickle.load(open(config.PICKLE, 'rb'))", "joblib.load(HOME)", "pickle.loads(requests.get(PICKLE, verify=False).content)",
        "connection = psycopg2.connect(password=SECRET)", "create_engine(URL)", "connection.cursor().execute(QUERY)", "pd.read_sql(query(input()), connection)", "pd.read_sql(config.QUERY, create_engine(config.URL))",
        "subprocess.run(COMMAND, shell=True)", "os.system(config.COMMAND)", "eval(TABLE)", "read(HOME)", "open(pieces()[0])", "pd.read_csv(pieces()[1])", "connection.cursor().execute(pieces()[2])",
        "for name in glob.glob(HOME + '*'): print(name)", "frame.to_csv(HOME)", "os.chdir(HOME)", "os.path.join(HOME, 'x')", "",
      ].join("\n"),
    });
    const session = opened(files, "train.py", "config.py");
    const uri = files.uri("train.py");
    const report = session.report(uri);
    const fixes = report?.findings.flatMap((finding) => finding.fixes) ?? [];
    expect(report?.failures).toEqual([]);
    expect(fixes.flatMap(({ edits }) => edits.map(({ at }) => session.modules.locate(at)?.document.uri)).every((each) => each === uri)).toBe(true);
    expect(found(session, uri).filter((each) => each.includes("config.py")).length).toBeGreaterThan(3);
  });

  test("are not those of the module itself", () => {
    const files = moduleFiles(shop);
    const session = opened(files, "report.py");
    expect(found(session, files.uri("report.py"), "hardcoded-path")).toEqual([]);
    openIn(session, files, "utils.py");
    expect(found(session, files.uri("utils.py"), "hardcoded-path")).toEqual(['hardcoded-path DATA <- config.py: "/home/jane/orders.csv"']);
  });

  test("a suppression at the use silences them", () => {
    const files = moduleFiles({ ...shop, "train.py": "import pandas as pd\nfrom config import DATA\nframe = pd.read_csv(DATA)  # seaworthy: ignore[hardcoded-path]\n" });
    const session = opened(files, "train.py");
    expect(found(session, files.uri("train.py"), "hardcoded-path")).toEqual([]);
    expect(found(session, files.uri("train.py"), "unused-suppression")).toEqual([]);
  });

  test("a rule that asks for a library runs when the library comes with a module", () => {
    const files = moduleFiles({
      "models.py": "from sklearn.ensemble import RandomForestClassifier\n", "train.py": "from models import RandomForestClassifier\nmodel = RandomForestClassifier()\n",
    });
    const session = opened(files, "train.py");
    expect(found(session, files.uri("train.py"), "missing-random-state")).toHaveLength(1);
  });

  test("without a workspace nothing is wanted and nothing known", () => {
    const session = createSession({ rules, strict: true });
    session.openScript("file:///w/train.py", shop["train.py"], options);
    expect(session.modules.wanted("file:///w/train.py")).toEqual({ folders: [], files: [] });
    expect(found(session, "file:///w/train.py", "hardcoded-path")).toEqual([]);
  });
});

describe("a change in one module", () => {
  test("in the editor reaches those that import it, through others too, and nobody else", () => {
    const files = moduleFiles({ ...shop, "utils.py": "from config import DATA\n", "report.py": "import pandas as pd\nfrom utils import DATA\nframe = pd.read_csv(DATA)\n" });
    const session = opened(files, "report.py", "other.py", "config.py");
    const [report, other, config] = ["report.py", "other.py", "config.py"].map((path) => files.uri(path)) as [string, string, string];
    expect(found(session, report, "hardcoded-path")).toHaveLength(1);
    const before = session.report(other);
    expect(session.modules.importers(config)).toEqual([report]);
    session.change(config, [{ start: 0, end: 30, text: 'DATA = "data/orders.csv"' }]);
    expect(found(session, report, "hardcoded-path")).toEqual([]);
    expect(session.report(other)).toBe(before);
  });

  test("on the disk", () => {
    const files = moduleFiles(shop);
    const session = opened(files, "train.py");
    session.modules.setFile(files.uri("config.py"), { kind: "script", text: 'DATA = "data/orders.csv"\n' });
    expect(found(session, files.uri("train.py"), "hardcoded-path")).toEqual([]);
  });

  test("that leaves what it exports costs its importers nothing", () => {
    const files = moduleFiles(shop);
    const session = opened(files, "train.py", "report.py");
    const before = [session.report(files.uri("train.py")), session.report(files.uri("report.py"))];
    session.modules.setFile(files.uri("config.py"), { kind: "script", text: `import textwrap\n${shop["config.py"]}` });
    expect(session.report(files.uri("train.py"))).toBe(before[0]);
    expect(session.report(files.uri("report.py"))).toBe(before[1]);
    // The place has moved all the same.
    expect(found(session, files.uri("train.py"), "hardcoded-path")).toEqual(['hardcoded-path DATA <- config.py: "/home/jane/orders.csv"']);
  });

  test("costs only the units that read what changed", () => {
    const many = Array.from({ length: 40 }, (_, index) => `x${String(index)} = ${String(index)}\n`).join("");
    const files = moduleFiles({ ...shop, "train.py": `import pandas as pd\nfrom config import DATA\n${many}frame = pd.read_csv(DATA)\n` });
    const session = opened(files, "train.py");
    session.report(files.uri("train.py"));
    session.modules.setFile(files.uri("config.py"), { kind: "script", text: 'DATA = "/home/joe/orders.csv"\n' });
    expect(session.report(files.uri("train.py"))?.work.unitsInterpreted).toBeLessThanOrEqual(2);
  });

  test("a file that is open counts as it is open, and as the disk has it once it is closed", () => {
    const files = moduleFiles(shop);
    const session = opened(files, "train.py");
    openIn(session, files, "config.py", 'DATA = "data/unsaved.csv"\n');
    expect(found(session, files.uri("train.py"), "hardcoded-path")).toEqual([]);
    session.modules.setFile(files.uri("config.py"), { kind: "script", text: shop["config.py"] });
    expect(found(session, files.uri("train.py"), "hardcoded-path")).toEqual([]);
    session.close(files.uri("config.py"));
    session.modules.setFile(files.uri("config.py"), { kind: "script", text: shop["config.py"] });
    expect(found(session, files.uri("train.py"), "hardcoded-path")).toHaveLength(1);
  });

  test("a new file, and one that is gone", () => {
    const files = moduleFiles({ "train.py": shop["train.py"] });
    const session = opened(files, "train.py");
    const uri = files.uri("train.py");
    expect(found(session, uri, "hardcoded-path")).toEqual([]);
    files.set("config.py", shop["config.py"]);
    session.modules.setFolder("file:///w", files.listing("file:///w"));
    files.tell(session.modules, uri);
    expect(found(session, uri, "hardcoded-path")).toHaveLength(1);
    files.remove("config.py");
    session.modules.setFolder("file:///w", files.listing("file:///w"));
    session.modules.setFile(files.uri("config.py"), undefined);
    expect(found(session, uri, "hardcoded-path")).toEqual([]);
  });
});

test("an editor that is open for long lets go of values", () => {
  const files = moduleFiles(shop);
  const session = opened(files, "train.py", "config.py");
  const uri = files.uri("config.py");
  for (let round = 0; round < 300; round++) {
    const before = session.document(uri)?.cells[0]?.end ?? 0;
    session.change(uri, [{ start: 0, end: 0, text: `X${String(round)} = [${Array.from({ length: 400 }, (_, index) => `"${String(round)}-${String(index)}"`).join(", ")}]\n` }]);
    session.report(files.uri("train.py"));
    session.report(uri);
    session.change(uri, [{ start: 0, end: (session.document(uri)?.cells[0]?.end ?? 0) - before, text: "" }]);
  }
  expect(found(session, files.uri("train.py"), "hardcoded-path")).toHaveLength(1);
}, 60_000);

// ---- incremental equals fresh --------------------------------------------------------------------------------------

const project: Readonly<Record<string, string>> = {
  "config.py": 'import os\nROOT = "/home/jane"\nDATA = ROOT + "/orders.csv"\nCOLUMNS = ["a", "b"]\nSEED = 1\n',
  "utils.py": "import pandas as pd\nimport config\nfrom shop.names import TABLE\ndef load(name=None):\n    return pd.read_csv(config.DATA)\ndef path(name):\n    return config.ROOT + '/' + name\n",
  "shop/__init__.py": "from .names import TABLE\nfrom . import models\n",
  "shop/names.py": 'TABLE = "orders"\nVIEWS = [TABLE]\ndef add(name):\n    VIEWS.append(name)\n',
  "shop/models.py": "from sklearn.ensemble import RandomForestClassifier\nfrom .names import TABLE\nclass Model:\n    def __init__(self, root):\n        self.root = root\n        self.model = RandomForestClassifier()\nbest = Model('/home/jane/models')\n",
  "train.py": "import pandas as pd\nfrom utils import load, path\nfrom config import *\nfrom shop import models\nframe = load()\npd.read_csv(path('x.csv'))\nmodels.best.root\nm = models.Model(DATA)\nopen(m.root)\nCOLUMNS.append('c')\nprint(COLUMNS)\n",
  "report.py": "import utils\nimport shop\nfrom shop.names import VIEWS, add\nadd('x')\nprint(VIEWS, shop.TABLE)\nopen(utils.path('y'))\nopen(utils.config.DATA)\n",
  "nb/a.ipynb": "%run ../setup.py\nimport pandas as pd\n---\nframe = pd.read_csv(BASE)\n---\nimport sys\nsys.path.append('..')\nfrom config import DATA\nopen(DATA)\n",
  "setup.py": "from config import ROOT\nBASE = ROOT + '/base.csv'\n",
};
const lines = [
  "from config import DATA\n", "import utils\n", "from shop.names import *\n", "from train import frame\n", "ROOT = '/home/joe'\n", "DATA = 'data.csv'\n", "global ROOT\n",
  "x = utils.load()\n", "def f(): return DATA\n", "open(f())\n", "TABLE = 'other'\n", "from . import names\n", "import report\n", "config.DATA = 1\n", "VIEWS.append('z')\n", "\n", "# note\n", "  ", "(", "'",
];

interface Said {
  readonly findings: unknown;
  readonly fixes: unknown;
  readonly values: readonly string[];
}

/** Findings and the value of every name that is written. */
function said(session: Session, uri: string): Said {
  const document = session.document(uri);
  const analysis = document?.analysis();
  const values: string[] = [];
  for (const unit of document?.units ?? []) {
    const known = analysis?.analysisOf(unit);
    walk(unit.body, (node) => {
      if (node.kind === "Name" || node.kind === "Call" || node.kind === "Attribute") values.push(`${unit.text.slice(node.start, node.end)}: ${known ? valueText(known.valueOf(node)) : ""}`);
      return undefined;
    });
  }
  const fixes = session.report(uri)?.findings.flatMap((finding) => finding.fixes.map(({ title, edits }) => [title, ...edits.map(({ text }) => text)]));
  return { findings: found(session, uri), fixes, values };
}

test("after random edits in several documents everything equals what a fresh session says", () => {
  const next = random(7);
  let known = 0;
  for (let run = 0; run < 6; run++) {
    const files = moduleFiles(project);
    const session = createSession({ rules, strict: true });
    /** Texts of open documents. */
    const open = new Map<string, string>();
    const afterDisk = (path: string): void => {
      const uri = files.uri(path);
      for (let folder = parentUri(uri); folder.startsWith("file:///w"); folder = parentUri(folder)) {
        if (session.modules.knows(folder)) session.modules.setFolder(folder, files.listing(folder));
      }
      if (session.modules.knows(uri)) session.modules.setFile(uri, files.content(uri));
    };
    const edited = (text: string): string => {
      const start = next.below(text.length + 1);
      const line = text.lastIndexOf("\n", start - 1) + 1;
      switch (next.below(4)) {
        case 0:
          return text.slice(0, line) + text.slice(text.indexOf("\n", start) + 1 || text.length);
        case 1:
          return text.slice(0, start) + next.pick(["a", "(", "'", "/", " "]) + text.slice(start);
        default:
          return text.slice(0, line) + next.pick(lines) + text.slice(line);
      }
    };
    for (let round = 0; round < 40; round++) {
      const path = next.pick(Object.keys(project));
      const uri = files.uri(path);
      const text = open.get(path);
      const isScript = path.endsWith(".py");
      switch (next.below(isScript ? 8 : 3)) {
        case 0:
          if (text === undefined) {
            open.set(path, files.text(path) ?? "");
            openIn(session, files, path);
          }
          break;
        case 1:
          if (text !== undefined && round > 10) {
            open.delete(path);
            session.close(uri);
            // Saved, or thrown away.
            if (isScript && next.below(2) === 0) files.set(path, text);
            afterDisk(path);
          }
          break;
        case 2: {
          const disk = files.text(path) ?? project[path] ?? "";
          if (isScript) files.set(path, edited(disk));
          afterDisk(path);
          break;
        }
        case 3:
          if (isScript && next.below(4) === 0) files.remove(path);
          else if (files.text(path) === undefined) files.set(path, project[path] ?? "");
          afterDisk(path);
          break;
        default:
          if (text !== undefined) {
            const after = edited(text);
            session.change(uri, [{ start: 0, end: text.length, text: after }]);
            open.set(path, after);
          }
      }
      for (const each of open.keys()) files.tell(session.modules, files.uri(each));
      if (open.size === 0 || next.below(2) === 0) continue;
      const fresh = createSession({ rules, strict: true });
      const order = [...open.keys()].sort(() => next.below(3) - 1);
      for (const each of order) openIn(fresh, files, each, open.get(each));
      for (const each of order) files.tell(fresh.modules, files.uri(each));
      for (const each of open.keys()) {
        const expected = said(fresh, files.uri(each));
        known += expected.values.filter((value) => value.includes("/home/j")).length;
        expect(said(session, files.uri(each)), `run ${String(run)}, round ${String(round)}, ${each}`).toEqual(expected);
      }
    }
  }
  // Values did travel.
  expect(known).toBeGreaterThan(100);
}, 120_000);

test("a block that an imported module has too is found again when that module changes, although nothing that it exports does", () => {
  const body = (name: string): string => ["+ 1", "- 2", "* 3", "/ 4", "** 5"].map((each) => `    ${name}["a"] = ${name}["b"] ${each}\n`).join("");
  const files = moduleFiles({
    "features.py": `def prepare(frame):\n    """Columns."""\n${body("frame")}    return frame\n`,
    "train.py": `from features import prepare\ndef own(data):\n${body("data")}    return data\n`,
  });
  const session = opened(files, "train.py");
  const uri = files.uri("train.py");
  const message = (): readonly string[] => (session.report(uri)?.findings ?? []).filter(({ rule }) => rule === "duplicated-block").map((each) => each.message);
  expect(found(session, uri, "duplicated-block")).toEqual(['duplicated-block data["a"] = data["b"] + 1 <- features.py: frame["a"] = frame["b"] + 1']);
  expect(message()).toEqual(["These 6 statements are also in features.py: only names differ"]);
  expect(session.report(uri)).toBe(session.report(uri));
  files.set("features.py", (files.text("features.py") ?? "").replace("* 3", "% 3"));
  session.modules.setFile(files.uri("features.py"), files.content(files.uri("features.py")));
  expect(message()).toEqual([]);
});
