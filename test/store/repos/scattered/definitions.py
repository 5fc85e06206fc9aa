"""What Feast collects, and what it does not: only what a module's names hold in the end."""
import os

from feast import Entity, FeatureService, FeatureView, Field, FileSource
from feast.types import Int64

source = FileSource(path="data/a.parquet", timestamp_field="at")
item = Entity(name="item", join_keys=["item_id"])
same_item = item


def view(name, *names):
    return FeatureView(name=name, entities=[item], schema=[Field(name=each, dtype=Int64) for each in names], source=source)


first = view("first", "a", "b")
overwritten = view("overwritten_and_gone", "x")
overwritten = view("overwritten_and_kept", "y")
in_a_list = [view("in_a_list", "z")]
in_a_tuple, unpacked = 1, view("unpacked", "u")


def never_called():
    hidden = view("hidden", "h")
    return hidden


def called():
    local = view("local_only", "l")
    return 1


called()
renamed = first.with_name("other_name")
part = first[["a"]]

for each in ["looped_1", "looped_2"]:
    last = view(each, "n")

if os.environ.get("NEVER_SET_FOR_THIS_TEST"):
    pass
else:
    conditional = view("conditional", "c")

try:
    guarded = view("guarded", "g")
except ImportError:
    guarded = None

with_alias = FeatureService(name="with_alias", features=[renamed, part])
del called
