"""Applies repositories with Feast itself and says what its `list_*` calls return: the oracle for both ways of reading a store.

Usage: python feast_apply.py [--sql] FOLDER REPOSITORY... Copies each repository to FOLDER/<its name>, writes the data files that its sources
name, applies it offline (sources that are not files are not asked), and prints one object: name -> what Feast lists, or
{"error": message}. The registries stay in FOLDER; with --sql each is a SQLite database, whatever the repository says.
"""

import contextlib
import io
import json
import os
import shutil
import sys
import warnings
from datetime import datetime, timezone
from pathlib import Path

sys.dont_write_bytecode = True
os.environ["FEAST_USAGE"] = "False"

import pandas as pd  # noqa: E402
import yaml  # noqa: E402
from feast import FeatureStore, FileSource, PushSource, ValueType  # noqa: E402
from feast.proto_utils import mode_to_string  # noqa: E402
from feast.repo_operations import apply_total, parse_repo  # noqa: E402

from feast_absent import stand_in  # noqa: E402
from feast_oracle import comes_from  # noqa: E402

NOW = datetime(2026, 1, 1, tzinfo=timezone.utc)


@contextlib.contextmanager
def modules_of(root):
    """The repository's modules, forgotten afterwards."""
    os.chdir(root)
    sys.path.insert(0, str(root))
    before = set(sys.modules)
    try:
        yield
    finally:
        sys.path.remove(str(root))
        for name in [name for name in set(sys.modules) - before if comes_from(root, sys.modules[name])]:
            del sys.modules[name]


def sample(dtype):
    name = str(dtype)
    values = {"Int32": 1, "Int64": 1, "Float32": 1.5, "Float64": 1.5, "Bool": True, "UnixTimestamp": NOW}
    return values.get(name, "text")


def describe_table(kind, keys):
    """What a table of a warehouse has, as no server is there to be asked: the entities' join keys, beside what its views list."""
    if kind.__module__.startswith("feast.infra.") and not issubclass(kind, (FileSource, PushSource)):
        kind.get_table_column_names_and_types = lambda *_, **__: [(key, "int64") for key in keys]
        kind.source_datatype_to_feast_value_type = staticmethod(lambda: lambda _: ValueType.INT64)


def write_data(root):
    """A file for every FileSource that lacks one: what its views list, else two columns to infer."""
    with modules_of(root):
        contents = parse_repo(root)
    keys = {entity.join_key: 1 for entity in contents.entities if entity.name != "__dummy"}
    views = contents.feature_views + contents.stream_feature_views + contents.label_views
    for source in contents.data_sources:
        describe_table(type(source), keys)
        if not isinstance(source, FileSource) or "://" in source.path or (root / source.path).exists():
            continue
        columns = dict(keys)
        for column in [source.timestamp_field or "event_timestamp", source.created_timestamp_column]:
            if column:
                columns[column] = NOW
        for view in views:
            behind = getattr(view, "batch_source", None) or getattr(view, "source", None)
            behind = behind.batch_source if isinstance(behind, PushSource) else behind
            if behind is source:
                columns.update({each.name: sample(each.dtype) for each in view.schema} if view.schema else {"age": 30, "country": "text"})
        (root / source.path).parent.mkdir(parents=True, exist_ok=True)
        pd.DataFrame({name: [value] for name, value in columns.items()}).to_parquet(root / source.path)


def field(each):
    vector = {"length": each.vector_length or None, "metric": each.vector_search_metric or None} if each.vector_index else None
    return {"name": each.name, "dtype": str(each.dtype), "description": each.description, "tags": dict(each.tags), "vector": vector}


def text(moment):
    return None if moment is None else moment.replace(tzinfo=timezone.utc, microsecond=0).strftime("%Y-%m-%dT%H:%M:%SZ")


def projection(each):
    return {
        "view": each.name,
        "alias": each.name_alias,
        "fields": [one.name for one in each.features],
        "joinKeyMap": dict(each.join_key_map),
        "version": each.version_tag,
    }


def source_of(each):
    if type(each).__name__ == "OnDemandFeatureView":
        return None
    derived = [one.name for one in getattr(each, "source_views", None) or []]
    behind = getattr(each, "stream_source", None) or getattr(each, "batch_source", None) or getattr(each, "source", None)
    return ", ".join(derived) if derived else behind.name if behind else None


def inputs(each):
    if type(each).__name__ != "OnDemandFeatureView":
        return []
    views = [{"kind": "view", **projection(one)} for one in each.source_feature_view_projections.values()]
    requests = [
        {"kind": "request", "name": one.name, "fields": [field(f) for f in one.schema]}
        for one in each.source_request_sources.values()
        if not one.name.startswith("__input_schema__")
    ]
    return sorted(views + requests, key=lambda one: one.get("view") or one["name"])


def seconds(delta):
    return None if delta is None else delta.total_seconds()


