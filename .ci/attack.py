#!/usr/bin/env python3
"""Attacks a gateway that runs as in production, and prints what became of each attempt.

    .ci/attack.py                           starts target/broadsheet.jar with the sample newsroom, and attacks it
    .ci/attack.py http://localhost:8080     attacks one that runs

Every case says what must happen; after each the gateway must still answer an ordinary query. The exit code is 1 if
something else happened. Nothing but Python is needed.
"""

import concurrent.futures
import gzip
import glob
import json
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import zlib

HOST, PORT = "localhost", 8080
JSON = "application/json"
STRICT = "application/graphql-response+json"
NORMAL = "{ articles(first: 3) { nodes { headline authors { name } } } }"
# What no answer may contain, whatever was sent.
LEAKS = ["Exception", "\tat ", "io.broadsheet", "graphql.execution", "graphql.schema", "mongo", "jackson", "org.apache", "java.", "lucene"]

cases = []


class Response:
    def __init__(self, raw):
        head, _, self.body = raw.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        self.status = int(lines[0].split(" ")[1]) if lines[0].startswith("HTTP/") else 0
        self.raw_head = head.decode("latin-1")
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            self.headers[name.strip().lower()] = (self.headers.get(name.strip().lower(), "") + "," + value.strip()).strip(",")
        if self.headers.get("transfer-encoding") == "chunked":
            self.body = unchunk(self.body)
        self.text = self.body.decode("utf-8", "replace")

    def json(self):
        try:
            return json.loads(self.text)
        except ValueError:
            return {}

    def codes(self):
        answer = self.json()
        errors = answer.get("errors", []) if isinstance(answer, dict) else []
        return [e.get("extensions", {}).get("code") for e in errors]


def unchunk(body):
    out = b""
    while body:
        size, _, rest = body.partition(b"\r\n")
        n = int(size.split(b";")[0] or b"0", 16)
        if n == 0:
            break
        out, body = out + rest[:n], rest[n + 2:]
    return out


def raw(data, timeout=15, pieces=None, pause=0.0):
    """Sends bytes on a connection of their own, and reads until it is closed."""
    with socket.create_connection((HOST, PORT), timeout=timeout) as connection:
        try:
            connection.sendall(data)
            for piece in pieces or []:
                time.sleep(pause)
                connection.sendall(piece)
        except OSError:
            pass
        received = b""
        try:
            while True:
                part = connection.recv(65536)
                if not part:
                    break
                received += part
        except OSError:
            pass
        return Response(received)


def request(method="POST", path="/graphql", body=b"", headers=None, timeout=15):
    if isinstance(body, str):
        body = body.encode()
    fields = {"Host": f"{HOST}:{PORT}", "Connection": "close", "Accept": STRICT}
    if method == "POST":
        fields["Content-Type"] = JSON
        fields["Content-Length"] = str(len(body))
    fields.update(headers or {})
    head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{k}: {v}\r\n" for k, v in fields.items() if v is not None)
    return raw(head.encode("utf-8", "surrogateescape") + b"\r\n" + body, timeout)


def ask(document, variables=None, headers=None, **more):
    return request(body=json.dumps({"query": document, "variables": variables or {}, **more}), headers=headers)


def get(document, headers=None, **parameters):
    query = urllib.parse.urlencode({"query": document, **parameters})
    return request("GET", "/graphql?" + query, headers=headers)


def case(group, name, wanted):
    """Registers an attack: the function makes a response, wanted judges it."""
    def register(attack):
        cases.append((group, name, attack, wanted))
        return attack
    return register


def add(group, name, wanted, attack):
    cases.append((group, name, attack, wanted))


def status(*allowed):
    return lambda r: r.status in allowed


def code(wanted, *statuses):
    return lambda r: wanted in r.codes() and (not statuses or r.status in statuses)


def refused(limit):
    def judge(r):
        errors = r.json().get("errors", [])
        return bool(errors) and any(e.get("extensions", {}).get("limit", {}).get("name") == limit
                                    and e["extensions"].get("help") for e in errors)
    return judge


