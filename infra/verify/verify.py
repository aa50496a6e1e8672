#!/usr/bin/env python3
"""Checks a Twinning case file offline. Standard library only; shares no code with the product.

    python3 verify.py <case file> [--key 'name+id+base64'] [--checkpoint <file kept elsewhere>]
                      [--witness 'name+id+base64'] [--fr] [--json]
    python3 verify.py --receipt <receipt, or the answer that brings it> --key 'name+id+base64' [--fr] [--json]

Exit code 0 when every claim holds, 1 when one does not, 2 for wrong usage. The format is described in docs/record.md.
"""
import base64
import binascii
import hashlib
import json
import re
import struct
import sys

# --- Ed25519 verification (RFC 8032), in plain integers ---------------------------------------------------------------
P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
SQRT_M1 = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * SQRT_M1 % P
    if (x * x - x2) % P:
        return None
    return P - x if x & 1 != sign else x


def decode_point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def add(p, q):
    a = (p[1] - p[0]) * (q[1] - q[0]) % P
    b = (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = add(q, p)
        p, n = add(p, p), n >> 1
    return q


def ed25519(public, message, signature):
    if len(public) != 32 or len(signature) != 64:
        return False
    a, r = decode_point(public), decode_point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    left, right = multiply(s, BASE), add(r, multiply(h, a))
    return (left[0] * right[2] - right[0] * left[2]) % P == 0 and (left[1] * right[2] - right[1] * left[2]) % P == 0


# --- Canonical JSON (RFC 8785) ----------------------------------------------------------------------------------------
def number(value):
    if isinstance(value, int) and abs(value) <= 2**53:
        return str(value)
    value = float(value)
    if value != value or value in (float("inf"), float("-inf")):
        raise ValueError("no such number in JSON")
    if value == 0:
        return "0"
    sign, digits, exponent = re.fullmatch(r"(-?)([0-9.]+)(?:e([+-][0-9]+))?", repr(value)).groups()
    whole, _, fraction = digits.partition(".")
    point = len(whole) + int(exponent or 0)
    digits = (whole + fraction).lstrip("0")
    point -= len(whole + fraction) - len(digits)
    digits = digits.rstrip("0")
    if 0 < point <= 21:
        text = digits.ljust(point, "0") if len(digits) <= point else digits[:point] + "." + digits[point:]
    elif -6 < point <= 0:
        text = "0." + "0" * -point + digits
    else:
        mantissa = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
        text = mantissa + "e" + ("+" if point > 0 else "-") + str(abs(point - 1))
    return sign + text


def canonical(value):
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return "[" + ",".join(map(canonical, value)) + "]"
    keys = sorted(value, key=lambda k: k.encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(canonical(k) + ":" + canonical(value[k]) for k in keys) + "}"


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def hash_of(value):
    return sha256(canonical(value).encode()).hex()


# --- The archive: stored members, and not a byte beside them ----------------------------------------------------------
def read_archive(data):
    files, directory, at = {}, b"", 0
    while data[at : at + 4] == b"PK\3\4" and at + 30 <= len(data):
        length, size = struct.unpack_from("<IH", data, at + 22)
        start = at + 30 + size
        name, content = bytes(data[at + 30 : start]), data[start : start + length]
        facts = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 0x21, binascii.crc32(content), length, length, size, 0)
        if data[at:start] != b"PK\3\4" + facts + name or len(content) != length or name.decode("utf-8", "replace") in files:
            return None
        directory += b"PK\1\2" + struct.pack("<H", 20) + facts + bytes(10) + struct.pack("<I", at) + name
        files[name.decode("utf-8", "replace")] = content
        at = start + length
    count = len(files)
    end = b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), at, 0)
    return files if data[at:] == directory + end else None


# --- Signed notes and proofs (C2SP signed-note, RFC 9162) -------------------------------------------------------------
def read_key(text, kinds=(1,)):
    name, key_id, coded = re.fullmatch(r"([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)", text.strip()).groups()
    data = base64.b64decode(coded)
    if len(data) != 33 or data[0] not in kinds or sha256(name.encode(), b"\n", data)[:4].hex() != key_id:
        raise ValueError("not an Ed25519 key of a record, or copied wrongly")
    return name, bytes.fromhex(key_id), data[1:]


def read_witness(text):
    """A witness's key; its cosignatures bear the id of kind 4."""
    name, _, public = read_key(text, (1, 4))
    return name, sha256(name.encode(), b"\n", b"\4", public)[:4], public


def lines_of(note):
    lines = [re.fullmatch(r"\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})", line).groups() for line in note.rpartition("\n\n")[2][:-1].split("\n")]
    return [(name, data[:4], data[4:]) for name, data in ((name, base64.b64decode(coded)) for name, coded in lines)]


def open_note(note, keys):
    text, gap, rest = note.rpartition("\n\n")
    if not gap or not rest.endswith("\n"):
        raise ValueError("not a signed note")
    text, known = text + "\n", []
    for line in rest[:-1].split("\n"):
        name, coded = re.fullmatch(r"\u2014 (\S+) ([A-Za-z0-9+/]+={0,2})", line).groups()
        data = base64.b64decode(coded)
        if base64.b64encode(data).decode() != coded or len(data) < 5:
            raise ValueError("a signature line is malformed")
        for key_name, key_id, public in keys:
            if key_name == name and key_id == data[:4]:
                known.append(ed25519(public, text.encode(), data[4:]))
    if not known or not all(known):
        raise ValueError("no valid signature of a known key")
    return text


class Keys(list):
    """Keys of a record; of those that it gave up, `ended` has the largest size which they may have signed."""

    def __init__(self, keys=(), ended=()):
        super().__init__(keys)
        self.ended = dict(ended)

    def good_at(self, size):
        return Keys((key for key in self if self.ended.get(key, size) >= size), self.ended)


class KeyEnded(ValueError):
    """Signed with a key after the record had given it up."""


def endorsed(note, keys):
    """The key that a note names and one of these keys vouches for, or None."""
    try:
        text = open_note(note, keys)
        coded = text.split("\n")[1]
        key = read_key(coded)
        return key if text == "%s/key\n%s\n" % (key[0], coded) else None
    except Exception:  # Endorsed by nobody who is trusted so far.
        return None


def follow_keys(trusted, notes):
    """The trusted keys, and those to which notes lead: each names a key and is signed with one trusted already."""
    keys = Keys(trusted)
    for note in notes:
        key = endorsed(note, keys)
        if key:
            keys.append(key)
    return keys


def keys_in_time(trusted, changes):
    """The same from changes whose place in the record is proven: each ends the key that vouches for the next, for good."""
    keys = Keys(dict.fromkeys(trusted))
    for index, note in changes:
        for by in [key for key in keys if key not in keys.ended]:
            key = endorsed(note, [by])
            if key is None or key == by:
                continue
            keys.ended[by] = index
            if key not in keys:
                keys.append(key)
    return keys


