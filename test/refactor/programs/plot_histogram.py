import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd

customers = pd.read_csv("customers.csv")
ages = customers["age"]

fig, ax = plt.subplots(figsize=(4, 3))
ax.hist(ages, bins=12)
ax.set_title("Ages")
fig.savefig("ages.png")
plt.close(fig)

by_plan = customers.groupby("plan")["age"].mean()
print(by_plan.round(2))
fig, ax = plt.subplots()
by_plan.plot.bar(ax=ax)
fig.savefig("plans.png")
print("done", sorted(by_plan.index))