def contains(text):
    return lambda r: text in r.text


def fine(r):
    return r.status == 200 and not r.codes()


# ---- documents -------------------------------------------------------------------------------------------------------

G = "documents"
add(G, "20,000 tokens", refused("tokens"), lambda: ask("{" + "a " * 20000 + "}"))
add(G, "100,000 brackets", lambda r: r.status == 400, lambda: ask("{" * 45000))
add(G, "101 KB of document", refused("document-size"), lambda: ask("#" + "x" * 103000 + "\n{__typename}"))
add(G, "90 KB of comment lines", status(200, 400), lambda: ask("#x\n" * 30000 + "{__typename}"))
add(G, "fields 100 levels deep", refused("depth"),
    lambda: ask("{ sections " + "{ children " * 100 + "{ name }" + "}" * 101))
add(G, "fragments 100 levels deep", refused("depth"), lambda: ask(
    "{ sections { ...f0 } }" + "".join(f"fragment f{n} on Section {{ children {{ ...f{n + 1} }} }}" for n in range(100))
    + "fragment f100 on Section { name }"))
add(G, "inline fragments 400 levels deep", status(200, 400),
    lambda: ask("{ " + "... { " * 400 + "__typename" + " }" * 400 + " }"))
add(G, "a list value 3,000 levels deep", lambda r: r.status == 400 or r.codes(),
    lambda: ask("{ nodes(ids: " + "[" * 3000 + "]" * 3000 + ") { id } }"))
add(G, "an input object 3,000 levels deep", lambda r: r.status == 400 or r.codes(),
    lambda: ask("{ articles(filter: " + "{a: " * 3000 + "1" + "}" * 3000 + ") { totalCount } }"))
add(G, "1,000 aliases", refused("aliases"),
    lambda: ask("{ sections { " + " ".join(f"a{n}: name" for n in range(1000)) + " } }"))
add(G, "aliases by fragments", refused("aliases"), lambda: ask(
    "{ a: sections { ...f } b: sections { ...f } } fragment f on Section { "
    + " ".join(f"a{n}: name" for n in range(60)) + " }"))
add(G, "200 fields at the top", refused("root-fields"),
    lambda: ask("{ " + " ".join(f"a{n}: __typename" for n in range(200)) + " }"))
add(G, "10,000 duplicate fields", refused("fields"), lambda: ask("{ sections { " + "name " * 10000 + "} }"))
add(G, "10,000 unknown fields", lambda r: r.status == 400, lambda: ask("{ sections { " + "nope " * 10000 + "} }"))
add(G, "500 directives on a field", refused("directives"),
    lambda: ask("{ sections { name " + "@include(if: true) " * 500 + "} }"))
add(G, "500 unknown directives", lambda r: r.status == 400, lambda: ask("{ __typename " + "@nope " * 500 + "}"))
add(G, "fragments that double 30 times", refused("fields"), lambda: ask(
    "{ sections { ...f0 } }" + "".join(
        f"fragment f{n} on Section {{ ...f{n + 1} parent {{ id }} ...f{n + 1} }}" for n in range(30))
    + "fragment f30 on Section { name }"))
add(G, "nested fragments that double 15 times", lambda r: r.status == 400, lambda: ask(
    "{ sections { ...f0 } }" + "".join(
        f"fragment f{n} on Section {{ parent {{ ...f{n + 1} }} children {{ ...f{n + 1} }} }}" for n in range(15))
    + "fragment f15 on Section { name }"))
add(G, "a fragment that spreads itself", code("GRAPHQL_VALIDATION_FAILED", 400),
    lambda: ask("{ sections { ...a } } fragment a on Section { parent { ...a } }"))
add(G, "two fragments that spread each other", code("GRAPHQL_VALIDATION_FAILED", 400), lambda: ask(
    "{ sections { ...a } } fragment a on Section { ...b } fragment b on Section { ...a }"))
add(G, "500 fragments that nobody uses", lambda r: r.status == 400, lambda: ask(
    "{ __typename }" + "".join(f"fragment u{n} on Section {{ name }}" for n in range(500))))
