package org.tokenlane.cli;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.evidence.RejectedRecord;
import org.tokenlane.model.text.Count;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;

@Command(name = "rejects", mixinStandardHelpOptions = true)
final class RejectsCommand extends CaseCommand {

    @Override
    int run(CaseFile caseFile) {
        List<RejectedRecord> rejected = caseFile.rejected();
        if (json()) {
            // one at a time: together their texts can be gigabytes
            output().json(new AbstractList<Object>() {
                @Override
                public Object get(int number) {
                    return json(rejected.get(number));
                }

                @Override
                public int size() {
                    return rejected.size();
                }
            });
        } else {
            print(output(), rejected);
        }
        return DONE;
    }

    static Map<String, Object> json(RejectedRecord record) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("path", record.path());
        map.put("line", record.place().line());
        map.put("reason", record.reason());
        map.put("text", record.text());
        return map;
    }

    static void print(Output output, List<RejectedRecord> rejected) {
        for (RejectedRecord record : rejected) {
            output.line(CliText.REJECTED_AT, record.path(), record.place().line(), record.reason());
            output.value("    " + TextTable.shown(record.text().strip()));
        }
        output.value(Count.REJECTED.of(rejected.size()));
    }
}
