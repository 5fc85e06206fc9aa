import json

with open("events.json") as handle:
    events = json.load(handle)

users = {}
for event in events:
    user = users.setdefault(event["user"], {"n": 0, "ms": []})
    user["n"] += 1
    user["ms"].append(event["ms"])

table = []
for key in sorted(users):
    ms = users[key]["ms"]
    table.append((key, users[key]["n"], sum(ms) / len(ms)))

print("user", "n", "mean", sep="\t")
for key, n, mean in table:
    print(key, n, f"{mean:.1f}", sep="\t")
print()
print("slowest user:", max(table, key=lambda row: row[2])[0])
