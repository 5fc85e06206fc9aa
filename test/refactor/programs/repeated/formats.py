def narrow(values):
    lines = []
    for value in values:
        half = value / 2
        text = f"|{half:>8.2f}|"
        lines.append(text)
        lines.append("-" * 10)
    return "\n".join(lines)


def wide(numbers):
    lines = []
    for number in numbers:
        half = number / 2
        text = f"|{half:>12.1f}|"
        lines.append(text)
        lines.append("-" * 14)
    return "\n".join(lines)


print(narrow([1, 2, 3]))
print(wide([4, 5]))
