import pandas as pd
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import MinMaxScaler

neighbours = 5

customers = pd.read_csv("customers.csv").dropna()
X = customers[["age", "income", "tenure"]].to_numpy()
y = customers["churned"].to_numpy()
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.3, random_state=2, stratify=y
)

scaler = MinMaxScaler().fit(X_train)
X_train = scaler.transform(X_train)
X_test = scaler.transform(X_test)

model = KNeighborsClassifier(n_neighbors=neighbours)
model.fit(X_train, y_train)
print(classification_report(y_test, model.predict(X_test), digits=3))
