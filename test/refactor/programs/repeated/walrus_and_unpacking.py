text_a = "x=1;y=2;bad"
text_b = "u=7;v;w=9"

pairs = []
for part in text_a.split(";"):
    if (at := part.find("=")) >= 0:
        pairs.append((part[:at], int(part[at + 1:])))
keys, *others = zip(*pairs)
first, *_rest = others
print("a", keys, first, at)

found = []
for part in text_b.split(";"):
    if (at := part.find("=")) >= 0:
        found.append((part[:at], int(part[at + 1:])))
names, *more = zip(*found)
values, *_rest = more
print("b", names, values, at)
