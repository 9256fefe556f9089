"""The workflow, pre-commit and make ask the same; what is published is green; nobody has more rights than it needs."""

import re
import subprocess

import yaml

from shared import ROOT

WORKFLOW = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8"))
JOBS = WORKFLOW["jobs"]
STEPS = [step for job in JOBS.values() for step in job["steps"]]


def would_run(target):
    """The commands by which make makes a target, the environment apart."""
    dry = subprocess.run(["make", "--dry-run", target], cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    return {line for line in dry.stdout.splitlines() if not re.search("venv |pip |touch ", line)}


def test_one_home_for_the_checks():
    """pre-commit calls targets that `make test` includes, and the workflow runs what .ci/run does: `make test`."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"]
    targets = [re.fullmatch(r"make --silent (\w+)", hook["entry"])[1] for hook in hooks]
    assert targets == ["check", "lint"]
    assert all(would_run(target) <= would_run("test") for target in targets)
    assert (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()[-1] == "make test"
    assert ".ci/run" in [step.get("run") for step in JOBS["test"]["steps"]]


def test_steps_are_makes():
    """A step is a target of make, the tests, or what prepares the machine."""
    for command in (step["run"] for step in STEPS if "run" in step):
        if command != ".ci/run" and not re.fullmatch(r"sudo python3 tests/(browser/)?find_\w+\.py", command):
            assert would_run(re.fullmatch(r"make ([a-z-]+)", command)[1])


def test_actions_are_pinned():
    """By the commit, and the release is said beside it."""
    text = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert len(used) == sum("uses" in step for step in STEPS)
    assert [line for line in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []


def test_only_a_green_main_is_published():
    """One job may write, to Pages alone; it waits for the tests and runs on main; every job ends in time."""
    writing = [name for name, job in JOBS.items() if "write" in job.get("permissions", {}).values()]
    assert writing == ["publish"] and WORKFLOW["permissions"] == {"contents": "read"}
    assert JOBS["publish"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert {"test", "site"} <= set(JOBS["publish"]["needs"])
    assert JOBS["publish"]["if"] == "github.ref == 'refs/heads/main'"
    assert all(0 < job["timeout-minutes"] <= 30 for job in JOBS.values())
    assert WORKFLOW["concurrency"]["group"]


def test_hidden_files_are_published():
    """The action leaves out security.txt's folder unless it is told."""
    [upload] = [step["with"] for step in STEPS if "upload-pages-artifact" in step.get("uses", "")]
    assert upload == {"path": "site", "include-hidden-files": True}
