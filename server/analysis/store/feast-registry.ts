/**
 * Feast's registry: bytes in, a snapshot of one project out. Pure, and in slices, as a registry may have 100 MB.
 *
 * The registry is one protobuf message, a row of objects of all projects one after the other, with nothing around it:
 *
 *     0a <length> Entity ... 1a 01 "1"  22 24 "<uuid of the apply>"  2a <time>  32 <length> FeatureView ... 8a 01 <length> Project
 *
 * Feast writes it in one go over the old file, so a reader may meet a beginning of it. A cut inside an object shows; a cut between
 * two does not, except that the projects stand near the end: a file without them is taken for half-written (`broken`). An object that cannot be read is left out and said (`unread`); its neighbours are not affected,
 * as each says how long it is.
 *
 * A database keeps the same objects in rows, the REST server gives them as JSON; both are added to the same collection.
 */
import { BinaryReader, WireType } from "@bufbuild/protobuf/wire";
import * as schema from "./feast-schema.ts";
import {
  entityOf, featureServiceOf, featureViewOf, labelViewOf, onDemandFeatureViewOf, sourceOf, streamFeatureViewOf,
} from "./feast-registry-objects.ts";
import type { Entity, RegistryVersion, Service, Source, View } from "./model.ts";
import { MessageError, messageFromBytes, messageFromJson, timeFromBytes } from "./protobuf-message.ts";

/** One project, as the registry has it. */
export interface RegistrySnapshot {
  readonly project: string;
  readonly version: RegistryVersion;
  readonly views: readonly View[];
  readonly entities: readonly Entity[];
  readonly services: readonly Service[];
  readonly sources: readonly Source[];
  /** Objects that could not be read, in the user's words. */
  readonly unread: readonly string[];
}

export type RegistryReading =
  | { readonly kind: "snapshot"; readonly snapshot: RegistrySnapshot }
  /** The registry is whole and holds other projects only. */
  | { readonly kind: "other-projects"; readonly projects: readonly string[] }
  /** Cut off, or no registry at all. */
  | { readonly kind: "broken"; readonly message: string };

export type ObjectKind = "entity" | "view" | "stream-view" | "on-demand-view" | "label-view" | "service" | "source" | "project" | "old-project" | "version";

/** Collects the objects of one project, in any order. */
export interface RegistryCollector {
  /** `of`: the project, where the object's surroundings say it and the object need not. */
  add(kind: ObjectKind, bytes: Uint8Array, of?: string): void;
  addJson(kind: ObjectKind, json: unknown, of?: string): void;
  /** A version that a row says, without its object. */
  addVersion(view: string, project: string, version: number): void;
  setVersion(version: RegistryVersion): void;
  readonly projects: ReadonlySet<string>;
  reading(): RegistryReading;
}

type Read = <S extends schema.Shape>(shape: S) => schema.Message<S>;

function push<T>(list: T[], found: T | undefined): void {
  if (found !== undefined) list.push(found);
}

/** `project` undefined: the registry's only one. */
export function createRegistryCollector(project: string | undefined): RegistryCollector {
  const views: View[] = [];
  const entities: Entity[] = [];
  const services: Service[] = [];
  const sources: Source[] = [];
  const versions = new Map<string, number[]>();
  const projects = new Set<string>();
  const unread: string[] = [];
  let registryVersion: RegistryVersion = { id: undefined, updated: undefined };

  /** Whether an object belongs to the project; notes its project. */
  function isMine(of: string | undefined): boolean {
    if (of === undefined || of === "") return false;
    projects.add(of);
    return project === undefined || of === project;
  }

  function take(kind: ObjectKind, read: Read, of: string | undefined): void {
    switch (kind) {
      case "entity": {
        const message = read(schema.entity);
        if (isMine(of ?? message.spec?.project)) push(entities, entityOf(message));
        return;
      }
      case "view": {
        const message = read(schema.featureView);
        if (isMine(of ?? message.spec?.project)) push(views, featureViewOf(message));
        return;
      }
      case "stream-view": {
        const message = read(schema.streamFeatureView);
        if (isMine(of ?? message.spec?.project)) push(views, streamFeatureViewOf(message));
        return;
      }
      case "on-demand-view": {
        const message = read(schema.onDemandFeatureView);
        if (isMine(of ?? message.spec?.project)) push(views, onDemandFeatureViewOf(message));
        return;
      }
      case "label-view": {
        const message = read(schema.labelView);
        if (isMine(of ?? message.spec?.project)) push(views, labelViewOf(message));
        return;
      }
      case "service": {
        const message = read(schema.featureService);
        if (isMine(of ?? message.spec?.project)) push(services, featureServiceOf(message));
        return;
      }
      case "source": {
        const message = read(schema.dataSource);
        if (isMine(of ?? message.project)) push(sources, sourceOf(message));
        return;
      }
      case "project": {
        const name = read(schema.project).spec?.name ?? "";
        if (name !== "") projects.add(name);
        return;
      }
      case "old-project": {
        // Before Feast 0.42 a registry listed its projects here.
        const name = read(schema.projectMetadata).project;
        if (name !== "") projects.add(name);
        return;
      }
      case "version": {
        const { featureViewName, projectId, versionNumber } = read(schema.versionRecord);
        noteVersion(featureViewName, projectId, versionNumber);
      }
    }
  }

  function noteVersion(view: string, of: string, version: number): void {
    if (!isMine(of)) return;
    versions.set(view, [...(versions.get(view) ?? []), version]);
  }

  function contained(kind: ObjectKind, read: Read, of: string | undefined): void {
    try {
      take(kind, read, of);
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      unread.push(`${kindNames[kind]} that cannot be read: ${error.message}`);
    }
  }

  return {
    projects,
    add: (kind, bytes, of) => {
      contained(kind, (shape) => messageFromBytes(shape, bytes), of);
    },
    addJson: (kind, json, of) => {
      contained(kind, (shape) => messageFromJson(shape, json), of);
    },
    addVersion: noteVersion,
    setVersion: (version) => {
      registryVersion = version;
    },
    reading() {
      const known = [...projects].toSorted();
      const name = project ?? (known.length === 1 ? known[0] : undefined);
      if (name === undefined || !projects.has(name)) return { kind: "other-projects", projects: known };
      const withVersions = views.map((view) => {
        const kept = versions.get(view.name);
        return kept && view.applied ? { ...view, applied: { ...view.applied, versions: kept.toSorted((a, b) => a - b) } } : view;
      });
      return { kind: "snapshot", snapshot: { project: name, version: registryVersion, views: withVersions, entities, services, sources, unread } };
    },
  };
}

