package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;

@Command(name = "verify", mixinStandardHelpOptions = true, description = "Checks the case against itself: evidence hashes, raw records, counts, audit trail.")
final class VerifyCommand extends CaseCommand {

    @Override
    int run(CaseFile caseFile) {
        List<String> faults = new ArrayList<>(caseFile.verify());
        if (faults.isEmpty()) {
            Correlation kept = Correlation.upToDate(caseFile);
            if (!kept.sameLinksAs(Correlation.of(kept.events()))) {
                faults.add("The links that the case keeps are not those that follow from its records.");
            }
        }
        int files = caseFile.evidence().size();
        int entries = caseFile.auditTrail().entries().size();
        if (json()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("ok", faults.isEmpty());
            map.put("evidence", files);
            map.put("auditTrail", entries);
            map.put("faults", faults);
            output().json(map);
        } else if (faults.isEmpty()) {
            output().line("The case is whole: " + SessionText.count(files, "evidence file")
                    + " with their hashes, raw records and counts, " + entries
                    + " audit trail entries.");
        } else {
            faults.forEach(output()::line);
        }
        if (!faults.isEmpty()) {
            throw new CommandFailure(SessionText.count(faults.size(), "fault") + " found in the case.");
        }
        return DONE;
    }
}
