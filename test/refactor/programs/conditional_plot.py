import pandas as pd

PLOT = False
DEBUG = False

sales = pd.read_csv("sales.csv")
monthly = sales.groupby(sales["day"].str[:7])["sold"].sum()
if PLOT:
    import matplotlib.pyplot as plt

    monthly.plot()
    plt.savefig("monthly.png")
if DEBUG:
    print(sales.head())
growth = monthly.pct_change().dropna()
print(growth.round(3).to_dict())
print(f"mean growth {growth.mean():.3f}")
