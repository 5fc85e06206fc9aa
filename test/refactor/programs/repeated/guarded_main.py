import sys


def main(rows):
    total = 0
    for row in rows:
        total += row
    mean = total / len(rows)
    spread = max(rows) - min(rows)
    ratio = mean / spread
    print("main", ratio, file=sys.stdout)


if __name__ == "__main__":
    main([1, 2, 3])
    rows = [4, 8]
    total = 0
    for row in rows:
        total += row
    mean = total / len(rows)
    spread = max(rows) - min(rows)
    ratio = mean / spread
    print("guard", ratio, file=sys.stdout)
