"""The preview answers this machine's browser, by its own name, with what it has in memory, and nothing else."""

import io
import json
import random
import socket
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image

from layout.cli import run
from layout.diagnostics import ExitCode

SECRET = b"The press began to turn at ten"
SEEDS = (
    "../issue.yaml", "..%2fissue.yaml", "%2e%2e/issue.yaml", "..\\issue.yaml", "....//issue.yaml", "..;/issue.yaml",
    "/etc/passwd", "//etc/passwd", "%2fetc%2fpasswd", "file:///etc/passwd", "stories/one.md", "server.py", "%00",
    "issue.yaml%00.png", "%c0%ae%c0%ae/issue.yaml", "%252e%252e%252fissue.yaml", "preview.html", "~/.ssh/id_rsa", "C:/x",
)  # fmt: skip
STEMS = ("/", "/page/", "/page/1/", "/page/1/1/", "/text/", "/text/1/", "/events/", "/preview.css/", "/icon.svg/../")
NUMBERS = ("0", "-1", "1.5", "1e3", "99999", "9" * 5000, "٣", "0x1", "1%00", "", " ", "1;1", "NaN", "../1")


def ask(address: str, target: str, *headers: str, method: str = "GET") -> tuple[int, bytes, bytes]:
    """Status, head and body of the answer to a request as it is written, which no client would send."""
    place = urlsplit(address)
    lines = [f"{method} {target} HTTP/1.1", *(headers or (f"Host: {place.netloc}",)), "Connection: close", "", ""]
    with socket.create_connection((place.hostname, place.port), timeout=10) as sent:
        sent.sendall("\r\n".join(lines).encode("utf-8"))
        head, _, body = b"".join(iter(lambda: sent.recv(65536), b"")).partition(b"\r\n\r\n")
    return int(head.split()[1]), head, body


def hostile_paths() -> list[str]:
    """Two hundred paths that mean harm, the same every time."""
    paths = [stem + seed for stem in STEMS for seed in SEEDS]
    paths += [f"/page/{number}/1/160.png" for number in NUMBERS] + [f"/page/1/{number}/160.png" for number in NUMBERS]
    paths += [f"/page/1/1/{number}.png" for number in NUMBERS] + [f"/text/1/{number}.json" for number in NUMBERS]
    paths += [
        "/" + "../" * 500,
        "/" + "a" * 9000,
        "*",
        "http://evil.example/",
        "/page/1/1/65.png",
        "/page/1/1/8000.png",
    ]
    return random.Random(5).sample(paths, 200)


def test_hostile_paths_are_never_answered(address: str) -> None:
    paths = hostile_paths()
    assert len(paths) == 200
    for path in paths:
        status, _, body = ask(address, path)
        assert 400 <= status < 500, path
        assert not any(word in body for word in (SECRET, b"root:", b"layout: 1", b"import ", b"<html")), path


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:{port}", "[::]:{port}", "",
     "evil.example:{port}", "127.0.0.1:{port}@evil.example", "127.0.0.1:{port}.", "localhost.:{port}", "127.1:{port}"],
)  # fmt: skip
def test_other_hosts_are_refused(address: str, host: str) -> None:
    status, _, body = ask(address, "/", f"Host: {host.format(port=urlsplit(address).port)}")
    assert status in {400, 421}
    assert b"<html" not in body


def test_a_host_is_said_once(address: str) -> None:
    host = urlsplit(address).netloc
    assert ask(address, "/", "Accept: */*")[0] in {400, 421}
    assert ask(address, "/", f"Host: {host}", "Host: evil.example")[0] in {400, 421}
    assert ask(address, "/", f"Host: localhost:{urlsplit(address).port}")[0] == 200
    assert ask(address, "/", f"Host: [::1]:{urlsplit(address).port}")[0] == 200


def test_both_loopback_addresses_answer_and_no_other_does(address: str) -> None:
    port = urlsplit(address).port
    assert ask(address.replace("127.0.0.1", "[::1]"), "/")[0] == 200
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as outward:
        outward.connect(("192.0.2.1", 9))  # sends nothing: only asks which of this machine's addresses would
        own = outward.getsockname()[0]
    with pytest.raises(OSError, match="refused"):
        socket.create_connection((own, port), timeout=5)


def test_other_origins_and_methods_are_refused(address: str) -> None:
    host = f"Host: {urlsplit(address).netloc}"
    assert ask(address, "/", host, "Origin: https://evil.example")[0] == 403
    assert ask(address, "/", host, "Origin: null")[0] == 403
    assert ask(address, "/", host, f"Origin: {address.rstrip('/')}")[0] == 200
    for method in ("HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE"):
        assert ask(address, "/", host, method=method)[0] == 405


@pytest.mark.parametrize("path", ["/", "/preview.js", "/preview.css", "/icon.svg", "/nothing"])
def test_every_answer_says_what_it_may_do(address: str, path: str) -> None:
    _, head, body = ask(address, path)
    assert b"content-security-policy: default-src 'none'; script-src 'self'" in head
    assert b"x-content-type-options: nosniff" in head
    assert b"cache-control: no-store" in head
    assert b"://" not in body.replace(b"http://www.w3.org/2000/svg", b"").replace(b"vscode://", b"")


def test_pictures_are_as_wide_as_asked_for_and_texts_know_their_lines(address: str, manifest: Path) -> None:
    for width in (64, 800):
        status, _, body = ask(address, f"/page/2/1/{width}.png")
        image = Image.open(io.BytesIO(body))
        image.load()
        assert (status, image.width, image.height) == (200, width, round(width * 297 / 210))
        assert image.getpixel((2, 2)) == (255, 255, 255)
        assert image.convert("L").getextrema()[0] < 128
    passages = json.loads(ask(address, "/text/2/1.json")[2])
    told = [(one["file"], one["line"]) for one in passages if one["part"] == "body"]
    assert told == [("issues/first/stories/two.md", 4), ("issues/first/stories/two.md", 6)]


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delitem(sys.modules, "layout.preview.server", raising=False)
    monkeypatch.setitem(sys.modules, "starlette", None)
    assert run(["preview", "issue.yaml"]) == ExitCode.UNUSABLE_INPUT
    assert "pip install 'layout-newspaper[preview]'" in capsys.readouterr().err


def test_no_manifest_and_no_port(manifest: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["preview", "nowhere.yaml"]) == ExitCode.UNUSABLE_INPUT
    assert "nowhere.yaml is not there" in capsys.readouterr().err
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert run(["preview", str(manifest), "--port", str(taken.getsockname()[1])]) == ExitCode.UNUSABLE_INPUT
    assert "name another with --port" in capsys.readouterr().err
