class Mean:
    def of(self, rows):
        total = 0
        count = 0
        for row in rows:
            if row is not None:
                total += row
                count += 1
        return total / count


class Share:
    def of(self, values):
        total = 0
        count = 0
        for value in values:
            if value is not None:
                total += value
                count += 1
        return total / count


print(Mean().of([1, None, 3]), Share().of([2, 4]))
