import pandas as pd


class MeanModel:
    def __init__(self, column):
        self.column = column
        self.means = {}

    def fit(self, frame, target):
        for key, group in frame.groupby(self.column):
            self.means[key] = group[target].mean()
        print("fitted", len(self.means), "groups")
        return self

    def predict(self, frame):
        return frame[self.column].map(self.means)


data = pd.read_csv("sales.csv").dropna()
train = data.iloc[:100]
test = data.iloc[100:].copy()

model = MeanModel("shop")
model.fit(train, "sold")
test["predicted"] = model.predict(test)

error = (test["predicted"] - test["sold"]).abs().mean()
print(f"mean absolute error: {error:.2f}")
test.to_csv("predicted.csv", index=False)
