package org.tokenlane.tables.sql;

import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.h2.command.query.Query;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.message.DbException;
import org.h2.schema.Schema;
import org.h2.util.HasSQL;
import org.h2.util.ScriptReader;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Progress;
import org.tokenlane.model.text.Text;
import org.tokenlane.tables.CaseTable;

/**
 * Runs queries in SQL on tables of a case. They run in a database of their own in memory, which holds the tables only
 * as views of the case's columns, by a user who may read these tables and nothing else. To be used by one thread.
 */
public final class CaseSql implements AutoCloseable {

    private static final Logger LOG = System.getLogger(CaseSql.class.getName());
    private static final String READER = "reader";
    /** The code of an error and the version of H2, which end its words. */
    private static final Pattern NUMBER = Pattern.compile(" \\[\\d+-\\d+]\\s*$");

    private final Connection connection;
    private final BooleanSupplier full;
    private @Nullable QueryWatch watch;
    private boolean asksForNull;

    private CaseSql(List<CaseTable> tables, BooleanSupplier full) throws SQLException {
        this.full = full;
        String address = "jdbc:h2:mem:" + UUID.randomUUID() + ";DATABASE_TO_LOWER=TRUE";
        String password = UUID.randomUUID().toString();
        try (Connection owner = DriverManager.getConnection(address, "owner", UUID.randomUUID().toString());
                Statement statement = owner.createStatement()) {
            Schema schema = session(owner).getDatabase().getMainSchema();
            tables.forEach(table -> schema.add(new SqlTable(schema, table, this::check, () -> asksForNull)));
            statement.execute("create user " + READER + " password '" + password + "'"); // not for people
            for (CaseTable table : tables) {
                statement.execute("grant select on " + table.name() + " to " + READER); // not for people
            }
            connection = DriverManager.getConnection(address, READER, password);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("set time zone 'UTC'"); // not for people
            statement.execute("set lazy_query_execution true"); // not for people
        }
    }

    public static CaseSql of(List<CaseTable> tables) {
        return of(tables, Memory::isFull);
    }

    /**
     * The same with its own measure of memory.
     *
     * @param full
     *            tells whether there is too little memory left
     */
    static CaseSql of(List<CaseTable> tables, BooleanSupplier full) {
        try {
            return new CaseSql(tables, full);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SessionLocal session(Connection connection) throws SQLException {
        return (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
    }

    private void check() {
        QueryWatch now = watch;
        if (now != null) {
            now.check();
        }
    }

    /**
     * Runs a query.
     *
     * @param longest
     *            how long it may take; zero for as long as it needs
     * @param progress
     *            tells whether it is still wanted
     * @param reader
     *            reads the rows, while the query goes on looking for them where it can
     * @throws QueryException
     *             where it is refused, fails, or was stopped
     */
    public <T extends @Nullable Object> T select(String sql, Duration longest, Progress progress,
            Function<QueryResult, T> reader) {
        String query = single(sql);
        try {
            SessionLocal session = session(connection);
            try (QueryWatch watching = new QueryWatch(longest, full, progress::isCancelled, session::cancel)) {
                watch = watching;
                asksForNull = mayAskForNull(prepare(session, query));
                try (Statement statement = connection.createStatement();
                        ResultSet rows = statement.executeQuery(query)) {
                    return reader.apply(new QueryResult(rows, this::failure));
                }
            }
        } catch (SQLException | DbException | OutOfMemoryError e) {
            throw failure(e);
        } finally {
            watch = null;
            forgetWishToStop();
        }
    }

    /** A wish to stop that came when the query had just ended is not for the next one. */
    private void forgetWishToStop() {
        try {
            session(connection).checkCanceled();
        } catch (SQLException | DbException forgotten) {
            LOG.log(Level.DEBUG, "the query had ended", forgotten);
        }
    }

    /** The one statement of a text, without what ends it. */
    private static String single(String sql) {
        ScriptReader reader = new ScriptReader(new StringReader(sql));
        reader.setSkipRemarks(true);
        String first = reader.readStatement();
        if (first == null || first.isBlank()) {
            throw new QueryException(SqlText.NOTHING.with());
        }
        for (String more = reader.readStatement(); more != null; more = reader.readStatement()) {
            if (!more.isBlank()) {
                throw new QueryException(SqlText.ONE_STATEMENT.with());
            }
        }
        return first;
    }

    /** Goes on only where the text as H2 itself understands it is one query, so that nothing else is ever run. */
    private static Query prepare(SessionLocal session, String sql) {
        if (!(session.prepare(sql) instanceof Query query)) {
            throw new QueryException(SqlText.ONLY_SELECT.with());
        }
        return query;
    }

    /**
     * Whether a condition of the query may be true of rows without a text. It is read in the words in which H2 explains
     * the query, since H2 does not say it to an index. A text that contains these words only makes the query slower.
     */
    private static boolean mayAskForNull(Query query) {
        String plan = query.getPlanSQL(HasSQL.DEFAULT_SQL_FLAGS);
        return plan.contains("IS NULL") || plan.contains("DISTINCT FROM");
    }

    private RuntimeException failure(Throwable e) {
        QueryWatch now = watch;
        Text stopped = now == null ? null : now.reason();
        if (stopped != null) {
            return new QueryException(stopped, e);
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return new QueryException(SqlText.TOO_LARGE.with(), e);
            }
            if (cause instanceof QueryException said) {
                return said;
            }
        }
        SQLException reported = e instanceof DbException inside ? inside.getSQLException()
                : e instanceof SQLException outside ? outside : null;
        if (reported == null) {
            return e instanceof RuntimeException other ? other : new IllegalStateException(e);
        }
        return new QueryException(switch (reported.getErrorCode()) {
        case ErrorCode.ADMIN_RIGHTS_REQUIRED, ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1 -> SqlText.REFUSED.with();
        case ErrorCode.OUT_OF_MEMORY -> SqlText.TOO_LARGE.with();
        default -> SqlText.FAILED.with(words(reported));
        }, e);
    }

    /**
     * What H2 reports, without the query and the number of its version. In other languages H2 says it in that language
     * first and then in English, in as many lines; only the English is kept, as in the rest of the program.
     */
    private static String words(SQLException e) {
        String said = String.valueOf(e.getMessage());
        int query = said.indexOf("; SQL statement:");
        List<String> lines = NUMBER.matcher(query < 0 ? said : said.substring(0, query)).replaceAll("").lines()
                .toList();
        boolean twice = !Locale.getDefault().getLanguage().equals("en") && lines.size() % 2 == 0;
        return String.join("\n", lines.subList(twice ? lines.size() / 2 : 0, lines.size()));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
