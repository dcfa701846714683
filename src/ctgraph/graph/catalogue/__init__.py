"""What the dataset says of itself: VoID for those who query it, DCAT for those who look for it, PROV for who doubts it.

Only terms that their vocabularies define; no blank nodes. What can be fetched stands under an origin, the address of a
server, as that server lays it out (`/sparql`, `/export/…`).
"""
