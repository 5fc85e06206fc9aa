"""Applies two states of one repository in turns, for as long as its standard input is open: what a reader meets meanwhile is the test.

Usage: python feast_apply_loop.py FOLDER REGISTRY. REGISTRY is a path, or an URL for a database. Each state has the same views; in the
first they have one feature, in the second two, so that a snapshot that is made of both can be told. Prints "ready" after the first.
"""

import sys
import threading
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
sys.dont_write_bytecode = True

from feast import Entity, FeatureStore, FeatureView, Field, FileSource  # noqa: E402
from feast.types import Int64  # noqa: E402

VIEWS = 20


def state(fields):
    driver = Entity(name="driver", join_keys=["driver_id"])
    source = FileSource(name="source", path="stats.parquet", timestamp_field="event_timestamp")
    key = Field(name="driver_id", dtype=Int64)
    schema = [key] + [Field(name=name, dtype=Int64, description="x" * 6000) for name in fields]
    return [driver, source] + [FeatureView(name=f"view_{at}", entities=[driver], schema=schema, source=source) for at in range(VIEWS)]


def main():
    folder, registry = Path(sys.argv[1]), sys.argv[2]
    kind = "sql" if "://" in registry else "file"
    settings = f"project: drivers\nregistry:\n  registry_type: {kind}\n  path: {registry}\nonline_store: null\n"
    (folder / "feature_store.yaml").write_text(settings)
    store = FeatureStore(repo_path=str(folder))
    ended = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
    rounds = 0
    while not ended.is_set() or rounds % 2 == 1:
        store.apply(state(["a"] if rounds % 2 == 0 else ["a", "b"]))
        rounds += 1
        print("ready" if rounds == 1 else rounds, flush=True)


if __name__ == "__main__":
    main()
