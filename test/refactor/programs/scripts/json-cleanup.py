import json
from copy import deepcopy

records = [
    {"id": 1, "name": " Ann ", "tags": ["a", "b", "a"], "score": "3.5"},
    {"id": 2, "name": "", "tags": [], "score": None},
    {"id": 3, "name": "Cid", "tags": ["c"], "score": "bad"},
]
original = deepcopy(records)
problems = []
clean = []
for record in records:
    name = record["name"].strip()
    if not name:
        problems.append((record["id"], "no name"))
        continue
    try:
        score = float(record["score"])
    except (TypeError, ValueError):
        score = None
        problems.append((record["id"], "no score"))
    tags = sorted(set(record["tags"]))
    record["tags"] = tags
    clean.append({"id": record["id"], "name": name, "score": score, "tags": tags})
print(problems)
assert original[0]["tags"] == ["a", "b", "a"]

scores = [entry["score"] for entry in clean if entry["score"] is not None]
mean = sum(scores) / len(scores) if scores else 0
for entry in clean:
    if entry["score"] is None:
        entry["score"] = mean
        entry["imputed"] = True
with open("clean.json", "w") as target:
    json.dump(clean, target, indent=1, sort_keys=True)
print(json.dumps(clean[-1]))
