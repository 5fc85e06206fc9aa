"""Every data type, written in every way."""
import feast.types as t
from feast import Entity, FeatureView, Field, FileSource, ValueType
from feast.types import Array, Bool, Bytes, Decimal, Float32, Float64, ImageBytes, Int32, Int64, Json, Map, PdfBytes, Set, String, Struct, TimeUuid, UnixTimestamp, Uuid

EMBEDDING = Array(Float32)
ADDRESS = Struct({"street": String, "number": Int32, "geo": Array(Float64)})

page = Entity(name="page", join_keys=["page_id"], value_type=ValueType.STRING)
source = FileSource(name="pages", path="data/pages.parquet", timestamp_field="seen_at", created_timestamp_column="loaded_at")

plain = FeatureView(
    name="plain",
    entities=[page],
    schema=[
        Field(name="page_id", dtype=String),
        Field(name="a", dtype=Int32), Field(name="b", dtype=t.Int64), Field(name="c", dtype=Float32), Field(name="d", dtype=t.Float64),
        Field(name="e", dtype=Bool), Field(name="f", dtype=Bytes), Field(name="g", dtype=UnixTimestamp), Field(name="h", dtype=Map),
        Field(name="i", dtype=Json), Field(name="j", dtype=Uuid), Field(name="k", dtype=TimeUuid), Field(name="l", dtype=Decimal),
        Field(name="m", dtype=PdfBytes), Field(name="n", dtype=ImageBytes),
    ],
    source=source,
)
collections = FeatureView(
    name="collections",
    entities=[page],
    schema=[
        Field(name="page_id", dtype=String),
        Field(name="words", dtype=Array(String)), Field(name="ids", dtype=Set(Int64)), Field(name="flags", dtype=t.Array(t.Bool)),
        Field(name="times", dtype=Array(UnixTimestamp)), Field(name="nested", dtype=Array(Array(Int64))), Field(name="sets", dtype=Array(Set(String))),
        Field(name="address", dtype=ADDRESS, tags={"pii": "yes"}), Field(name="addresses", dtype=Array(Struct({"city": String}))),
        Field(
            name="embedding", dtype=EMBEDDING, vector_index=True, vector_length=384, vector_search_metric="COSINE",
            description="Ünïcode — \"quoted\"\nover two lines",
        ),
    ],
    source=source,
    tags={"größe": "groß", "empty": ""},
)
