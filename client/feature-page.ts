/**
 * A feature, view or service as a page: what it is, who knows it, who uses it, its lineage.
 *
 * The page holds no script and no style of its own: both are files of the extension, and its policy allows nothing else. What can be
 * clicked carries the number of its target; the script sends the number, and the extension knows what it means.
 */
import type { CodePlace, FeatureDetails } from "../server/protocol.ts";
import { escaped } from "./html.ts";
import { lineageSvg } from "./lineage-drawing.ts";

/** What a click does. */
export type PageTarget =
  | { readonly kind: "place"; readonly place: CodePlace }
  /** Shows another feature, view or service. */
  | { readonly kind: "feature"; readonly id: string }
  | { readonly kind: "copy" | "insert" };

export interface Page {
  readonly html: string;
  readonly targets: readonly PageTarget[];
}

export interface PageFrame {
  /** What the policy calls the extension's own files. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  /** `src/train.py` of a URI, as the user knows it. */
  readonly pathOf: (uri: string) => string;
}

const standingWords: Readonly<Record<FeatureDetails["standing"]["kind"], string | undefined>> = {
  code: undefined, applied: "applied", "not-applied": "not applied", differs: "differs from what was applied", "registry-only": "only in the registry",
};

export function featurePage(details: FeatureDetails, frame: PageFrame): Page {
  const targets: PageTarget[] = [];
  const target = (each: PageTarget): number => targets.push(each) - 1;
  const { label, reference, type, kind, description, lineage } = details;
  const body = [
    `<header><p class="kind">${escaped(details.project === null ? kind : `${details.project} · ${kind}`)}</p>`,
    `<h1>${escaped(label)}${type === null ? "" : ` <span class="type">${escaped(type)}</span>`}</h1>`,
    `<p class="reference"><code>${escaped(reference)}</code></p>${badges(details)}`,
    description === null ? '<p class="absent">No description.</p>' : `<p>${escaped(description)}</p>`,
    `<p class="actions">${[
      ...(details.location ? [button("Go to Definition", target({ kind: "place", place: details.location }))] : []),
      button("Copy Reference", target({ kind: "copy" })),
      ...(kind === "view" ? [] : [button("Insert at Cursor", target({ kind: "insert" }))]),
    ].join(" ")}</p></header>`,
    section("Lineage", [
      `<div class="drawing">${lineageSvg(lineage, (node) =>
        node.location ? target({ kind: "place", place: node.location }) : node.feature !== null && !node.isSubject ? target({ kind: "feature", id: node.feature }) : undefined)}</div>`,
      ...lineage.gaps.map((gap) => `<p class="gap">${escaped(gap)}</p>`),
    ]),
    differencesOf(details),
    section("Facts", [factsOf(details)]),
    usageOf(details, frame, target),
    featuresOf(details, target),
  ].join("\n");
  return { html: document(details, frame, body), targets };
}

/** What is shown for a feature that is there no more. */
export function emptyPage(frame: PageFrame): string {
  return document(undefined, frame, "<p>This feature is not in any feature store of the workspace any more.</p>");
}

function document(details: FeatureDetails | undefined, { source, script, style }: PageFrame, body: string): string {
  const policy = `default-src 'none'; style-src ${source}; script-src ${source}`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(details?.reference ?? "Feature")}</title>
<link rel="stylesheet" href="${escaped(style)}">
</head>
<body data-id="${escaped(details?.id ?? "")}">
<main>
${body}
</main>
<script src="${escaped(script)}"></script>
</body>
</html>
`;
}

function badges({ standing, deprecated, registry }: FeatureDetails): string {
  const words = standingWords[standing.kind];
  const all = [
    ...(deprecated === null ? [] : [`<li class="badge warning">${escaped(deprecated)}</li>`]),
    ...(words === undefined ? [] : [`<li class="badge${standing.kind === "applied" ? "" : " warning"}">${escaped(words)}</li>`]),
    ...(registry === null ? [] : [`<li class="badge">registry: ${escaped(registry)}</li>`]),
  ];
  return all.length === 0 ? "" : `<ul class="badges">${all.join("")}</ul>`;
}

function differencesOf({ standing: { differences } }: FeatureDetails): string {
  if (differences.length === 0) return "";
  const shown = (text: string | null): string => (text === null || text === "" ? '<span class="absent">nothing</span>' : escaped(text));
  const rows = differences.map(({ part, code, registry }) => `<tr><th scope="row">${escaped(part)}</th><td>${shown(code)}</td><td>${shown(registry)}</td></tr>`);
  return section("Differences", [`<table><thead><tr><th scope="col">Part</th><th scope="col">Code</th><th scope="col">Registry</th></tr></thead><tbody>${rows.join("")}</tbody></table>`]);
}

function factsOf({ facts, tags }: FeatureDetails): string {
  const listed = tags.map(({ key, value }) => `<code>${escaped(value === "" ? key : `${key}: ${value}`)}</code>`).join(" ");
  const rows = [...facts.map(({ label, text }) => [label, escaped(text)] as const), ...(listed === "" ? [] : [["Tags", listed] as const])];
  return `<dl>${rows.map(([label, text]) => `<dt>${escaped(label)}</dt><dd>${text}</dd>`).join("")}</dl>`;
}

function usageOf({ usage }: FeatureDetails, { pathOf }: PageFrame, target: (each: PageTarget) => number): string {
  const list = (title: string, places: readonly CodePlace[]): string => (places.length === 0 ? "" : `<h3>${title}</h3><ul>${places.map((place) =>
    `<li>${link(placeText(place, pathOf), target({ kind: "place", place }))}</li>`).join("")}</ul>`);
  return section("Usage", [`<p>${escaped(usage.text)}</p>`, list("Training", usage.training), list("Serving", usage.serving), list("Perhaps, by names known only at run time", usage.possibly)]);
}

/** A line of a notebook's file says nothing to anybody. */
function placeText({ uri, range }: CodePlace, pathOf: PageFrame["pathOf"]): string {
  const path = pathOf(uri);
  return path.endsWith(".ipynb") ? path : `${path}:${String(range.start.line + 1)}`;
}

function featuresOf({ features, hasMoreFeatures }: FeatureDetails, target: (each: PageTarget) => number): string {
  if (features.length === 0 && !hasMoreFeatures) return "";
  const rows = features.map(({ id, label, dtype, description }) =>
    `<tr><th scope="row">${link(label, target({ kind: "feature", id }))}</th><td>${escaped(dtype ?? "")}</td><td>${escaped(description ?? "")}</td></tr>`);
  const table = rows.length === 0 ? "" : `<table><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Description</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
  return section("Features", [table, hasMoreFeatures ? '<p class="gap">There may be more, which only the store knows.</p>' : ""]);
}

function section(title: string, parts: readonly string[]): string {
  const id = title.toLowerCase().replaceAll(/\W+/gu, "-");
  return `<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${parts.join("\n")}</section>`;
}

function button(title: string, target: number): string {
  return `<button type="button" data-target="${String(target)}">${escaped(title)}</button>`;
}

function link(title: string, target: number): string {
  return `<button type="button" class="link" data-target="${String(target)}">${escaped(title)}</button>`;
}
