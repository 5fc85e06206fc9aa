"""Feast's verdict on references: python feast_references.py FOLDER < JSON, repository below the folder -> list of references

Prints the same with verdicts: null where Feast resolves the reference to features of the registry, else the error. The path is that of
get_historical_features and get_online_features up to the point where data would be read.
"""

import json
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
sys.dont_write_bytecode = True

from feast import FeatureStore, utils  # noqa: E402

from feast_absent import stand_in  # noqa: E402
from feast_apply import modules_of  # noqa: E402


def verdict(store, reference):
    try:
        utils._validate_feature_refs([reference])
        views, on_demand = utils._get_feature_views_to_use(store.registry, store.project, [reference], allow_cache=True)
        utils._get_requested_feature_views_to_features_dict([reference], views, on_demand)
        grouped, on_demand_grouped = utils._group_feature_refs([reference], views, on_demand)
        for view, names in grouped + on_demand_grouped:
            known = {field.name for field in view.projection.features}
            for name in names:
                if name not in known:
                    return f"no feature {name} in {view.name}"
        return None
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def main():
    stand_in()
    root = Path(sys.argv[1]).resolve()
    results = {}
    for name, references in json.load(sys.stdin).items():
        # Functions that the registry holds are looked for in the repository's modules.
        with modules_of(root / name):
            store = FeatureStore(repo_path=".")
            results[name] = [verdict(store, each) for each in references]
    print(json.dumps(results))


if __name__ == "__main__":
    main()