add(G, "500 operations", lambda r: r.status in (200, 400),
    lambda: ask("".join(f"query q{n} {{ __typename }}" for n in range(500)), operationName="q1"))
add(G, "1,000 variables", lambda r: r.status in (200, 400), lambda: ask(
    "query(" + ",".join(f"$v{n}: Int" for n in range(1000)) + ") { __typename }"))
add(G, "fields that conflict", code("GRAPHQL_VALIDATION_FAILED", 400), lambda: ask(
    "{ a: articles(first: 1) { totalCount } a: articles(first: 2) { totalCount } }"))
add(G, "a name of 90 KB", lambda r: r.status == 400, lambda: ask("{ " + "a" * 90000 + " }"))
add(G, "a string that does not end", code("GRAPHQL_PARSE_FAILED", 400), lambda: ask('{ article(by: { slug: "' + "x" * 1000))

# ---- cost ------------------------------------------------------------------------------------------------------------

G = "cost"
add(G, "10 aliases of 100 x 100", refused("cost"), lambda: ask(
    "{" + " ".join(f"a{n}: topics(first: 100) {{ nodes {{ articles(first: 100) {{ nodes {{ id }} }} }} }}" for n in range(10)) + "}"))
add(G, "the same by variables", refused("cost"), lambda: ask(
    "query($n: Int) { topics(first: $n) { nodes { articles(first: $n) { nodes { related(first: 20) { article { id } } } } } } }", {"n": 100}))
add(G, "the same by a variable's default", refused("cost"), lambda: ask(
    "query($n: Int = 100) { topics(first: $n) { nodes { articles(first: $n) { nodes { authors { id } } } } } }"))
add(G, "the same by last", refused("cost"), lambda: ask(
    "{ topics(last: 100) { nodes { articles(last: 100) { nodes { authors { id } } } } } }"))
add(G, "edges and nodes of fragments", refused("cost"), lambda: ask(
    "{ topics(first: 100) { ...T } } fragment T on TopicConnection { edges { node { ...A } } } "
    "fragment A on Topic { articles(first: 100) { edges { node { authors { id } } } nodes { topics { id } } } }"))
add(G, "related stories of related stories", refused("cost"), lambda: ask(
    "{ articles(first: 20) { nodes { related(first: 20) { article { related(first: 20) { article { related(first: 20) { article { id } } } } } } } } }"))
add(G, "first: 1000000", lambda r: bool(r.codes()), lambda: ask("{ articles(first: 1000000) { nodes { id } } }"))
add(G, "first: 2147483647 twice", refused("cost"), lambda: ask(
    "{ topics(first: 2147483647) { nodes { articles(first: 2147483647) { nodes { id } } } } }"))
add(G, "first: -1", lambda r: bool(r.codes()), lambda: ask("{ articles(first: -1) { nodes { id } } }"))
add(G, "first: 99999999999999999999", lambda r: bool(r.codes()), lambda: ask("{ articles(first: 99999999999999999999) { nodes { id } } }"))
add(G, "101 ids", lambda r: bool(r.codes()), lambda: ask("query($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": ["A0000000000000000"] * 101}))
add(G, "10,000 ids", lambda r: bool(r.codes()), lambda: ask("query($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": ["A0000000000000000"] * 10000}))
add(G, "a skipped list costs nothing", fine, lambda: ask(
    "query($s: Boolean!) { topics(first: 100) @skip(if: $s) { nodes { articles(first: 100) { nodes { authors { id } } } } } __typename }", {"s": True}))
add(G, "an ordinary front page passes", fine, lambda: ask(
    "{ articles(first: 20) { nodes { headline brief authors { name } topics { name } section { name } image { url } } } }"))
add(G, "50 topics x 5 articles pass", fine, lambda: ask(
    "{ topics(first: 50) { nodes { name articles(first: 5) { nodes { headline authors { name } } } } } }"))

# ---- values ----------------------------------------------------------------------------------------------------------

