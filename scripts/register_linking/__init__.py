"""Where proposals of links come from, and the table that they stand in."""
