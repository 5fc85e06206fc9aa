/**
 * `seaworthy features import FILE.json`: what another store's tools say as JSON, written down as a catalogue (features.yaml).
 *
 *     aws sagemaker describe-feature-group --feature-group-name orders | seaworthy features import -
 *     seaworthy features import lineage.json --out stores/drivers.yaml
 *
 * A file that is there is left alone without `--force`; with it, what stays keeps its comments, and what goes is named.
 */
import { SourceText } from "../analysis/text/source-text.ts";
import { writeCatalogue } from "../analysis/store/import/catalogue-text.ts";
import { importCatalogue, importFormats } from "../analysis/store/import/formats.ts";
import { readCatalogueFile } from "../analysis/store/catalogue-file.ts";
import { decodePython, encodePython } from "../workspace/python-encoding.ts";
import { relativePath } from "../analysis/text/uri.ts";
import { ArgumentError } from "./arguments.ts";
import type { Option, ParsedArguments } from "./arguments.ts";
import type { Style } from "./style.ts";
import { errorLine, warningLine } from "./terminal.ts";
import type { ExitStatus, Terminal } from "./terminal.ts";

export const importOptions: readonly Option[] = [
  { name: "from", value: "STORE", choices: importFormats.map(({ name }) => name), description: "With import: what the JSON is, where it is not recognised as that" },
  { name: "out", value: "FILE", description: "With import: the file to write, features.yaml by default; - is standard output" },
  { name: "force", description: "With import: write into a file that is there" },
];

export async function runImport(terminal: Terminal, operands: readonly string[], args: ParsedArguments, style: Style): Promise<ExitStatus> {
  const [path, ...others] = operands;
  if (path === undefined) throw new ArgumentError("import what? usage: seaworthy features import FILE.json [--out features.yaml]");
  if (others.length > 0) throw new ArgumentError(`one file at a time: ${others.join(" ")} is too much`);
  const { host } = terminal;
  const text = new TextDecoder().decode(path === "-" ? await terminal.readStdin() : await host.readFile(terminal.uriOf(path)));
  const imported = importCatalogue(parsed(path, text), args.value("from"));
  if (imported.kind === "refused") return refuse(terminal, style, `${path} cannot be imported: ${imported.reason}`);

  const out = args.value("out") ?? "features.yaml";
  const uri = terminal.uriOf(out);
  const exists = out !== "-" && (await host.stat(uri)) !== undefined;
  if (exists && !args.has("force")) return refuse(terminal, style, `${out} is there already: --force writes into it, --out FILE elsewhere`);
  const before = exists ? decodePython(await host.readFile(uri)) : { text: undefined, encoding: { name: "utf-8", byteOrderMark: false } };
  const written = writeCatalogue(imported.document, before.text);
  if (written.kind === "refused") return refuse(terminal, style, `${out} cannot be written into: ${written.reason}`);

  for (const note of imported.notes) terminal.err(warningLine(style, note));
  for (const name of written.removed) terminal.err(warningLine(style, `${name} is not in ${path} any more and was removed`));
  if (out === "-") {
    terminal.out(written.text);
    return 0;
  }
  if (written.text !== before.text) await host.writeFile(uri, encodePython(written.text, before.encoding));
  const source = new SourceText(written.text);
  const { views, problems } = readCatalogueFile(uri, source);
  for (const { start, message } of problems) {
    const { line, column } = source.positionAt(start, "code-point");
    terminal.err(warningLine(style, `${out}:${String(line + 1)}:${String(column + 1)}: ${message}`));
  }
  const features = views.reduce((sum, { fields }) => sum + fields.length, 0);
  const what = `${count(views.length, "view")} with ${count(features, "feature")} from ${imported.format?.title ?? path}`;
  terminal.out(`${written.text === before.text ? "unchanged" : "wrote"} ${style.bold(relativePath(terminal.cwd, uri))}: ${what}\n`);
  return 0;
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, ""));
  } catch (error) {
    throw new ArgumentError(`${path} is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function refuse(terminal: Terminal, style: Style, message: string): ExitStatus {
  terminal.err(errorLine(style, message));
  return 2;
}

function count(number: number, what: string): string {
  return `${String(number)} ${what}${number === 1 ? "" : "s"}`;
}