G = "values"
add(G, "a search for 100 KB", lambda r: bool(r.codes()), lambda: ask("query($q: String!) { search(query: $q) { totalCount } }", {"q": "a " * 50000}))
add(G, "a search for operators", fine, lambda: ask("query($q: String!) { search(query: $q) { totalCount } }", {"q": '*:* OR [a TO z] ~10 /.*/ "a"~999999 \\'}))
add(G, "a search for a regular expression that explodes", fine, lambda: ask("query($q: String!) { search(query: $q) { totalCount } }", {"q": "/(a+)+$/ aaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"}))
add(G, "a slug that is a query of the store", lambda r: r.status in (200, 400), lambda: ask("query($b: ArticleKey!) { article(by: $b) { id } }", {"b": {"slug": {"$gt": ""}}}))
add(G, "a slug with $where in it", fine, lambda: ask("query($b: ArticleKey!) { article(by: $b) { id } }", {"b": {"slug": "'; return true; var x='"}}))
add(G, "an id with a path in it", lambda r: bool(r.codes()) or fine(r), lambda: ask('{ node(id: "../../../etc/passwd") { id } }'))
add(G, "a cursor of another's making", lambda r: bool(r.codes()), lambda: ask('{ articles(after: "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==") { totalCount nodes { id } } }'))
add(G, "both of a @oneOf", lambda r: bool(r.codes()), lambda: ask('{ article(by: { slug: "a", id: "b" }) { id } }'))
add(G, "an address of a file", lambda r: r.status in (200, 400), lambda: ask('{ article(by: { url: "file:///etc/passwd" }) { id } }'))
add(G, "NUL and control characters", lambda r: r.status in (200, 400), lambda: ask("query($b: ArticleKey!) { article(by: $b) { id } }", {"b": {"slug": "a\u0000b\u001b[31m\r\n"}}))
add(G, "half of a surrogate pair", lambda r: r.status in (200, 400), lambda: request(body='{"query":"query($q: String!) { search(query: $q) { totalCount } }","variables":{"q":"\\ud800"}}'))
add(G, "text that turns direction", lambda r: r.status in (200, 400), lambda: ask("query($q: String!) { search(query: $q) { totalCount } }", {"q": "\u202egnp.exe\u2066 \ufeff"}))
add(G, "10,000 combining marks", lambda r: r.status in (200, 400), lambda: ask("query($q: String!) { search(query: $q) { totalCount } }", {"q": "e" + "\u0301" * 10000}))
add(G, "names of other scripts in the document", lambda r: r.status == 400, lambda: ask("{ \u0430rticles { id } }"))
add(G, "a filter of 100,000 ids", lambda r: bool(r.codes()) or r.status == 413, lambda: ask("query($f: ArticleFilter) { articles(filter: $f) { totalCount } }", {"f": {"topicsAny": ["T000000000000000"] * 40000}}))

# ---- JSON ------------------------------------------------------------------------------------------------------------

G = "JSON"
add(G, "nested 100,000 levels deep", status(400), lambda: request(body='{"query":"{__typename}","variables":{"a":' + "[" * 100000 + "]" * 100000 + "}}"))
add(G, "duplicate keys", status(400), lambda: request(body='{"query":"{__typename}","query":"{a}"}'))
add(G, "duplicate keys in variables", status(400), lambda: request(body='{"query":"{__typename}","variables":{"a":1,"a":2}}'))
add(G, "a number of 100,000 digits", status(400), lambda: request(body='{"query":"{__typename}","variables":{"a":' + "9" * 100000 + "}}"))
add(G, "1e999999999", lambda r: r.status in (200, 400), lambda: request(body='{"query":"query($a: Int) {articles(first: $a) {totalCount}}","variables":{"a":1e999999999}}'))
add(G, "NaN", status(400), lambda: request(body='{"query":"{__typename}","variables":{"a":NaN}}'))
add(G, "an array of 10,000 requests", status(400), lambda: request(body="[" + ",".join(['{"query":"{__typename}"}'] * 10000) + "]"))
add(G, "trailing text", status(400), lambda: request(body='{"query":"{__typename}"}{"query":"{a}"}'))
add(G, "no UTF-8", status(400), lambda: request(body=b'{"query":"{__typename} #\xff\xfe\xc0\xaf"}'))
add(G, "UTF-16", status(400, 415), lambda: request(body='{"query":"{__typename}"}'.encode("utf-16"), headers={"Content-Type": "application/json; charset=utf-16"}))
add(G, "200,000 keys with one hash", lambda r: r.status in (200, 400, 413), lambda: request(body='{"query":"{__typename}","variables":{' + ",".join(f'"{"".join("Aa" if n >> b & 1 else "BB" for b in range(15))}{n}":0' for n in range(20000)) + "}}"))
add(G, "prototype and class names as keys", fine, lambda: request(body='{"query":"{__typename}","variables":{"__proto__":{"a":1},"@class":"java.lang.Runtime","constructor":1}}'))

