package org.tokenlane.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tokenlane.sample.World.App;
import org.tokenlane.sample.World.Device;
import org.tokenlane.sample.World.DirectoryChange;
import org.tokenlane.sample.World.Grant;
import org.tokenlane.sample.World.GraphCall;
import org.tokenlane.sample.World.Outcome;
import org.tokenlane.sample.World.Person;
import org.tokenlane.sample.World.Place;
import org.tokenlane.sample.World.Risk;
import org.tokenlane.sample.World.SignIn;

/**
 * The two attacks. On 15 September a phishing proxy takes a session (adversary in the middle), which is replayed from
 * another network minutes later: mail is read and
 * deleted, a rule hides the answers, files are downloaded, the directory is read. On 17 September a device-code phish
 * brings a second person into a session.
 */
final class AttackBuilder {

    private static final long SECOND = WorldBuilder.SECOND;
    private static final long MINUTE = WorldBuilder.MINUTE;
    private static final Place PROXY = new Place("203.0.113.77", 64510, "NL", "Amsterdam");
    private static final Place REPLAY = new Place("203.0.113.200", 64511, "US", "Ashburn");
    private static final Place DEVICE_CODE = new Place("203.0.113.150", 64509, "RO", "București");
    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
            + "Gecko) Chrome/138.0.0.0 Safari/537.36";
    private static final String PYTHON = "python-requests/2.32.3";

    private final SampleIds ids;
    private final World world;
    private final MailAndFiles contents;

    AttackBuilder(SampleIds ids, World world, MailAndFiles contents) {
        this.ids = ids;
        this.world = world;
        this.contents = contents;
    }

    void build(Person phished, Person tricked) {
        List<String> aitm = adversaryInTheMiddle(phished);
        DeviceCode deviceCode = deviceCode(tricked);
        world.attack = new World.Attack(aitm.get(0), phished.upn(), aitm.get(1), aitm.get(2), aitm.get(3),
                deviceCode.session, tricked.upn(), deviceCode.victim,
                deviceCode.attacker);
    }

    private List<String> adversaryInTheMiddle(Person person) {
        long phished = WorldBuilder.START + 14 * WorldBuilder.DAY + 8 * WorldBuilder.HOUR + 12 * MINUTE;
        String session = ids.sessionId();
        String correlation = ids.guid();
        Device proxy = new Device("", "", CHROME, "Windows 10");
        Device replay = new Device("", "", CHROME, "Windows 10");
        signIn(person, World.OFFICE_HOME, World.OFFICE_HOME, PROXY, proxy, session, "none", "none",
                phished - 9 * SECOND, 50074, correlation, "SignInLogs");
        SignIn root = signIn(person, World.OFFICE_HOME, World.OFFICE_HOME, PROXY, proxy, session, "none", "none",
                phished, 0, correlation, "SignInLogs");
        world.audited.add(contents.logon(root));
        world.risks.add(new Risk(ids.hex(64 / 2), root, "attackerinTheMiddle"));
        SignIn mail = replayed(person, World.OUTLOOK_WEB, World.EXCHANGE, replay, session, phished + 6 * MINUTE);
        SignIn files = replayed(person, World.OFFICE_DESKTOP, World.SHAREPOINT, replay, session, phished + 19 * MINUTE);
        SignIn graph = replayed(person, World.OFFICE_DESKTOP, World.GRAPH, new Device("", "", PYTHON, ""), session,
                phished + 28 * MINUTE);
        mailOperations(mail, person);
        for (int i = 0; i < 23; i++) {
            world.audited.add(contents.file(files, files.time() + 30 * SECOND + i * 11 * SECOND,
                    i < 14 ? "FileDownloaded" : "FileAccessed"));
        }
        graphCalls(graph);
        directoryChanges(person, phished);
        return List.of(session, mail.uti(), files.uti(), graph.uti());
    }

    private SignIn replayed(Person person, App app, App resource, Device device, String session, long time) {
        return signIn(person, app, resource, REPLAY, device, session, "refreshToken", "none", time, 0, ids.guid(),
                "NonInteractiveUserSignInLogs");
    }

    /** Fifty-nine operations with one Exchange token. */
    private void mailOperations(SignIn token, Person person) {
        long time = token.time() + 40 * SECOND;
        Map<String, String> rule = new TreeMap<>(
                Map.of("Name", "..", "SubjectOrBodyContainsWords", "invoice;faktura;payment", "MoveToFolder",
                        "RSS Feeds", "MarkAsRead", "True",
                        "StopProcessingRules", "True"));
        world.audited
                .add(contents.cmdlet(token, time, "New-InboxRule", World.DOMAIN + "\\" + person.upn() + "\\..", rule));
        for (int i = 0; i < 34; i++) {
            world.audited.add(contents.mailRead(token, time + (i + 1) * 37 * SECOND, 1 + i % 6, "Bind", false));
        }
        for (int i = 0; i < 3; i++) {
            world.audited.add(contents.mailRead(token, time + 22 * MINUTE + i * 41 * SECOND, 0, "Sync", i == 2));
        }
        for (int i = 0; i < 6; i++) {
            world.audited.add(contents.mailItem(token, time + 25 * MINUTE + i * 63 * SECOND, "Send",
                    "Re: Faktura " + (2040 + i) + " – ny bankkonto"));
        }
        for (int i = 0; i < 14; i++) {
            String operation = i < 8 ? "SoftDelete" : i < 12 ? "HardDelete" : "MoveToDeletedItems";
            world.audited.add(contents.mailItem(token, time + 33 * MINUTE + i * 17 * SECOND, operation,
                    "Undeliverable: Faktura " + (2040 + i)));
        }
        world.audited.add(contents.cmdlet(token, time + 39 * MINUTE, "Set-Mailbox", person.upn(),
                new TreeMap<>(Map.of("Identity", person.upn(), "ForwardingSmtpAddress",
                        "smtp:collector@mailbox.example", "DeliverToMailboxAndForward", "True"))));
    }

