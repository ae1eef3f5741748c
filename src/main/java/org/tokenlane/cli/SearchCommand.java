package org.tokenlane.cli;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.evidence.RejectedRecord;
import org.tokenlane.model.filter.RawText;
import org.tokenlane.model.identity.IdSpellings;
import org.tokenlane.query.RawSearch;
import org.tokenlane.report.EventExport;
import org.tokenlane.report.JsonText;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "search", mixinStandardHelpOptions = true)
final class SearchCommand extends CaseCommand {

    @Parameters(paramLabel = "TEXT")
    private String text;

    @Override
    int run(CaseFile caseFile) {
        if (text.isBlank()) {
            throw new CommandFailure(CliText.SEARCH_NEEDS_TEXT.with(), WRONG_USAGE);
        }
        Correlation correlation = correlate(caseFile);
        RawText pattern = new RawText(IdSpellings.of(text));
        RawSearch search = RawSearch.of(caseFile, correlation.events());
        BitSet found = search.events(pattern);
        List<RejectedRecord> rejected = search.rejected(pattern);
        if (json()) {
            EventExport.jsonLines(output().out(), correlation, found);
            for (RejectedRecord record : rejected) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("rejected", true);
                map.putAll(RejectsCommand.json(record));
                JsonText.line(output().out(), map);
            }
        } else {
            EventsCommand.print(output(), correlation, found);
            if (!rejected.isEmpty()) {
                RejectsCommand.print(output(), rejected);
            }
        }
        return DONE;
    }
}
