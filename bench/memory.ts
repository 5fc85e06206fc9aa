/**
 * What a language server holds: 50 open documents of 200 lines in a workspace of 500 modules that they import, directly and
 * through each other.
 *
 *     npm run bench:memory
 *
 * Goal: heap under 150 MB. Exits with 1 when it is missed. Measured with Node 20: 142 MB.
 */
import { rules } from "../rules/index.ts";
import { createSession } from "../server/analysis/engine/session.ts";
import { defaultSettings } from "../server/analysis/engine/settings.ts";
import { moduleFiles } from "../test/harness/module-files.ts";

const modules = 500;
const open = 50;
const goal = 150;

if (!globalThis.gc) throw new Error("run with --expose-gc");
const before = heap();

const texts: Record<string, string> = {};
for (let at = 0; at < modules; at++) texts[`shop/part_${String(at)}.py`] = moduleText(at);
for (let at = 0; at < open; at++) texts[`jobs/job_${String(at)}.py`] = jobText(at);
const files = moduleFiles(texts);
const session = createSession({ rules });
let findings = 0;
for (let at = 0; at < open; at++) {
  const path = `jobs/job_${String(at)}.py`;
  session.openScript(files.uri(path), texts[path] ?? "", { settings: defaultSettings, profile: "production" });
  files.tell(session.modules, files.uri(path));
  findings += session.report(files.uri(path))?.findings.length ?? 0;
}
const characters = Object.values(texts).reduce((sum, text) => sum + text.length, 0);
const megabytes = heap() - before;
console.log(`${String(open)} open documents, ${String(modules)} modules, ${(characters / 1e6).toFixed(1)} million characters, ${String(findings)} findings: ${megabytes.toFixed(0)} MB`);
if (megabytes >= goal) {
  console.error(`MISSED: ${String(goal)} MB or more`);
  process.exitCode = 1;
}

function heap(): number {
  for (let round = 0; round < 4; round++) globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

/** About 200 lines: constants, functions that read and clean, a class. Imports two others. */
function moduleText(at: number): string {
  const imports = [at + 1, at + 7].filter((each) => each < modules).map((each) => `from shop.part_${String(each)} import clean_0 as clean_${String(each)}_0, FOLDER as FOLDER_${String(each)}\n`).join("");
  let text = `import os\nimport numpy as np\nimport pandas as pd\n${imports}\nFOLDER = os.path.join("data", "part_${String(at)}")\nLIMIT = ${String(at)}\n`;
  for (let part = 0; part < 12; part++) {
    text += `

def read_${String(part)}(name, limit=LIMIT):
    """Reads one day of part ${String(at)}."""
    frame = pd.read_csv(os.path.join(FOLDER, name), usecols=["day", "shop", "price", "sold"])
    frame["revenue"] = frame["price"] * frame["sold"]
    return frame[frame["revenue"] > limit]


def clean_${String(part)}(frame, columns=("price", "sold")):
    for column in columns:
        frame[column] = frame[column].fillna(frame[column].median())
    return frame.rename(columns={"shop": "store_${String(part)}"}).drop_duplicates()
`;
  }
  return text;
}

function jobText(at: number): string {
  let text = "import pandas as pd\nfrom sklearn.linear_model import LinearRegression\nfrom sklearn.model_selection import train_test_split\n";
  for (let part = 0; part < 18; part++) {
    const module = (at * 10 + part) % modules;
    text += `from shop.part_${String(module)} import read_${String(part % 12)}, clean_${String(part % 12)}

sales_${String(part)} = clean_${String(part % 12)}(read_${String(part % 12)}("${String(part)}.csv"))
train_${String(part)}, test_${String(part)} = train_test_split(sales_${String(part)})
model_${String(part)} = LinearRegression().fit(train_${String(part)}[["price"]], train_${String(part)}["revenue"])
for column in sales_${String(part)}.columns:
    print(column, sales_${String(part)}[column].max())
score_${String(part)} = model_${String(part)}.score(test_${String(part)}[["price"]], test_${String(part)}["revenue"])
print(f"part {score_${String(part)}:.3f} of {len(sales_${String(part)})} rows")

`;
  }
  return text;
}
