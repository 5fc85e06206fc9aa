"""Makes every project that `feast init -t` can make, without a network: its questions are answered with what it proposes, and no to
whether it should write to a server. The clients of clouds are stood in for (feast_absent.py).

Usage: python feast_templates.py FOLDER. Each template becomes FOLDER/<template>_template, its definitions as Feast wrote them; registry
and online store are local files, as where a project runs says nothing of what it defines. Prints one object: made -> names,
refused -> name: why, offered -> the names that `feast init` itself offers.
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

import click  # noqa: E402
import feast  # noqa: E402
import yaml  # noqa: E402
from feast.cli.cli import init_command  # noqa: E402
from feast.repo_operations import init_repo  # noqa: E402

from feast_absent import stand_in  # noqa: E402

LOCAL = {
    "provider": "local",
    "registry": "data/registry.db",
    "online_store": {"type": "sqlite", "path": "data/online_store.db"},
    "entity_key_serialization_version": 3,
}


def made(folder, template):
    name = f"{template}_template"
    with contextlib.redirect_stdout(io.StringIO()):
        init_repo(name, template, str(folder / "projects" / name))
    shutil.copytree(folder / "projects" / name / "feature_repo", folder / name)
    # A script that tries the project out, and no part of its definitions.
    (folder / name / "test_workflow.py").unlink(missing_ok=True)
    settings = folder / name / "feature_store.yaml"
    written = yaml.safe_load(settings.read_text())
    # Snowflake's definitions read this from it.
    kept = {key: written[key] for key in ["project", *(["offline_store"] if template == "snowflake" else [])]}
    settings.write_text(yaml.safe_dump({**kept, **LOCAL}, sort_keys=False))
    return name


def offered():
    """What -t may be; -m asks for one more."""
    return sorted(each for option in init_command.params if option.name == "template" for each in option.type.choices) + ["minimal"]


def main():
    warnings.simplefilter("ignore")
    stand_in()
    click.prompt = lambda *_, default="answer", **__: default
    click.confirm = lambda *_, **__: False
    folder = Path(sys.argv[1]).resolve()
    os.chdir(folder)
    templates = Path(feast.__file__).parent / "templates"
    result = {"made": [], "refused": {}, "offered": offered()}
    for template in sorted(each.name for each in templates.iterdir() if (each / "feature_repo").is_dir()):
        try:
            result["made"].append(made(folder, template))
        except (Exception, SystemExit) as error:  # what Feast cannot make here
            result["refused"][template] = f"{type(error).__name__}: {error}"
    print(json.dumps(result))


if __name__ == "__main__":
    main()
