"""The press: pages become a site.

`prepare` (settings → staged docs) ─▶ MkDocs + Material ─▶ `gate` ─▶ `swap` into place. Plain
`mkdocs build` takes the same way through `hook`.

Import from its modules, what is needed where it is needed: together they take a second to load.
"""
