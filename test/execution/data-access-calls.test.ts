/**
 * Programs before and after the fixes of rules about calls: what they print stays, and the danger is gone. The one exception is said in
 * each sample: after the fix, what came from a stranger is refused.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import dynamicEvaluation from "../../rules/data-access/dynamic-evaluation.ts";
import missingTimeout from "../../rules/data-access/missing-timeout.ts";
import remoteCodeTrust from "../../rules/data-access/remote-code-trust.ts";
import unclosedResource from "../../rules/data-access/unclosed-resource.ts";
import unsafeArchiveExtraction from "../../rules/data-access/unsafe-archive-extraction.ts";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { available, fixedCode, makeFolder, runAll } from "./run-python.ts";
import type { Job, Outcome } from "./run-python.ts";

interface Sample {
  readonly title: string;
  readonly rule: Rule;
  readonly code: string;
  /** Part of the fix's title. */
  readonly fix?: string;
  readonly before: string;
  /** As before, unless told otherwise. */
  readonly after?: string;
}

/** Stands for a library that this machine does not have; prints how it is called. */
const pretend = (module: string, body: string): string => `import sys
import types

library = types.ModuleType("${module}")
${body}
sys.modules["${module}"] = library
`;

const transformers = pretend("transformers", `

class AutoModel:
    @classmethod
    def from_pretrained(cls, name, revision="main", trust_remote_code=False):
        print(name, revision, trust_remote_code)


library.AutoModel = AutoModel`);

/** Answers on this machine, after some seconds. */
const server = `import http.server
import threading
import time


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        time.sleep(float(self.path.rpartition("/")[2] or 0))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b"rates")

    def log_message(self, *arguments):
        pass


httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
httpd.daemon_threads = True
threading.Thread(target=httpd.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{httpd.server_port}/"
`;

/** Writes bad.tar.gz with the named entries into a folder `inside` a new one. */
const archive = (...names: readonly string[]): string => `import io
import pathlib
import tarfile
import tempfile

outside = tempfile.TemporaryDirectory()
inside = pathlib.Path(outside.name, "inside")
inside.mkdir()
buffer = io.BytesIO()
with tarfile.open(fileobj=buffer, mode="w:gz") as packed:
    for name in ${JSON.stringify(names)}:
        entry = tarfile.TarInfo(name)
        entry.size = 2
        packed.addfile(entry, io.BytesIO(b"hi"))
(inside / "bad.tar.gz").write_bytes(buffer.getvalue())


def files():
    return sorted(str(path.relative_to(outside.name)) for path in pathlib.Path(outside.name).rglob("*.txt"))
`;

/** Goes before a program, with a file of three lines and a database; `left()` tells how many things nobody has closed. */
const opened = `import atexit
import gc
import os
import sqlite3
import tempfile
import warnings

folder = tempfile.TemporaryDirectory()
path = os.path.join(folder.name, "numbers.txt")
with open(path, "w") as target:
    target.write("1\\n2\\n3\\n")
database = os.path.join(folder.name, "shop.db")
gc.collect()
seen = warnings.catch_warnings(record=True)
caught = seen.__enter__()
warnings.simplefilter("always", ResourceWarning)
atexit.register(folder.cleanup)


def left():
    gc.collect()
    count = sum(issubclass(each.category, ResourceWarning) for each in caught)
    seen.__exit__(None, None, None)
    return count
`;

