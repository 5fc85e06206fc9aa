import re
from collections import Counter

with open("notes.txt") as handle:
    lines = handle.read().splitlines()

words = Counter()
for line in lines:
    words.update(re.findall(r"[a-z]+", line))

positive = words["good"] + words["fast"]
negative = words["bad"] + words["slow"]
print("words:", sum(words.values()), "different:", len(words))
print("balance %d%%" % (100 * positive / (positive + negative)))
for word, count in words.most_common(3):
    print(f"{word:<8}|{count:>4}")
