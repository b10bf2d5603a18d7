"""A receiver to try things with: answers 200, prints each request, keeps the last one.

python3 docs/receiver.py [port]   keeps last-headers.txt and last-body.json in the current folder
"""

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        with open("last-headers.txt", "w", encoding="utf-8") as file:
            file.writelines(f"{name.lower()}: {value}\n" for name, value in self.headers.items())
        with open("last-body.json", "wb") as file:
            file.write(body)
        print(self.headers, body.decode(), sep="", flush=True)
        self.send_response(200)
        self.end_headers()


HTTPServer(("127.0.0.1", int(sys.argv[1]) if len(sys.argv) > 1 else 9000), Receiver).serve_forever()
