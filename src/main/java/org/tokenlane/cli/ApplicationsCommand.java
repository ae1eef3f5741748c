package org.tokenlane.cli;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.application.ApplicationQuery;
import org.tokenlane.detect.application.ApplicationSubject;
import org.tokenlane.detect.application.ApplicationSubject.Change;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.report.EventText;
import org.tokenlane.report.ExposureTables;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "applications", mixinStandardHelpOptions = true)
final class ApplicationsCommand extends CaseCommand {

    @Parameters(arity = "0..1", paramLabel = "APP")
    private @Nullable String wanted;

    @Override
    int run(CaseFile caseFile) {
        Correlation correlation = correlate(caseFile);
        List<Finding> findings = detect(caseFile, correlation).findings();
        EventDetails details = new EventDetails(correlation.events(), caseFile.rawRecords(), new RecordDetails());
        List<ApplicationSubject> all = working(
                progress -> new ApplicationQuery(correlation, details).all(findings, progress));
        if (wanted != null) {
            String app = wanted;
            ApplicationSubject subject = all.stream().filter(
                    one -> one.facts().id().equalsIgnoreCase(app) || one.facts().name().equalsIgnoreCase(app))
                    .findFirst().orElseThrow(() -> new CommandFailure(CliText.NO_SUCH_APPLICATION.with(app)));
            BitSet events = new BitSet();
            subject.facts().events().forEach(events::set);
            Exposure exposure = working(
                    progress -> new ExposureQuery(correlation, details, caseFile.evidence()).of(events, progress));
            show(subject, exposure, correlation);
        } else if (json()) {
            output().json(all.stream().map(subject -> map(subject, correlation)).toList());
        } else {
            list(all);
        }
        return DONE;
    }

    private void list(List<ApplicationSubject> all) {
        TextTable table = new TextTable(CliText.COLUMN_APPLICATION, CliText.COLUMN_RISK, CliText.COLUMN_FIRST,
                CliText.COLUMN_LAST, CliText.COLUMN_SIGN_INS, CliText.COLUMN_TOKENS, CliText.COLUMN_OPERATIONS,
                CliText.COLUMN_CREDENTIALS, CliText.COLUMN_CONSENTS, CliText.COLUMN_OWNERS);
        all.forEach(subject -> table.row(subject.facts().name(), subject.risk().points(),
                EventText.time(subject.facts().first()), EventText.time(subject.facts().last()),
                subject.facts().signIns(), subject.facts().tokens(), subject.facts().operations(),
                subject.count(Change::isCredential), subject.count(Change::isConsent), subject.count(Change::owner)));
        table.print(output());
        output().line(CliText.APPLICATIONS, all.size());
    }

    private void show(ApplicationSubject subject, Exposure exposure, Correlation correlation) {
        if (json()) {
            Map<String, Object> map = map(subject, correlation);
            map.put("accessed", ExposureTables.summary(exposure));
            map.put("eventIds", subject.facts().events().stream().map(correlation.events()::id).toList());
            output().json(map);
            return;
        }
        output().line(CliText.APPLICATION, subject.facts().name(), subject.facts().id(), subject.risk().points());
        output().line(CliText.APPLICATION_ACTS, subject.facts().signIns(), subject.facts().operations(),
                time(subject.facts().first()), time(subject.facts().last()),
                String.join(", ", subject.facts().ips()));
        output().value(TextTable.whole(ExposureTables.summary(exposure)));
        subject.changes().forEach(change -> output().line(CliText.APPLICATION_CHANGE, time(change.time()),
                change.activity(), String.valueOf(change.by()), correlation.events().id(change.event())));
        subject.findings().forEach(finding -> output().value(TextTable.whole(
                CliText.APPLICATION_FINDING.text(finding.severity().id(), finding.title(), finding.why()))));
    }

    /** Only dated events are looked at. */
    private static String time(long nanos) {
        return String.valueOf(EventText.time(nanos));
    }

    private static Map<String, Object> map(ApplicationSubject subject, Correlation correlation) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("appId", subject.facts().id());
        map.put("name", subject.facts().name());
        map.put("risk", subject.risk().points());
        map.put("first", EventText.time(subject.facts().first()));
        map.put("last", EventText.time(subject.facts().last()));
        map.put("signIns", subject.facts().signIns());
        map.put("tokens", subject.facts().tokens());
        map.put("operations", subject.facts().operations());
        map.put("ips", subject.facts().ips());
        map.put("changes", subject.changes().stream().map(change -> change(change, correlation)).toList());
        map.put("findings", subject.findings().stream().map(Finding::rule).distinct().toList());
        return map;
    }

    private static Map<String, Object> change(Change change, Correlation correlation) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("activity", change.activity());
        map.put("kind", change.owner() ? "owner" : EventText.words(change.kind()));
        map.put("by", change.by());
        map.put("time", EventText.time(change.time()));
        map.put("eventId", correlation.events().id(change.event()));
        return map;
    }
}
