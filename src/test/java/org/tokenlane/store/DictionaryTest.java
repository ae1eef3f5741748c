package org.tokenlane.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.column.TextColumn;

/** Values keep their codes, over pages, over openings, whatever they are. */
class DictionaryTest {

    @TempDir
    private Path folder;

    private Connection connection;

    @BeforeEach
    void openACase() throws SQLException {
        CaseFile.create(folder.resolve("a.tlcase"), null, "tester").close();
        connection = PlainJdbc.connect(folder.resolve("a.tlcase"), null);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private int pages(String what) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from dictionary_page where " + what)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void codesCountFromOneInTheOrderOfTheValuesAndNothingHasTheCodeZero() throws SQLException {
        Dictionary dictionary = new Dictionary(connection);
        assertThat(new int[] { dictionary.code("UPN", "b"), dictionary.code("UPN", "a"), dictionary.code("UPN", null),
            dictionary.code("UPN", "b") })
                .containsExactly(1, 2, 0, 1);
        assertThat(dictionary.code("IP", "a")).as("each field has its own codes").isEqualTo(1);
        dictionary.flush(1);
        assertThat(Dictionary.read(connection, "UPN")).containsExactly(null, "b", "a");
        assertThat(Dictionary.read(connection, "IP")).containsExactly(null, "a");
        assertThat(Dictionary.read(connection, "CITY")).containsExactly((String) null);
    }

    @Test
    void valuesOfLaterImportsComeOnFurtherPages() throws SQLException {
        for (int page = 0; page < 5; page++) {
            Dictionary dictionary = new Dictionary(connection);
            for (int i = 0; i < 1_000; i++) {
                assertThat(dictionary.code("UPN", "user" + (page * 500 + i))).isEqualTo(page * 500 + i + 1);
            }
            dictionary.flush(1);
            dictionary.flush(1);
        }
        assertThat(pages("field = 'UPN'")).isEqualTo(5);
        assertThat(Dictionary.read(connection, "UPN")).hasSize(3_001).startsWith(null, "user0", "user1")
                .endsWith("user2998", "user2999");
    }

    @Test
    void theNumberOfCodesIsKnownWithoutTheValues() throws SQLException {
        assertThat(Dictionary.size(connection, "UPN")).as("nothing has a code too").isEqualTo(1);
        Dictionary dictionary = new Dictionary(connection);
        dictionary.code("UPN", "a");
        dictionary.flush(1);
        dictionary.code("UPN", "b");
        dictionary.code("UPN", "c");
        dictionary.flush(1);
        assertThat(Dictionary.size(connection, "UPN")).isEqualTo(Dictionary.read(connection, "UPN").size())
                .isEqualTo(4);
    }

    @Test
    void anyTextIsAValueAndOnlyTheSameTextIsTheSame() throws SQLException {
        String[] values = { "", " ", "a", "A", "a ", "é", "e\u0301", "Søren", "日本", "👩‍💻", "\u0000", "line\r\nbreak",
            "'; drop table evidence; --", "null" };
        Dictionary dictionary = new Dictionary(connection);
        for (int i = 0; i < values.length; i++) {
            assertThat(dictionary.code("UPN", values[i])).isEqualTo(i + 1);
        }
        dictionary.flush(1);
        TextColumn read = Dictionary.read(connection, "UPN");
        assertThat(read).hasSize(values.length + 1).endsWith(values);
        assertThat(new Dictionary(connection).code("UPN", "e\u0301")).isEqualTo(7);
    }

    @Test
    void halfACharacterAndAQuestionMarkAreOneValueBecauseTheyAreStoredAlike() throws SQLException {
        Dictionary dictionary = new Dictionary(connection);
        assertThat(dictionary.code("UPN", "x\ud800")).isEqualTo(1);
        assertThat(dictionary.code("UPN", "x?")).isEqualTo(1);
        assertThat(dictionary.code("UPN", "y")).isEqualTo(2);
        dictionary.flush(1);
        assertThat(Dictionary.read(connection, "UPN")).containsExactly(null, "x?", "y");
    }

    @Test
    void aPageThatHasAValueTwiceDoesNotMoveTheCodesOfLaterValues() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into dictionary_page"
                + " (field, first_code, part, value_count, evidence_id, data) values ('UPN', 1, 0, 3, 1, ?)")) {
            insert.setBytes(1, Packing.parts(ColumnCodec.ofTexts(new String[] { "x\ud800", "x?", "y" }, 3))[0]);
            insert.executeUpdate();
        }
        Dictionary dictionary = new Dictionary(connection);
        assertThat(dictionary.code("UPN", "y")).isEqualTo(3);
        assertThat(dictionary.code("UPN", "z")).isEqualTo(4);
        dictionary.flush(1);
        assertThat(Dictionary.read(connection, "UPN")).containsExactly(null, "x?", "x?", "y", "z");
        assertThat(new Dictionary(connection).code("UPN", "z")).isEqualTo(4);
    }

    @Test
    void valuesOfMegabytesTakeSeveralPartsOfAPage() throws SQLException {
        StringBuilder text = new StringBuilder();
        new Random(3).ints(3_000_000, ' ', '\ud7ff').forEach(c -> text.append((char) c));
        Dictionary dictionary = new Dictionary(connection);
        dictionary.code("USER_AGENT", "short");
        dictionary.code("USER_AGENT", text.toString());
        dictionary.flush(1);
        dictionary.code("USER_AGENT", "last");
        dictionary.flush(1);
        assertThat(pages("field = 'USER_AGENT' and first_code = 1")).isGreaterThan(5);
        assertThat(Dictionary.read(connection, "USER_AGENT")).containsExactly(null, "short", text.toString(), "last");
    }

    @Test
    void aMissingPageIsSaidToBeMissing() throws SQLException {
        for (String value : new String[] { "a", "b", "c" }) {
            Dictionary dictionary = new Dictionary(connection);
            dictionary.code("UPN", value);
            dictionary.flush(1);
        }
        try (Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("delete from dictionary_page where first_code = 2")).isEqualTo(1);
        }
        assertThatThrownBy(() -> Dictionary.read(connection, "UPN")).isInstanceOf(CaseFileException.class)
                .hasMessage(StoreText.VALUES_MISSING.text("UPN"));
    }
}
