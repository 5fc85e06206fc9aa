"""Whether Feast answers retrieval calls, or what it raises: the oracle for the rules about them.

Usage: python feast_calls.py REPOSITORY, with a JSON list of calls on standard input, each a Python expression over `store`, `pd` and
`now`. The repository is applied in place, with data made up for its sources. Prints a list: null, or the name of the error.
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


def verdict(call, names):
    try:
        response = eval(call, names)
        response.to_df()
        return None
    except Exception as error:  # the oracle's verdict: Feast refuses the call
        return type(error).__name__


def main():
    root = Path(sys.argv[1]).resolve()
    calls = json.load(sys.stdin)
    with contextlib.redirect_stdout(io.StringIO()):
        write_data(root)
        with modules_of(root):
            store = FeatureStore(repo_path=str(root))
            apply_total(store.config, root, skip_source_validation=True)
            store = FeatureStore(repo_path=str(root))
            verdicts = [verdict(call, {"store": store, "pd": pd, "now": NOW}) for call in calls]
    print(json.dumps(verdicts))


if __name__ == "__main__":
    main()
