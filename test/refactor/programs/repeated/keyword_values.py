import numpy as np
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(3)
X = rng.normal(size=(80, 3))
y = X @ np.array([1.0, -2.0, 0.5]) + rng.normal(scale=0.1, size=80)

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=0)
weak = Ridge(alpha=0.1)
weak.fit(X_train, y_train)
weak_score = weak.score(X_test, y_test)
weak_prediction = weak.predict(X_test)
weak_error = np.abs(weak_prediction - y_test).mean()
print("weak", round(weak_score, 4), round(weak_error, 4))

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.5, random_state=0)
strong = Ridge(alpha=100.0)
strong.fit(X_train, y_train)
strong_score = strong.score(X_test, y_test)
strong_prediction = strong.predict(X_test)
strong_error = np.abs(strong_prediction - y_test).mean()
print("strong", round(strong_score, 4), round(strong_error, 4))

print(weak_score > strong_score, len(X_test))