    private void graphCalls(SignIn token) {
        List<String> paths = List.of("/users?$top=999", "/groups?$top=999", "/me/messages?$search=%22invoice%22",
                "/directoryRoles", "/me/drive/root/children",
                "/applications",
                "/organization");
        for (int i = 0; i < 31; i++) {
            world.graphCalls
                    .add(new GraphCall(ids.guid(), token.time() + 20 * SECOND + i * 3 * SECOND, token, "GET",
                            "https://graph.microsoft.com/v1.0" + paths.get(i % 7),
                            i % 7 == 5 ? 403 : 200, REPLAY));
        }
    }

    /** Directory audits carry neither session nor token: only the person, the address and the time tell. */
    private void directoryChanges(Person person, long phished) {
        long time = phished + 24 * MINUTE;
        world.directoryChanges.add(new DirectoryChange("IAMUX_" + ids.guid() + "_0001", time + 123_456_700L,
                "User registered security info", "UserManagement",
                "Authentication Methods", person, REPLAY, CHROME, person.upn(), person.objectId(), ids.guid()));
        world.directoryChanges
                .add(new DirectoryChange("Directory_" + ids.guid() + "_0002", time + 3 * MINUTE + 7_000_000L,
                        "Consent to application", "ApplicationManagement",
                        "Core Directory", person, REPLAY, CHROME, "Mail Backup Pro", ids.guid(), ids.guid()));
        Person admin = new Person("admin@" + World.DOMAIN, "Admin", ids.guid());
        Place office = new Place("192.0.2.5", 64496, "DK", "København");
        for (int day = 0; day < 25; day++) {
            world.directoryChanges.add(new DirectoryChange("Directory_" + ids.guid() + "_" + day,
                    WorldBuilder.START + day * WorldBuilder.DAY + 9 * WorldBuilder.HOUR
                            + day * 1_000_000L,
                    "Update user", "UserManagement", "Core Directory", admin, office, "",
                    "person" + day + "@" + World.DOMAIN, ids.guid(),
                    ids.guid()));
        }
    }

    private record DeviceCode(String session, List<String> victim, List<String> attacker) {
    }

    private DeviceCode deviceCode(Person person) {
        long morning = WorldBuilder.START + 16 * WorldBuilder.DAY + 6 * WorldBuilder.HOUR + 40 * MINUTE;
        String session = ids.sessionId();
        Device laptop = new Device(ids.guid(), "LAPTOP-SOREN", CHROME.replace("138", "139"), "Windows 11");
        Device other = new Device("", "", PYTHON, "");
        Place home = new Place("198.51.100.240", 64497, "DK", "Århus");
        List<String> victim = new ArrayList<>();
        List<String> attacker = new ArrayList<>();
        SignIn root = signIn(person, World.OFFICE_HOME, World.OFFICE_HOME, home, laptop, session, "none", "none",
                morning, 0, ids.guid(), "SignInLogs");
        world.audited.add(contents.logon(root));
        victim.add(root.uti());
        SignIn mail = signIn(person, World.OUTLOOK_WEB, World.EXCHANGE, home, laptop, session, "refreshToken", "none",
                morning + 5 * MINUTE, 0, ids.guid(),
                "NonInteractiveUserSignInLogs");
        victim.add(mail.uti());
        for (int i = 0; i < 12; i++) {
            world.audited.add(contents.mailRead(mail, mail.time() + (i + 1) * 2 * MINUTE, 1, "Bind", false));
        }
        SignIn code = signIn(person, World.BROKER, World.EXCHANGE, DEVICE_CODE, other, session, "none",
                "deviceCodeFlow", morning + 70 * MINUTE, 0, ids.guid(),
                "SignInLogs");
        attacker.add(code.uti());
        for (int i = 0; i < 17; i++) {
            world.audited.add(contents.mailRead(code, code.time() + (i + 1) * 20 * SECOND, 2, "Bind", false));
        }
        SignIn graph = signIn(person, World.BROKER, World.GRAPH, DEVICE_CODE, other, session, "refreshToken",
                "deviceCodeFlow", morning + 78 * MINUTE, 0, ids.guid(),
                "NonInteractiveUserSignInLogs");
        attacker.add(graph.uti());
        for (int i = 0; i < 8; i++) {
            world.graphCalls
                    .add(new GraphCall(ids.guid(), graph.time() + (i + 1) * 4 * SECOND, graph, "GET",
                            "https://graph.microsoft.com/v1.0/me/messages?$skip=" + 10 * i, 200,
                            DEVICE_CODE));
        }
        return new DeviceCode(session, victim, attacker);
    }

    private SignIn signIn(Person person, App app, App resource, Place place, Device device, String session,
            String incoming, String method, long time, int code,
            String correlation, String category) {
        boolean deviceCode = method.equals("deviceCodeFlow") && category.equals("SignInLogs");
        SignIn signIn = new SignIn(ids.requestId(), time + ids.below(1000) * 1_000_000L, category, person, app,
                resource, place, device, session,
                new Grant(incoming, method, deviceCode ? "deviceCode" : "oAuth2", "unbound"),
                new Outcome(code, code == 50074 ? "Strong Authentication is required." : ""), correlation);
        world.signIns.add(signIn);
        return signIn;
    }
}
