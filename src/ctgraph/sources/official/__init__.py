"""Official papers and records from their publishers, into a folder: the only code that opens an outgoing connection.

    orders (what is wanted) ─► plans: listings and files ─► client: one file, politely ─► cache: complete or not there

`downloading.download` is the way in.
"""
