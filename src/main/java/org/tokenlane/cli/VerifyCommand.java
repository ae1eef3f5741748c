package org.tokenlane.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;

@Command(name = "verify", mixinStandardHelpOptions = true)
final class VerifyCommand extends CaseCommand {

    @Override
    int run(CaseFile caseFile) {
        List<String> faults = check(caseFile);
        int files = caseFile.evidence().size();
        int entries = caseFile.auditTrail().entries().size();
        if (faults.isEmpty()) {
            caseFile.noteVerified(Analyst.name());
        }
        if (json()) {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("ok", faults.isEmpty());
            map.put("evidence", files);
            map.put("auditTrail", entries);
            map.put("faults", faults);
            map.put("weakKey", caseFile.hasWeakKey());
            output().json(map);
        } else if (faults.isEmpty()) {
            output().line(CliText.CASE_INTACT, files, entries);
        } else {
            faults.forEach(output()::value);
        }
        if (caseFile.hasWeakKey() && !json()) {
            output().line(CliText.WEAK_KEY, caseFile.path());
        }
        if (!faults.isEmpty()) {
            throw new CommandFailure(CliText.FAULTS_FOUND.with(faults.size()));
        }
        return DONE;
    }
}
