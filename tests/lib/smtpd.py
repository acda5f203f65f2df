"""An SMTP server for tests, on loopback and a free port, by Debian's python3-aiosmtpd.

    smtpd.py plain|starttls|tls|busy-twice|refuses|hangs-up

Prints one line with its port and certificate, then a JSON line for each message it took.
"""
import email
import email.policy
import json
import logging
import os
import signal
import ssl
import subprocess
import sys
import tempfile
import warnings

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

# What clients do wrong here, they do on purpose.
logging.disable(logging.CRITICAL)
warnings.simplefilter("ignore")

behaviour = sys.argv[1]
folder = tempfile.TemporaryDirectory(prefix="rapport-smtpd-")
certificate = os.path.join(folder.name, "certificate.pem")
key = os.path.join(folder.name, "key.pem")


def say(what):
    print(json.dumps(what, ensure_ascii=False), flush=True)


def context():
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.load_cert_chain(certificate, key)
    return made


def authenticate(server, session, envelope, mechanism, data):
    fine = data.login == b"rapport" and data.password == b"geheim"
    return AuthResult(success=fine, handled=False, auth_data=data.login.decode())


class Handler:
    calls = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.calls += 1
        if behaviour == "busy-twice" and self.calls <= 2:
            return "451 4.7.1 Greylisted, try again"
        if behaviour == "refuses":
            return "550 5.1.1 No such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if behaviour == "hangs-up":
            server.transport.abort()
            return "250 OK"
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        say({
            "from": envelope.mail_from,
            "to": ",".join(envelope.rcpt_tos),
            "subject": message["Subject"],
            "body": message.get_content().replace("\r\n", "\n"),
            "tls": session.ssl is not None,
            "user": session.auth_data or "",
        })
        return "250 Taken"


class Server(Controller):
    def factory(self):
        more = {}
        if behaviour == "starttls":
            more = {"tls_context": context(), "require_starttls": True}
        if behaviour == "tls":
            more = {"authenticator": authenticate, "auth_require_tls": False, "auth_required": True}
        return SMTP(self.handler, enable_SMTPUTF8=False, **more)


subprocess.run(
    ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key,
     "-out", certificate, "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"],
    check=True, stderr=subprocess.DEVNULL)


def free_port():
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


port = free_port()
server = Server(Handler(), hostname="127.0.0.1", port=port,
                ssl_context=context() if behaviour == "tls" else None)
server.start()
say({"port": port, "certificate": certificate})
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
try:
    signal.pause()
finally:
    server.stop()
    folder.cleanup()
