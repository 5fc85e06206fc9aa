"""Asked by qwak-oracle.test.ts: what the library of JFrog ML and sqlglot say. Questions come as JSON on standard input.

{"modules": [source, ...]}    -> for each, the feature sets with the names of their features, or the error that importing it raises
{"references": [text, ...]}   -> for each, environment, set and feature, or null where the library refuses it
{"queries": [sql, ...]}       -> for each, the names of its columns in Spark SQL, or null
"""
import json
import os
import sys

os.environ.setdefault("JF_URL", "http://localhost")


def run_module(source):
    names = {}
    try:
        exec(compile(source, "module.py", "exec"), names)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
    from frogml.feature_store.feature_sets.base_feature_set import BaseFeatureSet

    sets = {}
    for value in names.values():
        if isinstance(value, BaseFeatureSet):
            aggregates = value.transformation.windows and value.transformation.aggregations
            sets[value.name] = sorted(value.transformation.get_features_names()) if aggregates else None
    return {"sets": sets}


def read_reference(text):
    from frogml.core.exceptions import FrogmlException
    from frogml.sdk.model.utils.feature_utils import extract_env_name, extract_featureset_name, validate_and_sanitize_feature_name

    try:
        name = validate_and_sanitize_feature_name(text, "here")
    except FrogmlException:
        return None
    return [extract_env_name(name), extract_featureset_name(name), name.split(".")[-1]]


def columns_of(sql):
    import sqlglot

    try:
        query = sqlglot.parse_one(sql, read="spark")
        return [each.output_name for each in query.selects]
    except Exception:
        return None


def main():
    # The library logs to standard output.
    answers, sys.stdout = sys.stdout, sys.stderr
    asked = json.load(sys.stdin)
    json.dump(
        {
            "modules": [run_module(each) for each in asked.get("modules", [])],
            "references": [read_reference(each) for each in asked.get("references", [])],
            "queries": [columns_of(each) for each in asked.get("queries", [])],
        },
        answers,
    )


main()
