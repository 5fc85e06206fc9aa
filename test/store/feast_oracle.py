"""What Feast itself collects from repositories, as JSON: the oracle for our reading of the same files.

Usage: python feast_oracle.py REPOSITORY... Each is imported the way `feast apply` does it (parse_repo), with the repository as the
working directory. Prints one object: repository -> definitions, or {"error": message}.
"""

import json
import os
import sys
import warnings
from pathlib import Path

sys.dont_write_bytecode = True  # the fixtures' folders stay clean

from feast.repo_operations import parse_repo  # noqa: E402

from feast_absent import stand_in  # noqa: E402


def field(each):
    return {"name": each.name, "dtype": str(each.dtype), "description": each.description, "tags": dict(each.tags)}


def view(each):
    ttl = getattr(each, "ttl", None)
    entities = [name for name in getattr(each, "entities", []) if name != "__dummy"]
    return {
        "kind": type(each).__name__,
        "name": each.name,
        "entities": entities,
        "fields": [field(one) for one in each.features],
        "ttlSeconds": None if ttl is None else ttl.total_seconds(),
        "description": each.description,
        "owner": each.owner,
        "tags": dict(each.tags),
    }


def service(each):
    return {
        "name": each.name,
        "description": each.description,
        "projections": [
            {"view": one.name, "fields": [f.name for f in one.features], "desired": list(one.desired_features or [])}
            for one in each.feature_view_projections
        ],
        "references": list(each._pending_feature_refs),
    }


def comes_from(root, module):
    paths = [getattr(module, "__file__", None) or "", *getattr(module, "__path__", [])]
    return any(each.startswith(str(root)) for each in paths)


def collect(root):
    os.chdir(root)
    sys.path.insert(0, str(root))
    before = set(sys.modules)
    try:
        found = parse_repo(root)
    finally:
        sys.path.remove(str(root))
        # Found first, forgotten afterwards: the path of a namespace package asks for its parent.
        own = [name for name in set(sys.modules) - before if comes_from(root, sys.modules[name])]
        for name in own:
            del sys.modules[name]
    views = found.feature_views + found.stream_feature_views + found.on_demand_feature_views + found.label_views
    return {
        "views": sorted((view(each) for each in views), key=lambda each: json.dumps(each)),
        "entities": [
            {"name": each.name, "joinKey": each.join_key, "description": each.description}
            for each in found.entities
            if each.name != "__dummy"
        ],
        "services": [service(each) for each in found.feature_services],
    }


def main():
    warnings.simplefilter("ignore")
    stand_in()
    results = {}
    for argument, root in [(argument, Path(argument).resolve()) for argument in sys.argv[1:]]:
        try:
            results[argument] = collect(root)
        except Exception as error:  # the oracle's verdict: Feast refuses the repository
            results[argument] = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
