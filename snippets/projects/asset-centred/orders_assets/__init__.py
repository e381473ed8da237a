"""Orders as assets: raw tables by day, dbt's models over them, and a report."""
