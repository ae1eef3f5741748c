package org.tokenlane.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.h2.api.Aggregate;
import org.h2.api.Trigger;

/** Code for planting into a case file: whenever any of it runs, it writes a file. */
public final class Planted {

    /** The system property that says which file. */
    static final String MARK = "tokenlane.test.mark";

    private Planted() {
    }

    public static int leaveAMark() {
        try {
            Files.writeString(Path.of(System.getProperty(MARK)), "ran");
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A trigger; H2 constructs it when it opens the database. */
    public static final class OnInsert implements Trigger {

        public OnInsert() {
            leaveAMark();
        }

        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            leaveAMark();
        }
    }

    /** An aggregate. */
    public static final class Sum implements Aggregate {

        @Override
        public int getInternalType(int[] types) {
            return leaveAMark();
        }

        @Override
        public void add(Object value) {
            leaveAMark();
        }

        @Override
        public Object getResult() {
            return leaveAMark();
        }
    }
}
