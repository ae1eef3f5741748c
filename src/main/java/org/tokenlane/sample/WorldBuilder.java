package org.tokenlane.sample;

import java.text.Normalizer;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tokenlane.sample.World.App;
import org.tokenlane.sample.World.Audited;
import org.tokenlane.sample.World.Device;
import org.tokenlane.sample.World.Grant;
import org.tokenlane.sample.World.GraphCall;
import org.tokenlane.sample.World.Outcome;
import org.tokenlane.sample.World.Person;
import org.tokenlane.sample.World.Place;
import org.tokenlane.sample.World.SignIn;

/**
 * Makes the world: the ordinary month of forty people and a few applications, the two attacks in it, and what is planted
 * beside them with people of its own.
 */
final class WorldBuilder {

    static final long SECOND = 1_000_000_000L;
    static final long MINUTE = 60 * SECOND;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;
    static final long START = LocalDateTime.of(2026, 9, 1, 0, 0).toEpochSecond(ZoneOffset.UTC) * SECOND;

    private static final List<String> NAMES = List.of("Adela Nováková", "Søren Østergård", "Łucja Wójcik", "田中 花子",
            "Åsa Lindqvist", "Jürgen Groß", "Chloé Lefèvre",
            "Μαρία Παππά", "Олена Шевчук", "İpek Çelik", "Nuno Gonçalves", "Zoë de Vries", "Ana Ibáñez", "Béla Nagy",
            "Ewa Zając", "Finn Moe", "Gita Rao", "Hana Svoboda",
            "Ivo Marić", "Jana Kučera", "Karl Huber", "Lena Koch", "Milan Hora", "Nina Berg", "Otto Lang", "Petra Wolf",
            "Quentin Roy", "Rosa Gil", "Sam Doe", "Tina Ray",
            "Uwe Kern", "Vera Moss", "Wim Bos", "Xenia Pop", "Yara Aziz", "Zeno Carli", "Alma Dahl", "Bo Friis",
            "Cleo Hart", "Dina Ek");
    private static final String EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
            + "Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0";
    private static final String SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) "
            + "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";

    private final SampleIds ids = new SampleIds(20_260_915L);
    private final World world = new World();
    private final MailAndFiles contents = new MailAndFiles(ids);
    private final List<Person> people = new ArrayList<>();

    static World build() {
        WorldBuilder builder = new WorldBuilder();
        builder.people();
        for (int number = 0; number < builder.people.size(); number++) {
            builder.ordinaryMonth(number, builder.people.get(number));
        }
        builder.applications();
        builder.background();
        new AttackBuilder(builder.ids, builder.world, builder.contents).build(builder.people.get(0),
                builder.people.get(1));
        new OverlapBuilder(20_260_916L, builder.world).build(OverlapBuilder.SCENES);
        new LaterAttacks(20_260_917L, builder.world).build(builder.people);
        new AwkwardUsers(20_260_918L, builder.world).build();
        builder.sort();
        return builder.world;
    }

    private void people() {
        for (String name : NAMES) {
            String plain = Normalizer
                    .normalize(name.replace("Ł", "L").replace("Ø", "O").replace("ø", "o").replace("ß", "ss"),
                            Normalizer.Form.NFD)
                    .replaceAll("[^A-Za-z ]", "").strip().toLowerCase(Locale.ROOT);
            String account = plain.replace(' ', '.').isEmpty() ? "user" + people.size() : plain.replace(' ', '.');
            people.add(new Person(account + "@" + World.DOMAIN, name, ids.guid()));
        }
    }

    private void ordinaryMonth(int number, Person person) {
        Device laptop = new Device(ids.guid(), "LAPTOP-" + ids.hex(6).toUpperCase(Locale.ROOT), EDGE, "Windows 11");
        Device phone = new Device("", "", SAFARI, "iOS 18");
        Place office = new Place("192.0.2." + (10 + number), 64496, "DK", "København");
        Place home = new Place("198.51.100." + (1 + number), 64497 + number % 3,
                number % 3 == 0 ? "DK" : number % 3 == 1 ? "PL" : "DE",
                number % 3 == 0 ? "Århus" : number % 3 == 1 ? "Łódź" : "München");
        Place vpn = new Place("192.0.2." + (200 + number % 8), 64500, "SE", "Malmö");
        Place mobile = new Place(
                "2001:db8:40:" + Integer.toHexString(number + 1) + "::" + Integer.toHexString(number + 16), 64501, "DK",
                "København");
        for (int week = 0; week < 4; week++) {
            long monday = START + (week * 7L + 6) * DAY;
            ordinarySession(person, laptop, week % 2 == 0 ? office : home, vpn,
                    monday + 6 * HOUR + ids.below(180) * MINUTE);
            ordinarySession(person, phone, mobile, home, monday + DAY + 5 * HOUR + ids.below(600) * MINUTE);
        }
    }

    /**
     * One sign-in at the browser, perhaps after a second factor, and tokens for the services; the network may change on
     * the way.
     */
    private void ordinarySession(Person person, Device device, Place first, Place later, long time) {
        String session = ids.sessionId();
        String correlation = ids.guid();
        if (ids.below(4) == 0) {
            signIn(person, World.OFFICE_HOME, World.OFFICE_HOME, first, device, session, "none", time - 20 * SECOND,
                    50074, correlation, "SignInLogs");
        }
        if (ids.below(9) == 0) {
            signIn(person, World.OFFICE_HOME, World.OFFICE_HOME, first, device, session, "none", time - 40 * SECOND,
                    50126, ids.guid(), "SignInLogs");
        }
        SignIn root = signIn(person, World.OFFICE_HOME, World.OFFICE_HOME, first, device, session, "none", time, 0,
                correlation, "SignInLogs");
        logon(root);
        boolean mobile = device.id().isEmpty();
        int tokens = ids.between(1, 3);
        for (int i = 0; i < tokens; i++) {
            Place place = i > 0 && ids.below(3) == 0 ? later : first;
            long at = time + (long) (i + 1) * 7 * MINUTE + ids.below(240) * SECOND;
            App client = i == 0 ? mobile ? World.OUTLOOK_MOBILE : World.OUTLOOK_WEB
                    : i == 1 ? World.OFFICE_DESKTOP : World.TEAMS;
            App resource = i == 0 ? World.EXCHANGE : i == 1 ? World.SHAREPOINT : World.GRAPH;
            SignIn token = signIn(person, client, resource, place, device, session,
                    mobile ? "primaryRefreshToken" : "refreshToken", at, 0, ids.guid(),
                    "NonInteractiveUserSignInLogs");
            ordinaryUse(token);
        }
    }

    private void ordinaryUse(SignIn token) {
        int uses = ids.between(1, 7);
        for (int i = 0; i < uses; i++) {
            long at = token.time() + (i + 1) * MINUTE + ids.below(50) * SECOND;
            if (token.resource() == World.EXCHANGE) {
                world.audited.add(contents.mailRead(token, at, 1 + ids.below(4), "Bind", false));
            } else if (token.resource() == World.SHAREPOINT) {
                world.audited.add(contents.file(token, at, ids.below(5) == 0 ? "FileModified" : "FileAccessed"));
            } else {
                world.graphCalls.add(new GraphCall(ids.guid(), at, token, "GET",
                        "https://graph.microsoft.com/v1.0/me/presence", 200, token.place()));
            }
        }
    }

    private SignIn signIn(Person person, App app, App resource, Place place, Device device, String session,
            String incoming, long time, int code, String correlation,
            String category) {
        String reason = code == 50074 ? "Strong Authentication is required."
                : code == 50126 ? "Invalid username or password or Invalid on-premise username or password."
                        : "";
        SignIn signIn = new SignIn(ids.requestId(), time + ids.below(1000) * 1_000_000L, category, person, app,
                resource, place, device, session,
                new Grant(incoming, "none", "oAuth2",
                        incoming.equals("primaryRefreshToken") ? "bound" : "unbound"),
                new Outcome(code, reason), correlation);
        world.signIns.add(signIn);
        return signIn;
    }

    private void logon(SignIn signIn) {
        world.audited.add(contents.logon(signIn));
    }

    private void applications() {
        Place server = new Place("203.0.113.10", 64502, "IE", "Dublin");
        Device none = new Device("", "", "", "");
        for (int app = 0; app < 3; app++) {
            Person principal = new Person("", "contoso-app-" + (app + 1), ids.guid());
            App client = new App(principal.name(), ids.guid());
            boolean managed = app == 2;
            for (int day = 0; day < 28; day++) {
                long time = START + day * DAY + 2 * HOUR + app * MINUTE + ids.below(600) * SECOND;
                SignIn signIn = new SignIn(ids.requestId(), time,
                        managed ? "ManagedIdentitySignInLogs" : "ServicePrincipalSignInLogs", principal, client,
                        World.GRAPH,
                        managed ? new Place("", 0, "", "") : server, none, "",
                        new Grant("none", "none", "none", "none"), new Outcome(0, ""), ids.guid());
                world.signIns.add(signIn);
                world.graphCalls.add(new GraphCall(ids.guid(), time + 2 * SECOND, signIn, "GET",
                        "https://graph.microsoft.com/v1.0/users?$select=id,mail", 200, server));
            }
        }
    }

    /** What Exchange does by itself: tokens whose identifier is a GUID, operations without any identifier. */
    private void background() {
        Place backend = new Place("2603:10a6:10:3a::15", 8075, "", "");
        Person system = new Person("NT AUTHORITY\\SYSTEM (Microsoft.Exchange.ServiceHost)", "", "");
        for (int i = 0; i < 30; i++) {
            long time = START + i * 20 * HOUR + ids.below(3000) * SECOND;
            world.audited.add(new Audited(ids.guid(), time, "Exchange", 1, "Set-ConditionalAccessPolicy", system,
                    new Place("", 0, "", ""), null, null, null, null,
                    MailAndFiles.ordered("ResultStatus", "True", "ObjectId", "policy-" + i, "OrganizationName",
                            World.DOMAIN)));
            world.audited.add(contents.backgroundRead(people.get(i), time + MINUTE, backend));
        }
    }

    private void sort() {
        world.signIns.sort(Comparator.comparingLong(SignIn::time).thenComparing(SignIn::id));
        world.audited.sort(Comparator.comparingLong(Audited::time).thenComparing(Audited::id));
        world.graphCalls.sort(Comparator.comparingLong(GraphCall::time).thenComparing(GraphCall::requestId));
    }
}
