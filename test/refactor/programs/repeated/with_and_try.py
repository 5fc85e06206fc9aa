import json
from pathlib import Path

Path("a.json").write_text('{"x": 1, "y": "2"}')
Path("b.json").write_text('{"x": 3}')

with open("a.json") as file:
    first = json.load(file)
try:
    first_sum = first["x"] + int(first["y"])
except KeyError as error:
    first_sum = -1
    print("missing in a", error)
first["sum"] = first_sum
first_text = json.dumps(first, sort_keys=True)
print(first_text)

with open("b.json") as file:
    second = json.load(file)
try:
    second_sum = second["x"] + int(second["y"])
except KeyError as error:
    second_sum = -1
    print("missing in b", error)
second["sum"] = second_sum
second_text = json.dumps(second, sort_keys=True)
print(second_text)

Path("out.json").write_text(first_text + second_text)