const samples: readonly Sample[] = [
  {
    title: "code of a repository is not run any more",
    rule: remoteCodeTrust,
    code: `${transformers}\n\nfrom transformers import AutoModel\n\nAutoModel.from_pretrained("acme/encoder", trust_remote_code=True, revision="v1")\n`,
    before: "acme/encoder v1 True\n",
    after: "acme/encoder v1 False\n",
  },
  {
    title: "nor by way of a dict",
    rule: remoteCodeTrust,
    code: `${transformers}\n\nfrom transformers import AutoModel\n\noptions = {"trust_remote_code": True, "revision": "v1"}\nAutoModel.from_pretrained("acme/encoder", **options)\n`,
    before: "acme/encoder v1 True\n",
    after: "acme/encoder v1 False\n",
  },
  {
    title: "torch.hub asks",
    rule: remoteCodeTrust,
    code: `${pretend("torch", `library.hub = types.SimpleNamespace(load=lambda repo, model, trust_repo=None: print(repo, model, trust_repo))`)}\nimport torch\n\ntorch.hub.load("acme/vision", "resnet", trust_repo=True)\n`,
    before: "acme/vision resnet True\n",
    after: "acme/vision resnet check\n",
  },
  {
    title: "literals are read as before",
    rule: dynamicEvaluation,
    code: `def parse(text):\n    return eval(text)\n\n\nprint(parse("[1, 2.5, 'x', {'a': None}]"), parse("-3"))\n`,
    before: "[1, 2.5, 'x', {'a': None}] -3\n",
  },
  {
    title: "a column of lists is read as before",
    rule: dynamicEvaluation,
    code: `import io\n\nimport pandas as pd\n\nfilms = pd.read_csv(io.StringIO("title;genres\\nA;['x', 'y']\\nB;[]\\n"), sep=";")\nfilms["genres"] = films["genres"].apply(eval)\nprint(films["genres"].tolist())\n`,
    before: "[['x', 'y'], []]\n",
  },
  {
    title: "code in the text is refused",
    rule: dynamicEvaluation,
    code: `def parse(text):\n    return eval(text)\n\n\ntry:\n    print(parse("__import__('os').getcwd() and 'it ran'"))\nexcept ValueError as error:\n    print("refused")\n`,
    before: "it ran\n",
    after: "refused\n",
  },
  {
    title: "an answer in time is the same answer",
    rule: missingTimeout,
    code: `${server}\nimport requests\n\nprint(requests.get(base).text)\n`,
    before: "rates\n",
  },
  {
    title: "a session of requests gives up, with the document's own limit",
    rule: missingTimeout,
    code: `${server}\nimport requests\n\nTIMEOUT = 0.2\nsession = requests.Session()\ntry:\n    print(session.get(base + "1.5").text)\nexcept requests.Timeout:\n    print("gave up")\n`,
    before: "rates\n",
    after: "gave up\n",
  },
  {
    title: "urlopen gives up",
    rule: missingTimeout,
    code: `${server}\nfrom urllib.request import urlopen\n\nTIMEOUT = 0.2\ntry:\n    with urlopen(base + "1.5") as answer:\n        print(answer.read().decode())\nexcept TimeoutError:\n    print("gave up")\n`,
    before: "rates\n",
    after: "gave up\n",
  },
  {
    title: "None becomes a limit",
    rule: missingTimeout,
    code: `${server}\nimport requests\n\nprint(requests.get(base, timeout=None).text)\n`,
    before: "rates\n",
  },
  {
    title: "an ordinary archive is unpacked as before",
    rule: unsafeArchiveExtraction,
    code: `${archive("a.txt", "deep/b.txt")}\n\nwith tarfile.open(inside / "bad.tar.gz") as opened:\n    opened.extractall(inside / "out")\nprint(files())\n`,
    before: "['inside/out/a.txt', 'inside/out/deep/b.txt']\n",
  },
  {
    title: "an entry that leaves the folder is refused",
    rule: unsafeArchiveExtraction,
    code: `${archive("../../evil.txt")}\n\ntry:\n    with tarfile.open(inside / "bad.tar.gz") as opened:\n        opened.extractall(inside / "out")\nexcept tarfile.FilterError as error:\n    print(type(error).__name__)\nprint(files())\n`,
    before: "['evil.txt']\n",
    after: "OutsideDestinationError\n[]\n",
  },
  {
    title: "shutil refuses it too",
    rule: unsafeArchiveExtraction,
    code: `${archive("../../evil.txt")}\n\nimport shutil\n\ntry:\n    shutil.unpack_archive(inside / "bad.tar.gz", inside / "out")\nexcept tarfile.FilterError as error:\n    print(type(error).__name__)\nprint(files())\n`,
    before: "['evil.txt']\n",
    after: "OutsideDestinationError\n[]\n",
  },
  {
    title: "a file that is read where it is opened",
    rule: unclosedResource,
    code: `${opened}\ntext = open(path).read()\nprint(repr(text), left())\n`,
    before: "'1\\n2\\n3\\n' 1\n",
    after: "'1\\n2\\n3\\n' 0\n",
  },
  {
    title: "inside an f-string, with a comment",
    rule: unclosedResource,
    code: `${opened}\nprint(f"{len(open(path).readlines())} lines")  # all of them\nprint(left())\n`,
    before: "3 lines\n1\n",
    after: "3 lines\n0\n",
  },
  {
    title: "a loop with else and continue",
    rule: unclosedResource,
    code: `${opened}\ntotal = 0\nfor line in open(\n    path,\n    encoding="utf-8",\n):\n    if line.startswith("2"):\n        continue\n    total += int(line)\nelse:\n    print("through")\nprint(total, left())\n`,
    before: "through\n4 1\n",
    after: "through\n4 0\n",
  },
  {
    title: "a name, with a text over several lines, a branch and a comment between its uses",
    rule: unclosedResource,
    code: `${opened}\n\ndef read(path):\n    f = open(path)  # opened\n    first = f.readline()\n    note = """\n  kept\n    as it is\n"""\n    # a comment\n    if first.startswith("1"):\n        rest = f.readlines()\n    else:\n        return None\n    return first, note, rest\n\n\nprint(read(path), left())\n`,
    before: "('1\\n', '\\n  kept\\n    as it is\\n', ['2\\n', '3\\n']) 1\n",
    after: "('1\\n', '\\n  kept\\n    as it is\\n', ['2\\n', '3\\n']) 0\n",
  },
  {
    title: "tabs, in a loop",
    rule: unclosedResource,
    code: `${opened}\n\ndef sizes(paths):\n\tfound = []\n\tfor each in paths:\n\t\tf = open(each)\n\t\tfound.append(len(f.read()))\n\treturn found\n\n\nprint(sizes([path, path]), left())\n`,
    before: "[6, 6] 2\n",
    after: "[6, 6] 0\n",
  },
  {
    title: "lines that end as Windows ends them",
    rule: unclosedResource,
    code: `${opened}\nf = open(path)\nlines = [\n    line.strip()\n    for line in f\n]\nprint(lines, globals()["f"].closed)\nleft()\n`.replaceAll("\n", "\r\n"),
    before: "['1', '2', '3'] False\n",
    after: "['1', '2', '3'] True\n",
  },
  {
    title: "a reader of csv, whose rows are used below",
    rule: unclosedResource,
    code: `${opened}\nimport csv\n\nreader = csv.reader(open(path, newline=""))\nrows = []\nfor row in reader:\n    rows.append(row)\nprint(rows)\ndel reader\nprint(left())\n`.replace("del reader\n", "reader = None\n"),
    before: "[['1'], ['2'], ['3']]\n1\n",
    after: "[['1'], ['2'], ['3']]\n0\n",
  },
  {
    title: "a connection, its cursor and its transaction",
    rule: unclosedResource,
    code: `${opened}\n\ndef fill(database):\n    con = sqlite3.connect(database)\n    cur = con.cursor()\n    cur.execute("CREATE TABLE sales (price)")\n    cur.executemany("INSERT INTO sales VALUES (?)", [(1,), (2,)])\n    con.commit()\n    cur.execute("INSERT INTO sales VALUES (3)")\n    return cur.execute("SELECT sum(price) FROM sales").fetchone()\n\n\nprint(fill(database), left())\ncheck = sqlite3.connect(database)\nprint(check.execute("SELECT sum(price) FROM sales").fetchall())\ncheck.close()\n`,
    before: "(6,) 1\n[(3,)]\n",
    after: "(6,) 0\n[(3,)]\n",
  },
  {
    title: "a connection given to pandas",
    rule: unclosedResource,
    code: `${opened}\nimport pandas as pd\n\nframe = pd.DataFrame({"price": [1, 2]})\nframe.to_sql("sales", sqlite3.connect(database), index=False)\nprint(left())\n`,
    before: "1\n",
    after: "0\n",
  },
  {
    title: "a session of SQLAlchemy",
    rule: unclosedResource,
    code: `${opened}\nfrom sqlalchemy import create_engine, text\n\nengine = create_engine("sqlite://")\ncon = engine.connect()\nvalue = con.execute(text("SELECT 7")).scalar()\nprint(value, globals()["con"].closed)\nleft()\n`,
    before: "7 False\n",
    after: "7 True\n",
  },
  {
    title: "a file that is opened for its effect only",
    rule: unclosedResource,
    code: `${opened}\nopen(path, "w")\nprint(os.path.getsize(path), left())\n`,
    before: "0 1\n",
    after: "0 0\n",
  },
  {
    title: "what is written is there when it is read again",
    rule: unclosedResource,
    code: `${opened}\nf = open(path, "w")\nf.write("x" * 5)\nprint(os.path.getsize(path))\nleft()\n`,
    before: "0\n",
    after: "5\n",
  },
];

describe.skipIf(!available)("what is printed stays, unless it was dangerous", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  let outcomes: readonly Outcome[] = [];
  beforeAll(() => {
    const jobs = samples.flatMap(({ rule, code, fix = "" }, index): Job[] => [
      { name: `before_${String(index)}.py`, code },
      { name: `after_${String(index)}.py`, code: fixedCode(rule, folder, "program.py", code, fix) },
    ]);
    outcomes = runAll(folder, jobs);
  }, 120_000);

  test.each(samples.map((sample, index) => ({ ...sample, index })))("$title", ({ index, before, after = before }) => {
    expect(outcomes[index * 2]).toEqual({ output: before, error: "" });
    expect(outcomes[index * 2 + 1]).toEqual({ output: after, error: "" });
  });
});
