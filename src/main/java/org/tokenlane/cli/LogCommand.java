package org.tokenlane.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;

@Command(name = "log", mixinStandardHelpOptions = true)
final class LogCommand extends CaseCommand {

    @Override
    int run(CaseFile caseFile) {
        List<AuditTrail.Entry> entries = caseFile.auditTrail().entries();
        if (json()) {
            output().json(entries.stream().map(LogCommand::map).toList());
            return DONE;
        }
        for (AuditTrail.Entry entry : entries) {
            output().value(entry.number() + "  " + UtcText.of(entry.at()) + "  " + entry.who() + ": " + entry.what()
                    + (entry.detail().isEmpty() ? "" : ": ")
                    + TextTable.whole(entry.detail()));
        }
        return DONE;
    }

    private static Map<String, Object> map(AuditTrail.Entry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", entry.number());
        map.put("at", entry.at().toString());
        map.put("by", entry.who());
        map.put("what", entry.what());
        map.put("detail", entry.detail());
        map.put("hash", entry.hash());
        return map;
    }
}
