/**
 * Reads literate fixtures: Markdown whose headings are test names and whose code blocks are files.
 *
 *     ## A series compared with nan
 *
 *     `src/load.py`                               names the next block's file; else main.py, or main.ipynb for cells
 *
 *     ```py                                       a script; `py cell`: a cell, and cells in a row make one notebook
 *     df["age"] == np.nan  # error: [nan-comparison] "never equal"
 *     # ^^^^^^^^^^^^^^^^^^                        pins the range of the finding above
 *     ```
 *
 *     ```py fixed "Use isna"                      the file after the first finding's fix; the title picks one of several
 *     df["age"].isna()
 *     ```
 *
 * `toml` is the settings file. Files above the first heading belong to every test. The marker's word is the severity in the
 * file's profile; `# error@-2:` marks the line two above, for lines that end inside a string. Markers are no part of the files.
 */
import type { Severity } from "../../server/analysis/engine/finding.ts";

export interface Fixture {
  readonly name: string;
  /** Files that stand beside those of every test. */
  readonly shared: readonly FixtureFile[];
  readonly tests: readonly FixtureTest[];
}

export interface FixtureTest {
  readonly title: string;
  readonly files: readonly FixtureFile[];
  /** Text of the settings file. */
  readonly settings: string | undefined;
}

export interface FixtureFile {
  readonly path: string;
  readonly kind: "script" | "notebook" | "other";
  /** One for a script or another file, one for each cell of a notebook. */
  readonly texts: readonly string[];
  readonly markers: readonly Marker[];
  readonly fixed: readonly FixedFile[];
}

/** A finding that must be there. Lines and columns are 0-based, in the text without markers. */
export interface Marker {
  readonly cell: number;
  readonly line: number;
  readonly severity: Severity;
  readonly rule: string;
  /** Part of the message; empty: any. */
  readonly message: string;
  readonly columns: { readonly start: number; readonly end: number } | undefined;
}

/** What a fix must lead to. */
export interface FixedFile {
  /** Part of the fix's title; `undefined`: the first fix. */
  readonly title: string | undefined;
  readonly texts: readonly string[];
}

/** @throws Error for a fixture that says nothing clear. */
export function readFixture(markdown: string): Fixture {
  const blocks = readBlocks(markdown);
  const name = /^# (.+)$/m.exec(markdown)?.[1]?.trim() ?? "";
  const titles = [...new Set(blocks.map((block) => block.title))];
  const tests = titles.flatMap((title) => (title === undefined ? [] : readTest(title, blocks.filter((block) => block.title === title))));
  const shared = readTest("", blocks.filter((block) => block.title === undefined)).files;
  return { name, shared, tests };
}

export interface Block {
  readonly title: string | undefined;
  readonly path: string | undefined;
  /** The words after the fence: `py cell`, `py fixed "title"`. */
  readonly info: string;
  readonly text: string;
}

