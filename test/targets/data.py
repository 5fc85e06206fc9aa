"""The files that the notebooks here read, made up: data.py FOLDER"""

import sys
from pathlib import Path

import numpy as np
import pandas as pd
from PIL import Image


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

    energy = pd.DataFrame({"Datetime": pd.date_range("2016-11-01", periods=24 * 120, freq="h")})
    hours = np.arange(len(energy))
    energy["PJME_MW"] = 30000 + 400 * np.sin(hours / 24 * 2 * np.pi) + 900 * np.sin(hours / 168 * 2 * np.pi) + rng.normal(0, 200, len(hours))
    write(energy, "energy/PJME_hourly.csv")
    write(pd.DataFrame({"dt": pd.date_range("2016-11-01", periods=120).astype(str), "temp": rng.normal(5, 4, 120)}), "energy/weather.csv")

    m = 240
    credit = pd.DataFrame({
        "SK_ID_CURR": range(m), "TARGET": rng.integers(0, 2, m), "NAME_CONTRACT_TYPE": rng.choice(["Cash loans", "Revolving loans"], m),
        "CODE_GENDER": rng.choice(["M", "F"], m), "FLAG_OWN_CAR": rng.choice(["Y", "N"], m), "CNT_FAM_MEMBERS": rng.integers(1, 5, m),
        "AMT_INCOME_TOTAL": rng.random(m) * 90000 + 1000, "AMT_CREDIT": rng.random(m) * 50000 + 1000, "AMT_ANNUITY": rng.random(m) * 900 + 100,
        "DAYS_BIRTH": -rng.integers(8000, 20000, m), "DAYS_EMPLOYED": rng.choice([365243, -900, -2000], m), "EXT_SOURCE": rng.random(m),
        "OCCUPATION_TYPE": rng.choice(["Laborers", "Core staff", None], m),
    })
    credit["TARGET"] = (credit["EXT_SOURCE"] + rng.random(m) * 0.6 > 0.8).astype(int)
    write(credit, "credit/application_train.csv")
    write(credit.drop(columns="TARGET").assign(SK_ID_CURR=range(m, 2 * m)), "credit/application_test.csv")
    write(pd.DataFrame({"SK_ID_CURR": rng.integers(0, 2 * m, 900), "CREDIT_ACTIVE": rng.choice(["Active", "Closed"], 900), "DAYS_CREDIT": -rng.integers(1, 3000, 900), "AMT_CREDIT_SUM": rng.random(900) * 9000}), "credit/bureau.csv")

    words = {"sport": ["team", "goal", "coach", "match"], "business": ["market", "stocks", "profit", "deal"], "politics": ["vote", "minister", "party", "law"]}
    kinds = rng.choice(list(words), 60)
    texts = [f"<b>{i}</b> Acme in London said: " + ". ".join(" ".join(rng.choice([*words[kind], "people", "running", "market", "team"], 6)) for _ in range(3)) + "." for i, kind in enumerate(kinds)]
    write(pd.DataFrame({"headline": [f"{kind} story {i}" for i, kind in enumerate(kinds)], "text": texts, "category": kinds, "date": rng.choice(days, 60)}), "news/news.csv")

    start = pd.Timestamp("2022-03-01") + pd.to_timedelta(rng.integers(0, 60 * 24 * 6, 300), unit="min")
    trips = pd.DataFrame({
        "vendor": rng.choice(["Yellow taxi", "Green taxi"], 300), "pickup": start, "dropoff": start + pd.to_timedelta(rng.integers(2, 50, 300), unit="min"),
        "passenger_count": rng.integers(1, 5, 300), "distance": rng.random(300) * 9 + 0.5, "fare": rng.random(300) * 40 + 3, "tip": rng.random(300) * 5,
        "zone": rng.choice(["a", "b", "c"], 300), "plon": -73.9 + rng.random(300), "plat": 40.7 + rng.random(300), "dlon": -73.9 + rng.random(300), "dlat": 40.7 + rng.random(300),
    })
    trips.loc[::40, "distance"] = np.nan
    write(trips, "taxi/trips.csv")
    write(pd.DataFrame({"id": ["a", "b", "c"], "name": ["Airport", "Bridge", "Centre"]}), "taxi/zones.csv")

    colors = {"daisy": (240, 240, 200), "rose": (200, 30, 60), "tulip": (230, 120, 20)}
    for name, color in colors.items():
        (root / "flowers/images" / name).mkdir(parents=True)
        for i in range(12):
            picture(rng, color, 40 + i).save(root / "flowers/images" / name / f"{name}_{i}.jpg")
    cells = [(f"{kind}_{i}.png", kind) for kind in ("eosinophil", "lymphocyte", "monocyte") for i in range(10)]
    (root / "cells/images").mkdir(parents=True)
    (root / "cells/annotations").mkdir()
    for (file, _), color in zip(cells, np.repeat([(120, 30, 160), (60, 40, 190), (180, 60, 120)], 10, axis=0)):
        picture(rng, color, 64).save(root / "cells/images" / file)
    write(pd.DataFrame(cells, columns=["file", "cell"]), "cells/labels.csv")
    for i in range(3):
        box = "<xmin>4</xmin><ymin>5</ymin><xmax>30</xmax><ymax>28.0</ymax>"
        (root / f"cells/annotations/cell_{i}.xml").write_text(f"<annotation><size><width>64</width></size><object><name>rbc</name><bndbox>{box}</bndbox></object></annotation>")


def picture(rng, color, size):
    """Three blots of a color on a noisy ground."""
    pixels = rng.integers(215, 256, (size, size, 3))
    y, x = np.mgrid[:size, :size]
    for cx, cy in rng.integers(8, size - 8, (3, 2)):
        pixels[(x - cx) ** 2 + (y - cy) ** 2 < 36] = np.array(color)
    return Image.fromarray(pixels.astype(np.uint8))


if __name__ == "__main__":
    main(sys.argv[1])
