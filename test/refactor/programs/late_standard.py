"""Words."""

text = open("notes.txt").read()

import re
from collections import Counter, defaultdict

counts = Counter(re.findall(r"\w+", text))
groups = defaultdict(list)
for word, count in sorted(counts.items()):
    groups[count % 3].append(word)

import json

print(json.dumps(groups, sort_keys=True))
