/**
 * The session: open documents, each with its units, its interpretation and the findings kept from the last report.
 *
 * A report is made in steps, each of which keeps what still holds: the document's units (by text), their analysis (by text and the
 * values they read), the findings of node rules (by analysis and plan). What is left to do after an edit are the touched units and
 * the document rules.
 */
import type { DocumentAnalysis, UnitAnalysis, UnitGroup, UnitSection } from "../semantic/analysis.ts";
import { ModuleGraph } from "../semantic/module-graph.ts";
import type { Catalogue } from "../store/model.ts";
import { Document } from "../syntax/document.ts";
import type { Cell, Place, Unit } from "../syntax/unit.ts";
import { applyEdits } from "../text/edit.ts";
import type { SourceText } from "../text/source-text.ts";
import { DiskFolders } from "./disk-folders.ts";
import type { Finding, Fix, PlaceEdit, ReportedFinding, Severity } from "./finding.ts";
import { levelOf, passesGate, planRules } from "./plan.ts";
import type { Plan, PlannedRule } from "./plan.ts";
import { createRegistry, engineRules } from "./registry.ts";
import type { Registry } from "./registry.ts";
import type { Rule } from "./rule.ts";
import { isMeant, isRuffRuleOn } from "./ruff.ts";
import { Runner, textOf } from "./run.ts";
import type { RawFinding } from "./run.ts";
import { ModuleWatch } from "./module-watch.ts";
import { OpenWatch } from "./open-watch.ts";
import { placedHere } from "./placement.ts";
import type { DocumentOptions, DocumentReport, LocatedPlace, Location, OpenDocument, Session, SessionModules } from "./session-contract.ts";
import { Summaries } from "./summary.ts";
import type { DistantPlace } from "./summary.ts";
import { SuppressionLedger, suppressionsOf } from "./suppression.ts";

export interface SessionOptions {
  readonly rules: readonly Rule[];
  /** A rule that throws ends the report with its error, instead of being switched off. For tests. */
  readonly strict?: boolean;
  /** Characters of modules that stay when no open document imports them, for the next that does; a character costs about 20 bytes. */
  readonly keepModules?: number;
}

/** @throws Error when the rules do not fit together (see registry.ts). */
export function createSession({ rules, strict = false, keepModules }: SessionOptions): Session {
  const registry = createRegistry(rules);
  const known = new Set(rules.map((rule) => rule.name));
  const open = new Map<string, Workspace>();
  const graph = new ModuleGraph(keepModules === undefined ? {} : { keep: keepModules });
  const disk = new DiskFolders();
  const summaries = new Summaries();
  const start = (uri: string, options: DocumentOptions, opened: (onFailure: (error: unknown) => void) => Document): void => {
    const runner = new Runner(strict);
    const document = opened((error) => {
      if (strict) throw error;
      runner.failures.set(analysisFailure, textOf(error));
    });
    open.set(uri, new Workspace(document, options, { registry, known, graph, disk, summaries, open, runner }));
  };
  const locate = (place: Place | DistantPlace): LocatedPlace | undefined => {
    if ("located" in place) return place.located;
    const { document } = place.anchor.cell;
    const holder = graph.document(document.uri);
    // The text may have been read again, or let go.
    if (!holder || place.anchor.cell.document !== holder) return undefined;
    const location = holder.locate(place);
    return { ...location, document, source: holder.sourceOf(location.cell) };
  };
  const required = (uri: string): Workspace => {
    const workspace = open.get(uri);
    if (!workspace) throw new RangeError(`${uri} is not open`);
    return workspace;
  };
  return {
    openScript: (uri, text, options) => { start(uri, options, (onFailure) => graph.openScript(uri, text, onFailure)); },
    openNotebook: (uri, cells, options) => {
      start(uri, options, (onFailure) => {
        const document = Document.notebook(uri, cells);
        graph.open(document, onFailure);
        return document;
      });
    },
    close: (uri) => {
      disk.close(uri);
      summaries.close(uri);
      if (open.delete(uri)) graph.close(uri);
    },
    change: (uri, edits, cell) => { required(uri).edit((document) => { for (const edit of edits) document.change(edit, cell); }); },
    changeCells: (uri, at, deleteCount, cells) => { required(uri).edit((document) => { document.changeCells(at, deleteCount, cells); }); },
    configure: (uri, options) => { required(uri).configure(options); },
    setCatalogue: (uri, catalogue) => { required(uri).setCatalogue(catalogue); },
    modules: {
      setWorkspaces: (folders) => {
        graph.setWorkspaces(folders);
        disk.setWorkspaces(folders);
      },
      wanted: (uri) => graph.wanted(uri),
      setFolder: (uri, listing) => { graph.setFolder(uri, listing); },
      setFile: (uri, content) => { graph.setModule(uri, content); },
      knows: (uri) => graph.knows(uri),
      forget: (uri) => { graph.forget(uri); },
      importers: (uri) => graph.importers(uri),
      copyTo: (other, uri) => { copyModules(graph, other, uri); },
      locate,
    },
    folders: {
      wanted: (uri) => disk.wanted(uri),
      tell: (folder, answer) => { disk.tell(folder, answer); },
      knows: (folder) => disk.knows(folder),
      isStale: (uri) => disk.isStale(uri),
      wantedTexts: (uri) => disk.wantedTexts(uri),
      tellText: (file, text) => { disk.tellText(file, text); },
      knowsText: (file) => disk.knowsText(file),
      copyTo(other) { disk.copyTo(other); },
    },
    tables: {
      wanted: (uri) => graph.wantedTables(uri),
      tell: (table, fields) => graph.setTable(table, fields),
      knows: (table) => graph.knowsTable(table),
    },
    summaries: {
      wanted: (uri) => summaries.wanted(uri),
      of: (uri, summary) => {
        const document = open.get(uri);
        const made = document && summary.of(document);
        return document === undefined || made === undefined ? undefined : summary.kept(made, document);
      },
      tell: (uri, summary, told) => { summaries.tell(uri, summary, told); },
    },
    has: (uri) => open.has(uri),
    document: (uri) => open.get(uri),
    report: (uri, cancelled = () => false) => open.get(uri)?.report(cancelled),
  };
}

