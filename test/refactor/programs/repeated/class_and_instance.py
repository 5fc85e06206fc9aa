class Store:
    rows = [1, 2]

    def add(self, value):
        self.rows.append(value)
        total = sum(self.rows)
        mean = total / len(self.rows)
        top = max(self.rows)
        print("instance", total, mean)
        return top - mean

    @classmethod
    def put(cls, value):
        cls.rows.append(value)
        total = sum(cls.rows)
        mean = total / len(cls.rows)
        top = max(cls.rows)
        print("class", total, mean)
        return top - mean


print(Store().add(6), Store.put(9))
