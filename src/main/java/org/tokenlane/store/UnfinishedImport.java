package org.tokenlane.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Takes out what an import left that did not come to its end. An import writes in many transactions, because one large
 * one would write every page twice; only its
 * last one enters the evidence, and what belongs to none that is entered counts as not written.
 */
final class UnfinishedImport {

    private static final String ENTERED = "(select coalesce(max(id), 0) from evidence)";
    /** Few enough rows to be kept in memory until their transaction ends. */
    private static final String SOME = " fetch first 64 rows only";
    private static final String[] DELETIONS = { "delete from raw_block where evidence_id > " + ENTERED + SOME,
        "delete from segment_column where segment_id > (select coalesce(max(id), 0) from segment where evidence_id <= "
                + ENTERED + ")" + SOME,
        "delete from segment where evidence_id > " + ENTERED + SOME,
        "delete from dictionary_page where evidence_id > " + ENTERED + SOME,
        "delete from rejected where evidence_id > " + ENTERED + SOME,
        "delete from state_fact where evidence_id > " + ENTERED + SOME,
        "delete from state_export where evidence_id > " + ENTERED + SOME,
        "delete from table_header where evidence_id > " + ENTERED + SOME,
        "delete from content_hash where evidence_id > " + ENTERED + SOME };

    private UnfinishedImport() {
    }

    static void takeOut(Connection connection) throws SQLException {
        for (String sql : DELETIONS) {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                while (delete.executeUpdate() > 0) {
                    connection.commit();
                }
            }
        }
    }
}