function copyModules(graph: ModuleGraph, other: SessionModules, uri: string): void {
  const { workspaces, folders, files } = graph.contents(uri);
  other.setWorkspaces(workspaces);
  for (const [folder, listing] of folders) other.setFolder(folder, listing);
  for (const [file, content] of files) other.setFile(file, content);
}

/** The name under which a failure of the interpretation itself is listed: the unit counts as one of which nothing is known. */
const analysisFailure = "analysis";

/** What all documents of a session have in common, and the runner of this one. */
interface Shared {
  readonly registry: Registry;
  readonly known: ReadonlySet<string>;
  readonly graph: ModuleGraph;
  readonly disk: DiskFolders;
  readonly summaries: Summaries;
  readonly open: ReadonlyMap<string, OpenDocument>;
  readonly runner: Runner;
}

/** One open document. */
class Workspace implements OpenDocument {
  options: DocumentOptions;
  catalogue: Catalogue | undefined;
  readonly #document: Document;
  readonly #registry: Registry;
  readonly #known: ReadonlySet<string>;
  readonly #graph: ModuleGraph;
  readonly #disk: DiskFolders;
  readonly #summaries: Summaries;
  readonly #open: ReadonlyMap<string, OpenDocument>;
  readonly #runner: Runner;
  readonly #interpreted = new WeakSet<UnitAnalysis | UnitGroup | UnitSection>();
  #plan: Plan | undefined;
  #report: DocumentReport | undefined;
  /** What the report was made of. */
  #analysis: DocumentAnalysis | undefined;
  #watch = new ModuleWatch([]);
  #others: OpenWatch | undefined;
  /** Rules that the libraries at hand let through, by name. */
  #admitted = "";
  /** Counters as they stood at the last report. */
  #parsed = 0;
  #checked = 0;

  constructor(document: Document, options: DocumentOptions, { registry, known, graph, disk, summaries, open, runner }: Shared) {
    this.#document = document;
    this.options = options;
    this.#registry = registry;
    this.#known = known;
    this.#graph = graph;
    this.#disk = disk;
    this.#summaries = summaries;
    this.#open = open;
    this.#runner = runner;
    this.#parsed = document.work.parsed;
  }

