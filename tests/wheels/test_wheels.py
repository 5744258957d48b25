"""What is released: the sdist, and the wheels that `make wheels` built from it."""

import platform
import subprocess
import sys
import tarfile
import venv
import zipfile
from email.parser import BytesParser
from pathlib import Path

import pytest
from packaging.tags import Tag
from packaging.utils import parse_sdist_filename, parse_wheel_filename

ROOT = Path(__file__).parents[2]
RELEASE = ROOT / "dist" / "release"
WHEELS = sorted(RELEASE.glob("*.whl"))
(SDIST,) = RELEASE.glob("*.tar.gz")
PACKAGE = {
    f"nutgraf/{path.name}"
    for pattern in ("*.py", "*.pyi", "py.typed")
    for path in ROOT.glob(f"python/nutgraf/{pattern}")
}
MOST_BYTES = 4_000_000

every_wheel = pytest.mark.parametrize("wheel", WHEELS, ids=lambda wheel: wheel.name)


def run(*command: str | Path) -> str:
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_one_wheel_is_for_manylinux_and_every_python() -> None:
    machine = platform.machine()
    wanted = {Tag("cp310", "abi3", f"{name}_{machine}") for name in ("manylinux_2_17", "manylinux2014")}
    assert [wheel for wheel in WHEELS if parse_wheel_filename(wheel.name)[3] == wanted]


@every_wheel
def test_the_platform_is_what_the_name_says(wheel: Path) -> None:
    report = " ".join(run("-m", "auditwheel", "show", wheel).split())
    platforms = {tag.platform for tag in parse_wheel_filename(wheel.name)[3]}
    assert any(f'is consistent with the following platform tag: "{name}"' in report for name in platforms), report


@every_wheel
def test_only_the_stable_abi_is_used(wheel: Path) -> None:
    run("-m", "abi3audit", "--strict", wheel)


@every_wheel
def test_it_is_small_and_whole(wheel: Path) -> None:
    assert wheel.stat().st_size < MOST_BYTES
    with zipfile.ZipFile(wheel) as files:
        names = set(files.namelist())
        (metadata,) = (
            BytesParser().parsebytes(files.read(name)) for name in names if name.endswith(".dist-info/METADATA")
        )
    assert {name for name in names if name.startswith("nutgraf/")} == {*PACKAGE, "nutgraf/_nutgraf.abi3.so"}
    assert {name.rsplit("/")[-1] for name in names if "/licenses/" in name} == {"LICENSE-APACHE", "LICENSE-MIT"}
    assert metadata["Requires-Python"] == ">=3.10"
    assert metadata.get_all("Requires-Dist") is None
    assert metadata["License-Expression"] == "Apache-2.0 OR MIT"


@every_wheel
def test_it_works_alone(wheel: Path, tmp_path: Path) -> None:
    if "musllinux" in wheel.name:
        pytest.skip("there is no musl here")
    venv.create(tmp_path / "venv", with_pip=False)
    run("-m", "pip", "--python", tmp_path / "venv", "install", "--quiet", "--no-index", wheel)
    code = "import nutgraf; print(nutgraf.from_html('<h1>A Town Looks Up</h1><p>The river came over its bank.').title)"
    done = subprocess.run(
        [tmp_path / "venv/bin/python", "-I", "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout == "A Town Looks Up\n"


def test_the_sdist_has_what_a_build_takes_and_no_more() -> None:
    name, version = parse_sdist_filename(SDIST.name)
    assert {(name, version)} == {parse_wheel_filename(wheel.name)[:2] for wheel in WHEELS}
    with tarfile.open(SDIST) as files:
        names = {member.removeprefix(f"{name}-{version}/") for member in files.getnames()}
    assert names >= {f"python/{name}" for name in PACKAGE} | {"PKG-INFO", "Cargo.lock", "LICENSE-APACHE", "LICENSE-MIT"}
    assert {name.partition("/")[0] for name in names} <= {
        *(
            "PKG-INFO",
            "Cargo.lock",
            "Cargo.toml",
            "build.rs",
            "pyproject.toml",
            "README.md",
            "CHANGELOG.md",
            "LICENSE-APACHE",
            "LICENSE-MIT",
        ),
        # The examples are those of the crate.
        *("bindings", "examples", "python", "schema", "src"),
    }
