from ai.chronon.api.ttypes import EventSource, Source
from ai.chronon.join import ContextualSource, DataType, Derivation, ExternalPart, Join, JoinPart
from ai.chronon.query import Query, select

from group_bys.risk.cards import everything, plain, week

requests = Source(events=EventSource(table="risk.requests", query=Query(selects=select("card", "amount"), time_column="at")))

v3 = Join(
    left=requests,
    right_parts=[JoinPart(everything), JoinPart(week), JoinPart(group_by=plain)],
    online_external_parts=[ExternalPart(ContextualSource(fields=[("device", DataType.STRING)]))],
    derivations=[
        Derivation("low", "amount < risk_cards_plain_amount_min"),
        Derivation("typical", "risk_cards_everything_amount_last"),
        Derivation("device", "ext_contextual_device"),
        Derivation("more", "risk_cards_week_amount_sum_7d > amount AND risk_cards_plain_city_last <> 'risk_cards_plain_nowhere'"),
    ],
)
