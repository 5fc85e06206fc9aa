from dataclasses import dataclass


class Names:
    CARD = "card_stats"
    MERCHANT = "merchant" + "_stats"


@dataclass
class Window:
    label: str
    days: int


SHORT = Window("short", 1)
LONG = Window(label="long", days=28)
DESCRIPTIONS = {"short": "One day", "long": "Four weeks"}
