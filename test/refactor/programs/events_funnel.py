import json
from collections import Counter
from pathlib import Path

EVENTS = Path("events.json")
STAGES = ["view", "cart", "buy"]

events = json.loads(EVENTS.read_text())
counts = Counter(event["kind"] for event in events)
users = {
    stage: {event["user"] for event in events if event["kind"] == stage}
    for stage in STAGES
}

for before, after in zip(STAGES, STAGES[1:]):
    both = users[before] & users[after]
    rate = len(both) / len(users[before])
    print(f"{before} -> {after}: {rate:.1%} ({len(both)} of {len(users[before])})")

slow = [event for event in events if event["ms"] > 600]
print(counts.most_common(), len(slow))
Path("funnel.json").write_text(
    json.dumps({stage: len(users[stage]) for stage in STAGES})
)
