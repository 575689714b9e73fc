"""Maps too large for memory: Parquet tables, and the SQL over them, the same for DuckDB and for Spark."""
