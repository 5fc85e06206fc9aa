def area(text):
    import re

    numbers = [float(each) for each in re.findall(r"\d+", text)]
    width = numbers[0]
    height = numbers[1]
    result = width * height
    label = f"{result:.1f} area"
    print(label)
    return result


def volume(text):
    import re

    numbers = [float(each) for each in re.findall(r"\d+", text)]
    width = numbers[0]
    height = numbers[1]
    result = width * height
    label = f"{result:.1f} base"
    print(label)
    return result * numbers[2]


print(area("3 x 4"), volume("2 x 3 x 4"))
