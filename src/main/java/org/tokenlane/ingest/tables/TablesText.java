package org.tokenlane.ingest.tables;

import org.tokenlane.model.text.TextKey;

/** Why a table that is no text cannot be read, and what records that come from one are. */
public enum TablesText implements TextKey {
    PARQUET,
    WORKBOOK,
    PARQUET_ENDS_EARLY,
    PARQUET_ENCRYPTED,
    PARQUET_DAMAGED,
    WORKBOOK_DAMAGED,
    WORKBOOK_EMPTY,
    TOO_LARGE,
    DELTA_REMOVED,
    DELTA_VECTORS,
    DELTA_COLUMN_NAMES,
    DELTA_ELSEWHERE,
    DELTA_INCOMPLETE,
    DELTA_CHECKPOINT,
    DELTA_PACKED,
    ICEBERG,
    HUDI
}
