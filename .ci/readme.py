#!/usr/bin/env python3
"""Runs every command and query that the README prints, and compares the answers.

A fenced block says what it is by its language:

    sh        commands, run one after the other; one that serves (mvn spring-boot:run, or the jar without a
              command) is started and stays until the next one that serves, or the end
    graphql   a query, sent to the server that was started last; the json block after it, if it has one, is its
              variables when it says so by the word "variables" after the language
    json      the answer to the query before it; after a subscription ("subscription" after the language) and the
              query that follows that, what the subscription tells
    text      what the command before it prints

In an answer, a line that is just an ellipsis stands for any number of lines.
"""

import glob
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SERVER = "http://localhost:8080"
START_SECONDS = 240
BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.M | re.S)
# The README's test command is what CI ran before this.
ALREADY_RUN = {"mvn verify"}


def java_home():
    """A JDK 25, since the machine's default one may be another."""
    candidates = [os.environ.get("JAVA_HOME", "")] + sorted(glob.glob("/usr/lib/jvm/*25*"))
    for home in filter(None, candidates):
        release = os.path.join(home, "release")
        if os.path.exists(release) and re.search(r'JAVA_VERSION="25', open(release).read()):
            return home
    return None


class Readme:
    def __init__(self, folder):
        self.folder = folder
        self.server = None
        self.passed = 0
        self.failed = 0
        self.environment = dict(os.environ, BROADSHEET_DATA_DIR=os.path.join(folder, "data"))
        home = java_home()
        if home:
            self.environment["PATH"] = os.path.join(home, "bin") + os.pathsep + self.environment["PATH"]

    def check(self, name, problem):
        if problem:
            self.failed += 1
            print(f"FAILED {name}\n{problem}", flush=True)
        else:
            self.passed += 1
            print(f"ok     {name}", flush=True)

    def run(self, text):
        blocks = [Block(*match.groups()) for match in BLOCK.finditer(text)]
        position = 0
        while position < len(blocks):
            block = blocks[position]
            following = blocks[position + 1:position + 3]
            if "subscription" in block.info:
                self.subscription(block.body, *following)
                position += 3
                continue
            if block.language == "sh":
                expected = following[0].body if following and following[0].language == "text" else None
                self.commands(block.body, expected)
            elif block.language == "graphql":
                self.query(block.body, following)
            position += 1
        self.stop()

    def commands(self, body, expected):
        lines = [line for line in body.replace("\\\n", " ").splitlines() if line.strip() and not line.startswith("#")]
        for index, line in enumerate(lines):
            last = index == len(lines) - 1
            if line.startswith(("git clone", "cd ")) or line.split(" #")[0].strip() in ALREADY_RUN:
                continue
            if serves(line):
                self.serve(line)
                continue
            # The embedded store belongs to one process at a time, as the README says.
            self.stop()
            self.command(line, expected if last else None)

    def serve(self, line):
        self.stop()
        log = open(os.path.join(self.folder, "server.log"), "w")
        self.server = subprocess.Popen(["bash", "-c", "exec " + line], cwd=ROOT, env=self.environment, stdout=log,
                                       stderr=subprocess.STDOUT, start_new_session=True)
        self.check(line, self.await_ready())

    def await_ready(self):
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.server.poll() is not None:
                return "ended with " + str(self.server.returncode) + "\n" + self.log()
            try:
                with urllib.request.urlopen(SERVER + "/actuator/health/readiness", timeout=2) as answer:
                    if answer.status == 200:
                        return None
            except (urllib.error.URLError, OSError):
                pass
            time.sleep(0.25)
        return "not ready in time\n" + self.log()

    def log(self):
        return open(os.path.join(self.folder, "server.log")).read()[-4000:]

    def stop(self):
        if self.server is None or self.server.poll() is not None:
            return
        os.killpg(self.server.pid, signal.SIGTERM)
        self.server.wait(60)
        self.server = None

    def command(self, line, expected):
        done = subprocess.run(["bash", "-c", line], cwd=ROOT, env=self.environment, capture_output=True, text=True,
                              timeout=600)
        if done.returncode:
            self.check(line, f"exit {done.returncode}\n{done.stdout}{done.stderr}")
        elif expected is not None and not alike(done.stdout, expected):
            self.check(line, f"printed\n{done.stdout}\nand not\n{expected}")
        else:
            self.check(line, None)

    def subscription(self, query, cause, expected):
        """Listens, has something happen, and compares what is told."""
        with open_events(query) as events:
            answer = ask(cause.body, {})
            told = first_data(events)
        name = "subscription: " + re.sub(r"\s+", " ", query)[:70]
        if "errors" in answer or json.loads(told) != json.loads(expected.body):
            self.check(name, f"told\n{told}\nafter\n{answer}")
        else:
            self.check(name, None)

    def query(self, query, following):
        variables = {}
        if following and following[0].language == "json" and "variables" in following[0].info:
            variables = json.loads(following[0].body)
            following = following[1:]
        expected = following[0].body if following and following[0].language == "json" else None
        answer = ask(query, variables)
        printed = json.dumps(answer, indent=2, ensure_ascii=False)
        name = "query: " + re.sub(r"\s+", " ", query)[:70]
        if expected is None:
            self.check(name, printed if "errors" in answer else None)
        elif not same_answer(answer, printed, expected):
            self.check(name, f"answered\n{printed}\nand not\n{expected}")
        else:
            self.check(name, None)


class Block:
    def __init__(self, language, info, body):
        self.language = language
        self.info = info
        self.body = body


def serves(line):
    words = shlex.split(line, comments=True)
    if "spring-boot:run" in words:
        return True
    return "-jar" in words and not words[words.index("-jar") + 2:]


def ask(query, variables):
    body = json.dumps({"query": query, "variables": variables}).encode()
    request = urllib.request.Request(SERVER + "/graphql", body, {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)
    except urllib.error.HTTPError as error:
        return json.load(error)


def open_events(query):
    """A stream of server-sent events, which is open when its subscription is."""
    body = json.dumps({"query": query}).encode()
    headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
    return urllib.request.urlopen(urllib.request.Request(SERVER + "/graphql", body, headers), timeout=30)


def first_data(events):
    """What is told first; null after a while in which there were only signs of life."""
    end = time.monotonic() + 30
    for line in map(bytes.decode, events):
        if line.startswith("data:"):
            return line[5:]
        if time.monotonic() > end:
            break
    return "null"


def same_answer(answer, printed, expected):
    if re.search(r"^\s*…\s*$", expected, re.M):
        return alike(printed, expected)
    return answer == json.loads(expected)


def alike(printed, expected):
    parts = re.split(r"^[ \t]*…[ \t]*\n", expected.strip() + "\n", flags=re.M)
    pattern = r"(?:.*\n)*?".join(re.escape(part) for part in parts)
    return re.fullmatch(pattern, printed.strip() + "\n") is not None


def main():
    with tempfile.TemporaryDirectory() as folder:
        readme = Readme(folder)
        try:
            readme.run(open(os.path.join(ROOT, "README.md")).read())
        finally:
            readme.stop()
        print(f"\n{readme.passed} passed, {readme.failed} failed")
        sys.exit(1 if readme.failed else 0)


main()