# ---- HTTP ------------------------------------------------------------------------------------------------------------

G = "HTTP"
add(G, "5 MB of body", status(413), lambda: request(body='{"query":"' + "x" * (5 << 20) + '"}'))
add(G, "a body of 10 GB by its own account", status(413), lambda: raw(f"POST /graphql HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\nContent-Type: {JSON}\r\nContent-Length: 10737418240\r\n\r\n{{".encode(), 40))
add(G, "3 MB of body in chunks", status(413), lambda: raw(
    f"POST /graphql HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\nContent-Type: {JSON}\r\nTransfer-Encoding: chunked\r\n\r\n".encode()
    + b"".join(b"10000\r\n" + b"x" * 65536 + b"\r\n" for _ in range(48)) + b"0\r\n\r\n"))
add(G, "a gzip bomb", status(415), lambda: request(body=gzip.compress(b'{"query":"' + b"x" * (50 << 20)), headers={"Content-Encoding": "gzip"}))
add(G, "a deflate bomb", status(415), lambda: request(body=zlib.compress(b'{"query":"' + b"x" * (10 << 20)), headers={"Content-Encoding": "deflate"}))
add(G, "a body in two encodings", status(415), lambda: request(body=b"x", headers={"Content-Encoding": "gzip, gzip"}))
add(G, "two lengths", status(400), lambda: raw(
    f"POST /graphql HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: {JSON}\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\n{{}}".encode()))
add(G, "a smuggled request behind chunks", lambda r: r.raw_head.count("HTTP/1.1") <= 1 and r.text.count("HTTP/1.1 ") == 0, lambda: raw(
    f"POST /graphql HTTP/1.1\r\nHost: {HOST}\r\nContent-Type: {JSON}\r\nContent-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /graphql/schema HTTP/1.1\r\nHost: x\r\n\r\n".encode(), 12))
add(G, "64 KB of headers", status(400, 431), lambda: request(headers={"X-Large": "x" * 65000}, body='{"query":"{__typename}"}'))
add(G, "1,000 headers", status(400, 431), lambda: request(headers={f"X-{n}": "x" for n in range(1000)}, body='{"query":"{__typename}"}'))
add(G, "20 KB of address", status(400, 414, 431), lambda: request("GET", "/graphql?query=" + "x" * 20000))
add(G, "10,000 parameters", lambda r: r.status >= 400, lambda: request("GET", "/graphql?" + "&".join(f"a{n}" for n in range(1500))))
add(G, "a parameter twice", status(400), lambda: request("GET", "/graphql?query=%7B__typename%7D&query=%7Ba%7D"))
add(G, "broken percent encoding", status(400), lambda: request("GET", "/graphql?query=%ZZ%"))
add(G, "an unknown method", lambda r: r.status in (400, 405, 501), lambda: request("BREW"))
add(G, "TRACE", lambda r: r.status in (400, 403, 405, 501), lambda: request("TRACE"))
add(G, "PUT", status(405), lambda: request("PUT", body="{}", headers={"Content-Length": "2", "Content-Type": JSON}))
add(G, "a path out of the folder", lambda r: r.status in (400, 404), lambda: request("GET", "/graphiql/lib/..%2f..%2fapplication.properties"))
add(G, "an accepted type that is nonsense", status(400, 406), lambda: request(body='{"query":"{__typename}"}', headers={"Accept": ";;;q=x," * 100}))
add(G, "actuator's insides", status(404), lambda: request("GET", "/actuator/env"))
add(G, "actuator's heap", status(404), lambda: request("GET", "/actuator/heapdump"))

