"""Makes every project that `feast init -t` can make here and now: without a network, a terminal, or the packages of some cloud.

Usage: python feast_templates.py FOLDER. Each template becomes FOLDER/<template>_template, its definitions as Feast wrote them; the
settings are those of a local store, as what a project runs on says nothing of what it defines. Prints one object: made -> names,
refused -> name: why.
"""

import contextlib
import io
import json
import os
import shutil
import sys
import warnings
from pathlib import Path

sys.dont_write_bytecode = True
os.environ["FEAST_USAGE"] = "False"

import feast  # noqa: E402
from feast.repo_operations import init_repo  # noqa: E402

SETTINGS = """project: {name}
provider: local
registry: data/registry.db
online_store:
    type: sqlite
    path: data/online_store.db
entity_key_serialization_version: 3
"""


def made(folder, template):
    name = f"{template}_template"
    with contextlib.redirect_stdout(io.StringIO()):
        init_repo(name, template, str(folder / "projects" / name))
    shutil.copytree(folder / "projects" / name / "feature_repo", folder / name)
    # A script that tries the project out, and no part of its definitions.
    (folder / name / "test_workflow.py").unlink(missing_ok=True)
    (folder / name / "feature_store.yaml").write_text(SETTINGS.format(name=name))
    return name


def main():
    warnings.simplefilter("ignore")
    sys.stdin = io.StringIO()
    folder = Path(sys.argv[1]).resolve()
    os.chdir(folder)
    templates = Path(feast.__file__).parent / "templates"
    result = {"made": [], "refused": {}}
    for template in sorted(each.name for each in templates.iterdir() if (each / "feature_repo").is_dir()):
        try:
            result["made"].append(made(folder, template))
        except (Exception, SystemExit) as error:  # what Feast cannot make here
            result["refused"][template] = f"{type(error).__name__}: {error}"
    print(json.dumps(result))


if __name__ == "__main__":
    main()
