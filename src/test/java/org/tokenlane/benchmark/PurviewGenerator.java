package org.tokenlane.benchmark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.SplittableRandom;
import java.util.UUID;
import org.tokenlane.model.identity.Uti;

/**
 * Writes a Purview CSV of any size as a large tenant would export it: about 1.3 kB a record, 5,000 users, sessions of a
 * few hundred operations, tokens of about an hour,
 * mailbox, SharePoint and Teams operations, records without ids among them. The same for the same number of records, which
 * are those of one month, whether they are in one file or in several, as a portal exports a large month.
 */
public final class PurviewGenerator {

    private static final String HEADER = "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,"
            + "AssociatedAdminUnits,AssociatedAdminUnitsNames\r\n";
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final String TENANT = "75243ab2-44f8-435c-a7a6-b479385df6d4";

    private final SplittableRandom random = new SplittableRandom(42);
    private final int records;
    private int written;

    /**
     * @param records
     *            how many records the month has
     */
    public PurviewGenerator(int records) {
        this.records = records;
    }

    /** Writes a whole month into one file. */
    public static void write(Path file, int records) throws IOException {
        new PurviewGenerator(records).writeNext(file, records);
    }

    /** Writes the next so many records of the month into a file of their own. */
    public void writeNext(Path file, int some) throws IOException {
        long start = LocalDateTime.of(2026, 9, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (int end = written + some; written < end; written++) {
                out.write(row(written, start + (long) written * 2_592_000 / records));
            }
        }
    }

    private String row(int number, long second) {
        int user = random.nextInt(5_000);
        String upn = "user" + user + "@contoso.example";
        String session = new UUID(0x00AA_0000_0000_0000L + user * 64L + second / 86_400 % 40,
                0x9000_0000_0000_0000L + user).toString();
        String uti = Uti.fromRequestId(
                new UUID(user * 1_000_003L + second / 3_600, 0x8000_0000_0000_0000L + user * 31L << 8).toString())
                .value();
        String time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC).format(SECONDS);
        String issued = LocalDateTime.ofEpochSecond(second / 3_600 * 3_600 - 300, 0, ZoneOffset.UTC).format(SECONDS);
        String id = guid();
        String context = random.nextInt(20) == 0 ? "{}"
                : "{\"AADSessionId\":\"" + session
                        + "\",\"APIId\":\"00000002-0000-0ff1-ce00-000000000000\","
                        + "\"ClientAppId\":\"d3590ed6-52b3-4102-aeff-aad2292ab01c\","
                        + "\"CorrelationId\":\"" + guid() + "\",\"IssuedAtTime\":\"" + issued
                        + "\",\"UniqueTokenId\":\"" + uti + "\"}";
        String head = "{\"AppAccessContext\":" + context + ",\"CreationTime\":\"" + time + "\",\"Id\":\"" + id + "\",";
        String ip = "203.0.113." + user % 256;
        int kind = number % 10;
        String operation = kind < 6 ? "MailItemsAccessed" : kind < 9 ? "FileAccessed" : "MessageSent";
        int type = kind < 6 ? 50 : kind < 9 ? 6 : 25;
        String body = kind < 6 ? mail(upn, ip) : kind < 9 ? file(upn, ip) : chat(upn, ip);
        String auditData = head + "\"Operation\":\"" + operation + "\",\"OrganizationId\":\"" + TENANT
                + "\",\"RecordType\":" + type + "," + body;
        return id + "," + time + ".0000000Z ," + type + "," + operation + "," + upn + ",\""
                + auditData.replace("\"", "\"\"") + "\",,\r\n";
    }

    private String mail(String upn, String ip) {
        return "\"UserKey\":\"10032002643F6746\",\"UserType\":0,\"Version\":1,\"Workload\":\"Exchange\",\"UserId\":\""
                + upn + "\","
                + "\"AppId\":\"d3590ed6-52b3-4102-aeff-aad2292ab01c\",\"ClientIPAddress\":\"" + ip + "\","
                + "\"ClientInfoString\":\"Client=OutlookService;Outlook-iOS/2.0;\",\"LogonType\":0,"
                + "\"MailboxOwnerUPN\":\""
                + upn
                + "\",\"OriginatingServer\":\"AM0PR01MB1234\","
                + "\"OperationProperties\":[{\"Name\":\"MailAccessType\",\"Value\":\"Bind\"},"
                + "{\"Name\":\"IsThrottled\",\"Value\":\"False\"}],"
                + "\"Folders\":[{\"FolderItems\":[{\"Id\":\"RgAAAAB" + hex() + hex() + "\",\"InternetMessageId\":\"<"
                + hex()
                + "@contoso.example>\",\"SizeInBytes\":"
                + random.nextInt(100_000) + "}],\"Id\":\"LgAAAAB\",\"Path\":\"\\\\Inbox\"}],\"OperationCount\":1}";
    }

    private String file(String upn, String ip) {
        String folder = "https://contoso.sharepoint.example/sites/site" + random.nextInt(200) + "/Shared Documents/";
        String name = "Document " + random.nextInt(100_000) + ".docx";
        return "\"UserKey\":\"i:0h.f|membership|10032002643f6746@live.com\",\"UserType\":0,\"Version\":1,"
                + "\"Workload\":\"SharePoint\",\"ClientIP\":\""
                + ip
                + "\",\"UserId\":\""
                + upn + "\",\"CorrelationId\":\"" + guid()
                + "\",\"EventSource\":\"SharePoint\",\"ItemType\":\"File\",\"ListId\":\"" + guid()
                + "\",\"UserAgent\":\"Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
                + "Chrome/128.0.0.0\",\"SourceFileExtension\":\"docx\",\"SiteUrl\":\"" + folder
                + "\",\"SourceFileName\":\""
                + name
                + "\",\"ObjectId\":\"" + folder + name + "\"}";
    }

    private String chat(String upn, String ip) {
        return "\"UserKey\":\"" + guid()
                + "\",\"UserType\":0,\"Version\":1,\"Workload\":\"MicrosoftTeams\",\"ClientIP\":\"" + ip
                + "\",\"UserId\":\"" + upn
                + "\",\"ChatThreadId\":\"19:" + hex() + hex()
                + "@thread.v2\",\"CommunicationType\":\"GroupChat\",\"ExtraProperties\":[{\"Key\":\"TimeZone\","
                + "\"Value\":\"UTC\"},"
                + "{\"Key\":\"OsName\",\"Value\":\"windows\"},{\"Key\":\"ClientName\",\"Value\":\"skypeteams\"}],"
                + "\"MessageId\":\""
                + random.nextLong(1L << 40)
                + "\",\"MessageSizeInBytes\":" + random.nextInt(4_000) + ",\"MessageVersion\":\""
                + random.nextLong(1L << 40)
                + "\",\"ResourceTenantId\":\"" + TENANT + "\",\"ItemName\":\"19:" + hex()
                + "@thread.v2\",\"ParticipantInfo\":{\"HasForeignTenantUsers\":false}}";
    }

    private String guid() {
        return new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | Long.MIN_VALUE).toString();
    }

    private String hex() {
        return Long.toHexString(random.nextLong() | Long.MIN_VALUE);
    }
}
