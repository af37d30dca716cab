"""The judges from outside: what they complain of reaches us, and silence means that they ran."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from zipfile import ZipFile

import pytest

from colophon.problems import Problems
from colophon.validate import ace, epubcheck
from colophon.validate.__main__ import main
from colophon.validate.findings import Finding, Severity

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles><rootfile full-path="content.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier>
<dc:language>en</dc:language><meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>
</metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml"
properties="nav"/></manifest><spine><itemref idref="nav"/></spine></package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
<head><title>Bad</title></head><body><nav epub:type="toc"><ol><li><a href="nav.xhtml">Bad</a>
</li></ol></nav></body></html>"""


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A book without a title whose page does not tell its language."""
    path = tmp_path / "bad.epub"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("content.opf", PACKAGE)
        archive.writestr("nav.xhtml", NAV)
    return path


def test_epubcheck_tells_rule_and_place(bad: Path) -> None:
    found = epubcheck.check(bad)
    titles = [finding for finding in found if "dc:title" in finding.message]
    assert [(finding.severity, finding.rule) for finding in titles] == [("error", "RSC-005")]
    assert titles[0].place.startswith("content.opf:")


def test_ace_tells_rule_and_page_though_it_ends_with_success(bad: Path) -> None:
    found = {finding.rule: finding.place for finding in ace.check(bad)}
    assert found["html-has-lang"] == "nav.xhtml"
    assert "metadata-accessibilitysummary" in found


def test_a_file_that_is_no_book_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "no.epub"
    path.write_bytes(b"")
    assert [finding.severity for finding in epubcheck.check(path)][:1] == [Severity.ERROR]
    with pytest.raises(Problems, match="Ace did not run"):
        ace.check(path)


def test_what_is_missing_is_said_with_its_cure(
    bad: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Problems, match="install default-jre-headless"):
        epubcheck.check(bad)
    with pytest.raises(Problems, match="install chromium"):
        ace.check(bad)
    with pytest.raises(Problems, match="install-ace"):
        ace.check(bad, tmp_path / "nowhere")
    with pytest.raises(Problems, match="install nodejs and npm"):
        ace.install(tmp_path / "ace")
    assert main(["epub", str(bad)]) == 1
    assert capsys.readouterr().err == "EPUBCheck needs Java; install default-jre-headless\n"


def npm(folder: Path, script: str) -> None:
    """Put a stand-in for npm into `folder`."""
    program = folder / "npm"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_ace_is_installed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm(tmp_path, f'echo "$@" >> {tmp_path}/log; echo $PUPPETEER_SKIP_DOWNLOAD >> {tmp_path}/log')
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    home = tmp_path / "ace"
    assert ace.install(home)
    assert not ace.install(home)
    assert (tmp_path / "log").read_text() == "ci --no-audit --no-fund --loglevel=error\n1\n"
    assert (home / "package-lock.json").exists()


def test_a_failed_installation_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    npm(tmp_path, "echo no network >&2; exit 1")
    with pytest.raises(Problems, match="npm could not install Ace: no network"):
        ace.install(tmp_path / "ace")
    npm(tmp_path, "exit 0")
    assert ace.install(tmp_path / "ace")


def test_the_lock_names_no_host_and_pins_every_package() -> None:
    folder = Path(ace.__file__).parent / "node"
    lock = json.loads((folder / "package-lock.json").read_text())
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert len(packages) > 100
    assert not [name for name, entry in packages.items() if "resolved" in entry]
    assert not [name for name, entry in packages.items() if "integrity" not in entry]
    wanted = json.loads((folder / "package.json").read_text())["dependencies"]
    assert all(version[0].isdigit() for version in wanted.values())


def test_a_finding_reads_as_one_line() -> None:
    finding = Finding(Severity.ERROR, "RSC-005", "no title", "content.opf:3")
    assert str(finding) == "content.opf:3: error RSC-005: no title"
