from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class Settings:
    path: str = "sales.csv"
    top: int = 2


settings = Settings()
frame = pd.read_csv(settings.path)
totals = frame.groupby("shop")["sold"].sum().sort_values(ascending=False)
print(totals.head(settings.top))
share = totals.head(settings.top).sum() / totals.sum()
print(f"share: {share:.2%}")