def parse_checkpoint(text):
    origin, size, root = text.split("\n")[:3]
    data = base64.b64decode(root)
    if not origin or not re.fullmatch(r"0|[1-9][0-9]{0,15}", size) or len(data) != 32:
        raise ValueError("not a checkpoint")
    if base64.b64encode(data).decode() != root:
        raise ValueError("not a checkpoint")
    return origin, int(size), data


def open_checkpoint(note, keys):
    origin, size, root = parse_checkpoint(open_note(note, keys))
    try:
        open_note(note, keys.good_at(size))
    except ValueError:
        raise KeyEnded()
    return origin, size, root


def in_tree(event, size, root):
    index = event["index"]
    if isinstance(index, bool) or not isinstance(index, int) or not 0 <= index < size:
        return False
    node, fn, sn = sha256(b"\0", base64.b64decode(event["leaf"])), index, size - 1
    for sibling in map(base64.b64decode, event["proof"]):
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            node = sha256(b"\1", sibling, node)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            node = sha256(b"\1", node, sibling)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and node == root


def continues(first, second, proof):
    """Whether the first tree (size, root) is a prefix of the larger second one (RFC 9162, 2.1.4.2)."""
    (size, root), path = first, [base64.b64decode(node) for node in proof]
    if size & (size - 1) == 0:
        path.insert(0, root)
    fn, sn = size - 1, second[0] - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    if not path:
        return False
    old = new = path[0]
    for node in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            old, new = sha256(b"\1", node, old), sha256(b"\1", node, new)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            new = sha256(b"\1", new, node)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and old == root and new == second[1]


def names_given_up(first, origin, keys, fault):
    """The names that the record bore before it was put back and went on: each with the checkpoint that was given up."""
    link, names = ((first or {}).get("fields", {}).get("continues") or {}).get("value"), []
    holds = True
    while link is not None:
        name = link.get("origin") if isinstance(link, dict) else None
        if not isinstance(name, str):
            holds = False
            break
        known = Keys((key for key in keys if key[0] == name), keys.ended)
        try:
            note = link["checkpoint"]
            if known:
                claimed = open_checkpoint(note, known)
            else:
                lines_of(note)
                claimed = parse_checkpoint(note.rpartition("\n\n")[0] + "\n")
        except Exception:
            claimed = None
        said = claimed and (claimed[0], claimed[1], base64.b64encode(claimed[2]).decode())
        if name == origin or name in names or said != (name, link.get("size"), link.get("root")):
            holds = False
        names.append(name)
        link = link.get("continues")
    if not holds:
        fault("ORDER", "GIVEN_UP_DIFFERS", "log 1 continues")
    return names


def check_held(held, origin, tree, shown, given_up, keys, fault):
    """Checkpoints that somebody kept elsewhere: the record of the file must be their continuation."""
    continued = []
    for note in held:
        claimed, code = note.split("\n")[0], None
        if claimed != origin:
            code = "HELD_GIVEN_UP" if claimed in given_up else "HELD_OTHER_RECORD"
        else:
            try:
                _, size, root = open_checkpoint(note, keys)
            except KeyEnded:
                code = "KEY_ENDED"
            except Exception:
                code = "HELD_SIGNATURE"
            else:
                if not tree:
                    code = "HELD_NOT_SHOWN"
                elif size == tree[0]:
                    code = None if root == tree[1] else "HELD_OTHER_HISTORY"
                elif size > 0 and not any(known == size for known, _ in shown):
                    code = "HELD_NOT_SHOWN"
                elif size > 0 and not (size < tree[0] and any(known == size and proves((size, root), tree, proof) for known, proof in shown)):
                    code = "HELD_OTHER_HISTORY"
        if code:
            fault("CONTINUES", code, place_of(note))
        else:
            continued.append(note)
    return continued


def proves(kept, tree, proof):
    try:
        return continues(kept, tree, proof)
    except Exception:  # What is not shaped as a proof is none.
        return False


def continuations_in(listed, cosigned):
    """Sizes and proofs of continues.json, which is one or a list of them, and those of what witnesses have cosigned."""
    shown = []
    for each in listed if isinstance(listed, list) else [listed]:
        size, proof = (each.get("size"), each.get("proof")) if isinstance(each, dict) else (None, None)
        if type(size) is int and isinstance(proof, list) and all(isinstance(node, str) for node in proof):
            shown.append((size, proof))
    for each in cosigned:
        size = (each["note"].split("\n") + [""])[1]
        if re.fullmatch("[0-9]{1,15}", size):
            shown.append((int(size), each["proof"]))
    return shown


def place_of(note):
    return " ".join(note.split("\n")[:2])


def check_witnesses(cosigned, held, origin, tree, keys, witnesses, fault):
    """Each witness that was named must have cosigned a checkpoint which the record continues (C2SP tlog-cosignature)."""
    said, unknown = {}, set()

    def look(note, place):
        text, lines = note.rpartition("\n\n")[0] + "\n", lines_of(note)
        size = int(text.split("\n")[1])
        unknown.update((name, key_id) for name, key_id, data in lines if len(data) == 72 and (name, key_id) not in {w[:2] for w in witnesses})
        for name, key_id, public in witnesses:
            times = [cosigned_at(public, text, data) for line, line_id, data in lines if (line, line_id) == (name, key_id)]
            before = said.get((name, key_id), {"size": 0})
            if None in times:
                fault("WITNESSES", "COSIGNATURE_DIFFERS", place)
            elif max(times, default=0) > 0 and size >= before["size"]:
                said[name, key_id] = {"name": name, "size": size, "seconds": max(times)}

    for position, entry in enumerate(cosigned, 1):
        place = "witnesses %d" % position
        try:
            named, size, root = open_checkpoint(entry["note"], keys)
            if named != origin:
                raise ValueError("another record")
        except Exception:
            fault("WITNESSES", "WITNESS_NOTE", place)
            continue
        try:
            if not tree or size == tree[0]:
                goes_on = not tree or root == tree[1]
            else:
                goes_on = size < tree[0] and (size == 0 or continues((size, root), tree, entry["proof"]))
        except Exception:  # What is not shaped as a proof is none.
            goes_on = False
        if not goes_on:
            fault("WITNESSES", "WITNESS_OTHER_HISTORY", place)
            continue
        look(entry["note"], place)
    for note in held:
        look(note, place_of(note))
    for name, key_id, _ in witnesses:
        if (name, key_id) not in said:
            fault("WITNESSES", "WITNESS_ABSENT", name)
    return list(said.values()), len(unknown)


def cosigned_at(public, text, data):
    """Unix seconds of a cosignature; None when it does not fit the text."""
    if len(data) != 72:
        return None
    seconds = int.from_bytes(data[:8], "big")
    message = "cosignature/v1\ntime %d\n%s" % (seconds, text)
    return seconds if seconds < 2**53 and ed25519(public, message.encode(), data[8:]) else None


