import pandas as pd

frame = pd.read_csv("customers.csv")
frame["income"] = frame["income"].fillna(0)
bins = [0, 30000, 60000, 200000]
labels = ["low", "middle", "high"]
frame["band"] = pd.cut(frame["income"], bins=bins, labels=labels, include_lowest=True)
rates = frame.groupby("band", observed=True)["churned"].mean()
counts = frame["band"].value_counts().reindex(labels)
for band in labels:
    print(f"{band}: {counts[band]} customers, {rates[band]:.2f} churned")
print(f"{rates.max()=:.3f}")
rates.round(4).to_json("rates.json")
