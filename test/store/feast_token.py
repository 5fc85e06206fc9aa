"""The tokens that Feast's client would show a server: JSON [{text, variables}] in, the tokens out; null where it refuses."""

import json
import os
import sys
import tempfile
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
sys.dont_write_bytecode = True

from feast.permissions.client.client_auth_token import get_auth_token  # noqa: E402
from feast.repo_config import load_repo_config  # noqa: E402

SETTINGS = """project: p
registry: {registry_type: remote, path: "feast:6570"}
"""


def token(folder, text, variables):
    (folder / "feature_store.yaml").write_text(SETTINGS + text + "\n")
    os.environ.update(variables)
    try:
        return get_auth_token(load_repo_config(folder, folder / "feature_store.yaml").auth_config)
    except Exception:  # the oracle's verdict: no token
        return None
    finally:
        for name in variables:
            del os.environ[name]


def main():
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps([token(Path(folder), each["text"], each["variables"]) for each in json.load(sys.stdin)]))


if __name__ == "__main__":
    main()
