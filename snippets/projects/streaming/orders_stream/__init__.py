"""Orders as they happen, from a topic into Delta tables: bronze as they came, silver one row an order, gold by day."""