# ---- browsers --------------------------------------------------------------------------------------------------------

G = "browsers"
SHARE = 'mutation { shareRecord(input: { articleId: "A0000000000000000", channel: X, idempotencyKey: "attack" }) { errors { message } } }'
for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain; application/json", "application/csp-report"):
    add(G, "a form that posts " + kind, status(415), lambda kind=kind: request(body=json.dumps({"query": SHARE}), headers={"Content-Type": kind}))
add(G, "a post without a type", status(415), lambda: request(body=json.dumps({"query": SHARE}), headers={"Content-Type": None}))
add(G, "a mutation by GET", status(405), lambda: get(SHARE))
add(G, "a mutation by GET beside a query", status(405), lambda: get("query a { __typename } " + SHARE.replace("mutation", "mutation b"), operationName="b"))
add(G, "a mutation by HEAD", status(405), lambda: request("HEAD", "/graphql?" + urllib.parse.urlencode({"query": SHARE})))
add(G, "another origin's preflight", lambda r: "access-control-allow-origin" not in r.headers, lambda: request("OPTIONS", headers={"Origin": "https://evil.example", "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}))
add(G, "another origin's query", lambda r: "access-control-allow-origin" not in r.headers, lambda: get("{__typename}", headers={"Origin": "https://evil.example"}))
add(G, "the origin null", lambda r: "access-control-allow-origin" not in r.headers, lambda: get("{__typename}", headers={"Origin": "null"}))
add(G, "no sniffing, no framing, no referrer", lambda r: r.headers.get("x-content-type-options") == "nosniff" and r.headers.get("x-frame-options") == "DENY" and "referrer-policy" in r.headers, lambda: get("{__typename}"))
add(G, "HTML in a query comes back as JSON", lambda r: r.headers.get("content-type", "").startswith("application/"), lambda: get("{ <script>alert(1)</script> }"))

# ---- production ------------------------------------------------------------------------------------------------------

G = "production"
add(G, "introspection", lambda r: "FORBIDDEN" in r.codes() and "__Schema" not in r.text, lambda: ask("{ __schema { types { name } } }"))
add(G, "introspection by a fragment", lambda r: "FORBIDDEN" in r.codes(), lambda: ask("{ ...f } fragment f on Query { x: __type(name: \"Query\") { fields { name } } }"))
add(G, "the schema as text", status(404), lambda: request("GET", "/graphql/schema"))
add(G, "GraphiQL", status(404), lambda: request("GET", "/graphiql"))
add(G, "a field that is nearly right", lambda r: r.status == 400 and "Did you mean" not in r.text and "headline" not in r.text, lambda: ask("{ articles { nodes { headlin } } }"))
add(G, "an argument that is nearly right", lambda r: r.status == 400 and "Did you mean" not in r.text, lambda: ask("{ articles(firs: 1) { totalCount } }"))
add(G, "an enum value that is nearly right", lambda r: bool(r.codes()) and "Did you mean" not in r.text and "PUBLISHED_AT" not in r.text, lambda: ask("{ articles(orderBy: { field: PUBLISHED, direction: ASC }) { totalCount } }"))
add(G, "a token that is none", status(401, 400), lambda: ask(NORMAL, headers={"Authorization": "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb290In0."}))
add(G, "an editor's mutation", lambda r: bool(r.codes()), lambda: ask('mutation { draftPublish(input: { id: "D0000000000000000", expectedRevision: 1 }) { errors { message } } }'))

# ---- caches and logs -------------------------------------------------------------------------------------------------

G = "caches"


def same_as_plain(headers):
    plain, poisoned = get(NORMAL), get(NORMAL, headers=headers)
    return poisoned if plain.body == poisoned.body and poisoned.headers.get("etag") == plain.headers.get("etag") else Response(b"HTTP/1.1 599 poisoned\r\n\r\n")


for name, headers in {"X-Forwarded-Host": {"X-Forwarded-Host": "evil.example"}, "X-Forwarded-Proto": {"X-Forwarded-Proto": "gopher"},
                      "Forwarded": {"Forwarded": "host=evil.example;proto=http"}, "X-Original-URL": {"X-Original-URL": "/actuator/health"},
                      "X-HTTP-Method-Override": {"X-HTTP-Method-Override": "DELETE"}, "Host": {"Host": "evil.example"},
                      "Accept-Language": {"Accept-Language": "de"}, "traceparent": {"traceparent": "00-" + "a" * 32 + "-" + "b" * 16 + "-01"}}.items():
    add(G, "the answer does not depend on " + name, fine, lambda headers=headers: same_as_plain(headers))
add(G, "errors are not kept", lambda r: r.headers.get("cache-control") == "no-store", lambda: get("{ nothing }"))
add(G, "what depends on the viewer is not kept for others", lambda r: "public" not in r.headers.get("cache-control", "public"), lambda: get("{ viewer { name } }"))
add(G, "what is told on request is not kept", lambda r: r.headers.get("cache-control") == "no-store", lambda: get(NORMAL, headers={"GraphQL-Cost": "report"}))
add(G, "If-None-Match of 8 KB", lambda r: r.status in (200, 304, 400, 431), lambda: get(NORMAL, headers={"If-None-Match": ",".join(['"x"'] * 1500)}))
add(G, "a line break in a header's value", lambda r: r.status in (200, 400) and "injected" not in r.headers, lambda: get(NORMAL, headers={"traceparent": "x\r\nInjected: yes"}))
add(G, "a line break for the log", lambda r: bool(r.codes()), lambda: ask("query($i: ID!) { node(id: $i) { id } }", {"i": "x\n2026-01-01 ERROR root hacked\u001b[31m"}))
add(G, "a lookup for the log", lambda r: r.status in (200, 400), lambda: ask("query($q: String!) { search(query: $q) { totalCount } }", {"q": "${jndi:ldap://localhost:1/a}"}, headers={"User-Agent": "${jndi:ldap://localhost:1/a}"}))

# ---- slowness --------------------------------------------------------------------------------------------------------

G = "slowness"


def drip(head, piece=b"x", seconds=45):
    """How a connection fares that sends a byte each second."""
    start = time.time()
    with socket.create_connection((HOST, PORT), timeout=2) as connection:
        connection.sendall(head)
        connection.settimeout(1)
        received = b""
        while time.time() - start < seconds:
            try:
                connection.sendall(piece)
                part = connection.recv(65536)
                if not part:
                    break
                received += part
            except socket.timeout:
                continue
            except OSError:
                break
    took = time.time() - start
    return Response(received or f"HTTP/1.1 {200 if took < 31 else 599} closed after {took:.0f} s\r\n\r\n".encode()) if took < 31 else Response(b"HTTP/1.1 599 open for too long\r\n\r\n")


slow = lambda r: r.status != 599
add(G, "a request line of a byte a second", slow, lambda: drip(b"G"))
add(G, "headers of a byte a second", slow, lambda: drip(b"POST /graphql HTTP/1.1\r\nHost: x\r\nX-Slow: "))
add(G, "a body of a byte a second", slow, lambda: drip(f"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: {JSON}\r\nContent-Length: 1000\r\n\r\n".encode(), b" "))
add(G, "a chunked body of a byte a second", slow, lambda: drip(f"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: {JSON}\r\nTransfer-Encoding: chunked\r\n\r\n".encode(), b"1\r\n \r\n"))
add(G, "a body that nobody reads", slow, lambda: drip(b"POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\n"))
add(G, "a body of a GET", slow, lambda: drip(b"GET /graphql?query=%7B__typename%7D HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n"))
add(G, "a connection that says nothing", slow, lambda: drip(b"", b""))


def flood(count, work):
    with concurrent.futures.ThreadPoolExecutor(count) as pool:
        results = [f.result() for f in [pool.submit(work) for _ in range(count)]]
    bad = [r for r in results if r.status not in (200, 429, 503)]
    return bad[0] if bad else results[0]


add(G, "300 requests at once", status(200, 429, 503), lambda: flood(300, lambda: ask(NORMAL)))
add(G, "100 dear requests at once", lambda r: r.status in (200, 400, 429, 503), lambda: flood(100, lambda: ask(
    "{ topics(first: 40) { nodes { articles(first: 40) { nodes { headline authors { name } } } } } }")))


def healthy():
    try:
        response = ask(NORMAL)
        return response.status == 200 and not response.codes()
    except OSError:
        return False


def run(one):
    group, name, attack, wanted = one
    try:
        response = attack()
    except OSError as error:
        return group, name, "no connection: " + type(error).__name__, False
    leak = next((word for word in LEAKS if word in response.text), None)
    code = ",".join(sorted({str(c) for c in response.codes()}))
    result = f"{response.status} {code}".strip() + (f" leaks {leak}" if leak else "")
    return group, name, result, bool(wanted(response)) and leak is None


def java():
    """A Java 25, since the machine's default one may be another."""
    for home in filter(None, [os.environ.get("JAVA_HOME")] + sorted(glob.glob("/usr/lib/jvm/*25*"))):
        release = os.path.join(home, "release")
        if os.path.exists(release) and 'JAVA_VERSION="25' in open(release).read():
            return os.path.join(home, "bin", "java")
    return "java"


def start(folder):
    """Starts the gateway as in production, with the sample newsroom in it, and returns it with its address."""
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    jar = [java(), "-jar", os.path.join(root, "target", "broadsheet.jar")]
    settings = ["--broadsheet.data-dir=" + os.path.join(folder, "data")]
    subprocess.run(jar + ["import", os.path.join(root, "src/main/resources/sample")] + settings, check=True,
                   stdout=subprocess.DEVNULL)
    gateway = subprocess.Popen(jar + settings + ["--server.port=0", "--broadsheet.production=true"], cwd=folder,
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    for line in gateway.stdout:
        found = re.search(r"The API is at (http://localhost:\d+)", line)
        if found:
            threading.Thread(target=gateway.stdout.read, daemon=True).start()
            return gateway, found.group(1)
    sys.exit("The gateway did not start")


def main():
    if len(sys.argv) > 1:
        sys.exit(attack(sys.argv[1]))
    with tempfile.TemporaryDirectory() as folder:
        gateway, address = start(folder)
        try:
            failed = attack(address)
        finally:
            gateway.terminate()
            gateway.wait()
    sys.exit(failed)


def attack(target):
    global HOST, PORT
    address = urllib.parse.urlsplit(target)
    HOST, PORT = address.hostname, address.port or 80
    quick = [c for c in cases if c[0] != "slowness"]
    # They mostly wait, so they wait together.
    lengthy = [c for c in cases if c[0] == "slowness"]
    rows = []
    for one in quick:
        row = run(one)
        rows.append(row if healthy() else row[:3] + (False,))
    with concurrent.futures.ThreadPoolExecutor(len(lengthy)) as pool:
        rows += list(pool.map(run, lengthy[:-2]))
    rows += [run(one) for one in lengthy[-2:]]
    for group, name, result, good in rows:
        print(f"{'ok ' if good else 'BAD'} {group:<10} {name:<52} {result}")
    failed = [row for row in rows if not row[3]]
    print(f"{len(rows)} attacks, {len(rows) - len(failed)} as they should be, {len(failed)} not; the gateway "
          + ("still answers" if healthy() else "answers no more"))
    return 1 if failed or not healthy() else 0


if __name__ == "__main__":
    main()
