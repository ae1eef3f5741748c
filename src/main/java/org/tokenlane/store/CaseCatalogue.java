package org.tokenlane.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SingleFileStore;
import org.h2.mvstore.db.ValueDataType;
import org.h2.mvstore.tx.TransactionStore;
import org.h2.result.SearchRow;
import org.h2.value.VersionedValue;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a case file's catalogue without executing any of it. A case file comes from somebody else, and H2 runs
 * code stored in a database (triggers, aliases,
 * computed columns, views) at its opening already; so a file that holds anything but this application's own tables,
 * keys and indexes is refused before H2 opens it.
 * What is allowed is listed; everything else is not.
 */
final class CaseCatalogue {

    private static final Logger LOG = System.getLogger(CaseCatalogue.class.getName());
    /** H2 keeps the catalogue in the table with the number 0. */
    private static final String CATALOGUE = "table.0";
    private static final int SQL_COLUMN = 3;
    private static final String NAME = "\"[A-Z0-9_]+\"";
    private static final String TABLE_NAME = "\"PUBLIC\"\\.\"([A-Z0-9_]+)\"";
    private static final String TYPE = "(INTEGER|BIGINT|CHARACTER VARYING(\\(\\d+\\))?|BINARY VARYING\\(\\d+\\)|TIMESTAMP\\(\\d\\))( SELECTIVITY \\d+)?( NOT NULL)?";
    private static final String COLUMN = NAME + " " + TYPE;
    private static final String COLUMNS = "\\(" + NAME + "( ASC| DESC)?( NULLS FIRST| NULLS LAST)?(, " + NAME
            + "( ASC| DESC)?( NULLS FIRST| NULLS LAST)?)*\\)";
    private static final List<Pattern> ALLOWED = List.of(
            Pattern.compile("CREATE CACHED TABLE " + TABLE_NAME + "\\(\\s*" + COLUMN + "(,\\s*" + COLUMN + ")*\\s*\\)"),
            Pattern.compile(
                    "CREATE (?:UNIQUE INDEX|UNIQUE NULLS DISTINCT INDEX|INDEX|PRIMARY KEY) \"PUBLIC\"\\.\"[A-Z0-9_]+\" ON "
                            + TABLE_NAME + COLUMNS),
            Pattern.compile("ALTER TABLE " + TABLE_NAME + " ADD CONSTRAINT \"PUBLIC\"\\.\"[A-Z0-9_]+\" PRIMARY KEY"
                    + COLUMNS + " INDEX \"PUBLIC\"\\.\"[A-Z0-9_]+\""));
    private static final List<Pattern> ALLOWED_BESIDE_TABLES = List.of(
            Pattern.compile("CREATE USER IF NOT EXISTS \"[A-Z0-9_]*\" SALT '[0-9a-f]*' HASH '[0-9a-f]*' ADMIN"),
            Pattern.compile("SET CREATE_BUILD \\d+"),
            Pattern.compile("SET (WRITE_DELAY|CACHE_SIZE|MAX_MEMORY_ROWS|DEFAULT_LOCK_TIMEOUT) \\d+"));

    private CaseCatalogue() {
    }

