from ai.chronon.api.ttypes import EntitySource, EventSource, Source
from ai.chronon.query import Query, select

purchases = Source(
    events=EventSource(
        table="data.purchases",
        topic=None,
        query=Query(selects=select("user_id", "purchase_price"), time_column="ts"),
    )
)

returns = Source(
    events=EventSource(
        table="data.returns",
        topic="events.returns",
        query=Query(selects=select("user_id", "product_id", refund_amt="CAST(refund AS DOUBLE)"), time_column="ts"),
    )
)

users = Source(
    entities=EntitySource(
        snapshotTable="data.users",
        query=Query(selects={"user_id": "user_id", "account_created_ds": "created", "email_verified": "verified"}),
    )
)
