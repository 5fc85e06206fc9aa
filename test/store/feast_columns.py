"""Which columns Feast returns, and which inputs it gives to functions of on-demand views: the oracle for rules and completion.

Usage: python feast_columns.py REPOSITORY, with JSON on standard input: {"calls": [Python expressions over `store`, `pd`, `now` that give a
frame or a dict], "definitions": [texts of modules that are applied beside the repository's own, one at a time]}. The repository is applied
in place, with data made up for its sources. Prints {"columns": [names, or null where Feast refuses], "applied": [null, or the error]}.
"""

import contextlib
import io
import json
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")

import pandas as pd  # noqa: E402
from feast import FeatureStore  # noqa: E402
from feast.repo_operations import apply_total  # noqa: E402

from feast_apply import NOW, modules_of, write_data  # noqa: E402


def columns(call, store):
    try:
        return list(eval(call, {"store": store, "pd": pd, "now": NOW}))
    except Exception:  # the oracle's verdict: Feast refuses the call
        return None


def verdict(root, text):
    path = root / "tried.py"
    path.write_text(text)
    try:
        with modules_of(root):
            apply_total(FeatureStore(repo_path=str(root)).config, root, skip_source_validation=True)
        return None
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    finally:
        path.unlink()


def main():
    root = Path(sys.argv[1]).resolve()
    asked = json.load(sys.stdin)
    with contextlib.redirect_stdout(io.StringIO()):
        write_data(root)
        with modules_of(root):
            apply_total(FeatureStore(repo_path=str(root)).config, root, skip_source_validation=True)
            store = FeatureStore(repo_path=str(root))
            found = [columns(call, store) for call in asked["calls"]]
        verdicts = [verdict(root, text) for text in asked["definitions"]]
    print(json.dumps({"columns": found, "applied": verdicts}))


if __name__ == "__main__":
    main()
