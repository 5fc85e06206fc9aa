"""The files that the notebooks here read, made up: data.py FOLDER"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd


def main(folder):
    rng = np.random.default_rng(0)
    root = Path(folder)

    def write(frame, name):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        frame.to_csv(root / name, index=False)

    n = 200
    titanic = pd.DataFrame({
        "PassengerId": range(1, n + 1), "Survived": rng.integers(0, 2, n), "Pclass": rng.integers(1, 4, n),
        "Name": [f"Doe, {title}. J{i}" for i, title in enumerate(rng.choice(["Mr", "Mrs", "Miss", "Master", "Dr", "Mlle"], n))],
        "Sex": rng.choice(["male", "female"], n), "Age": rng.integers(1, 80, n).astype(float), "SibSp": rng.integers(0, 3, n),
        "Parch": rng.integers(0, 3, n), "Ticket": "A/5", "Fare": rng.random(n) * 100, "Cabin": rng.choice(["C85", None], n),
        "Embarked": rng.choice(["S", "C", "Q"], n),
    })
    titanic.loc[::9, "Age"] = np.nan
    write(titanic, "titanic/train.csv")
    write(titanic.drop(columns="Survived"), "titanic/test.csv")

    houses = pd.DataFrame({
        "Id": range(1, n + 1), "MSSubClass": rng.choice([20, 60], n), "MSZoning": rng.choice(["RL", "RM", None], n, p=[0.6, 0.3, 0.1]),
        "LotFrontage": rng.random(n) * 100, "Neighborhood": rng.choice(["A", "B", "C"], n), "PoolQC": rng.choice(["Ex", None], n),
        "GarageType": rng.choice(["Attchd", None], n), "TotalBsmtSF": rng.random(n) * 900, "GrLivArea": rng.random(n) * 2000,
        "SalePrice": rng.random(n) * 300000 + 20000,
    })
    houses.loc[::7, "LotFrontage"] = np.nan
    write(houses, "house-prices/train.csv")
    write(houses.drop(columns="SalePrice"), "house-prices/test.csv")

    words = ["fire", "flood", "the", "a", "of", "sun", "happy", "storm", "cat"]
    tweets = pd.DataFrame({"id": range(n), "keyword": rng.choice(["fire%20truck", None], n), "text": [" ".join(rng.choice(words, 6)) + " http://t.co/x!" for _ in range(n)], "target": rng.integers(0, 2, n)})
    write(tweets, "nlp/train.csv")
    write(tweets.drop(columns="target"), "nlp/test.csv")
    write(tweets[["id"]].assign(target=0), "nlp/sample_submission.csv")

    days = pd.date_range("2021-01-01", periods=150)
    sales = pd.concat([pd.DataFrame({"date": days, "store": store, "units": 20 + 5 * np.sin(np.arange(150) / 7 * 6.28) + rng.random(150) * 3}) for store in (1, 2)])
    write(sales, "store-sales/train.csv")

    customers = pd.DataFrame({"CustomerID": range(1, 81), "Gender": rng.choice(["Male", "Female"], 80), "Age": rng.integers(18, 70, 80), "Annual Income (k$)": rng.integers(15, 130, 80), "Spending Score (1-100)": rng.integers(1, 100, 80)})
    write(customers, "customers/Mall_Customers.csv")
    write(pd.DataFrame({"customerid": rng.integers(1, 20, 100), "date": rng.choice(days, 100), "amount": rng.random(100) * 50}), "customers/orders.csv")

    card = pd.DataFrame({"Time": np.arange(600.0), **{f"V{i}": rng.normal(size=600) for i in range(1, 5)}, "Amount": rng.random(600) * 90, "Class": (rng.random(600) < 0.1).astype(int)})
    write(card, "fraud/creditcard.csv")

    for part in (1, 2):
        movies = pd.DataFrame({"movie_id": range(part * 100, part * 100 + 40), "title": [f" movie {part} {i}" for i in range(40)], "genres": rng.choice(["['Drama']", "['Comedy', 'Drama']"], 40), "release": rng.choice(days, 40).astype(str), "budget": rng.integers(0, 9, 40) * 1e6, "revenue": rng.random(40) * 1e7})
        write(movies, f"movies/movies_{part}.csv")
    ratings = pd.DataFrame({"movie_id": rng.integers(100, 140, 400), "user_id": rng.integers(1, 20, 400), "rating": rng.integers(1, 6, 400), "timestamp": rng.integers(1_600_000_000, 1_620_000_000, 400)})
    write(ratings.drop_duplicates(["movie_id", "user_id"]), "movies/ratings.csv")

    digits = pd.DataFrame(rng.integers(0, 255, (300, 64)), columns=[f"pixel{i}" for i in range(64)])
    write(digits, "digits/test.csv")
    digits.insert(0, "label", np.arange(300) % 10)
    write(digits, "digits/train.csv")


if __name__ == "__main__":
    main(sys.argv[1])
