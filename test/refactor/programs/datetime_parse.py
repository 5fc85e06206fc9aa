from datetime import datetime, timedelta

import pandas as pd

FORMAT = "%Y-%m-%d %H:%M"

frame = pd.read_csv("sensors.csv")
times = [datetime.strptime(text, FORMAT) for text in frame["time"]]
gaps = [later - earlier for earlier, later in zip(times, times[1:])]
longest = max(gaps)
print(
    "longest gap",
    longest,
    "over two hours" if longest > timedelta(hours=2) else "short",
)
print(f"first {times[0]:%d.%m.%Y}, last {times[-1]:%d.%m.%Y}")
