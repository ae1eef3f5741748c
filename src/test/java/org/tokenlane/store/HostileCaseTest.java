package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A case file into which somebody planted code is refused before any of it runs. What is planted leaves a mark when it
 * runs.
 */
@ExtendWith(QuickKeys.class)
class HostileCaseTest {

    @TempDir
    private Path folder;

    private Path file;
    private Path mark;

    @BeforeEach
    void makeACase() {
        file = folder.resolve("a.tlcase");
        mark = folder.resolve("mark");
        System.setProperty(Planted.MARK, mark.toString());
        CaseFile.create(file, null, "tester").close();
    }

    private void plant(String... statements) throws IOException {
        PlainJdbc.run(file, statements);
        Files.deleteIfExists(mark);
    }

    private void assertRefusedAndNothingRan(String... words) throws IOException {
        byte[] before = Files.readAllBytes(file);
        String refusal = Refusal.of(file, null);
        assertThat(refusal).startsWith("The file " + file + " was not opened")
                .contains("not opened");
        assertThat(List.of(words)).allSatisfy(word -> assertThat(refusal).contains(word));
        assertThat(mark).as("what was planted did not run").doesNotExist();
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void whatIsPlantedInTheseTestsDoesRunWhereH2OpensTheFile() throws Exception {
        plant("create trigger planted before insert on evidence for each row call '" + Planted.OnInsert.class.getName()
                + "'");
        PlainJdbc.connect(file, null).close();
        assertThat(mark).hasContent("ran");
        Files.delete(mark);
        assertRefusedAndNothingRan("CREATE", "TRIGGER", "PLANTED");
    }

    @Test
    void aTriggerWithJavaSourceIsRefused() throws IOException {
        String source = "org.h2.api.Trigger create() { return new " + Planted.OnInsert.class.getCanonicalName()
                + "(); }";
        plant("create trigger planted before insert on evidence for each row as '" + source + "'");
        assertRefusedAndNothingRan("TRIGGER");
    }

    @Test
    void anAliasIsRefusedWithSourceOrWithout() throws IOException {
        plant("create alias planted for '" + Planted.class.getName() + ".leaveAMark'");
        assertRefusedAndNothingRan("ALIAS", "PLANTED");
        PlainJdbc.run(file, "drop alias planted",
                "create alias planted as 'int mark() { return " + Planted.class.getName() + ".leaveAMark(); }'");
        Files.deleteIfExists(mark);
        assertRefusedAndNothingRan("ALIAS");
    }

    @ParameterizedTest
    @ValueSource(strings = { "create view planted as select * from evidence",
        "create domain planted as int check (value > 1)", "create constant planted value 1",
        "create sequence planted", "create schema planted", "create role planted", "create user guest password 'x'",
        "create synonym planted for evidence",
        "comment on table evidence is 'x'", "create memory table planted (id int)",
        "alter table segment add column more int default 1",
        "alter table segment add column more int default (select 1)",
        "alter table segment add column more int generated always as (row_count + 1)",
        "alter table segment add column more int generated always as identity",
        "alter table segment add column more int on update 1",
        "alter table segment add constraint planted check (row_count > 0)",
        "alter table segment add constraint planted foreign key (evidence_id) references evidence (id)",
        "alter table segment add column more varchar_ignorecase",
        "alter table segment add column more clob", "alter table segment add column more java_object",
        "alter table segment add column more geometry",
        "alter table segment add column more enum('a', 'b')", "alter table segment add column more int array",
        "create force linked table planted ('javax.naming.InitialContext', 'java:comp/env/planted', '', '', 'T')",
        "set ignorecase true", "set allow_literals none" })
    void whatNoCaseHasIsRefused(String planted) throws IOException {
        plant(planted);
        assertRefusedAndNothingRan("Ask where the file comes from.");
    }

    @Test
    void aViewOrAComputedColumnThatCallsPlantedCodeIsRefused() throws IOException {
        String alias = "create alias planted for '" + Planted.class.getName() + ".leaveAMark'";
        for (String caller : List.of("create view planted_view as select planted() as x",
                "alter table segment add column more int default planted()",
                "alter table segment add column more int generated always as (planted())",
                "create domain planted_domain as int default planted()",
                "create domain planted_domain as int check (planted() = 1)",
                "alter table segment add constraint planted_check check (planted() = 1)")) {
            Files.delete(file);
            makeACase();
            plant(alias, caller);
            assertRefusedAndNothingRan();
        }
    }

    @Test
    void anAggregateIsRefused() throws IOException {
        plant("create aggregate planted for '" + Planted.Sum.class.getName() + "'");
        assertRefusedAndNothingRan("AGGREGATE", "PLANTED");
    }

    @Test
    void aTableThatIsLinkedToAnotherDatabaseIsRefused() throws Exception {
        String address = "jdbc:h2:mem:linked;INIT=create alias if not exists mark for '" + Planted.class.getName()
                + ".leaveAMark'\\;select mark()";
        try (Connection other = DriverManager.getConnection(address);
                Statement statement = other.createStatement()) {
            statement.execute("create table target (id int)");
            plant("create linked table planted ('org.h2.Driver', '" + address.replace("'", "''")
                    + "', '', '', 'TARGET')");
            PlainJdbc.connect(file, null).close();
            assertThat(mark).as("H2 connects to the other database when it opens the file").hasContent("ran");
            Files.delete(mark);
            assertRefusedAndNothingRan("LINKED TABLE", "PLANTED");
        }
    }

    @Test
    void anEncryptedCaseIsLookedThroughTheSameWay() throws Exception {
        Path encrypted = folder.resolve("b.tlcase");
        CaseFile.create(encrypted, "secret".toCharArray(), "tester").close();
        try (Connection connection = PlainJdbc.connect(encrypted, "secret");
                Statement statement = connection.createStatement()) {
            statement.execute("create trigger planted before insert on evidence for each row call '"
                    + Planted.OnInsert.class.getName() + "'");
        }
        Files.deleteIfExists(mark);
        assertThat(Refusal.of(encrypted, "secret")).contains("TRIGGER", "not opened");
        assertThat(mark).doesNotExist();
    }

    @Test
    void whatWasPlantedAndTakenOutAgainHindersNothing() throws IOException {
        plant("create sequence planted", "drop sequence planted");
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            assertThat(caseFile.verify()).isEmpty();
        }
    }
}
