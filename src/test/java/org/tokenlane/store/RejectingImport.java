package org.tokenlane.store;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.SourceFile;
import org.tokenlane.model.state.ExportTime;

/** Enters a file of which every record was rejected for a reason of so many letters. */
final class RejectingImport {

    private RejectingImport() {
    }

    public static void main(String[] arguments) {
        QuickKeys.use();
        int records = Integer.parseInt(arguments[2]);
        String reason = "x".repeat(Integer.parseInt(arguments[3]));
        try (CaseFile caseFile = CaseFile.open(Path.of(arguments[0]), arguments[1].toCharArray());
                EvidenceWriter writer = caseFile.write()) {
            for (int record = 1; record <= records; record++) {
                writer.reject(record, new RawPlace(writer.id(), 0, 0, 0, record), reason + record);
            }
            System.out.println("kept " + writer.commit(new EvidenceWriter.Facts(
                    new SourceFile("a.csv", null, 0, "0".repeat(64)), "form", StandardCharsets.UTF_8, null, Map.of(),
                    "tester", null, Map.of(), ExportTime.UNKNOWN)).rejected());
        }
    }
}