    /**
     * Refuses a file that is no case, cannot be opened, or holds foreign objects.
     *
     * @param key
     *            null where the file is not encrypted
     * @param tables
     *            the names of this application's tables, upper-case
     */
    static void check(Path file, @Nullable CaseKey key, Set<String> tables) {
        List<String> statements = new ArrayList<>();
        // a store that cannot be opened would leave its file open and locked, so the file is opened here
        SingleFileStore opened = new SingleFileStore(new HashMap<>());
        try {
            opened.open(TlcasePath.storeName(file), true, key == null ? null : key.forStore());
            MVStore store = new MVStore.Builder().fileStore(opened).readOnly().open();
            TransactionStore transactions = new TransactionStore(store, new ValueDataType());
            transactions.init();
            if (store.getCurrentVersion() < DataUtils.readHexLong(store.getStoreHeader(), "version", 0)) {
                // H2 would fall back to an older state of a file that was cut short, and write over what is left
                throw new CaseFileException(
                        StoreText.CUT_SHORT.with(file));
            }
            if (!transactions.hasMap(CATALOGUE)) {
                throw noCase(file, null);
            }
            boolean nothingPending = transactions.getOpenTransactions().isEmpty();
            MVMap<Long, VersionedValue<SearchRow>> catalogue = transactions.begin()
                    .<Long, SearchRow> openMap(CATALOGUE).map;
            for (Map.Entry<Long, VersionedValue<SearchRow>> entry : catalogue.entrySet()) {
                // both what is committed and what a pending transaction would make of it
                addStatement(statements, entry.getValue().getCurrentValue());
                addStatement(statements, entry.getValue().getCommittedValue());
                if (nothingPending && !entry.getValue().isCommitted()) {
                    // of a transaction that there is not, so that the database could never change it again
                    throw noCase(file, null);
                }
            }
        } catch (MVStoreException e) {
            throw unopened(file, key != null, e);
        } catch (CaseFileException e) {
            throw e;
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError unreadable) {
            // a damaged length asks for more memory than there is, a damaged place leads in circles
            throw noCase(file, unreadable);
        } finally {
            close(opened);
        }
        checkTables(file, tablesOf(file, statements), tables);
    }

    private static void close(SingleFileStore opened) {
        try {
            opened.close();
        } catch (RuntimeException nothingWasRead) {
            LOG.log(Level.DEBUG, "closed before anything was read", nothingWasRead);
        }
    }

    /** The tables that the catalogue makes and that it makes something for. */
    private static Set<String> tablesOf(Path file, List<String> statements) {
        Set<String> found = new TreeSet<>();
        for (String statement : statements) {
            String table = table(statement);
            if (table != null) {
                found.add(table);
            } else if (!isSetting(statement)) {
                throw new CaseFileException(StoreText.FOREIGN_OBJECT.with(file, shortened(statement)));
            }
        }
        return found;
    }

    private static void checkTables(Path file, Set<String> found, Set<String> known) {
        if (!found.contains(CaseSchema.INFO_TABLE)) {
            throw noCase(file, null);
        }
        Set<String> unknown = new TreeSet<>(found);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw new CaseFileException(StoreText.NEWER_TABLES.with(file, String.join(", ", unknown)));
        }
    }

    private static void addStatement(List<String> statements, SearchRow row) {
        if (row != null) {
            statements.add(row.getValue(SQL_COLUMN).getString());
        }
    }

    /**
     * The name of the table that the statement makes, or makes a key or an index for; null where it is no such
     * statement.
     */
    private static @Nullable String table(String statement) {
        for (Pattern pattern : ALLOWED) {
            Matcher matcher = pattern.matcher(statement);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return null;
    }

    private static boolean isSetting(String statement) {
        return ALLOWED_BESIDE_TABLES.stream().anyMatch(pattern -> pattern.matcher(statement).matches());
    }

    private static String shortened(String statement) {
        String line = statement.replaceAll("\\s+", " ").strip();
        return line.length() <= 100 ? line : line.substring(0, 100) + "…";
    }

    private static CaseFileException unopened(Path file, boolean withPassword, MVStoreException e) {
        return switch (e.getErrorCode()) {
        case DataUtils.ERROR_FILE_LOCKED -> CaseConnection.inUse(file, e);
        case DataUtils.ERROR_FILE_CORRUPT ->
            withPassword ? new CaseFileException(StoreText.WRONG_PASSWORD.with(file), e)
                    : CasePlace.isEncrypted(file)
                            ? new CaseFileException(StoreText.PASSWORD_NEEDED.with(file), e)
                            : noCase(file, e);
        default -> noCase(file, e);
        };
    }

    private static CaseFileException noCase(Path file, @Nullable Throwable cause) {
        return new CaseFileException(StoreText.NOT_A_CASE.with(file), cause);
    }
}