# --- Documents: where events name them, and that the file has each, or says why not -----------------------------------
NAMES_DOCUMENTS = {
    "RequestEdited": [("nominees", "cv")],
    "NomineeProposed": [("cv", None), ("statement", None)],
    "SignatoryDesignated": [("authority", None)],
    "TpmAssessmentRecorded": [("statistics", None)],
    "TransitionSubmitted": [("papers", "hash")],
    "AppealLodged": [("documents", None)],
}
REASONS = ("LEFT_OUT", "ERASED", "NOT_READABLE", "NOT_FILED", "NOT_FOUND", "NOT_OPENED")
DOCUMENT = re.compile(r"documents/[0-9a-f]{64}\.[a-z]{3,4}")


def documents_named(events):
    named = {}
    for event in events:
        for field, key in NAMES_DOCUMENTS.get(event["said"]["type"], []):
            value = event["fields"].get(field, {"value": None})["value"]
            for each in value if isinstance(value, list) else [value]:
                found = each if key is None else each.get(key) if isinstance(each, dict) else None
                if isinstance(found, str) and re.fullmatch("[0-9a-f]{64}", found):
                    named[found] = True
    return named


def is_document_list(value):
    def fits(each):
        texts = [each.get(field, 0) for field in ("file", "reason")]
        return isinstance(each.get("sha256"), str) and all(text is None or isinstance(text, str) for text in texts)

    return isinstance(value, list) and all(isinstance(each, dict) and fits(each) for each in value)


def is_cosigned_list(value):
    def fits(each):
        proof = each.get("proof")
        return isinstance(each.get("note"), str) and isinstance(proof, list) and all(isinstance(node, str) for node in proof)

    return isinstance(value, list) and all(isinstance(each, dict) and fits(each) for each in value)


def check_documents(files, listed, events, erased, fault):
    named, held = documents_named(events), [name for name in files if DOCUMENT.fullmatch(name)]
    for name in named:
        if sum(entry["sha256"] == name for entry in listed) != 1:
            fault("DOCUMENTS", "DOCUMENT_UNLISTED", name)
    for entry in listed:
        name, file, reason = entry["sha256"], entry["file"], entry["reason"]
        if name not in named:
            fault("DOCUMENTS", "DOCUMENT_UNNAMED", name)
        if file is None:
            if reason not in REASONS:
                fault("DOCUMENTS", "DOCUMENT_MISSING", name)
            if reason == "ERASED" and not any(gone["sha256"] == name for gone in erased):
                fault("DOCUMENTS", "DOCUMENT_NOT_ERASED", name)
        elif file not in held:
            fault("DOCUMENTS", "DOCUMENT_MISSING", file)
        elif sha256(files[file]).hex() != name:
            fault("DOCUMENTS", "DOCUMENT_DIFFERS", file)
    for name in held:
        if not any(entry["file"] == name for entry in listed):
            fault("DOCUMENTS", "DOCUMENT_UNNAMED", name)


