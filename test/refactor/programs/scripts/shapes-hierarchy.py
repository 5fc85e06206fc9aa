import math
from abc import ABC, abstractmethod


class Shape(ABC):
    count = 0

    def __init__(self, name):
        self.name = name
        self.__area = None
        Shape.count += 1

    @abstractmethod
    def compute(self):
        """The area."""

    def area(self):
        if self.__area is None:
            value = self.compute()
            self.__area = round(value, 3)
        return self.__area

    def describe(self):
        kind = type(self).__name__
        size = self.area()
        text = f"{kind} {self.name}: {size}"
        return text


class Circle(Shape):
    def __init__(self, name, radius):
        super().__init__(name)
        squared = radius**2
        self.radius = radius
        self.squared = squared

    def compute(self):
        pi = math.pi
        result = pi * self.squared
        return result


class Ring(Circle):
    def __init__(self, name, radius, hole):
        super().__init__(name, radius)
        self.hole = hole

    def compute(self):
        outer = super().compute()
        inner = math.pi * self.hole**2
        return outer - inner

    def describe(self):
        base = super().describe()
        extra = f" with a hole of {self.hole}"
        return base + extra


shapes = [Circle("a", 2), Ring("b", 3, 1)]
total = 0
for shape in shapes:
    print(shape.describe())
    total += shape.area()
print(Shape.count, round(total, 2))
