def smooth(values):
    def weight(distance):
        return 1 / (1 + distance)

    out = []
    for index, _ in enumerate(values):
        weights = [weight(abs(index - other)) for other in range(len(values))]
        total = sum(weights)
        out.append(sum(w * v for w, v in zip(weights, values)) / total)
    return [round(each, 3) for each in out]


def blur(rows):
    def weight(distance):
        return 1 / (1 + distance)

    out = []
    for index, _ in enumerate(rows):
        weights = [weight(abs(index - other)) for other in range(len(rows))]
        total = sum(weights)
        out.append(sum(w * v for w, v in zip(weights, rows)) / total)
    return [round(each, 3) for each in out][::-1]


print(smooth([1, 2, 3]), blur([4, 0, 8]))
