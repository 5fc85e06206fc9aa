import pandas as pd

people = pd.DataFrame(
    {
        "name": ["Ann", "Bob", "Cid", "Dee"],
        "age": [34, 19, 51, 28],
        "city": ["Rome", "Oslo", "Rome", "Lima"],
    }
)
limit = 25
cities = ["Rome", "Lima"]
adults = people.query("age > @limit")
chosen = adults.query("city in @cities")
print(chosen["name"].tolist())


def older_than(frame, years, where):
    offset = 1
    found = frame.query("age > @years + @offset")
    if where is not None:
        found = found.query("city == @where")
    return found


print(older_than(people, 27, "Rome"))
step = 10
people.eval("decade = age // @step * @step", inplace=True)
print(people.groupby("decade")["name"].apply(list))
by_city = {}
for city, group in people.groupby("city"):
    low = group["age"].min()
    by_city[city] = group.query("age == @low")["name"].iloc[0]
print(by_city)
