package org.tokenlane.correlate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Uti;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFileException;
import org.tokenlane.store.KeptLinks;
import org.tokenlane.store.StoreText;

/** Whatever comes in one file after the other is linked as if it had come at once. */
class LinkingTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(longs = 2)
    void theSampleTenantIsLinkedTheSameFileByFileAsAtOnce(long seed) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(SharedSample.exports())) {
            all.sorted().forEach(files::add);
        }
        Collections.shuffle(files, new Random(seed));
        try (TestCase test = new TestCase(folder)) {
            for (Path file : files) {
                test.load(file);
                Correlation kept = Correlation.upToDate(test.caseFile());
                assertThat(kept.sameLinksAs(Correlation.of(kept.events()))).as("after " + file.getFileName()).isTrue();
            }
            assertThat(Correlation.upToDate(test.caseFile()).linkedAnew()).as("nothing is linked twice").isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })
    void eventsThatShareFewUsersAddressesAndTokensAreLinkedTheSameFileByFileAsAtOnce(long seed) {
        Random random = new Random(seed);
        Set<LinkRule> seen = EnumSet.noneOf(LinkRule.class);
        boolean keptSome = false;
        try (TestCase test = new TestCase(folder)) {
            for (int file = 0; file < 12; file++) {
                boolean signIns = random.nextInt(3) == 0;
                StringBuilder lines = new StringBuilder();
                for (int record = 0; record < 6; record++) {
                    lines.append(signIns ? signIn(random) : operation(random, file * 100 + record)).append('\n');
                }
                test.load(test.write("export-" + file + ".jsonl", lines.toString()));
                Correlation kept = Correlation.upToDate(test.caseFile());
                Correlation anew = Correlation.of(kept.events());
                assertThat(kept.sameLinksAs(anew)).as("after file " + file).isTrue();
                keptSome |= kept.linkedAnew() < kept.events().size();
                for (int event = 0; event < kept.events().size(); event++) {
                    seen.add(kept.rule(event));
                }
            }
        }
        assertThat(seen).contains(LinkRule.UTI_GIVEN, LinkRule.SESSION_GIVEN, LinkRule.NONE)
                .anyMatch(LinkRule::isInferred);
        assertThat(keptSome).as("some events kept their links").isTrue();
    }

    private static String signIn(Random random) {
        int request = random.nextInt(12);
        return ("{'id':'00000000-0000-4000-8000-0000000000%02d','createdDateTime':'2026-09-10T10:%02d:00Z',"
                + "'userPrincipalName':'%s','userId':'%s','appId':'%s',"
                + "'appDisplayName':'App','ipAddress':'%s','isInteractive':true,"
                + "'signInEventTypes':['interactiveUser'],'status':{'errorCode':0},'sessionId':%s,"
                + "'uniqueTokenIdentifier':null,'correlationId':'%s','userAgent':'%s',"
                + "'deviceDetail':{'deviceId':'%s'}}")
                .formatted(request, request, user(request % 3), objectId(request % 3), app(request % 2),
                        address(request % 4), random.nextInt(4) == 0 ? "null" : "'" + session(request % 5) + "'",
                        correlation(request % 6), AGENTS.get(request % AGENTS.size()),
                        request % 3 == 0 ? "" : objectId(request % 2))
                .replace('\'', '"');
    }

    private static final List<String> AGENTS = List.of("Mozilla/5.0 (Windows NT 10.0) Chrome/139.0 Edg/139.0",
            "Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Edg/140.0", "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6)",
            "Mozilla/5.0 (Macintosh) Version/18.6 Safari/605.1.15", "MSWAC");
    private static final List<String> OPERATIONS = List.of("FileAccessed", "FileAccessed", "FileAccessedExtended",
            "FileModified");

    private static String operation(Random random, int number) {
        List<String> context = new ArrayList<>();
        if (random.nextInt(4) == 0) {
            context.add("'AADSessionId':'" + session(random.nextInt(5)) + "'");
        }
        if (random.nextInt(4) == 0) {
            // the UTI of the sign-in with this number as request id
            context.add("'UniqueTokenId':'" + uti(random.nextInt(12)) + "'");
        }
        if (random.nextInt(2) == 0) {
            context.add("'CorrelationId':'" + correlation(random.nextInt(8)) + "'");
        }
        if (random.nextInt(2) == 0) {
            context.add("'IssuedAtTime':'2026-09-10T%02d:%02d:00'".formatted(9, 55 + random.nextInt(5)));
        }
        context.add("'ClientAppId':'" + app(random.nextInt(2)) + "'");
        int user = random.nextInt(3);
        return ("{'CreationTime':'2026-09-10T10:%02d:%02d','Id':'10000000-0000-4000-8000-%012d','Operation':'%s',"
                + "'OrganizationId':'%s','RecordType':6,"
                + "'ObjectId':'https://contoso.sharepoint.example/%d','UserAgent':'%s','DeviceId':'%s',"
                + "'UserKey':'x','UserType':0,'Version':1,'Workload':'SharePoint','ClientIP':'%s','UserId':'%s',"
                + "'ClientAppId':'%s','AppAccessContext':{%s}}")
                .formatted(random.nextInt(60), random.nextInt(60), number,
                        OPERATIONS.get(random.nextInt(4)), objectId(9), random.nextInt(3),
                        random.nextInt(3) == 0 ? "" : AGENTS.get(random.nextInt(AGENTS.size())),
                        random.nextInt(3) == 0 ? objectId(random.nextInt(2)) : "", address(random.nextInt(4)),
                        user(user), app(random.nextInt(2)),
                        String.join(",", context))
                .replace('\'', '"');
    }

    private static String user(int number) {
        return "user" + number + "@contoso.example";
    }

    private static String objectId(int number) {
        return "20000000-0000-4000-8000-00000000000" + number;
    }

    private static String app(int number) {
        return "30000000-0000-4000-8000-00000000000" + number;
    }

    private static String session(int number) {
        return "40000000-0000-4000-8000-00000000000" + number;
    }

    private static String correlation(int number) {
        return "50000000-0000-4000-8000-00000000000" + number;
    }

    private static String address(int number) {
        return "198.51.100." + number;
    }

    private static String uti(int request) {
        return Uti.fromRequestId("00000000-0000-4000-8000-0000000000%02d".formatted(request)).value();
    }

    private static void assertUnreadable(TestCase test) {
        assertThatThrownBy(() -> Correlation.upToDate(test.caseFile())).isInstanceOf(CaseFileException.class)
                .hasMessage(StoreText.LINKS_UNREADABLE.text());
        assertThat(CaseCheck.faults(test.caseFile())).containsExactly(StoreText.LINKS_UNREADABLE.text());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 4 })
    void storedLinksThatLeadNowhereAreSaidToBeDamaged(int column) {
        try (TestCase test = new TestCase(folder)) {
            test.load(test.write("a.csv", PurviewRows.table(1, 5)));
            CaseEvents events = Correlation.upToDate(test.caseFile()).events();
            KeptLinks sound = test.caseFile().keptLinks();
            int[] ends = { events.rows(), events.dictionarySize(EventField.UTI),
                events.dictionarySize(EventField.SESSION_ID), events.dictionarySize(EventField.UPN),
                LinkRule.values().length };
            IntColumn[] columns = { sound.firstRows(), sound.tokens(), sound.sessions(), sound.upns(), sound.rules() };
            KeptLinks links = new KeptLinks(columns[0], columns[1], columns[2], columns[3], columns[4]);
            columns[column].set(2, ends[column] - 1);
            test.caseFile().keep(links);
            assertThat(Correlation.upToDate(test.caseFile()).events().size()).isEqualTo(5);
            for (int wrong : new int[] { ends[column], -1, Integer.MAX_VALUE }) {
                columns[column].set(2, wrong);
                test.caseFile().keep(links);
                assertUnreadable(test);
            }
            // with rows that were not linked yet
            test.load(test.write("b.csv", PurviewRows.table(10, 2)));
            assertUnreadable(test);
        }
    }

    @Test
    void aColumnOfStoredLinksThatIsTooShortIsSaidToBeDamaged() {
        try (TestCase test = new TestCase(folder)) {
            test.load(test.write("a.csv", PurviewRows.table(1, 5)));
            Correlation.upToDate(test.caseFile());
            KeptLinks sound = test.caseFile().keptLinks();
            test.caseFile()
                    .keep(new KeptLinks(sound.firstRows(), IntColumn.of(sound.tokens().copyOf(0, 4)), sound.sessions(),
                            sound.upns(), sound.rules()));
            assertUnreadable(test);
        }
    }
}
