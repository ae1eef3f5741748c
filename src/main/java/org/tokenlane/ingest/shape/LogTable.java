package org.tokenlane.ingest.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.ColumnNames;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * A table of a log that has the same columns wherever it is exported: as rows (advanced hunting, Log Analytics, Graph
 * or PowerShell, as CSV or JSON) and, where Defender streams it, in the {@code properties} of a record of the category
 * {@code AdvancedHunting-NAME}. One mapping serves all of them; a new table needs its columns, what a row of it is
 * known by, and that mapping.
 */
public final class LogTable {

    private static final int RICHNESS = 70;
    private static final String STREAMED = "advancedhunting-";

    /** Fills a draft from a row of the table. */
    public interface Mapping {

        /**
         * @throws DamagedRecordException
         *             when there is nothing to make an event of, saying why
         */
        Draft map(Value row, RowContext context) throws DamagedRecordException;
    }

    private final LogSource source;
    private final List<String> names;
    private final List<String> columns;
    private final List<String> needed = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();
    private final List<Importer> importers = new ArrayList<>();
    private Predicate<Value> condition = row -> true;
    private @Nullable String content;

    private LogTable(LogSource source, List<String> names, List<String> columns) {
        this.source = source;
        this.names = names;
        this.columns = columns;
    }

    /**
     * Begins to describe a table.
     *
     * @param names
     *            its name in Microsoft's documentation, and others that it had or has, separated by blanks; empty where
     *            it has none
     * @param columns
     *            the columns that mark it, as they are spelled, separated by commas
     */
    public static LogTable of(LogSource source, String names, String columns) {
        return new LogTable(source, names.isEmpty() ? List.of() : List.of(names.toLowerCase(Locale.ROOT).split(" ")),
                List.of(columns.split(",")));
    }

    /** The columns in which every row of this table has a value; a row without the table's name is known by them. */
    public LogTable knownBy(String... spelled) {
        for (String column : spelled) {
            needed.add(ColumnNames.normalise(column));
        }
        return this;
    }

    /** Columns by which a row is one of another table. */
    public LogTable without(String... spelled) {
        for (String column : spelled) {
            absent.add(ColumnNames.normalise(column));
        }
        return this;
    }

    /** What else is true of a row of this table. */
    public LogTable when(Predicate<Value> test) {
        condition = condition.and(test);
        return this;
    }

    /** Adds the shape of the table's rows. */
    public LogTable rows(ShapeText shape, Mapping mapping) {
        importers.add(new Rows(new Shape(id(shape), shape.text(), source, RICHNESS, Container.CSV, columns), mapping));
        return this;
    }

    /** Adds the shape of records that are only written as JSON. */
    public LogTable records(ShapeText shape, Mapping mapping) {
        importers.add(
                new Rows(new Shape(id(shape), shape.text(), source, RICHNESS, Container.JSON, columns), mapping));
        return this;
    }

    /** Names the column that holds what the log itself wrote. */
    public LogTable contentIn(String column) {
        content = ColumnNames.normalise(column);
        return this;
    }

    /** Adds the shape of rows as Defender's streaming API writes them to a storage account or an event hub. */
    public LogTable streamed(ShapeText shape, Mapping mapping) {
        importers.add(new Streamed(new Shape(id(shape), shape.text(), source, RICHNESS, Container.JSON,
                List.of("time", "tenantId", "operationName", "category", "properties")), mapping));
        return this;
    }

    /** The importers of all shapes that were added. */
    public List<Importer> importers() {
        return List.copyOf(importers);
    }

    private static String id(ShapeText shape) {
        return shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private boolean isNamed(@Nullable String name) {
        return name != null && names.contains(name.strip().toLowerCase(Locale.ROOT).replaceFirst("_cl$", ""));
    }

    private boolean isRow(Value row) {
        if (isNamed(row.find("type").text())) {
            return true;
        }
        for (String column : needed) {
            if (row.find(column).isMissing()) {
                return false;
            }
        }
        for (String column : absent) {
            if (!row.find(column).isMissing()) {
                return false;
            }
        }
        return !needed.isEmpty() && condition.test(row);
    }

    private final class Rows implements Importer {

        private final Shape shape;
        private final Mapping mapping;

        Rows(Shape shape, Mapping mapping) {
            this.shape = shape;
            this.mapping = mapping;
        }

        @Override
        public Shape shape() {
            return shape;
        }

        @Override
        public boolean accepts(Value row) {
            return isRow(row);
        }

        @Override
        public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
            return mapping.map(row, context).done(row);
        }

        @Override
        public Value content(Value row) {
            return content == null ? row : row.find(content).opened();
        }
    }

    private final class Streamed implements Importer {

        private final Shape shape;
        private final Mapping mapping;

        Streamed(Shape shape, Mapping mapping) {
            this.shape = shape;
            this.mapping = mapping;
        }

        @Override
        public Shape shape() {
            return shape;
        }

        @Override
        public boolean accepts(Value row) {
            String category = row.get("category").text();
            return category != null && category.toLowerCase(Locale.ROOT).startsWith(STREAMED)
                    && isNamed(category.substring(STREAMED.length()));
        }

        @Override
        public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
            Value properties = content(row);
            if (!properties.isObject()) {
                throw new DamagedRecordException(RejectText.NO_PROPERTIES.with());
            }
            Draft draft = mapping.map(properties, context).recordedAt(row.find("timereceivedbysvc", "time"));
            if (!draft.has(EventField.TENANT_ID)) {
                draft.id(EventField.TENANT_ID, row.find("tenantid"));
            }
            return draft.done(properties);
        }

        @Override
        public Value content(Value row) {
            return row.get("properties").opened();
        }
    }
}
