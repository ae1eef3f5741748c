package org.tokenlane.detect.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.query.StoredRows.event;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.change.ChangeKind;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.query.StoredRows;

/** What an exposure leaves open is stated with its numbers, and nothing else is. */
class ExposureLimitsTest {

    private static final long SECOND = 1_000_000_000L;
    private static final String ADELE = "adele@contoso.example";
    private static final Shape GRAPH = new Shape("graph", "Graph", LogSource.GRAPH_ACTIVITY, 50, Shape.Container.JSON,
            List.of("Id"));
    private static final Shape DIRECTORY = new Shape("directory", "Directory", LogSource.DIRECTORY_AUDITS, 50,
            Shape.Container.JSON, List.of("Id"));
    private static final Exposure.Settings NO_SETTINGS = new Exposure.Settings(List.of(), List.of(), List.of());

    @TempDir
    private Path folder;
    private StoredRows rows;
    private int keys;

    @BeforeEach
    void open() {
        rows = new StoredRows(folder);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    private AuditEvent.Builder undated(EventKind kind) {
        return event(kind, "k" + ++keys);
    }

    private AuditEvent.Builder at(long second) {
        return undated(EventKind.OPERATION).time(second * SECOND, TimeQuality.READ, 0);
    }

    /** Every log has an event, so that none is missing, nor a day of one. */
    private void everyLog() {
        rows.row(at(0)).row(GRAPH, at(0)).row(DIRECTORY, at(0));
    }

    private static Use times(int times) {
        return new Use(1, 2, times, List.of(), new int[] { 0 });
    }

    private static Exposure.Mail mail(List<Exposure.SyncedFolder> folders, List<Exposure.Unnamed> unnamed,
            List<Exposure.SentMail> sent) {
        return new Exposure.Mail(List.of(), folders, unnamed, sent, List.of());
    }

    private List<String> limits(Exposure.Mail mail, Exposure.Settings settings, List<Exposure.GraphUse> graph,
            int refused, int... chosen) {
        rows.file("1");
        BitSet events = new BitSet();
        IntStream.of(chosen).forEach(events::set);
        Exposure exposure = new Exposure(new Exposure.Period(0, AuditEvent.NO_TIME, AuditEvent.NO_TIME, false), mail,
                new Exposure.Files(List.of(), List.of(), List.of()), settings,
                new Exposure.Services(List.of(), List.of(), graph, List.of()), List.of());
        return new ExposureLimits(Correlation.of(rows.events()), List.of(), events, exposure, refused).stated()
                .limits();
    }

    private List<String> limits(Exposure.Mail mail, Exposure.Settings settings, List<Exposure.GraphUse> graph) {
        return limits(mail, settings, graph, 0);
    }

    private static final Exposure.Mail NO_MAIL = mail(List.of(), List.of(), List.of());

    @Test
    void whereEveryLogIsThereNothingIsLeftOpen() {
        everyLog();
        assertThat(limits(NO_MAIL, NO_SETTINGS, List.of(), 0, 0, 1, 2)).isEmpty();
    }

    @Test
    void logsThatTheCaseLacksAreNamed() {
        rows.row(StoredRows.POOR, at(0));
        assertThat(limits(NO_MAIL, NO_SETTINGS, List.of())).containsExactly(ExposureText.NO_AUDIT_LOG.text(),
                ExposureText.NO_GRAPH_ACTIVITY.text(), ExposureText.NO_DIRECTORY_AUDITS.text());
    }

    @Test
    void throttledMailboxesAreNamedWithTheirRecordsAndTimes() {
        everyLog();
        rows.row(at(1).set(EventField.MAILBOX, ADELE).throttled(true));
        rows.row(at(2).set(EventField.UPN, ADELE).throttled(true));
        rows.row(at(3).set(EventField.MAILBOX, "b").throttled(true));
        rows.row(at(4).set(EventField.MAILBOX, "not selected").throttled(true));
        rows.row(undated(EventKind.OPERATION).set(EventField.MAILBOX, "c").throttled(true));
        rows.row(at(5).set(EventField.MAILBOX, "d").throttled(true));
        rows.row(undated(EventKind.OPERATION).set(EventField.MAILBOX, "d").throttled(true));
        assertThat(limits(NO_MAIL, NO_SETTINGS, List.of(), 0, 3, 4, 5, 7, 8, 9)).startsWith(
                ExposureText.THROTTLED.text(ADELE, 2,
                        ExposureText.FROM_TO.text(Words.time(SECOND), Words.time(2 * SECOND))),
                ExposureText.THROTTLED.text("b", 1, Words.time(3 * SECOND)),
                ExposureText.THROTTLED.text("c", 1, ExposureText.NO_TIME.text()),
                ExposureText.THROTTLED.text("d", 2, Words.time(5 * SECOND)))
                .containsOnlyOnce(ExposureText.UNDATED.text(2)).hasSize(5);
    }

    @Test
    void undatedOperationsAreCountedAndUndatedSignInsAreNot() {
        everyLog();
        rows.row(undated(EventKind.OPERATION)).row(undated(EventKind.SIGN_IN));
        assertThat(limits(NO_MAIL, NO_SETTINGS, List.of(), 0, 0, 3, 4)).containsExactly(ExposureText.UNDATED.text(1));
    }

    @Test
    void synchronizedFoldersAndItemsWithoutNamesAreCounted() {
        everyLog();
        assertThat(limits(mail(List.of(new Exposure.SyncedFolder(ADELE, "Inbox", times(2)), new Exposure.SyncedFolder(
                ADELE, "Sent", times(1))), List.of(new Exposure.Unnamed(ADELE, 1, 0, times(1)),
                        new Exposure.Unnamed(
                                null, 0, 2, times(2))),
                List.of()), NO_SETTINGS, List.of())).containsExactly(ExposureText.SYNCED.text(2, 3),
                        ExposureText.UNNAMED.text(1, ADELE), ExposureText.UNCOUNTED.text(2, ExposureText.NOT_NAMED
                                .text()));
    }

    private static Exposure.SentMail sent(String mailbox) {
        return new Exposure.SentMail(mailbox, "Send", null, null, null, times(1));
    }

    private static Exposure.InboxRule rule(String mailbox) {
        return new Exposure.InboxRule("New-InboxRule", mailbox, null, "all", null, List.of(), false, times(1));
    }

    @Test
    void mailboxesThatWereWorkedInWithoutAnyReadingInTheWholeCaseAreNamed() {
        everyLog();
        rows.row(at(0).set(EventField.OPERATION, "mailitemsaccessed").set(EventField.MAILBOX, "read@x.example"));
        rows.row(at(0).set(EventField.OPERATION, "MailItemsAccessed").set(EventField.UPN, "own@x.example"));
        rows.row(at(0).set(EventField.OPERATION, "Send").set(EventField.MAILBOX, "rule@x.example"));
        Exposure.Settings rules = new Exposure.Settings(List.of(rule("rule@x.example"), rule("no address"), rule(null)),
                List.of(), List.of());
        List<String> stated = limits(mail(List.of(), List.of(), List.of(sent("read@x.example"), sent(ADELE), sent(
                "own@x.example"))), rules, List.of());
        assertThat(stated).containsExactly(ExposureText.NO_MAIL_ITEMS_ACCESSED.text(ADELE + ", rule@x.example"));
    }

    private static Exposure.Change inferred(String activity) {
        return new Exposure.Change(ChangeKind.OTHER, activity, null, null, null, null, List.of(), Map.of(), false,
                "link", times(1));
    }

    @Test
    void inferredChangesAreNamedOnceEachAndTenAtMost() {
        everyLog();
        List<Exposure.Change> ten = IntStream.range(0, 10).mapToObj(number -> inferred("a" + number)).toList();
        String names = "a0, a1, a2, a3, a4, a5, a6, a7, a8, a9";
        assertThat(limits(NO_MAIL, new Exposure.Settings(List.of(), List.of(), ten), List.of()))
                .containsExactly(ExposureText.INFERRED.text(10, names));
        List<Exposure.Change> more = new ArrayList<>(ten);
        more.add(inferred("a9"));
        more.add(inferred("b"));
        BitSet none = new BitSet();
        Exposure exposure = new Exposure(new Exposure.Period(0, AuditEvent.NO_TIME, AuditEvent.NO_TIME, false), NO_MAIL,
                new Exposure.Files(List.of(), List.of(), List.of()),
                new Exposure.Settings(List.of(), List.of(), more),
                new Exposure.Services(List.of(), List.of(), List.of(), List.of()), List.of());
        assertThat(new ExposureLimits(Correlation.of(rows.events()), List.of(), none, exposure, 0).stated().limits())
                .containsExactly(ExposureText.INFERRED.text(12, ExposureText.AND_MORE.text(names, 1)));
    }

    private static Exposure.GraphUse call(String operation, int succeeded) {
        return new Exposure.GraphUse("u", operation, null, List.of(), succeeded, 1, times(1));
    }

    @Test
    void answeredGraphCallsForMessagesAndForSendingAreCountedAndRefusedOperationsToo() {
        everyLog();
        assertThat(limits(NO_MAIL, NO_SETTINGS, List.of(call("GET /me/Messages", 2), call("GET /me/messages/{id}", 1),
                call("POST /me/sendMail", 1), call("POST /me/sendMail/x", 5), call("GET /users", 7), call(null, 9),
                call("POST /users/{id}/sendmail", 0)), 1)).containsExactly(ExposureText.GRAPH_MESSAGES.text(3),
                        ExposureText.GRAPH_SENT.text(1), ExposureText.REFUSED.text(1));
    }
}
