import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import GaussianNB

frame = pd.read_csv("customers.csv").dropna()
features = frame[["age", "tenure"]]
labels = frame["churned"]
parts = train_test_split(features, labels, random_state=3)
classifier = GaussianNB().fit(parts[0], parts[2])
predicted = classifier.predict(parts[1])

matrix = [[0, 0], [0, 0]]
for truth, guess in zip(parts[3], predicted):
    matrix[truth][guess] += 1
for row in matrix:
    print(row)
total = sum(map(sum, matrix))
assert total == len(predicted)
print("right:", (matrix[0][0] + matrix[1][1]) / total)
