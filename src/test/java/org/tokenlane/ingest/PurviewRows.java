package org.tokenlane.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Purview exports for tests whose subject is not the mapping: numbered records, each with an id, a session and a token.
 */
public final class PurviewRows {

    public static final String SESSION = "009ce429-40c2-14b7-a6c2-73f53f4e8d22";
    public static final String TOKEN = "OPD3UZnmTkud24wRw6ATAA";

    private static final String HEADER = "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,"
            + "AssociatedAdminUnits,AssociatedAdminUnitsNames\r\n";

    private PurviewRows() {
    }

    public static String id(int number) {
        return String.format(Locale.ROOT, "11111111-2222-4333-8444-%012d", number);
    }

    /** An export of so many records, numbered from the first on. */
    public static String table(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(number -> row(number, "Send", ""))
                .collect(Collectors.joining("", HEADER, ""));
    }

    /** An export whose records hardly compress, so that it is large in the case too: about 2 kB each. */
    public static String bulkyTable(int first, int count) {
        return bulkyTable(first, count, 1_500);
    }

    /** The same with subjects of so many letters. */
    public static String bulkyTable(int first, int count, int letters) {
        SplittableRandom random = new SplittableRandom(first);
        return IntStream.range(first, first + count)
                .mapToObj(number -> row(number, "Send", letters(random, letters)))
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static String letters(SplittableRandom random, int count) {
        byte[] letters = new byte[count];
        random.nextBytes(letters);
        for (int i = 0; i < count; i++) {
            int letter = 'A' + (letters[i] & 0xff) % ('z' - 'A');
            letters[i] = (byte) (letter == '\\' ? '_' : letter);
        }
        return new String(letters, StandardCharsets.US_ASCII);
    }

    /** One record's line. */
    public static String row(int number, String operation, String subject) {
        String time = String.format(Locale.ROOT, "2026-09-15T%02d:%02d:%02d", number / 3600 % 24, number / 60 % 60,
                number % 60);
        String data = "{\"CreationTime\":\"" + time + "\",\"Id\":\"" + id(number) + "\",\"Operation\":\"" + operation
                + "\",\"RecordType\":2,\"Workload\":\"Exchange\",\"UserId\":\"user" + number % 7
                + "@contoso.example\",\"ClientIPAddress\":\"203.0.113." + number % 250
                + "\",\"AppAccessContext\":{\"AADSessionId\":\"" + SESSION + "\",\"UniqueTokenId\":\"" + TOKEN
                + "\"},\"Subject\":\"" + subject + "\"}";
        return id(number) + "," + time + ".0000000Z ,2," + operation + ",user" + number % 7 + "@contoso.example,\""
                + data.replace("\"", "\"\"") + "\",,\r\n";
    }
}
