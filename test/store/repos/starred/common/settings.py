from dataclasses import dataclass
from datetime import timedelta

OWNER = "retail@shop.example"


@dataclass(frozen=True)
class Window:
    label: str
    days: int

    @property
    def ttl(self):
        return timedelta(days=self.days)


WINDOWS = [Window("week", 7), Window("month", 30)]
