/**
 * Data is read by a function that runs what the data says: whoever can change the file can run code here.
 *
 * How grave it is depends on where the data comes from: the network, an upload or the command line is an error in both profiles, a file with
 * a fixed name beside the code a hint, and what the program has written itself is no finding.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { argument, mayPass } from "../../server/analysis/facts/calls.ts";
import { appendArgument, removeArgument, replace } from "../../server/analysis/facts/call-edits.ts";
import { deserializations } from "../../server/analysis/facts/data-origin.ts";
import type { DataOrigin } from "../../server/analysis/facts/data-origin.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { edits } from "../../server/analysis/facts/edits.ts";
import type { Edits } from "../../server/analysis/facts/edits.ts";
import { boolOf } from "../../server/analysis/facts/values.ts";
import { deserializers, yamlLoaders } from "../../server/analysis/knowledge/deserialization.ts";
import type { CallEvent } from "../../server/analysis/semantic/analysis.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "unsafe-deserialization",
  topic: "data-access",
  summary: "Data is loaded by a function that runs code found in it",
  why: {
    scientist: "A pickle is a program: loading one from a stranger, a download or a shared folder runs whatever its author put in, with your rights.",
    engineer: "Anybody who can write the file or answer the request executes code in this process. Use a format that only holds data, or check a signature first.",
  },
  bad: `import yaml


def read_settings(path):
    with open(path) as file:
        return yaml.load(file, Loader=yaml.Loader)
`,
  good: `import yaml


def read_settings(path):
    with open(path) as file:
        return yaml.safe_load(file)
`,
  severity: { exploration: "hint", production: "warning" },
  covers: ["S301", "S506"],
  needs: { deserializations, edits, document: documentKind },
  check({ deserializations, edits, document }) {
    if (document.isTest) return [];
    return deserializations.flatMap(({ event, origin }) =>
      origin.kind === "own" ? [] : optional(findingFor(event, origin, edits)).map((finding) => ({ ...finding, covers: coveredBy(event.target ?? "") })));
  },
});

/** Ruff knows pickle and what wraps it by name and yaml.load. */
function coveredBy(target: string): readonly string[] {
  if (/^(?:(?:_?pickle|cPickle|dill)\.(?:loads?|Unpickler)|shelve\.(?:open|DbfilenameShelf)|jsonpickle\.decode|pandas\.read_pickle)$/u.test(target)) return ["S301"];
  return target === "yaml.load" ? ["S506"] : [];
}

function findingFor(event: CallEvent, origin: DataOrigin, edits: Edits): Finding | undefined {
  const { target = "" } = event;
  const at = place(event.unit, event.node);
  const outside = origin.kind === "outside" ? { exploration: "error", production: "error" } as const : undefined;
  const message = origin.kind === "outside" ? `${target} runs code from the data, which comes from ${origin.from}` : `${target} runs code that it finds in the data`;
  const related = origin.kind === "outside" && origin.place ? [{ at: origin.place, message: "the data comes from here" }] : [];
  switch (deserializers.get(target)?.runs) {
    case "always": {
      const severity = outside ?? (origin.kind === "beside" ? { exploration: "hint", production: "hint" } as const : {});
      return { at, message, related, severity };
    }
    case "yaml": {
      const loader = loaderOf(event);
      if (loader !== "any" && !(loader === "full" && outside)) return undefined;
      return { at, message, related, severity: outside ?? {}, fixes: () => optional(safeYaml(event, edits)) };
    }
    case "allow_pickle":
      return boolAt(event, "allow_pickle") === true ? { at, message, related, severity: outside ?? {}, fixes: optional(withoutArgument(event, "allow_pickle", "Load arrays without pickled objects")) } : undefined;
    case "weights_only": {
      const given = boolAt(event, "weights_only");
      const fixes = optional(weightsOnly(event));
      if (given === false) return { at, message, related, severity: outside ?? { exploration: "warning", production: "warning" }, fixes };
      if (given !== undefined || mayPass(event, "weights_only")) return undefined;
      const old = "Before version 2.6, torch.load runs code from the file unless weights_only=True";
      return { at, message: old, related, severity: { exploration: "hint", production: "hint" }, fixes };
    }
    case "safe_mode": {
      const isOff = boolAt(event, "safe_mode") === false;
      return isOff ? { at, message, related, severity: outside ?? { exploration: "warning", production: "warning" }, fixes: optional(withoutArgument(event, "safe_mode", "Load it in safe mode")) } : undefined;
    }
    case "hub":
      return outside ? { at, message, related, severity: outside } : undefined;
    case undefined:
      return undefined;
  }
}

function boolAt(event: CallEvent, parameter: string): boolean | undefined {
  const passed = argument(event, parameter);
  return passed && boolOf(passed.value);
}

function optional<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/** What PyYAML may build here; `undefined` where that is not known. */
function loaderOf(event: CallEvent): "safe" | "full" | "any" | undefined {
  if (event.target?.includes("unsafe") === true) return "any";
  const passed = argument(event, "Loader");
  if (!passed) return mayPass(event, "Loader") ? undefined : "any";
  const { type } = passed.value;
  return type?.kind === "symbol" && type.name.startsWith("yaml.") ? yamlLoaders.get(type.name.slice(type.name.lastIndexOf(".") + 1)) : undefined;
}

function safeYaml(event: CallEvent, edits: Edits): Fix | undefined {
  const { node, unit, target = "" } = event;
  const safe = target.endsWith("_all") ? "safe_load_all" : "safe_load";
  const loader = argument(event, "Loader");
  const written = loader && (node.keywords.find(({ value }) => value === loader.node) ?? loader.node);
  const without = written && removeArgument(unit, node, written);
  if (written && !without) return undefined;
  const access = node.func.kind === "Attribute" ? { name: "", edits: [] } : edits.importing("yaml", place(unit, node));
  if (!access) return undefined;
  const called = node.func.kind === "Attribute" ? replace(unit, node.func.attr, safe) : replace(unit, node.func, `${access.name}.${safe}`);
  return { title: `Use yaml.${safe}`, safety: "review", edits: [...access.edits, called, ...(without ? [without] : [])] };
}

function withoutArgument({ node, unit }: CallEvent, name: string, title: string): Fix | undefined {
  const written = node.keywords.find(({ arg }) => arg?.name === name);
  const edit = written && removeArgument(unit, node, written);
  return edit && { title, safety: "review", edits: [edit] };
}

function weightsOnly({ node, unit }: CallEvent): Fix | undefined {
  const written = node.keywords.find(({ arg }) => arg?.name === "weights_only");
  const edit = written ? replace(unit, written.value, "True") : appendArgument(unit, node, "weights_only=True");
  return edit && { title: "Load weights only", safety: "review", edits: [edit] };
}
