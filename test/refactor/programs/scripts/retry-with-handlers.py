import logging

logger = logging.getLogger("retry")


class Flaky:
    def __init__(self, failures):
        self.failures = failures
        self.calls = 0

    def fetch(self):
        self.calls += 1
        if self.calls <= self.failures:
            raise ConnectionError(f"call {self.calls}")
        return {"status": "ok", "calls": self.calls}


def fetch_with_retry(source, attempts):
    errors = []
    result = None
    for attempt in range(1, attempts + 1):
        try:
            result = source.fetch()
            status = result["status"]
        except ConnectionError as error:
            message = f"{attempt}: {error}"
            errors.append(message)
            logger.info("failed: %s", message)
            continue
        else:
            errors.append(status)
            break
        finally:
            logger.debug("attempt %d", attempt)
    return result, errors


count = 0
try:
    count += 1
    value = int("x")
    count += 1
except ValueError:
    value = -1
finally:
    count += 10
print(count, value)
print(fetch_with_retry(Flaky(2), 5))
print(fetch_with_retry(Flaky(9), 2))

total = 0
for text in ["1", "two", "3"]:
    try:
        number = int(text)
        total += number
    except ValueError as error:
        print("skipped", text, type(error).__name__)
print(total)
