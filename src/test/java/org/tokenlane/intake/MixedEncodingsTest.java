package org.tokenlane.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;

/** PowerShell 5 appends in UTF-16 to a file of another encoding. */
class MixedEncodingsTest {

    @TempDir
    private Path folder;

    private TestCase test;

    @BeforeEach
    void makeACase() {
        test = new TestCase(folder);
    }

    @AfterEach
    void theCaseIsWhole() {
        assertThat(test.caseFile().verify()).isEmpty();
        test.close();
    }

    private static String auditData(int number, String operation) {
        return "{\"CreationTime\":\"2026-09-15T08:00:0" + number + "\",\"Id\":\"11111111-2222-4333-8444-00000000000"
                + number + "\",\"Operation\":\"" + operation
                + "\",\"RecordType\":2,\"Workload\":\"Exchange\",\"UserId\":\"adele@contoso.example\"}";
    }

    private static String row(int number, String operation) {
        return "2026-09-15T08:00:0" + number + "Z,adele@contoso.example," + operation + ",\""
                + auditData(number, operation).replace("\"", "\"\"") + "\"\r\n";
    }

    private Evidence joined(String name, String first, String appended) {
        byte[] before = first.getBytes(StandardCharsets.UTF_8);
        byte[] behind = appended.getBytes(StandardCharsets.UTF_16LE);
        byte[] all = Arrays.copyOf(before, before.length + behind.length);
        System.arraycopy(behind, 0, all, before.length, behind.length);
        return test.loadOne(test.write(name, all));
    }

    @Test
    void rowsThatWereAppendedInUtf16AreRead() {
        Evidence evidence = joined("a.csv", "CreationDate,UserIds,Operations,AuditData\r\n" + row(1, "Send"),
                row(2, "Move") + row(3, "Søgning"));
        assertThat(test.caseFile().rejected()).isEmpty();
        assertThat(evidence.stored()).isEqualTo(3);
        assertThat(evidence.undated()).isZero();
        assertThat(test.texts(EventField.OPERATION)).containsExactly("Send", "Move", "Søgning");
    }

    @Test
    void objectsThatWereAppendedInUtf16AreRead() {
        Evidence evidence = joined("a.json", auditData(1, "Send") + "\r\n",
                auditData(2, "Move") + "\r\n" + auditData(3, "Søgning") + "\r\n");
        assertThat(test.caseFile().rejected()).isEmpty();
        assertThat(evidence.stored()).isEqualTo(3);
        assertThat(test.texts(EventField.OPERATION)).containsExactly("Send", "Move", "Søgning");
    }
}
