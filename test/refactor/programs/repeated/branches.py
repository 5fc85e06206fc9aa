rows = [3, -1, 4, 12, 7]
for row in rows:
    if row > 5:
        a = row * 2
        b = a + 1
        c = b * b
        d = c - a
        e = d / 2
        print("big", e)
    else:
        a = row * 3
        b = a + 1
        c = b * b
        d = c - a
        e = d / 2
        print("small", e)
print(a, e)
