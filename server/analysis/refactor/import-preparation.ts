/**
 * Code that later imports depend on: it changes where modules are found, the environment they read, or what they warn of.
 *
 *     sys.path.append("src")                    import churn
 *     os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"  import tensorflow
 *     matplotlib.use("Agg")                     import matplotlib.pyplot
 *     warnings.filterwarnings("ignore")         import old_library
 */
import type { Expression } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";

const called = /^(?:sys\.path\.\w+|sys\.(?:setrecursionlimit|addaudithook)|site\.addsitedir|os\.(?:environ\.(?:update|setdefault|pop)|putenv|unsetenv|chdir|system|add_dll_directory)|(?:matplotlib|mpl)\.(?:use|rc|rc_file|set_loglevel)|warnings\.(?:filterwarnings|simplefilter|resetwarnings)|filterwarnings|simplefilter|(?:multiprocessing\.|mp\.)?set_start_method|(?:\w+\.)?(?:patch_all|monkey_patch|load_dotenv|install_import_hook)|pyximport\.install|importlib\.\w+|subprocess\.\w+|nest_asyncio\.apply|use|(?:\w+\.)?patch_sklearn)$/u;
const stored = /^(?:os\.environ|sys\.(?:path|modules|meta_path|path_hooks|flags|dont_write_bytecode|stdout|stderr|argv)|(?:matplotlib|mpl)\.rcParams)\b/u;

/** How the first of them begins, as written; `undefined` when there is none. */
export function preparationOf(units: readonly Unit[]): string | undefined {
  let found: string | undefined;
  for (const unit of units) {
    walk(unit.body, (node) => {
      if (node.kind === "Call" && called.test(dotted(node.func))) found ??= `${dotted(node.func)}()`;
      if ((node.kind === "Subscript" || node.kind === "Attribute") && node.ctx !== "load" && stored.test(dotted(node.kind === "Subscript" ? node.value : node))) found ??= dotted(node.kind === "Subscript" ? node.value : node);
      if (node.kind === "Magic" && node.form !== "help" && !/^(?:matplotlib|time|timeit|load_ext|autoreload|config)$/u.test(node.name.name)) found ??= `%${node.name.name}`;
      return undefined;
    });
  }
  return found;
}

function dotted(node: Expression): string {
  if (node.kind === "Name") return node.id;
  return node.kind === "Attribute" ? `${dotted(node.value)}.${node.attr.name}` : "?";
}
