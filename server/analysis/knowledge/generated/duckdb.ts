/** Read off duckdb 2.0.0 by scripts/knowledge/signatures.py. */
export const duckdb = `
module duckdb
read_csv(*args, **kwargs)
read_parquet(path_or_buffer, binary_as_string, *, connection, **kwargs)
read_json(path_or_buffer, *, connection, **kwargs)
from_csv_auto(*args, **kwargs)
from_parquet(path_or_buffer, binary_as_string, *, connection, **kwargs)
class DuckDBPyRelation
  write_csv(file_name, *, sep, na_rep, header, quotechar, escapechar, date_format, timestamp_format, quoting, encoding, compression, overwrite, per_thread_output, use_tmp_file, partition_by, write_partition_columns)
  write_parquet(file_name, *, compression, field_ids, row_group_size_bytes, row_group_size, overwrite, per_thread_output, use_tmp_file, partition_by, write_partition_columns, append, filename_pattern, file_size_bytes)
`;
