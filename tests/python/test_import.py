"""What an import of the package costs."""

import subprocess
import sys

COST = """
import sys, time
before, start = set(sys.modules), time.process_time()
import nutgraf
print(time.process_time() - start, *sorted(set(sys.modules) - before))
"""


def cost() -> tuple[float, list[str]]:
    done = subprocess.run([sys.executable, "-I", "-c", COST], capture_output=True, text=True, check=True)
    seconds, *modules = done.stdout.split()
    return float(seconds), modules


def test_it_takes_less_than_30_ms_of_a_processor() -> None:
    # The least of some, as the first reads from the disk.
    assert min(cost()[0] for _ in range(5)) < 0.030


def test_it_imports_nothing_that_is_large_or_not_of_python() -> None:
    _, modules = cost()
    others = {module.partition(".")[0] for module in modules} - {"nutgraf"}
    assert others <= sys.stdlib_module_names
    assert not others & {
        "asyncio",
        "ctypes",
        "email",
        "http",
        "importlib",
        "inspect",
        "json",
        "logging",
        "multiprocessing",
    }