const kindNames: Readonly<Record<ObjectKind, string>> = {
  entity: "an entity", view: "a feature view", "stream-view": "a stream feature view", "on-demand-view": "an on-demand feature view",
  "label-view": "a label view", service: "a feature service", source: "a data source", project: "a project", "old-project": "a project",
  version: "a version of a view",
};

const kindOfField: ReadonlyMap<number, ObjectKind> = new Map<number, ObjectKind>([
  [schema.registry.entities[0], "entity"], [schema.registry.featureViews[0], "view"], [schema.registry.featureServices[0], "service"],
  [schema.registry.onDemandFeatureViews[0], "on-demand-view"], [schema.registry.dataSources[0], "source"],
  [schema.registry.streamFeatureViews[0], "stream-view"], [schema.registry.projectMetadata[0], "old-project"], [schema.registry.projects[0], "project"], [schema.registry.labelViews[0], "label-view"],
]);

/**
 * A file may be half-written. What a server sent is whole, is of one project, and need not say so in every object; and a server may leave
 * out what the user must not see.
 */
export type RegistryOrigin = "file" | "server";

/** Reads a registry in one go. */
export function readRegistry(bytes: Uint8Array, project: string | undefined, origin: RegistryOrigin = "file"): RegistryReading {
  const steps = registrySteps(bytes, project, origin);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** Bytes read between two steps: some milliseconds. */
const stepBytes = 256_000;

/** The same in steps, so that a reader can do something else in between; each yields the offset reached. */
export function* registrySteps(bytes: Uint8Array, project: string | undefined, origin: RegistryOrigin): Generator<number, RegistryReading> {
  const collector = createRegistryCollector(project);
  const head = { id: "", updated: undefined as string | undefined };
  let nextStep = stepBytes;
  let isEnded = false;
  let reader: BinaryReader;
  try {
    reader = new BinaryReader(bytes);
    if (bytes.length === 0) return { kind: "broken", message: "it is empty" };
    while (reader.pos < reader.len) {
      const [number, wireType] = reader.tag();
      const kind = kindOfField.get(number);
      isEnded ||= number === schema.registry.projects[0] || number === schema.registry.projectMetadata[0];
      if (wireType !== WireType.LengthDelimited) reader.skip(wireType, number);
      else if (kind !== undefined) collector.add(kind, reader.bytes(), origin === "server" ? project : undefined);
      else if (number === schema.registry.featureViewVersionHistory[0]) yield* versionSteps(reader.bytes(), collector);
      else if (number === schema.registry.versionId[0]) head.id = reader.string();
      else if (number === schema.registry.lastUpdated[0]) head.updated = timeFromBytes(reader.bytes());
      else reader.skip(wireType, number);
      if (reader.pos < nextStep) continue;
      yield reader.pos;
      nextStep = reader.pos + stepBytes;
    }
  } catch (error) {
    return { kind: "broken", message: `it ends, or is damaged, after ${String(bytes.length)} bytes (${error instanceof Error ? error.message : String(error)})` };
  }
  if (reader.pos > reader.len) return { kind: "broken", message: "it ends in the middle" };
  if (!isEnded && origin === "file") return { kind: "broken", message: "it ends before the projects that stand at the end of a registry" };
  collector.setVersion({ id: head.id === "" ? undefined : head.id, updated: head.updated });
  return collector.reading();
}

/** The history holds every version of every view whole: only the numbers are of interest. */
function* versionSteps(bytes: Uint8Array, collector: RegistryCollector): Generator<number, void> {
  const reader = new BinaryReader(bytes);
  let nextStep = stepBytes;
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag();
    if (number === 1 && wireType === WireType.LengthDelimited) collector.add("version", reader.bytes());
    else reader.skip(wireType, number);
    if (reader.pos < nextStep) continue;
    yield reader.pos;
    nextStep = reader.pos + stepBytes;
  }
}
