/**
 * Libraries whose objects are definitions: the interpreter keeps how each was made (see Construction in semantic/value.ts), so
 * that an adapter can read a feature view or a duration from the arguments it was built with.
 */

/** Top-level modules: every class, function and method of them counts. */
const definitionModules: ReadonlySet<string> = new Set(["feast", "qwak", "frogml"]);

/** Single callables of other modules, by qualified name. */
const definitionCallables: ReadonlySet<string> = new Set(["datetime.timedelta"]);

export function isDefinitionCallable(qualifiedName: string): boolean {
  if (definitionCallables.has(qualifiedName)) return true;
  const dot = qualifiedName.indexOf(".");
  return definitionModules.has(dot < 0 ? qualifiedName : qualifiedName.slice(0, dot));
}
