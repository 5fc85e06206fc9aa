left = {"rows": [3, 1, 2], "done": False}
right = {"rows": [9, 7, 8], "done": False}

left["rows"].sort()
left["rows"].append(10)
left["total"] = sum(left["rows"])
left["top"] = left["rows"][-1]
left["done"] = True
left_share = left["top"] / left["total"]

right["rows"].sort()
right["rows"].append(20)
right["total"] = sum(right["rows"])
right["top"] = right["rows"][-1]
right["done"] = True
right_share = right["top"] / right["total"]

print(left, right)
print(round(left_share, 4), round(right_share, 4))
