/** Programs before and after the fixes of credentials, deserialization and TLS: the same result, and the danger is gone. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import hardcodedCredential from "../../rules/data-access/hardcoded-credential.ts";
import unsafeDeserialization from "../../rules/data-access/unsafe-deserialization.ts";
import unverifiedTls from "../../rules/data-access/unverified-tls.ts";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { available, fixedCode, makeFolder, runAll } from "./run-python.ts";
import type { Job, Outcome } from "./run-python.ts";

interface Sample {
  readonly title: string;
  readonly rule: Rule;
  readonly code: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly before: string;
  readonly after: string;
}

/** Answers requests itself and prints whether the certificate would have been checked. */
const session = `import requests
from requests.adapters import BaseAdapter


class Printing(BaseAdapter):
    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        print(verify)
        answer = requests.Response()
        answer.status_code = 200
        answer.url = request.url
        return answer

    def close(self):
        pass


session = requests.Session()
session.trust_env = False
session.mount("https://", Printing())
`;

/** The signatures of two libraries that are too large to install for a test; they give back what they are asked for. */
const standIns: readonly Job[] = [
  { name: "torch.py", code: "def load(f, map_location=None, pickle_module=None, *, weights_only=None, mmap=None):\n    return f, weights_only\n" },
  { name: "keras.py", code: "class models:\n    @staticmethod\n    def load_model(filepath, custom_objects=None, compile=True, safe_mode=True):\n        return filepath, safe_mode\n" },
];

