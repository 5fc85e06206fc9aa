import argparse

import pandas as pd
from sklearn.tree import DecisionTreeClassifier


def load(path):
    import numpy as np

    frame = pd.read_csv(path)
    frame["log_income"] = np.log1p(frame["income"])
    print("loaded", len(frame), "rows")
    return frame.dropna()


def train(frame, depth):
    from sklearn.metrics import accuracy_score

    columns = ["age", "log_income", "tenure"]
    model = DecisionTreeClassifier(max_depth=depth, random_state=0)
    model.fit(frame[columns], frame["churned"])
    accuracy = accuracy_score(frame["churned"], model.predict(frame[columns]))
    print(f"depth {depth}: {accuracy:.3f}")
    return model


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", default="customers.csv")
    parser.add_argument("--depth", type=int, default=3)
    args = parser.parse_args()
    frame = load(args.data)
    model = train(frame, args.depth)
    print(f"leaves: {model.get_n_leaves()!r:>5}")


if __name__ == "__main__":
    main()
