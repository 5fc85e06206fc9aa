class Account:
    """Money, with its history."""

    fee = 0.5

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance
        self.history = []
        opening = ("open", balance)
        self.history.append(opening)

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("nothing to deposit")
        before = self.balance
        self.balance = before + amount
        entry = ("in", amount)
        self.history.append(entry)
        return self.balance

    def withdraw(self, amount):
        cost = amount + self.fee
        if cost > self.balance:
            self.history.append(("refused", amount))
            return False
        self.balance -= cost
        self.history.append(("out", amount))
        return True

    @property
    def summary(self):
        lines = []
        for kind, amount in self.history:
            lines.append(f"{kind:8s}{amount:8.2f}")
        total = f"{'balance':8s}{self.balance:8.2f}"
        lines.append(total)
        return "\n".join(lines)

    @classmethod
    def parse(cls, text):
        owner, amount = text.split(":")
        owner = owner.strip().title()
        account = cls(owner, float(amount))
        return account

    @staticmethod
    def transfer(source, target, amount):
        done = source.withdraw(amount)
        if done:
            target.deposit(amount)
        return done


anna = Account("Anna", 100)
ben = Account.parse("ben: 20")
anna.deposit(50)
print(Account.transfer(anna, ben, 30))
print(Account.transfer(ben, anna, 3000))
try:
    ben.deposit(-1)
except ValueError as error:
    print(f"refused: {error}")
for account in (anna, ben):
    print(account.owner)
    print(account.summary)
