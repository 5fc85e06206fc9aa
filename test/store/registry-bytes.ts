/**
 * Registries for tests, written the way Feast writes them: one line a view, `stats[driver](conv_rate acc_rate)`.
 *
 * What Feast itself writes is read in applied.test.ts; this makes the broken ones, and those of any size.
 */
import { BinaryReader, BinaryWriter, WireType } from "@bufbuild/protobuf/wire";

/** A message of texts and messages by field number; a list is a repeated field. */
export type Parts = Readonly<Record<number, string | number | Uint8Array | readonly (string | Uint8Array)[]>>;

export function message(parts: Parts): Uint8Array {
  const writer = new BinaryWriter();
  for (const [number, value] of Object.entries(parts)) {
    if (typeof value === "number") writer.tag(Number(number), WireType.Varint).int64(value);
    else for (const each of typeof value === "string" || value instanceof Uint8Array ? [value] : value) {
      writer.tag(Number(number), WireType.LengthDelimited);
      if (typeof each === "string") writer.string(each);
      else writer.bytes(each);
    }
  }
  return writer.finish();
}

export interface RegistryPlan {
  readonly project?: string;
  readonly version?: string;
  readonly views?: readonly string[];
  /** Bytes of a pickled function in each view, which nobody reads. */
  readonly ballast?: number;
  /** Left out to cut the registry's end off. */
  readonly projects?: readonly string[];
}

const int64 = 4;

export function registryBytes({ project = "drivers", version = "v1", views = [], ballast = 0, projects = [project] }: RegistryPlan): Uint8Array {
  const parsed = views.map((text) => /^(\w+)\[(\w*)\]\((.*)\)$/.exec(text)?.slice(1) ?? []);
  const entities = [...new Set(parsed.map(([, entity = ""]) => entity).filter((name) => name !== ""))];
  return message({
    1: entities.map((name) => message({ 1: message({ 1: name, 2: int64, 4: `${name}_id`, 9: project }) })),
    3: "1",
    4: version,
    5: message({ 1: 1_767_225_600 }),
    6: parsed.map(([name = "", entity = "", fields = ""]) => {
      const features = fields.split(" ").filter((field) => field !== "").map((field) => message({ 1: field, 2: int64 }));
      const spec = { 1: name, 2: project, 3: entity, 4: features, 8: 1 };
      const transformation = message({ 1: message({ 1: "f", 2: new Uint8Array(ballast), 3: "def f(): ..." }) });
      return message({ 1: message(ballast > 0 ? { ...spec, 15: transformation } : spec), 2: message({ 4: 1 }) });
    }),
    17: projects.map((name) => message({ 1: message({ 1: name }) })),
  });
}

/** What a registry server that holds this registry answers to a method. */
export function answerOf(registry: Uint8Array, method: string): Uint8Array {
  const parts = (field: number): readonly Uint8Array[] => {
    const reader = new BinaryReader(registry);
    const found: Uint8Array[] = [];
    while (reader.pos < reader.len) {
      const [number, wireType] = reader.tag();
      if (number === field) found.push(reader.bytes());
      else reader.skip(wireType, number);
    }
    return found;
  };
  if (method.endsWith("/ListProjects")) return message({ 1: parts(17) });
  if (method.endsWith("/ListEntities")) return message({ 1: parts(1) });
  if (method.endsWith("/ListAllFeatureViews")) return message({ 1: parts(6).map((view) => message({ 1: view })) });
  return new Uint8Array();
}
