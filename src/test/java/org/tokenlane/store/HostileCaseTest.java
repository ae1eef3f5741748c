package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case comes from somebody else: what is planted in it is named and never run. */
class HostileCaseTest {

    @TempDir
    private Path folder;

    private Path planted(String... statements) throws Exception {
        Path file = folder.resolve("hostile.tlcase");
        CaseFile.create(file, null, "test").close();
        try (Connection connection = DriverManager.getConnection(TlcasePath.address(file), "TOKENLANE", ""); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = { "create alias EVIL for \"java.lang.System.getProperty(java.lang.String)\"", "create view EVIL as select * from evidence",
        "create domain EVIL as varchar(10)", "create constant EVIL value 1", "create sequence EVIL", "create table EVIL (id int)",
        "create aggregate EVIL for \"java.lang.String\"", "create linked table EVIL ('', 'jdbc:h2:mem:x', '', '', 'Y')",
        "alter table evidence add column EVIL varchar as upper(path)", "alter table evidence add column EVIL varchar default upper('x')", "create user EVIL password 'x'",
        "create schema EVIL", "create role EVIL" })
    void whateverIsNotOurOwnIsRefusedByName(String sql) throws Exception {
        Path file;
        try {
            file = planted(sql);
        } catch (java.sql.SQLException notPossible) {
            // H2 itself does not let this be planted in this way
            return;
        }
        assertThatThrownBy(() -> CaseFile.open(file, null)).isInstanceOf(CaseFileException.class).hasMessageContaining("hostile.tlcase")
                .hasMessageContaining(sql.startsWith("alter") ? "EVIDENCE" : "EVIL");
    }

    @Test
    void aTriggerThatRunsAtTheOpeningDoesNotRun() throws Exception {
        Path mark = folder.resolve("it-ran");
        String source = "org.h2.api.Trigger create() throws Exception { java.nio.file.Files.deleteIfExists(java.nio.file.Path.of(''" + mark
                + "'')); java.nio.file.Files.createFile(java.nio.file.Path.of(''" + mark + "'')); return new org.h2.tools.TriggerAdapter() {"
                + " public void fire(java.sql.Connection c, java.sql.ResultSet a, java.sql.ResultSet b) { } }; }";
        Path file = planted("create trigger EVIL before insert on evidence as '" + source.replace("''", "\"") + "'");
        assertThat(mark).as("planted, it runs").exists();
        Files.delete(mark);
        assertThatThrownBy(() -> CaseFile.open(file, null)).isInstanceOf(CaseFileException.class).hasMessageContaining("EVIL");
        assertThat(mark).doesNotExist();
    }

    @Test
    void anUntouchedCaseOpens() throws Exception {
        CaseFile.open(planted(), null).close();
    }
}
