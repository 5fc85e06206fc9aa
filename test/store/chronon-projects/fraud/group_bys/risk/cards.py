"""Columns that only the library knows, and a group-by in a function."""
from ai.chronon.api.ttypes import EventSource, Source
from ai.chronon.group_by import Aggregation, DefaultAggregation, GroupBy, Operation, TimeUnit, Window
from ai.chronon.query import Query, select

payments = Source(events=EventSource(table="risk.payments", query=Query(selects=select("card", "amount", "city"), time_column="at")))

everything: GroupBy = GroupBy(sources=[payments], keys=["card"], aggregations=DefaultAggregation(["card"], [payments]))


def windowed(days):
    return GroupBy(
        sources=[payments],
        keys=["card"],
        aggregations=[Aggregation("amount", Operation.SUM, [Window(days, TimeUnit.DAYS)]), Aggregation("city", Operation.HISTOGRAM_K(3))],
    )


week = windowed(7)
year = windowed(365)
plain = GroupBy(sources=[payments], keys=["card"], aggregations=[Aggregation("amount", Operation.MIN), Aggregation("city")])
