import pandas as pd
from sklearn.preprocessing import OrdinalEncoder

df = pd.read_csv("customers.csv")
encoder = OrdinalEncoder(categories=[["basic", "plus", "pro"]])
df["plan_code"] = encoder.fit_transform(df[["plan"]]).ravel()
dummies = pd.get_dummies(df["plan"], prefix="plan")
df = pd.concat([df, dummies], axis=1)
df.loc[df["income"].isna(), "income"] = df["income"].mean()
summary = df.groupby("plan_code").agg(income=("income", "mean"), n=("id", "count"))
print(summary.round(1))
print("Columns:", *df.columns, sep=" | ")
df.to_csv("encoded.csv", index=False)
