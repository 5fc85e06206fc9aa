"""A script with functions and a main guard."""

import argparse
import json
from pathlib import Path


def parse_arguments(arguments=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--out", type=Path, default=Path("result.json"))
    options = parser.parse_args(arguments)
    if options.rounds < 1:
        parser.error("at least one round")
    return options


def simulate(rounds, start=1.0):
    values = []
    value = start
    for number in range(rounds):
        value = value * 1.1 + number
        if value > 100:
            break
        values.append(value)
    mean = sum(values) / len(values)
    return values, mean


def save(path, values, mean):
    record = {"values": values, "mean": mean}
    text = json.dumps(record, indent=2)
    with open(path, "w") as target:
        target.write(text)
        size = target.tell()
    return size


def main():
    options = parse_arguments([])
    values, mean = simulate(options.rounds)
    size = save(options.out, values, mean)
    print(f"{len(values)} values, mean {mean:.2f}")
    print(f"{size} characters")
    if mean > 2:
        print("high")
    else:
        print("low")


if __name__ == "__main__":
    main()
