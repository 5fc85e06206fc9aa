/**
 * Parameters that a framework fills with what somebody outside sends: their function is called by nobody in the code.
 *
 *     @app.post("/models")
 *     async def add(file: UploadFile): ...         an upload
 *
 *     @app.get("/score/{name}")
 *     def score(name, db=Depends(session)): ...    a request; db comes from the program
 *
 *     @click.command()
 *     @click.argument("model")
 *     def main(model): ...                         an argument of the command line
 */
import type { AsyncFunctionDef, FunctionDef, Node } from "../syntax/nodes.ts";
import type { Place } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";

/** Completes "which comes from ..."; `undefined` for any other parameter. */
export function parameterSource(place: Place): string | undefined {
  const { unit } = place.anchor;
  const path = ancestorsOf(unit, place);
  const parameter = path.findLast((node) => node.kind === "Argument");
  const called = path.findLast((node): node is FunctionDef | AsyncFunctionDef => node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef");
  if (parameter?.kind !== "Argument" || !called) return undefined;
  const text = (node: Node | undefined): string => (node ? unit.text.slice(node.start, node.end) : "");
  const annotation = text(parameter.annotation);
  if (/\bUpload(?:ed)?File\b/u.test(annotation)) return "an upload";
  if (called.decoratorList.length === 0 || /\bDepends\b/u.test(annotation + defaultOf(called, parameter, text))) return undefined;
  const decorators = called.decoratorList.map(text);
  if (decorators.some((each) => /\.(?:route|get|post|put|patch|delete|api_route|websocket)\(/u.test(each))) return "a request";
  return decorators.some((each) => /(?:^|\.)command(?:\(|$)/u.test(each)) ? "an argument of the command line" : undefined;
}

function defaultOf({ args }: FunctionDef | AsyncFunctionDef, parameter: Node, text: (node: Node | undefined) => string): string {
  const positional = [...args.posonlyargs, ...args.args];
  const index = positional.findIndex((each) => each === parameter);
  if (index >= 0) return text(args.defaults[index - (positional.length - args.defaults.length)]);
  return text(args.kwDefaults[args.kwonlyargs.findIndex((each) => each === parameter)]);
}
