def area(shape):
    match shape:
        case {"kind": "circle", "radius": radius}:
            value = 3.14 * radius**2
        case {"kind": "box", "width": width, "height": height}:
            value = width * height
        case [side, *rest] if not rest:
            value = side**2
        case _:
            raise ValueError(shape)
    rounded = round(value, 2)
    return rounded


def describe(command):
    words = command.split()
    match words:
        case ["go", direction]:
            text = f"to the {direction}"
            return text
        case ["take", *things]:
            count = len(things)
            return f"{count} things"
        case []:
            return "nothing"
    other = " ".join(reversed(words))
    return other


shapes = [
    {"kind": "circle", "radius": 2},
    {"kind": "box", "width": 2, "height": 3},
    [4],
]
areas = [area(shape) for shape in shapes]
print(areas)
for command in ["go north", "take a b c", "", "look around"]:
    print(describe(command))
if (total := sum(areas)) > 30:
    print("large", total)
while (last := areas.pop()) > 10:
    print("dropped", last)
print(areas, last)
