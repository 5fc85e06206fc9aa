from typing import Literal


def chosen(value: float, kind: Literal["a", "b"] = "a") -> "tuple[str, float]":
    factor: "float" = 2.5
    labels: dict[Literal["x"], int] = {"x": 1}

    def named(x: "int", y: Literal["q"] = "q") -> "str":
        """What it is."""
        return f"{x}{y}" + "end"

    assert value > 0, "too small"
    match kind:
        case "a":
            factor *= -1
        case _:
            factor += 1
    return named(labels["x"]), value * factor


print(chosen(2.0), chosen(3.0, "b"))
