"""Makes the open-data tables of the register out of saved answers of the Tweede Kamer's OData service."""
