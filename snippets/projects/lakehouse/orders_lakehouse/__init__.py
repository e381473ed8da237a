"""Orders from CSV files to a lakehouse: bronze as delivered, silver typed and merged, gold aggregated."""
