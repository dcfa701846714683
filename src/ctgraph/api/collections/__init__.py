"""Lookups over the things of one kind: a list with filters, facets and pages, and one thing with its evidence.

Each collection is a file of `queries/lookups/`, which says by property paths what its things have. The routes, the
queries, the records and the API description are made of it; adding a collection is adding a file.
"""
