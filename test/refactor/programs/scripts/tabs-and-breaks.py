import math

def hypotenuse(a, b):
	square = a * a + b * b
	root = math.sqrt(square)
	return root

sides = [(3, 4), (5, 12)]
lengths = []
for a, b in sides:
	length = hypotenuse(a, b)
	if length > 10:
		lengths.append(length)
		print("long", length)
	else:
		print("short", length)
note = """first
	second
third"""
lines = note.split("\n")
print(len(lines), lengths)