  get uri(): string {
    return this.#document.uri;
  }
  get dialect(): OpenDocument["dialect"] {
    return this.#document.dialect;
  }
  get cells(): readonly Cell[] {
    return this.#document.cells;
  }
  get units(): readonly Unit[] {
    return this.#document.units;
  }
  sourceOf(cell: Cell): SourceText {
    return this.#document.sourceOf(cell);
  }
  locate(place: Place): Location {
    return this.#document.locate(place);
  }
  unitAt(cell: Cell, offset: number): Unit | undefined {
    return this.#document.unitAt(cell, offset);
  }
  cell(id: string): Cell | undefined {
    return this.#document.cell(id);
  }
  analysis(): DocumentAnalysis {
    const analysis = this.#graph.analysis(this.uri);
    if (!analysis) throw new Error(`${this.uri} was closed`);
    return analysis;
  }
  edited(edits: readonly PlaceEdit[]): OpenDocument {
    const session = createSession({ rules: [] });
    copyModules(this.#graph, session.modules, this.uri);
    const { uri, options, cells } = this;
    const isNotebook = this.dialect === "notebook";
    const after = (cell: Cell | undefined): string => {
      if (!cell) return "";
      const own = edits.map(({ at, text }) => ({ ...this.locate(at), text })).filter((edit) => !isNotebook || edit.cell === cell);
      return applyEdits(this.sourceOf(cell).text, own.map(({ start, end, text }) => ({ start, end, text })));
    };
    if (isNotebook) {
      session.openNotebook(uri, cells.map((cell) => {
        const { id, kind, tags, units } = cell;
        const text = after(cell);
        // A cell that has code but no units is in another language, whichever.
        return { id, kind, tags, text, language: units.length === 0 && text.trim() !== "" ? "unknown" : "python" };
      }), options);
    } else session.openScript(uri, after(cells[0]), options);
    session.setCatalogue(uri, this.catalogue);
    const document = session.document(uri);
    if (!document) throw new Error(`${uri} was closed`);
    return document;
  }

  edit(change: (document: Document) => void): void {
    this.#report = undefined;
    change(this.#document);
    this.#graph.edited(this.uri);
  }

  configure(options: DocumentOptions): void {
    const { settings, profile, ruff } = this.options;
    if (options.settings === settings && options.profile === profile && options.ruff === ruff) return;
    this.options = options;
    this.#plan = undefined;
    this.#report = undefined;
  }

  setCatalogue(catalogue: Catalogue | undefined): void {
    if (catalogue === this.catalogue) return;
    this.catalogue = catalogue;
    this.#report = undefined;
  }

  report(cancelled: () => boolean): DocumentReport {
    const analysis = this.analysis();
    const libraries = this.#graph.libraries(this.uri);
    const { settings, profile } = this.options;
    const plan = (this.#plan ??= planRules(this.#registry, settings, profile));
    const modules = this.#graph.reached(this.uri);
    const admitted = plan.rules.flatMap(({ rule }) => (passesGate(rule, libraries) ? rule.name : [])).join(" ");
    if (this.#report && this.#analysis === analysis && this.#admitted === admitted && this.#watch.isSame(modules) && !this.#disk.isStale(this.uri) && this.#others?.isSame() !== false) return this.#report;
    this.#report = undefined;
    this.#analysis = analysis;
    this.#watch = new ModuleWatch(modules);
    const others = (this.#others = new OpenWatch(this.uri, () => [...this.#open.values()].filter((each) => each !== this), this.#summaries));
    this.#admitted = admitted;
    const { cells, units, catalogue } = this;
    const context = { document: this.#document, cells, units, profile, settings, catalogue, modules: this.#watch, others, opened: this, disk: this.#disk.view(this.uri) };
    const run = this.#runner.run({ analysis, libraries, plan, context, cancelled });
    const here = run.findings.flatMap(({ planned, finding }) => {
      const placed = placedHere(finding, this.#document);
      return placed ? [{ planned, finding: placed }] : [];
    });
    const findings = inOrder(this.#afterSuppression(here, run.ran, plan));
    const { failures } = this.#runner;
    const report: DocumentReport = {
      findings,
      // A fix may fail later, when it is asked for.
      get failures() {
        return [...failures].map(([rule, error]) => ({ rule, error }));
      },
      work: this.#workDone(analysis),
    };
    if (run.complete) this.#report = report;
    return report;
  }

  #afterSuppression(raw: readonly RawFinding[], ran: ReadonlySet<string>, plan: Plan): readonly ReportedFinding[] {
    const ledger = new SuppressionLedger(suppressionsOf(this.units));
    const reported = (made: readonly RawFinding[]): readonly ReportedFinding[] =>
      made.flatMap((each) => {
        const { planned, finding } = each;
        const level = levelOf(planned, finding, plan.profile);
        if (level === "off" || ledger.silences({ rule: planned.rule.name, at: finding.at }) || this.#isLeftToRuff(each)) return [];
        return asReported(each, level, this.#runner);
      });
    const findings = reported(raw);
    const own = (name: string, make: () => readonly Finding[]): readonly RawFinding[] => {
      const planned = plan.rules.find(({ rule }) => rule.name === name);
      return planned ? make().map((finding) => ({ planned, finding })) : [];
    };
    const unused = own(engineRules.unused, () => ledger.unused(this.#decided(ran, plan)));
    const malformed = own(engineRules.malformed, () => ledger.malformed(this.#known));
    return [...findings, ...reported([...unused, ...malformed])];
  }

  /** Ruff says the same at the same place, or was told there to say nothing, and nobody has asked for this rule by its name. */
  #isLeftToRuff({ planned: { rule, fixed }, finding }: RawFinding): boolean {
    const { ruff, settings } = this.options;
    const codes = finding.covers ?? rule.covers ?? [];
    if (codes.length === 0 || fixed || settings.select?.includes(rule.name) === true) return false;
    if (ruff && codes.some((code) => isRuffRuleOn(ruff, this.uri, code))) return true;
    const { unit } = finding.at.anchor;
    return isMeant(unit.comments, unit.text, finding.at, codes);
  }

  /**
   * Rules that find everything they ever would here, so that a comment for them that silences nothing is of no use. None while
   * something does not parse: the finding may be hidden only until the line is written to its end.
   */
  #decided(ran: ReadonlySet<string>, plan: Plan): ReadonlySet<string> {
    if (this.units.some((unit) => unit.problems.length > 0)) return new Set();
    const own: readonly string[] = Object.values(engineRules);
    const isDecided = ({ rule }: PlannedRule): boolean =>
      ran.has(rule.name) && !own.includes(rule.name) && (rule.topic !== "feature-store" || this.catalogue !== undefined);
    return new Set(plan.rules.filter(isDecided).map(({ rule }) => rule.name));
  }

  #workDone(analysis: DocumentAnalysis): DocumentReport["work"] {
    const isNew = (part: UnitAnalysis | UnitGroup | UnitSection): boolean => !this.#interpreted.has(part) && Boolean(this.#interpreted.add(part));
    const unitsInterpreted = analysis.sections.filter(isNew).flat().filter(isNew).flat().filter(isNew).length;
    const { parsed } = this.#document.work;
    const { unitsChecked } = this.#runner;
    const work = { unitsParsed: parsed - this.#parsed, unitsInterpreted, unitsChecked: unitsChecked - this.#checked };
    this.#parsed = parsed;
    this.#checked = unitsChecked;
    return work;
  }
}

function asReported(raw: RawFinding, level: Severity, runner: Runner): ReportedFinding {
  const { rule } = raw.planned;
  const { at, message, related, severity } = raw.finding;
  let unmade: RawFinding | undefined = raw;
  let fixes: readonly Fix[] = [];
  return {
    at, message, rule: rule.name, topic: rule.topic, level,
    ...(related ? { related } : {}),
    ...(severity ? { severity } : {}),
    get fixes() {
      if (unmade) fixes = runner.fixesOf(unmade);
      // What it was made from holds the whole analysis.
      unmade = undefined;
      return fixes;
    },
  };
}

/** In document order; one finding per rule and range. */
function inOrder(findings: readonly ReportedFinding[]): readonly ReportedFinding[] {
  const seen = new Set<string>();
  return findings
    .filter(({ rule, at }) => {
      const key = `${rule} ${String(at.anchor.id)} ${String(at.start)} ${String(at.end)}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => comparePlaces(a.at, b.at) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}

function comparePlaces(a: Place, b: Place): number {
  return (
    a.anchor.cell.index - b.anchor.cell.index ||
    a.anchor.offset + a.start - (b.anchor.offset + b.start) ||
    a.anchor.offset + a.end - (b.anchor.offset + b.end)
  );
}
