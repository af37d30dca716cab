"""`make live-<language>`: the web edition of one language, new in the browser whenever a file is
saved.

`rebuild` makes the pages, in a process of its own each time; `server` watches and serves; `places`
leads from a paragraph to its message.
"""

from __future__ import annotations

from colophon.live.server import serve as serve
