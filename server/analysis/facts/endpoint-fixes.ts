/**
 * The repair of a written endpoint: each part is read from the environment, with today's value as the default.
 *
 *     connect(host="db.internal")           connect(host=os.environ.get("DATABASE_HOST", "db.internal"))
 *     create_engine("postgresql://db/a")    create_engine(os.environ.get("DATABASE_URL", "postgresql://db/a"))
 *     read_csv("s3://churn/x.csv")          read_csv(f"s3://{os.environ.get('DATA_BUCKET', 'churn')}/x.csv")
 */
import type { Fix, PlaceEdit } from "../engine/finding.ts";
import { ancestorsOf } from "./ancestors.ts";
import { replace } from "./call-edits.ts";
import type { Edits } from "./edits.ts";
import type { Endpoint, EndpointPart } from "./endpoints.ts";
import { variableNameFor } from "./paths/machine-paths.ts";
import { textConstantsIn } from "./text-constants.ts";

export function endpointFix({ parts }: Endpoint, edits: Edits): Fix | undefined {
  const access = edits.importing("os", parts[0].at);
  if (!access) return undefined;
  const lookups = parts.map((part) => lookupFor(part, access.name));
  const [first] = lookups;
  if (!first) return undefined;
  const made = lookups.filter((each) => each !== undefined);
  const title = `Read ${made.length === 1 ? "it" : "them"} from the environment: ${made.map(({ variable }) => variable).join(", ")}`;
  return { title, safety: "review", edits: [...access.edits, ...made.map(({ edit }) => edit)] };
}

interface Lookup {
  readonly variable: string;
  readonly edit: PlaceEdit;
}

function lookupFor({ at, kind, name, variable: usual }: EndpointPart, os: string): Lookup | undefined {
  const { unit } = at.anchor;
  const constant = textConstantsIn(unit).find(({ node }) => node.start <= at.start && at.end <= node.end);
  if (constant && (kind !== "bucket" || constant.node.value === name)) {
    const source = unit.text.slice(constant.node.start, constant.node.end);
    const variable = variableFor(constant, usual);
    return { variable, edit: replace(unit, constant.node, `${os}.environ.get("${variable}", ${/[\r\n]/u.test(source) ? JSON.stringify(constant.node.value) : source})`) };
  }
  const variable = kind === "url" ? usual.replace(/URL$/u, "HOST") : usual;
  const field = `{${os}.environ.get('${variable}', '${name}')}`;
  if (constant) {
    const [part] = constant.node.parts;
    const source = unit.text.slice(constant.node.start, constant.node.end);
    if (constant.node.parts.length !== 1 || part?.prefix !== "" || /[{}\\\r\n]/u.test(source) || part.quote.includes("'")) return undefined;
    return { variable, edit: replace(unit, constant.node, `f${source.replace(name, field)}`) };
  }
  // The text of an f-string.
  const literal = ancestorsOf(unit, at).findLast((node) => node.kind === "JoinedStr");
  const part = literal?.kind === "JoinedStr" ? literal.parts.find(({ content }) => content.start <= at.start && at.end <= content.end) : undefined;
  const offset = unit.text.slice(at.start, at.end).indexOf(name);
  if (!part || offset < 0 || part.quote.includes("'")) return undefined;
  const start = at.start + offset;
  return { variable, edit: replace(unit, { start, end: start + name.length }, field) };
}

/** A constant of the module has a name already. */
function variableFor({ unit, node }: ReturnType<typeof textConstantsIn>[number], usual: string): string {
  const statement = unit.body.find((each) => each.kind === "Assign" && each.value === node);
  const target = statement?.kind === "Assign" ? statement.targets[0] : undefined;
  if (target?.kind !== "Name" || !/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/u.test(target.id)) return usual;
  return variableNameFor(target.id, usual);
}
