"""Feast's own registry servers on the loopback interface: python serve_registry.py REPOSITORY GRPC_PORT REST_PORT

Prints "ready" when both answer. Runs until its standard input ends, so that it never outlives the test that started it.
"""

import inspect
import os
import sys
import threading
import time
import urllib.request
import warnings

warnings.simplefilter("ignore")
sys.dont_write_bytecode = True

import grpc  # noqa: E402
from fastapi import FastAPI  # noqa: E402
from feast import FeatureStore  # noqa: E402
from feast.api.registry.rest import rest_registry_server  # noqa: E402
from feast.registry_server import start_server  # noqa: E402


def application(**settings):
    # Newer releases of FastAPI refuse what older ones ignored, and Feast passes settings that none ever knew.
    known = inspect.signature(FastAPI.__init__).parameters
    return FastAPI(**{name: value for name, value in settings.items() if name in known})


def main():
    repository, grpc_port, rest_port = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    os.chdir(repository)
    store = FeatureStore(repo_path=repository)
    server = start_server(store, grpc_port, wait_for_termination=False)
    rest_registry_server.FastAPI = application
    rest = rest_registry_server.RestRegistryServer(store)
    threading.Thread(target=lambda: rest.start_server(rest_port), daemon=True).start()
    grpc.channel_ready_future(grpc.insecure_channel(f"127.0.0.1:{grpc_port}")).result(timeout=60)
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{rest_port}/api/v1/projects", timeout=5).read()
            break
        except OSError:
            time.sleep(0.1)
    print("ready", flush=True)
    sys.stdin.read()
    server.stop(None)
    os._exit(0)


if __name__ == "__main__":
    main()
