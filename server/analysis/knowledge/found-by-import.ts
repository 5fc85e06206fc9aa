/**
 * Objects that a tool looks for in a module that it imports: `uvicorn serve:app`, `feast apply`, a scheduler that reads its folder
 * of pipelines. They must be there when the module is imported, under whatever name.
 */

/** Libraries most of whose classes are such definitions, and their classes that are not. */
const definitionLibraries: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["feast", new Set(["feast.FeatureStore", "feast.RepoConfig", "feast.Client"])],
  ["airflow", new Set<string>()],
  ["dagster", new Set<string>()],
]);

const applications: ReadonlySet<string> = new Set([
  "fastapi.FastAPI", "fastapi.APIRouter", "starlette.applications.Starlette", "flask.Flask", "flask.Blueprint", "dash.Dash", "sanic.Sanic",
  "litestar.Litestar", "quart.Quart", "aiohttp.web.Application", "falcon.App", "falcon.asgi.App", "bottle.Bottle", "celery.Celery",
  "bentoml.Service", "modal.App", "faust.App", "huey.RedisHuey", "huey.SqliteHuey",
]);

/** @param callable qualified name of what makes the object */
export function isFoundByImport(callable: string): boolean {
  if (applications.has(callable)) return true;
  const [root = ""] = callable.split(".", 1);
  const others = definitionLibraries.get(root);
  return others !== undefined && !others.has(callable) && /\.[A-Z]\w*$/u.test(callable);
}
