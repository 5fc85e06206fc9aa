import pandas as pd

customers = pd.read_csv("customers.csv")
adults = customers[customers["age"] > 17]
mean = adults["age"].mean()
print(mean)