# --- Signatures of signatories: Ed25519 keys, and passkeys (WebAuthn) with ES256, RS256 or Ed25519 --------------------
P256 = 2**256 - 2**224 + 2**192 + 2**96 - 1
P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
P256_B = 0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B
P256_BASE = (
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5,
)
SPKI_P256 = bytes.fromhex("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
SPKI_ED25519 = bytes.fromhex("302a300506032b6570032100")
RSA_SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")


def unbase64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def der(data, tag):
    """Content of the first element of DER, which must bear the tag, and what follows it."""
    length, start = data[1], 2
    if length & 0x80:
        start = 2 + (length & 0x7F)
        length = int.from_bytes(data[2:start], "big")
    if data[0] != tag or start + length > len(data):
        raise ValueError("not the DER that was expected")
    return data[start : start + length], data[start + length :]


def add_p256(p, q):
    if p is None or q is None:
        return p or q
    if p[0] == q[0] and (p[1] + q[1]) % P256 == 0:
        return None
    over, under = (3 * p[0] * p[0] - 3, 2 * p[1]) if p == q else (q[1] - p[1], q[0] - p[0])
    slope = over * pow(under, P256 - 2, P256) % P256
    x = (slope * slope - p[0] - q[0]) % P256
    return x, (slope * (p[0] - x) - p[1]) % P256


def multiply_p256(n, p):
    q = None
    while n:
        if n & 1:
            q = add_p256(q, p)
        p, n = add_p256(p, p), n >> 1
    return q


def ecdsa_p256(point, message, signature):
    x, y = int.from_bytes(point[:32], "big"), int.from_bytes(point[32:], "big")
    r, rest = der(der(signature, 0x30)[0], 0x02)
    r, s = (int.from_bytes(part, "big") for part in (r, der(rest, 0x02)[0]))
    if x >= P256 or y >= P256 or (y * y - x * x * x + 3 * x - P256_B) % P256:
        return False
    if not (0 < r < P256_ORDER and 0 < s < P256_ORDER):
        return False
    inverse, z = pow(s, P256_ORDER - 2, P256_ORDER), int.from_bytes(sha256(message), "big")
    first = multiply_p256(z * inverse % P256_ORDER, P256_BASE)
    found = add_p256(first, multiply_p256(r * inverse % P256_ORDER, (x, y)))
    return found is not None and found[0] % P256_ORDER == r


def rsa_sha256(spki, message, signature):
    algorithm, rest = der(der(spki, 0x30)[0], 0x30)
    if der(algorithm, 0x06)[0] != bytes.fromhex("2a864886f70d010101"):
        return False
    n, rest = der(der(der(rest, 0x03)[0][1:], 0x30)[0], 0x02)
    n, e = int.from_bytes(n, "big"), int.from_bytes(der(rest, 0x02)[0], "big")
    size, given = (n.bit_length() + 7) // 8, RSA_SHA256 + sha256(message)
    padded = b"\0\1" + b"\xff" * (size - len(given) - 3) + b"\0" + given
    s = int.from_bytes(signature, "big")
    return n.bit_length() >= 2048 and len(signature) == size and s < n and pow(s, e, n).to_bytes(size, "big") == padded


def passkey_holds(passkey, message):
    client, data = unbase64url(passkey["clientData"]), unbase64url(passkey["authenticatorData"])
    said = json.loads(client)
    challenge = base64.urlsafe_b64encode(sha256(message)).decode().rstrip("=")
    if said["type"] != "webauthn.get" or said["challenge"] != challenge or said.get("crossOrigin") is True:
        return False
    site = re.fullmatch(r"https?://([^/:]+)(:[0-9]+)?", said["origin"]).group(1)
    if len(data) < 37 or data[:32] != sha256(site.encode()) or data[32] & 5 != 5:
        return False
    key, signature, signed = unbase64url(passkey["publicKey"]), unbase64url(passkey["signature"]), data + sha256(client)
    if key.startswith(SPKI_P256):
        return len(key) == len(SPKI_P256) + 64 and ecdsa_p256(key[len(SPKI_P256) :], signed, signature)
    if key.startswith(SPKI_ED25519):
        return ed25519(key[len(SPKI_ED25519) :], signed, signature)
    return rsa_sha256(key, signed, signature)


def check_seals(agreement, events, fault):
    count = 0
    for position, event in enumerate(events, 1):
        text_of = {"AgreementSigned": "documentHash", "AmendmentSigned": "hash"}.get(event["said"]["type"])
        shown = {field: disclosed["value"] for field, disclosed in event["fields"].items()}
        sealed = "passkey" in shown or ("key" in shown and "signature" in shown)
        if text_of is None or not sealed or text_of not in shown or "originalNo" not in shown:
            continue
        count += 1
        text = "twinning agreement signature 1\n%s\n%s\noriginal %s\n" % (agreement, shown[text_of], shown["originalNo"])
        try:
            if "passkey" in shown:
                holds = passkey_holds(shown["passkey"], text.encode())
            else:
                holds = ed25519(unbase64url(shown["key"]), text.encode(), unbase64url(shown["signature"]))
        except Exception:  # What is not shaped as a signature is none.
            holds = False
        if not holds:
            fault("SIGNATURES", "SEAL_DIFFERS", "agreement %d" % position)
    return count


# --- The claims -------------------------------------------------------------------------------------------------------
FILES = ["README.txt", "account.en.html", "account.fr.html", "verify.html", "verify.py", "checkpoint.txt", "key.txt"]
FILES += ["events.json", "commands.json", "manifest.json", "manifest.sig"]
OPTIONAL = FILES + ["key-changes.json", "continues.json"]
FIELDS = ["format", "agreement", "origin", "size", "version", "refusals", "files"]


def is_whole(manifest):
    """False for a file of before documents and cosignatures were in it."""
    return manifest["format"] != "twinning-case-file/1"


def check_files(files, manifest, fault):
    lists = ["documents.json", "witnesses.json"] if is_whole(manifest) else []
    known = OPTIONAL + lists
    for name in sorted(set(FILES + lists) | set(manifest["files"])):
        if name not in files:
            fault("FILES", "FILE_MISSING", name)
    for name, data in files.items():
        if name in ("manifest.json", "manifest.sig"):
            continue
        beside = re.fullmatch(r"temporal/[A-Za-z0-9_-]+\.json", name) or (lists and DOCUMENT.fullmatch(name))
        if name not in manifest["files"] or not (name in known or beside):
            fault("FILES", "FILE_UNKNOWN", name)
        elif sha256(data).hex() != manifest["files"][name]:
            fault("FILES", "FILE_DIFFERS", name)


def check_keys(events, note, fault):
    """The changes of the key whose leaves and values stand in the tree of the checkpoint, as (index, note)."""
    try:
        claimed = parse_checkpoint(note.rpartition("\n\n")[0] + "\n")[1:]
    except Exception:
        claimed = None
    changes, before = [], -1
    try:
        for position, event in enumerate(events, 1):
            found = []

            def wrong(*each):
                found.append(each)

            place, leaf = "keys %d" % position, json.loads(base64.b64decode(event["leaf"]))
            if claimed and not in_tree(event, *claimed):
                wrong("PROOFS", "NOT_IN_TREE", place)
            field_faults(event, leaf, place, wrong)
            if leaf["stream"] != "log" or leaf["type"] != "LogKeyChanged":
                wrong("ORDER", "OTHER_STREAM", place)
            elif event["index"] <= before:
                wrong("ORDER", "OUT_OF_ORDER", place)
            said = [event["fields"].get(field, {}).get("value") for field in ("key", "previous", "note")]
            if claimed and not found and all(isinstance(each, str) for each in said):
                changes.append((event["index"], said[2]))
            for each in found:
                fault(*each)
            before = event["index"]
    except Exception:
        fault("FILES", "FILE_MALFORMED", "events.json")
        return []
    return changes


def check_signatures(files, text, manifest, given, fault):
    keys, own, notes = [read_key(key) for key in given], None, []
    try:
        own = read_key(files["key.txt"].decode())
    except Exception:
        fault("KEY", "FILE_MALFORMED", "key.txt")
    try:
        notes = json.loads(files["key-changes.json"]) if files.get("key-changes.json") else []
        if not isinstance(notes, list) or not all(isinstance(note, str) for note in notes):
            raise ValueError("no notes")
    except Exception:
        fault("KEY", "FILE_MALFORMED", "key-changes.json")
        notes = []
    keys, shown = keys or ([own] if own else []), parsed(files.get("events.json", b""))
    if isinstance(shown, dict) and "keys" in shown:
        changes = check_keys(shown["keys"], files.get("checkpoint.txt", b"").decode("utf-8", "replace"), fault)
        keys, times = keys_in_time(keys, changes), True if changes else None
        for position, note in enumerate(notes, 1):
            if note not in [proven for _, proven in changes]:
                fault("KEY", "KEY_UNPROVEN", "key-changes.json %d" % position)
    else:
        keys, times = follow_keys(keys, notes), False if notes else None
    if own and own not in keys:
        fault("KEY", "KEY_OTHER", "key.txt")
    elif own and own not in keys.good_at(manifest["size"]):
        fault("KEY", "KEY_ENDED", "key.txt")
    expected = "%s/case-file\n%s\n%s\n" % (manifest["origin"], manifest["agreement"], sha256(text.encode()).hex())
    if not seals(files, expected, keys.good_at(manifest["size"])):
        fault("MANIFEST", "KEY_ENDED" if seals(files, expected, keys) else "MANIFEST_SIGNATURE", "manifest.json, manifest.sig")
    try:
        origin, size, root = open_checkpoint(files["checkpoint.txt"].decode(), keys)
    except Exception as error:
        fault("CHECKPOINT", "KEY_ENDED" if isinstance(error, KeyEnded) else "CHECKPOINT_SIGNATURE", "checkpoint.txt")
        return None, keys, times
    if origin != manifest["origin"] or size != manifest["size"]:
        fault("CHECKPOINT", "CHECKPOINT_OTHER", "checkpoint.txt")
    return (size, root), keys, times


def seals(files, expected, keys):
    try:
        return open_note(files["manifest.sig"].decode(), keys) == expected
    except Exception:
        return False


def field_faults(event, leaf, place, fault):
    for field, shown in event["fields"].items():
        if field not in leaf["fields"]:
            fault("FIELDS", "FIELD_UNKNOWN", place + " " + field)
            continue
        salt, value = shown["salt"], canonical(shown["value"]).encode()
        committed = re.fullmatch("[0-9a-f]{32}", salt) and sha256(bytes.fromhex(salt), value).hex()
        if committed != leaf["fields"][field]:
            fault("FIELDS", "FIELD_DIFFERS", place + " " + field)


def check_erasures(erasures, tree, fault):
    """Erasures of persons, each proven like any event: the files that they destroyed, and where the record says so."""
    erased = []
    for position, event in enumerate(erasures, 1):
        place, leaf = "erasures %d" % position, json.loads(base64.b64decode(event["leaf"]))
        if tree and not in_tree(event, *tree):
            fault("PROOFS", "NOT_IN_TREE", place)
        if leaf["type"] != "PersonErased" or not leaf["stream"].startswith("person/"):
            fault("ORDER", "OTHER_STREAM", place)
        field_faults(event, leaf, place, fault)
        files = event["fields"].get("files", {"value": []})["value"]
        erased += [{"sha256": file, "index": event["index"]} for file in files]
    return erased


def check_events(manifest, events, tree, fault):
    withheld, counts = 0, {"log": 1, "agreement": manifest["version"], "refusals": manifest["refusals"]}
    for name, count in counts.items():
        stream, before = "log" if name == "log" else name + "/" + manifest["agreement"], -1
        for position, event in enumerate(events[name], 1):
            place = "%s %d" % (name, position)
            leaf = event["said"] = json.loads(base64.b64decode(event["leaf"]))
            if tree and not in_tree(event, *tree):
                fault("PROOFS", "NOT_IN_TREE", place)
            if leaf["stream"] != stream:
                fault("ORDER", "OTHER_STREAM", place)
            elif leaf["version"] != position or event["index"] <= before:
                fault("ORDER", "OUT_OF_ORDER", place)
            before = event["index"]
            field_faults(event, leaf, place, fault)
            withheld += len(set(leaf["fields"]) - set(event["fields"]))
        if len(events[name]) != count:
            fault("ORDER", "COUNT_DIFFERS", name)
    first = events["log"][0] if events["log"] else None
    if not first or first["index"] != 0 or first["fields"].get("origin", {}).get("value") != manifest["origin"]:
        fault("ORDER", "OTHER_RECORD", "log 1")
    return withheld


def check_commands(agreement, events, commands, fault):
    known = {command["id"] for command in commands}
    for event in events["agreement"] + events["refusals"]:
        if set(event["said"]["fields"]) - set(event["fields"]):  # Its command would tell what it withholds.
            known.add(event["said"]["commandId"])
    for name in ("agreement", "refusals"):
        for position, event in enumerate(events[name], 1):
            by = event["said"]["commandId"]
            if by is not None and by not in known:
                fault("COMMANDS", "COMMAND_MISSING", "%s %d" % (name, position))
    for command in commands:
        asked = {"type": command["type"], "payload": command["payload"], "person": command["principal"]["person"]}
        days = [{}] if command["occurredOn"] is None else [{}, {"occurredOn": command["occurredOn"]}]
        # The first command named no agreement; the day of an entry of the past is part of what was asked.
        hashes = [hash_of({"agreement": a, **asked, **d}) for a in (None, agreement) for d in days]
        done = [e for e in events["agreement"] if e["said"]["commandId"] == command["id"]]
        refused = [e for e in events["refusals"] if e["said"]["commandId"] == command["id"]]
        # The leaves say who acted, and those of later releases the hash of what was asked.
        fits = [e["said"]["actor"]["person"] == asked["person"] and says(e, "$request", command["requestHash"]) for e in done + refused]
        if command["requestHash"] not in hashes or not all(fits):
            fault("COMMANDS", "COMMAND_CHANGED", command["id"])
        if not answered(command, command["outcome"], done, refused):
            fault("COMMANDS", "OUTCOME_DIFFERS", command["id"])


def says(event, field, value):
    """False when the event shows a field with another value."""
    return field not in event["fields"] or canonical(event["fields"][field]["value"]) == canonical(value)


def answered(command, outcome, done, refused):
    if outcome is None:
        return not done and not refused
    if any(e["said"]["occurredAt"] != outcome["decidedAt"] for e in done + refused):
        return False
    if outcome["accepted"] is True:
        recorded = [{"index": e["index"], "type": e["said"]["type"]} for e in done]
        last = done[-1]["said"]["version"] if done else outcome["version"]
        return not refused and last == outcome["version"] and recorded == outcome["events"]
    if done or len(refused) != 1:
        return False
    said = {"command": command["type"], **{field: outcome[field] for field in ("code", "clause", "details", "version")}}
    return refused[0]["index"] == outcome["index"] and all(says(refused[0], field, value) for field, value in said.items())


def verify(data, given, held=(), asked=()):
    faults, continued, cosigned = [], [], []
    counts = {"withheld": 0, "signed": 0, "erased": [], "documents": None, "witnesses": [], "unknownWitnesses": 0, "keyTimes": None}

    def fault(claim, code, place):
        faults.append({"claim": claim, "code": code, "place": place})

    files = read_archive(data)
    if files is None:
        fault("ARCHIVE", "ARCHIVE_CHANGED", "")
        return faults, None, counts
    try:
        text = files["manifest.json"].decode()
        manifest = json.loads(text)
        if canonical({field: manifest[field] for field in FIELDS}) != text:
            raise ValueError("not in canonical form")
        if manifest["format"] not in ("twinning-case-file/1", "twinning-case-file/2"):
            raise ValueError("another format")
    except Exception:
        fault("MANIFEST", "FILE_MALFORMED", "manifest.json")
        return faults, None, counts
    check_files(files, manifest, fault)
    tree, keys, counts["keyTimes"] = check_signatures(files, text, manifest, given, fault)
    witnessed = parsed(files["witnesses.json"]) if files.get("witnesses.json") else []
    shown = continuations_in(parsed(files.get("continues.json", b"")), witnessed if is_cosigned_list(witnessed) else [])
    try:
        events, commands = json.loads(files["events.json"]), json.loads(files["commands.json"])
        counts["withheld"] = check_events(manifest, events, tree, fault)
        check_commands(manifest["agreement"], events, commands, fault)
        counts["signed"] = check_seals(manifest["agreement"], events["agreement"], fault)
        counts["erased"] = check_erasures(events.get("erasures", []), tree, fault)
        first = events["log"][0] if events["log"] else None
        given_up = names_given_up(first, manifest["origin"], keys, fault)
        continued = check_held(held, manifest["origin"], tree, shown, given_up, keys, fault)
        if is_whole(manifest):
            listed = parsed(files.get("documents.json", b""))
            if is_document_list(listed):
                counts["documents"] = listed
                check_documents(files, listed, events["agreement"], counts["erased"], fault)
            else:
                fault("DOCUMENTS", "FILE_MALFORMED", "documents.json")
    except Exception:  # A forger may write anything: what is not shaped as a case file is not readable.
        fault("FILES", "FILE_MALFORMED", "events.json")
    if files.get("witnesses.json"):
        cosigned = parsed(files["witnesses.json"])
        if not is_cosigned_list(cosigned):
            fault("WITNESSES", "FILE_MALFORMED", "witnesses.json")
            cosigned = []
    witnesses = [read_witness(key) for key in asked]
    seen = check_witnesses(cosigned, continued, manifest["origin"], tree, keys, witnesses, fault)
    counts["witnesses"], counts["unknownWitnesses"] = seen
    return faults, manifest, counts


# --- Receipts of commands, alone or in the answer that brought them ---------------------------------------------------
def is_entry(value):
    return isinstance(value, dict) and type(value.get("index")) in (int, float) and isinstance(value.get("leaf"), str) and is_texts(value.get("proof"))


def is_texts(value):
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def is_event(value):
    shown = value.get("fields") if is_entry(value) else None
    return isinstance(shown, dict) and all(isinstance(d, dict) and isinstance(d.get("salt"), str) and "value" in d for d in shown.values())


def is_receipt(value):
    return (
        isinstance(value, dict)
        and all(isinstance(value.get(field), str) for field in ("command", "agreement", "checkpoint"))
        and isinstance(value.get("accepted"), bool)
        and isinstance(value.get("events"), list)
        and all(map(is_event, value["events"]))
        and isinstance(value.get("unchanged", ""), str)
    )


def is_leaf_receipt(value):
    return is_entry(value) and isinstance(value.get("checkpoint"), str)


def of_entry(value, command):
    return {"command": command, "agreement": None, "accepted": None, "events": [{**value, "fields": {}}], "checkpoint": value["checkpoint"]}


def receipts_in(given):
    """The receipts of a file, and the answer that brought them, or None."""
    if not isinstance(given, dict):
        return None
    command, proofs = given.get("command"), given.get("proofs")
    if isinstance(command, str) and is_receipt(given.get("proof")):
        return [given["proof"]], given
    if isinstance(command, str) and isinstance(proofs, list) and all(map(is_leaf_receipt, proofs)):
        return [of_entry(proof, command) for proof in proofs], given
    if is_receipt(given):
        return [given], None
    return ([of_entry(given, None)], None) if is_leaf_receipt(given) else None


def unchanged_in(receipt, origin, keys):
    """Version and time that the record's signed word names for a command that changed nothing; None when it says something else."""
    try:
        text = open_note(receipt["unchanged"], keys)
        version, decided = text.split("\n")[3:5]
        said = [origin + "/unchanged", receipt["command"], receipt["agreement"], str(int(version)), decided, ""]
        return (int(version), decided) if receipt["accepted"] is True and text == "\n".join(said) else None
    except Exception:  # No such note, or none of this record.
        return None


def check_receipt(receipt, keys, fault):
    """The size, the signed word and the entries of one receipt; None when its checkpoint is not signed."""
    try:
        origin, size, root = open_checkpoint(receipt["checkpoint"], keys)
    except Exception:
        fault("CHECKPOINT", "CHECKPOINT_SIGNATURE", "checkpoint")
        return None
    unchanged, command, agreement = unchanged_in(receipt, origin, keys), receipt["command"], receipt["agreement"]
    if "unchanged" in receipt and unchanged is None:
        fault("COMMAND", "UNCHANGED_DIFFERS", "unchanged")
    if "unchanged" not in receipt and not receipt["events"]:
        fault("RECEIPT", "RECEIPT_EMPTY", "")
    stream = None if agreement is None else ("agreement/" if receipt["accepted"] is True else "refusals/") + agreement
    for event in receipt["events"]:
        place, leaf = canonical(event["index"]), json.loads(base64.b64decode(event["leaf"]))
        event["said"] = leaf
        if not in_tree(event, size, root):
            fault("PROOFS", "NOT_IN_TREE", place)
        own = leaf["commandId"] == command if unchanged is None else leaf["version"] == unchanged[0]
        if command is not None and not (own and (stream is None or leaf["stream"] == stream)):
            fault("COMMAND", "OTHER_COMMAND", place)
        for field, shown in event["fields"].items():
            if field not in leaf["fields"]:
                fault("FIELDS", "FIELD_UNKNOWN", place + " " + field)
            elif not is_shown(shown, leaf["fields"][field]):
                fault("FIELDS", "FIELD_DIFFERS", place + " " + field)
    return size, unchanged, receipt["events"]


def is_shown(shown, expected):
    salt = shown["salt"]
    return bool(re.fullmatch("[0-9a-f]{32}", salt)) and sha256(bytes.fromhex(salt), canonical(shown["value"]).encode()).hex() == expected


def answer_fits(answer, receipts, held):
    """Whether the answer says what its receipts prove, but for its words."""
    if None in held:
        return True
    accepted, events = answer.get("status") == "ACCEPTED", [event for _, _, own in held for event in own]
    for receipt in receipts:
        same = [receipt["command"] == answer["command"], receipt["agreement"] in (None, answer.get("agreement"))]
        if not all(same) or receipt["accepted"] not in (None, accepted):
            return False
    said = [answer.get("events"), answer.get("version"), answer.get("decidedAt")]
    unchanged = held[0][1] if held else None
    if unchanged is not None:
        return canonical(said) == canonical([[], *unchanged])
    if accepted:
        made = [{"index": event["index"], "type": event["said"]["type"]} for event in events]
        version = events[-1]["said"]["version"] if events else None
        return all(event["said"]["occurredAt"] == said[2] for event in events) and canonical(said[:2]) == canonical([made, version])
    if len(events) != 1 or events[0]["index"] != answer.get("recorded") or events[0]["said"]["type"] != "CommandRefused":
        return False
    return all(says(events[0], field, answer.get(field)) for field in ("code", "clause", "version"))


def verify_receipt(data, keys):
    keys, faults = Keys(keys), []

    def fault(claim, code, place):
        faults.append({"claim": claim, "code": code, "place": place})

    found = receipts_in(parsed(data))
    if found is None:
        fault("RECEIPT", "FILE_MALFORMED", "")
        return faults, {"command": None, "size": None, "entries": 0, "unchangedAt": None, "isAnswer": False}
    receipts, answer = found
    command = answer["command"] if answer else receipts[0]["command"]
    counts = {"command": command, "size": None, "entries": 0, "unchangedAt": None, "isAnswer": answer is not None}
    try:
        if not receipts:
            fault("RECEIPT", "RECEIPT_EMPTY", "")
        held = [check_receipt(receipt, keys, fault) for receipt in receipts]
        if answer and not answer_fits(answer, receipts, held):
            fault("ANSWER", "OUTCOME_DIFFERS", answer["command"])
        first = held[0] if held else None
        counts["entries"] = sum(len(one[2]) for one in held if one)
        if first:
            counts["size"], counts["unchangedAt"] = first[0], first[1] and first[1][0]
    except Exception:  # A forger may write anything: what is not shaped as a receipt is not readable.
        fault("RECEIPT", "FILE_MALFORMED", "")
    return faults, counts


def say_receipt(faults, counts, options):
    if "--json" in options:
        print(json.dumps({"holds": not faults, **counts, "faults": faults}))
        return 1 if faults else 0
    french = "--fr" in options
    if counts["size"] is not None:
        print("%s  (%d)" % (counts["command"] or "", counts["size"]))
    for claim, words in RECEIPT_CLAIMS.items():
        if claim == "ANSWER" and not counts["isAnswer"]:
            continue
        wrong = [f for f in faults if f["claim"] == claim]
        sign = "\u2717" if wrong else "\u2713" if counts["size"] is not None or claim == "RECEIPT" else "\u2013"
        print("%s %s" % (sign, words[french]))
        for f in wrong:
            print("    %s: %s (%s)" % (f["place"], FAULTS[f["code"]][french], f["code"]))
    if counts["unchangedAt"] is not None and not faults:
        words = "acceptée, sans rien changer à la version %d" if french else "accepted, and changed nothing at version %d"
        print("  " + words % counts["unchangedAt"])
    return 1 if faults else 0


def parsed(data):
    try:
        return json.loads(data)
    except ValueError:
        return None


CLAIMS = {
    "ARCHIVE": ("the archive is as it was written", "l'archive est telle qu'elle a été écrite"),
    "FILES": ("every file is the one that the manifest names", "chaque fichier est celui que le manifeste nomme"),
    "KEY": ("the key is the one that you gave", "la clé est celle que vous avez donnée"),
    "MANIFEST": ("the record signed the manifest", "le registre a signé le manifeste"),
    "CHECKPOINT": ("the record signed the checkpoint", "le registre a signé le point de contrôle"),
    "CONTINUES": (
        "the record continues the checkpoint that you kept",
        "le registre prolonge le point de contrôle que vous avez gardé",
    ),
    "PROOFS": ("every event stands in the record at its place", "chaque événement est à sa place dans le registre"),
    "ORDER": ("no event is missing, inserted or moved", "aucun événement ne manque, n'est inséré ni déplacé"),
    "FIELDS": ("every value is the one that was recorded", "chaque valeur est celle qui a été inscrite"),
    "COMMANDS": ("commands and events fit together", "commandes et événements concordent"),
    "SIGNATURES": (
        "every signature with a signatory's own key or passkey fits its text",
        "chaque signature faite avec la clé ou la clé d'accès d'un signataire correspond à son texte",
    ),
    "DOCUMENTS": ("every document is the one that an event names", "chaque document est celui qu'un événement nomme"),
    "WITNESSES": (
        "every witness that you named has cosigned this record",
        "chaque témoin que vous avez nommé a cosigné ce registre",
    ),
}

# What a fault means, in English and in French.
FAULTS = {
    "ARCHIVE_CHANGED": (
        "bytes of the archive were changed, or it was packed anew",
        "des octets de l'archive ont changé, ou elle a été recréée",
    ),
    "FILE_MISSING": ("the file is missing", "le fichier manque"),
    "FILE_UNKNOWN": ("the manifest does not name the file", "le manifeste ne nomme pas le fichier"),
    "FILE_DIFFERS": ("the file was changed", "le fichier a été modifié"),
    "FILE_MALFORMED": ("the file is not readable", "le fichier n'est pas lisible"),
    "KEY_OTHER": ("the file brings another key", "le dossier apporte une autre clé"),
    "KEY_ENDED": (
        "signed with a key after the record had given it up",
        "signé avec une clé après que le registre l'a abandonnée",
    ),
    "KEY_UNPROVEN": (
        "this change of the key does not stand in the record",
        "ce changement de clé ne figure pas dans le registre",
    ),
    "MANIFEST_SIGNATURE": ("the signature does not fit", "la signature ne concorde pas"),
    "CHECKPOINT_SIGNATURE": ("the signature does not fit", "la signature ne concorde pas"),
    "CHECKPOINT_OTHER": (
        "origin or size are not those of the manifest",
        "l'origine ou la taille ne sont pas celles du manifeste",
    ),
    "HELD_SIGNATURE": (
        "what you kept bears no signature of a known key",
        "ce que vous avez gardé ne porte aucune signature d'une clé connue",
    ),
    "HELD_OTHER_RECORD": (
        "what you kept is a checkpoint of another record",
        "ce que vous avez gardé est un point de contrôle d'un autre registre",
    ),
    "HELD_GIVEN_UP": (
        "that record was put back from a backup and given up; this one goes on under another name",
        "ce registre a été rétabli d'une sauvegarde et abandonné ; celui-ci continue sous un autre nom",
    ),
    "HELD_OTHER_HISTORY": (
        "the record has another history: it was put back from a backup, rewritten, or two servers sign with one key",
        "le registre a une autre histoire : rétabli d'une sauvegarde, réécrit, ou deux serveurs signent avec une même clé",
    ),
    "HELD_NOT_SHOWN": (
        "the file does not show it: export it again with this checkpoint",
        "le dossier ne le montre pas : exportez-le à nouveau avec ce point de contrôle",
    ),
    "NOT_IN_TREE": (
        "not in the tree of the checkpoint at this place",
        "absent de l'arbre du point de contrôle à cette place",
    ),
    "OTHER_STREAM": ("an event of another stream", "un événement d'une autre suite"),
    "OUT_OF_ORDER": ("does not follow the event before it", "ne suit pas l'événement précédent"),
    "COUNT_DIFFERS": ("not as many events as the manifest says", "pas autant d'événements que le manifeste l'indique"),
    "OTHER_RECORD": ("the first leaf opens another record", "la première feuille ouvre un autre registre"),
    "GIVEN_UP_DIFFERS": (
        "what the first leaf gives up is not the checkpoint of that name",
        "ce que la première feuille abandonne n'est pas le point de contrôle de ce nom",
    ),
    "FIELD_DIFFERS": ("the value is not the recorded one", "la valeur n'est pas celle inscrite"),
    "FIELD_UNKNOWN": ("the leaf has no such field", "la feuille n'a pas ce champ"),
    "COMMAND_MISSING": ("the command of this event is missing", "la commande de cet événement manque"),
    "COMMAND_CHANGED": ("the request is not the one that was made", "la demande n'est pas celle qui a été faite"),
    "OUTCOME_DIFFERS": ("the answer does not fit the events", "la réponse ne concorde pas avec les événements"),
    "RECEIPT_EMPTY": ("it brings nothing that proves anything", "il n'apporte rien qui prouve quelque chose"),
    "OTHER_COMMAND": (
        "an entry of another command or agreement",
        "une inscription d'une autre commande ou d'un autre accord",
    ),
    "UNCHANGED_DIFFERS": (
        "what the record signed is not that this command changed nothing",
        "ce que le registre a signé n'est pas que cette commande n'a rien changé",
    ),
    "SEAL_DIFFERS": (
        "the signatory's signature does not fit the text that it names",
        "la signature du signataire ne correspond pas au texte qu'elle nomme",
    ),
    "DOCUMENT_DIFFERS": (
        "the document is not the one that the event names",
        "le document n'est pas celui que l'événement nomme",
    ),
    "DOCUMENT_MISSING": ("the document is missing, and no reason is given", "le document manque, sans raison donnée"),
    "DOCUMENT_UNLISTED": (
        "an event names the document, and the list does not",
        "un événement nomme le document, la liste non",
    ),
    "DOCUMENT_UNNAMED": ("no event names the document", "aucun événement ne nomme le document"),
    "DOCUMENT_NOT_ERASED": ("said to be erased, and no event says so", "dit effacé, sans qu'aucun événement ne le dise"),
    "WITNESS_NOTE": (
        "what was cosigned is no checkpoint that this record signed",
        "ce qui a été cosigné n'est pas un point de contrôle signé par ce registre",
    ),
    "WITNESS_OTHER_HISTORY": (
        "the record is not the continuation of what was cosigned",
        "le registre n'est pas la suite de ce qui a été cosigné",
    ),
    "COSIGNATURE_DIFFERS": ("the cosignature does not fit", "la cosignature ne concorde pas"),
    "WITNESS_ABSENT": (
        "no cosignature of this witness: neither in the file nor in what you kept",
        "aucune cosignature de ce témoin : ni dans le dossier, ni dans ce que vous avez gardé",
    ),
}

# What a receipt claims.
RECEIPT_CLAIMS = {
    "RECEIPT": ("the receipt can be read and proves something", "le reçu est lisible et prouve quelque chose"),
    "CHECKPOINT": CLAIMS["CHECKPOINT"],
    "PROOFS": CLAIMS["PROOFS"],
    "COMMAND": ("every entry is one of this command", "chaque inscription est de cette commande"),
    "FIELDS": CLAIMS["FIELDS"],
    "ANSWER": ("the answer says what was recorded", "la réponse dit ce qui a été inscrit"),
}

# Why a document is not in the file, where its hash stands all the same.
WHY_NOT = {
    "LEFT_OUT": ("left out of this copy", "laissé hors de cette copie"),
    "ERASED": ("erased with the person of whom it told", "effacé avec la personne dont il parlait"),
    "NOT_READABLE": ("not for the person who asked for this copy", "pas pour la personne qui a demandé cette copie"),
    "NOT_FILED": ("never filed", "jamais déposé"),
    "NOT_FOUND": ("not in the store of documents", "absent du dépôt des documents"),
    "NOT_OPENED": ("could not be opened when this copy was made", "n'a pas pu être ouvert quand cette copie a été faite"),
}


KEY_TIMES_NOT_SHOWN = (
    "the file names earlier keys of the record and does not prove until when each was good: it is of an earlier release",
    "le dossier nomme des clés antérieures du registre sans prouver jusqu'à quand chacune était valable : il vient d'une version antérieure",
)


def main(arguments):
    paths, keys, kept, witnesses, options = [], [], [], [], set()
    rest = iter(arguments)
    for argument in rest:
        if argument == "--key":
            keys.append(next(rest, ""))
        elif argument == "--checkpoint":
            kept.append(next(rest, ""))
        elif argument == "--witness":
            witnesses.append(next(rest, ""))
        elif argument in ("--fr", "--json", "--receipt"):
            options.add(argument)
        else:
            paths.append(argument)
    if len(paths) != 1 or paths[0].startswith("-") or "--receipt" in options and (not keys or kept or witnesses):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        for key in keys:
            read_key(key)
        for key in witnesses:
            read_witness(key)
        with open(paths[0], "rb") as file:
            data = file.read()
        held = []
        for path in kept:
            with open(path, encoding="utf-8", newline="") as file:
                held.append(file.read())
    except (OSError, ValueError, AttributeError) as error:
        print("%s: %s" % (getattr(error, "filename", None) or paths[0], error if isinstance(error, OSError) else "--key or --witness is not a key"), file=sys.stderr)
        return 2
    if "--receipt" in options:
        known = [read_key(key) for key in keys]
        return say_receipt(*verify_receipt(data, known), options)
    faults, manifest, counts = verify(data, keys, held, witnesses)
    if "--json" in options:
        print(json.dumps({"holds": not faults, "keyGiven": bool(keys), **counts, "faults": faults}))
        return 1 if faults else 0
    french = "--fr" in options
    if manifest:
        print("%s  %s  (%d)" % (manifest["origin"], manifest["agreement"], manifest["size"]))
    for claim, words in CLAIMS.items():
        if claim == "CONTINUES" and not held:
            continue
        wrong = [f for f in faults if f["claim"] == claim]
        unsure = "?" if (not keys and claim == "KEY") or (not witnesses and claim == "WITNESSES") else "\u2713"
        unchecked = not wrong and (manifest is None and faults or claim == "DOCUMENTS" and counts["documents"] is None)
        print("%s %s" % ("\u2717" if wrong else "\u2013" if unchecked else unsure, words[french]))
        for f in wrong:
            print("    %s: %s (%s)" % (f["place"], FAULTS[f["code"]][french], f["code"]))
    if counts["signed"]:
        words = "%d signature(s) de signataires vérifiée(s)" if french else "%d signature(s) of signatories checked"
        print("  " + words % counts["signed"])
    for file in counts["erased"]:
        words = "fichier effacé avec une personne, inscription %d : %s" if french else "file erased with a person, entry %d: %s"
        print("  " + words % (file["index"], file["sha256"]))
    if manifest:
        words = "%d témoin(s) parmi ceux nommés, %d de plus sans clé donnée" if french else "%d witness(es) of those named, %d more without a key given"
        print("  " + words % (len(counts["witnesses"]), counts["unknownWitnesses"]))
    for witness in counts["witnesses"]:
        words = "%s a cosigné le registre à %d inscriptions (Unix %d)" if french else "%s cosigned the record at %d entries (Unix %d)"
        print("  " + words % (witness["name"], witness["size"], witness["seconds"]))
    for entry in counts["documents"] or []:
        there = "dans le dossier" if french else "in the file"
        why = WHY_NOT.get(entry["reason"], (entry["reason"],) * 2)[french]
        print("  document %s: %s" % (entry["sha256"], there if entry["file"] else why))
    if counts["keyTimes"] is False:
        print("? " + KEY_TIMES_NOT_SHOWN[french])
    if not keys:
        print("? pas de clé donnée : celle du dossier a servi" if french else "? no key given: the file's own was used")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
