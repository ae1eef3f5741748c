package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.RecordRewriter;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

/** JSON that names the type of each value, and text of four bytes a letter. */
class TypedValuesTest {

    private static final String SESSION = "7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f";
    private static final String RECORD = "{\"CreationTime\":{\"S\":\"2026-03-02T08:15:00\"},\"Id\":{\"S\":"
            + "\"5b1f2a3c-0000-4000-8000-000000000701\"},\"Operation\":{\"S\":\"FileAccessed\"},\"RecordType\":{\"N\":"
            + "\"6\"},\"Workload\":{\"S\":\"SharePoint\"},\"UserId\":{\"S\":\"lea@contoso.example\"},\"ObjectId\":{"
            + "\"NULL\":true},\"Actor\":{\"L\":[{\"M\":{\"ID\":{\"S\":\"x\"}}}]},\"AppAccessContext\":{\"M\":{"
            + "\"AADSessionId\":{\"S\":\"" + SESSION + "\"}}}}";

    @ParameterizedTest
    @ValueSource(strings = { "RECORD", "{\"Item\":RECORD}", "{\"Items\":[RECORD],\"Count\":1,\"ScannedCount\":1}",
        "[RECORD]" })
    void aRecordWhoseValuesNameTheirTypesIsRead(String file) {
        AuditEvent event = Reading.of(file.replace("RECORD", RECORD)).only();
        assertThat(event.get(EventField.OPERATION)).isEqualTo("FileAccessed");
        assertThat(event.get(EventField.UPN)).isEqualTo("lea@contoso.example");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertThat(event.get(EventField.TARGET)).isNull();
    }

    @Test
    void itsFieldsAreKnownByTheirNamesWhereTextsAreReplaced() throws Exception {
        FileForm form = FileForm.of(RECORD.getBytes(StandardCharsets.UTF_8), Map.of());
        byte[] after = RecordRewriter.rewrite(form, RECORD.getBytes(StandardCharsets.UTF_8),
                (parent, owner, name, text) -> name.equals("userid") ? "user1" : text);
        assertThat(new String(after, StandardCharsets.UTF_8)).contains("\"UserId\":\"user1\"", "\"RecordType\":6");
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-32LE", "UTF-32BE" })
    void textOfFourBytesALetterIsRefusedByName(String charset) {
        for (String text : new String[] { RECORD, "\ufeff" + RECORD, "Date (UTC),Request ID\n\u4e2d" }) {
            assertThatThrownBy(() -> FileForm.of(text.getBytes(Charset.forName(charset)), Map.of()))
                    .isInstanceOf(UnreadableFileException.class).hasMessageContaining("UTF-32");
        }
    }

    @Test
    void textOfTwoBytesALetterIsNot() throws Exception {
        assertThat(FileForm.of(RECORD.getBytes(StandardCharsets.UTF_16LE), Map.of()).charset())
                .isEqualTo(StandardCharsets.UTF_16LE);
        assertThat(FileForm.of(("\ufeff" + RECORD).getBytes(StandardCharsets.UTF_16BE), Map.of()).charset())
                .isEqualTo(StandardCharsets.UTF_16BE);
    }
}