const samples: readonly Sample[] = [
  {
    title: "a password comes from the environment",
    rule: hardcodedCredential,
    code: `from urllib.parse import quote\n\npassword = "Xk29-dkQ1-77aa"\nprint(quote(password))\n`,
    environment: { PASSWORD: "Xk29-dkQ1-77aa" },
    before: "Xk29-dkQ1-77aa\n",
    after: "Xk29-dkQ1-77aa\n",
  },
  {
    title: "a password inside a URL's f-string",
    rule: hardcodedCredential,
    code: `host = "db.internal"\nprint(f"postgresql://etl:Xk29dkQ1@{host}/shop")\n`,
    environment: { DATABASE_PASSWORD: "Xk29dkQ1" },
    before: "postgresql://etl:Xk29dkQ1@db.internal/shop\n",
    after: "postgresql://etl:Xk29dkQ1@db.internal/shop\n",
  },
  {
    title: "a header keeps its scheme",
    rule: hardcodedCredential,
    code: `print({"Authorization": "Bearer 9f8e7d6c5b4a39281706"})\n`,
    environment: { API_TOKEN: "9f8e7d6c5b4a39281706" },
    before: "{'Authorization': 'Bearer 9f8e7d6c5b4a39281706'}\n",
    after: "{'Authorization': 'Bearer 9f8e7d6c5b4a39281706'}\n",
  },
  {
    title: "an environment variable is no longer set by the code",
    rule: hardcodedCredential,
    code: `import os\n\nif True:\n    os.environ["SHOP_API_KEY"] = "9f8e7d6c5b4a39281706"\nprint(os.environ["SHOP_API_KEY"])\n`,
    environment: { SHOP_API_KEY: "9f8e7d6c5b4a39281706" },
    before: "9f8e7d6c5b4a39281706\n",
    after: "9f8e7d6c5b4a39281706\n",
  },
  {
    title: "YAML that holds data only",
    rule: unsafeDeserialization,
    code: `import io\n\nimport yaml\n\n\ndef read(text):\n    return yaml.load(io.StringIO(text), Loader=yaml.Loader)\n\n\nprint(read("a: [1, 2.5, x, 2024-01-01]"))\n`,
    before: "{'a': [1, 2.5, 'x', datetime.date(2024, 1, 1)]}\n",
    after: "{'a': [1, 2.5, 'x', datetime.date(2024, 1, 1)]}\n",
  },
  {
    title: "YAML that runs code",
    rule: unsafeDeserialization,
    code: `import io\n\nimport yaml\nfrom yaml import UnsafeLoader, load\n\n\ndef read(text):\n    try:\n        return load(io.StringIO(text), UnsafeLoader)\n    except yaml.YAMLError:\n        return "refused"\n\n\nprint(read("!!python/object/apply:os.path.basename [a/ran]"))\n`,
    before: "ran\n",
    after: "refused\n",
  },
  {
    title: "arrays without objects in them",
    rule: unsafeDeserialization,
    code: `import io\n\nimport numpy as np\n\n\ndef read(file):\n    file.seek(0)\n    return np.load(file, allow_pickle=True)\n\n\nfile = io.BytesIO()\nnp.save(file, np.arange(3))\nprint(read(file))\n`,
    before: "[0 1 2]\n",
    after: "[0 1 2]\n",
  },
  {
    title: "a password that is a part of a URL further down",
    rule: hardcodedCredential,
    code: `import os\n\nfrom sqlalchemy.engine import make_url\n\nPW = "kranichSued"\nHOST = os.environ.get("DB_HOST", "db")\nurl = make_url(f"postgresql://etl:{PW}@{HOST}/shop")\nprint(url.password, url.username, url.database)\n`,
    environment: { DATABASE_PASSWORD: "kranichSued" },
    before: "kranichSued etl shop\n",
    after: "kranichSued etl shop\n",
  },
  {
    title: "a key that reaches a header",
    rule: hardcodedCredential,
    code: `import requests\n\nSHOP_KEY = "9f8e7d6c5b4a39281706"\nasked = requests.Request("GET", "https://api.example.com", headers={"X-Api-Key": SHOP_KEY})\nprint(requests.Session().prepare_request(asked).headers["X-Api-Key"])\n`,
    environment: { SHOP_KEY: "9f8e7d6c5b4a39281706" },
    before: "9f8e7d6c5b4a39281706\n",
    after: "9f8e7d6c5b4a39281706\n",
  },
  {
    title: "settings that are unpacked into a call",
    rule: hardcodedCredential,
    code: `from sqlalchemy import URL\n\nCONFIG = {"drivername": "postgresql", "host": "db", "username": "etl", "password": "kranichSued"}\nprint(URL.create(**CONFIG).password)\n`,
    environment: { PASSWORD: "kranichSued" },
    before: "kranichSued\n",
    after: "kranichSued\n",
  },
  {
    title: "the default of an option may be missing",
    rule: hardcodedCredential,
    code: `import argparse\n\nparser = argparse.ArgumentParser()\nparser.add_argument("--api-key", default="9f8e7d6c5b4a39281706")\nprint(parser.parse_args(["--api-key", "given"]).api_key)\n`,
    before: "given\n",
    after: "given\n",
  },
  {
    title: "an environment variable is no longer set by a call",
    rule: hardcodedCredential,
    code: `import os\n\nos.environ.setdefault("PGPASSWORD", "kranich!Sued")\nprint(os.environ["PGPASSWORD"])\n`,
    environment: { PGPASSWORD: "kranich!Sued" },
    before: "kranich!Sued\n",
    after: "kranich!Sued\n",
  },
  {
    title: "a password in a connection string with parts filled in",
    rule: hardcodedCredential,
    code: `database = "shop"\nprint(f"DRIVER={{ODBC}};SERVER=db;UID=etl;PWD=kranichSued;DATABASE={database}")\n`,
    environment: { DATABASE_PASSWORD: "kranichSued" },
    before: "DRIVER={ODBC};SERVER=db;UID=etl;PWD=kranichSued;DATABASE=shop\n",
    after: "DRIVER={ODBC};SERVER=db;UID=etl;PWD=kranichSued;DATABASE=shop\n",
  },
  {
    title: "weights only",
    rule: unsafeDeserialization,
    code: `import torch\n\n\ndef read(path):\n    return torch.load(path, weights_only=False)\n\n\nprint(read("best.pt"))\n`,
    before: "('best.pt', False)\n",
    after: "('best.pt', True)\n",
  },
  {
    title: "weights only, said for every version",
    rule: unsafeDeserialization,
    code: `import torch\n\nprint(torch.load("best.pt", map_location="cpu"))\n`,
    before: "('best.pt', None)\n",
    after: "('best.pt', True)\n",
  },
  {
    title: "layers as they are defined, not as they are stored",
    rule: unsafeDeserialization,
    code: `import keras\n\n\ndef read(path):\n    return keras.models.load_model(path, compile=False, safe_mode=False)\n\n\nprint(read("best.keras"))\n`,
    before: "('best.keras', False)\n",
    after: "('best.keras', True)\n",
  },
  {
    title: "one request is checked again",
    rule: unverifiedTls,
    code: `${session}print(session.get("https://api.example.com", verify=False).status_code)\n`,
    before: "False\n200\n",
    after: "True\n200\n",
  },
  {
    title: "a whole session is checked again",
    rule: unverifiedTls,
    code: `${session}session.verify = False\nprint(session.get("https://api.example.com").status_code)\n`,
    before: "False\n200\n",
    after: "True\n200\n",
  },
  {
    title: "a context checks certificates",
    rule: unverifiedTls,
    code: `import ssl\n\ncontext = ssl._create_unverified_context()\nprint(context.verify_mode == ssl.CERT_REQUIRED, context.check_hostname)\n`,
    before: "False False\n",
    after: "True True\n",
  },
];

describe.skipIf(!available)("the result stays", () => {
  const { folder, remove } = makeFolder();
  afterAll(remove);
  let outcomes: readonly Outcome[] = [];
  beforeAll(() => {
    const jobs = samples.flatMap(({ rule, code, environment = {} }, index): Job[] => [
      { name: `before_${String(index)}.py`, code },
      { name: `after_${String(index)}.py`, code: fixedCode(rule, folder, "program.py", code), environment },
    ]);
    outcomes = runAll(folder, [...jobs, ...standIns]);
  }, 120_000);

  test.each(samples.map((sample, index) => ({ ...sample, index })))("$title", ({ index, before, after }) => {
    expect(outcomes[index * 2]).toEqual({ output: before, error: "" });
    expect(outcomes[index * 2 + 1]).toEqual({ output: after, error: "" });
  });
});
