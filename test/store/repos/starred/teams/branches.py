from datetime import timedelta

from common.keys import shop
from feast import FeatureView, Field, FileSource
from feast.types import Float32, Int64, String

SPEC = {
    "opening": {"fields": {"opens_at": Int64, "closes_at": Int64}, "tags": {"source": "manual"}},
    "sales": {"fields": {"revenue": Float32, "best_seller": String}, "tags": {}},
}
source = FileSource(name="branches", path="data/branches.parquet", timestamp_field="at")


class Branch:
    TTL = timedelta(hours=36)

    @classmethod
    def view(cls, name):
        spec = SPEC[name]
        return FeatureView(
            name="branch_" + name,
            entities=[shop],
            schema=[Field(name="shop_id", dtype=Int64)] + [Field(name=key, dtype=dtype) for key, dtype in spec["fields"].items()],
            ttl=cls.TTL,
            tags={**spec["tags"], "team": "branches"},
            source=source,
        )


opening = Branch.view("opening")
sales = Branch.view("sales")