def view(each, versions):
    kind = type(each).__name__
    udf = getattr(getattr(each, "feature_transformation", None), "udf", None)
    mode = getattr(each, "mode", None)
    is_label = kind == "LabelView"
    policy = getattr(each, "conflict_policy", None)
    intervals = getattr(each, "materialization_intervals", [])
    return {
        "kind": kind,
        "name": each.name,
        "description": each.description,
        "owner": each.owner,
        "tags": dict(each.tags),
        "entities": [name for name in each.entities if name != "__dummy"],
        "fields": [field(one) for one in each.features],
        "keyFields": [field(one) for one in each.entity_columns if one.name != "__dummy_id"],
        "ttlSeconds": seconds(getattr(each, "ttl", None)),
        "source": source_of(each),
        "online": each.write_to_online_store if kind == "OnDemandFeatureView" else each.online,
        "offline": None if is_label or kind in ("OnDemandFeatureView", "StreamFeatureView") else each.offline,
        "mode": mode_to_string(mode) or None,
        "version": None if is_label else each.version,
        "enabled": None if is_label else each.enabled,
        "inputs": inputs(each),
        "aggregations": [
            {
                "column": one.column,
                "function": one.function,
                "windowSeconds": seconds(one.time_window),
                "slideSeconds": seconds(one.slide_interval),
                "name": one.name or None,
            }
            for one in (getattr(each, "aggregations", None) or [])
        ]
        if kind in ("StreamFeatureView", "OnDemandFeatureView")
        else [],
        "transformation": udf.__name__ if udf is not None else None,
        "labels": {"labelerField": each.labeler_field, "conflictPolicy": policy.name, "referenceView": each.reference_feature_view or None}
        if is_label
        else None,
        "applied": {
            "version": None if is_label else (each.current_version_number or 0),
            "versions": versions,
            "lifecycle": None if is_label or each.state.name == "STATE_UNSPECIFIED" else each.state.name.lower().replace("_", "-"),
            "created": text(each.created_timestamp),
            "updated": text(each.last_updated_timestamp),
            "materializedUntil": text(max(one[1] for one in intervals)) if intervals else None,
        },
    }


LOCATIONS = ["path", "table", "table_ref", "topic", "stream_name", "query"]


def location(each):
    options = ["kafka_options", "kinesis_options", "_postgres_options", "_clickhouse_options", "_couchbase_options", "_oracle_options"]
    for holder in [each, *(getattr(each, name, None) for name in options)]:
        for name in LOCATIONS + ["_table", "_query"]:
            found = getattr(holder, name, None)
            if isinstance(found, str) and found:
                return found
    return None


def source(each):
    batch = getattr(each, "batch_source", None)
    return {
        "kind": type(each).__name__,
        "name": each.name,
        "description": each.description or "",
        "owner": each.owner or "",
        "tags": dict(each.tags or {}),
        "location": location(each),
        "timestampField": each.timestamp_field or None,
        "createdTimestampColumn": each.created_timestamp_column or None,
        "fieldMapping": dict(each.field_mapping or {}),
        "batchSource": batch.name if batch else None,
        "fields": [field(one) for one in each.schema] if type(each).__name__ == "RequestSource" else [],
    }


def service(each):
    return {
        "name": each.name,
        "description": each.description,
        "owner": each.owner,
        "tags": dict(each.tags),
        "selections": [projection(one) for one in each.feature_view_projections],
    }


def listed(store):
    lists = [store.list_feature_views(), store.list_stream_feature_views(), store.list_on_demand_feature_views(), store.list_label_views()]

    def versions(name):
        return sorted(one["version_number"] for one in store.list_feature_view_versions(name))

    views = [view(each, versions(each.name)) for one in lists for each in one]
    value_types = {"UNKNOWN": None}
    return {
        "project": store.project,
        "views": views,
        "entities": [
            {
                "name": each.name,
                "description": each.description,
                "owner": each.owner,
                "tags": dict(each.tags),
                "joinKey": each.join_key,
                "valueType": value_types.get(each.value_type.name, each.value_type.name),
            }
            for each in store.list_entities()
            if each.name != "__dummy"
        ],
        "services": [service(each) for each in store.list_feature_services()],
        "sources": [source(each) for each in store.list_data_sources() if not each.name.startswith("__input_schema__")],
    }


def applied(folder, repository, in_sql):
    root = folder / repository.name
    shutil.copytree(repository, root, dirs_exist_ok=True)
    if in_sql:
        settings = yaml.safe_load((root / "feature_store.yaml").read_text())
        settings["registry"] = {"registry_type": "sql", "path": "sqlite:///data/registry.sqlite"}
        (root / "feature_store.yaml").write_text(yaml.safe_dump(settings))
    (root / "data").mkdir(exist_ok=True)
    write_data(root)
    with modules_of(root):
        store = FeatureStore(repo_path=str(root))
        with contextlib.redirect_stdout(io.StringIO()):
            apply_total(store.config, root, skip_source_validation=True)
        return listed(FeatureStore(repo_path=str(root)))


def main():
    warnings.simplefilter("ignore")
    stand_in()
    arguments = [each for each in sys.argv[1:] if each != "--sql"]
    folder, *repositories = [Path(each).resolve() for each in arguments]
    results = {}
    for repository in repositories:
        try:
            results[repository.name] = applied(folder, repository, "--sql" in sys.argv)
        except (Exception, SystemExit) as error:  # the oracle's verdict: Feast refuses the repository
            results[repository.name] = {"error": f"{type(error).__name__}: {error}"}
    print(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