export function readBlocks(markdown: string): readonly Block[] {
  const blocks: Block[] = [];
  const seen = new Set<string>();
  let title: string | undefined;
  let path: string | undefined;
  let fence: { readonly ticks: string; readonly info: string; readonly lines: string[] } | undefined;
  for (const line of markdown.split("\n")) {
    if (fence) {
      if (line.trimEnd() === fence.ticks) {
        blocks.push({ title, path, info: fence.info, text: fence.lines.map((each) => `${each}\n`).join("") });
        fence = undefined;
        path = undefined;
      } else fence.lines.push(line);
      continue;
    }
    const opening = /^(`{3,})(.*)$/.exec(line);
    if (opening) fence = { ticks: opening[1] ?? "", info: (opening[2] ?? "").trim(), lines: [] };
    else if (line.startsWith("## ")) {
      title = line.slice(3).trim();
      if (seen.has(title)) throw new Error(`two tests are called "${title}"`);
      seen.add(title);
    } else path = /^`([^`]+)`:?$/.exec(line.trim())?.[1] ?? (line.trim() === "" ? path : undefined);
  }
  if (fence) throw new Error(`a code block is not closed in "${String(title)}"`);
  return blocks;
}

function readTest(title: string, blocks: readonly Block[]): FixtureTest {
  const files: FixtureFile[] = [];
  let settings: string | undefined;
  let previous: Block | undefined;
  for (const block of blocks) {
    const [language = "", mode = ""] = block.info.split(" ");
    if (mode === "fixed") addFixed(files, block, title, previous);
    else if (language === "py" && mode === "cell") addCell(files, block, previous);
    else if (language === "py" && mode === "") {
      const { text, markers } = stripMarkers(block.text, 0);
      files.push({ path: block.path ?? freshName(files, "main", ".py"), kind: "script", texts: [text], markers, fixed: [] });
    } else if (language === "toml" && (block.path === undefined || block.path.endsWith("seaworthy.toml"))) settings = block.text;
    else if (block.path !== undefined) files.push({ path: block.path, kind: "other", texts: [block.text], markers: [], fixed: [] });
    else throw new Error(`"${title}": a block \`${block.info}\` without a path says nothing`);
    previous = block;
  }
  return { title, files, settings };
}

function freshName(files: readonly FixtureFile[], stem: string, extension: string): string {
  const taken = files.filter((file) => file.path.startsWith(stem)).length;
  return `${stem}${taken === 0 ? "" : String(taken + 1)}${extension}`;
}

/** A cell joins the notebook of the cell before it, unless a path starts another. */
function addCell(files: FixtureFile[], block: Block, previous: Block | undefined): void {
  const last = files.at(-1);
  const joins = last?.kind === "notebook" && previous?.info === "py cell" && block.path === undefined;
  const cell = joins ? last.texts.length : 0;
  const { text, markers } = stripMarkers(block.text, cell);
  // A notebook's cell does not end in a line break.
  const source = text.replace(/\n$/, "");
  if (joins) files[files.length - 1] = { ...last, texts: [...last.texts, source], markers: [...last.markers, ...markers] };
  else files.push({ path: block.path ?? freshName(files, "main", ".ipynb"), kind: "notebook", texts: [source], markers, fixed: [] });
}

/** A titled block, or the first after the file, begins another fix; those that follow are the notebook's next cells. */
function addFixed(files: FixtureFile[], block: Block, title: string, previous: Block | undefined): void {
  const file = files.at(-1);
  if (!file || file.kind === "other") throw new Error(`"${title}": a fixed block without a file before it`);
  const wanted = /fixed\s+"(.*)"$/.exec(block.info)?.[1];
  const last = file.fixed.at(-1);
  const continues = last && file.kind === "notebook" && wanted === undefined && previous?.info.startsWith("py fixed") === true;
  const text = file.kind === "notebook" ? block.text.replace(/\n$/, "") : block.text;
  const fixed = continues ? [...file.fixed.slice(0, -1), { ...last, texts: [...last.texts, text] }] : [...file.fixed, { title: wanted, texts: [text] }];
  files[files.length - 1] = { ...file, fixed };
}

const markerPattern = /[ \t]*# (error|warning|information|hint)(?:@([+-]\d+))?: \[([\w-]+)\](?: "(.*)")?[ \t]*$/;
const caretPattern = /^\s*#[ \t]*\^[\^ \t]*$/;

function stripMarkers(text: string, cell: number): { readonly text: string; readonly markers: readonly Marker[] } {
  const lines: string[] = [];
  const markers: Marker[] = [];
  /** Markers of the line above that have no range yet. */
  let open: number[] = [];
  for (const line of text.split("\n")) {
    if (open.length > 0 && caretPattern.test(line)) {
      for (const { index, 0: carets } of line.matchAll(/\^+/g)) {
        const at = open.shift();
        const marker = at === undefined ? undefined : markers[at];
        if (at === undefined || !marker) throw new Error(`more carets than markers: ${line}`);
        markers[at] = { ...marker, columns: { start: index, end: index + carets.length } };
      }
      continue;
    }
    const here: Marker[] = [];
    let rest = line;
    for (let match = markerPattern.exec(rest); match; match = markerPattern.exec(rest)) {
      const [, severity = "", offset = "0", rule = "", message = ""] = match;
      rest = rest.slice(0, match.index);
      // A marker alone on its line is no line of the file and speaks of the one above.
      const own = rest.trim() === "" ? lines.length - 1 : lines.length;
      here.unshift({ cell, line: own + Number(offset), severity: severity as Severity, rule, message, columns: undefined });
    }
    open = here.map((_, index) => markers.length + index);
    markers.push(...here);
    if (rest.trim() !== "" || rest === line) lines.push(rest);
  }
  return { text: lines.join("\n"), markers };
}
