package org.tokenlane.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tokenlane.sample.World.App;
import org.tokenlane.sample.World.Audited;
import org.tokenlane.sample.World.Device;
import org.tokenlane.sample.World.Grant;
import org.tokenlane.sample.World.Outcome;
import org.tokenlane.sample.World.Person;
import org.tokenlane.sample.World.Place;
import org.tokenlane.sample.World.SignIn;

/**
 * People with two sessions at one address at the same time: two devices at home or in the office, or a stranger who
 * shares the exit of the network. Half of what they do is recorded without the ids of session and token.
 */
final class OverlapBuilder {

    /** What two sessions have to do with each other. */
    enum Scene {
        /** A laptop and a phone. */
        LAPTOP_AND_PHONE,
        /** Two laptops with one and the same browser, one of which reads its mail in Outlook. */
        EQUAL_LAPTOPS,
        /** A laptop whose browser is updated in between, and another laptop that is not. */
        UPDATED_BROWSER,
        /** A laptop in the morning, a phone in the afternoon; what happens between them belongs to neither. */
        ONE_AFTER_THE_OTHER,
        /** A laptop, and a phone whose sign-ins were not exported. */
        UNRECORDED_PHONE,
        /** A laptop with programs beside the browser, whose services call back with user agents of their own. */
        SEVERAL_PROGRAMS,
        /** A Mac, and a phone on which Outlook and now and then its web page are used. */
        MAC_AND_PHONE,
        /** A phone and a tablet that asks for web pages as a Mac does; both have the same Outlook. */
        PHONE_AND_TABLET,
        /** A stranger with another browser behind the same exit. */
        STRANGER,
        /** A stranger who copied the user agent of the victim. */
        STRANGER_WITH_COPIED_AGENT
    }

    /** The scenes of the sample tenant. */
    static final List<Scene> SCENES = List.of(Scene.LAPTOP_AND_PHONE, Scene.LAPTOP_AND_PHONE, Scene.LAPTOP_AND_PHONE,
            Scene.LAPTOP_AND_PHONE, Scene.EQUAL_LAPTOPS, Scene.UPDATED_BROWSER, Scene.ONE_AFTER_THE_OTHER,
            Scene.UNRECORDED_PHONE, Scene.SEVERAL_PROGRAMS, Scene.MAC_AND_PHONE, Scene.PHONE_AND_TABLET, Scene.STRANGER,
            Scene.STRANGER_WITH_COPIED_AGENT);

    private static final long SECOND = WorldBuilder.SECOND;
    private static final long MINUTE = WorldBuilder.MINUTE;
    private static final long HOUR = WorldBuilder.HOUR;
    private static final String EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
            + "Gecko) Chrome/%1$s.0.0.0 Safari/537.36 Edg/%1$s.0.0.0";
    private static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
            + "Gecko) Chrome/138.0.0.0 Safari/537.36";
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) "
            + "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";
    private static final String SAFARI = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 "
            + "(KHTML, like Gecko) Version/18.6 Safari/605.1.15";
    private static final String TEAMS_DESKTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 "
            + "(KHTML, like Gecko) Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0 Teams/25163.3611";
    private static final String EXCEL = "Microsoft Office Excel/16.0.19029 (Windows/10.0; Desktop x64; en-US; "
            + "Desktop app)";
    private static final String SERVICE = "MSWAC";
    private static final String OUTLOOK_WEB = "Client=OWA;Action=ViaProxy";
    private static final String OUTLOOK_IOS = "Client=OutlookService;Outlook-iOS/2.0;";
    private static final String OUTLOOK_WINDOWS = "Client=MSExchangeRPC";
    private static final List<String> NAMES = List.of("Aino Laine", "Birk Holm", "Carla Rossi", "Dario Conti",
            "Elin Sund", "Franz Maier", "Greta Voss", "Henrik Dam", "Ida Krog", "Jonas Falk", "Klara Beck",
            "Lars Toft", "Mila Novak");

    /**
     * A device and the programs on it.
     *
     * @param agents
     *            the user agents with which it uses files and chats
     */
    private record Client(Device device, App mail, List<String> mailClients, List<String> agents) {

        Client(Device device, App mail, String mailClient) {
            this(device, mail, List.of(mailClient), List.of(device.userAgent()));
        }
    }

    /** A session in the making: its tokens for mail, files and chat. */
    private record Used(Client client, String session, SignIn mail, SignIn files, SignIn chat) {
    }

    private final SampleIds ids;
    private final World world;
    private final MailAndFiles contents;

    OverlapBuilder(long seed, World world) {
        this.ids = new SampleIds(seed);
        this.world = world;
        this.contents = new MailAndFiles(ids);
    }

    /** One person for each scene. */
    void build(List<Scene> scenes) {
        for (int number = 0; number < scenes.size(); number++) {
            String name = number < NAMES.size() ? NAMES.get(number) : "Person " + number;
            Person person = new Person(name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + World.DOMAIN, name,
                    ids.guid());
            boolean office = number % 2 == 0;
            Place place = new Place((office ? "192.0.2." : "198.51.100.") + (90 + number % 100),
                    office ? 64496 : 64498, office ? "DK" : "PL", office ? "København" : "Łódź");
            long morning = WorldBuilder.START + (7L + number % 18) * WorldBuilder.DAY + 6 * HOUR
                    + ids.below(120) * MINUTE;
            play(scenes.get(number), person, place, morning);
        }
    }

    private void play(Scene scene, Person person, Place place, long time) {
        switch (scene) {
        case LAPTOP_AND_PHONE ->
            two(scene, person, place, time, laptop("139", World.OUTLOOK_WEB, OUTLOOK_WEB), phone());
        case EQUAL_LAPTOPS -> two(scene, person, place, time, laptop("139", World.OUTLOOK_WEB, OUTLOOK_WEB),
                laptop("139", World.OFFICE_DESKTOP, OUTLOOK_WINDOWS));
        case UPDATED_BROWSER -> updatedBrowser(person, place, time);
        case ONE_AFTER_THE_OTHER -> {
            Used laptop = signedIn(person, laptop("139", World.OUTLOOK_WEB, OUTLOOK_WEB), place, time);
            Used phone = signedIn(person, phone(), place, time + 6 * HOUR);
            use(laptop, time, 2 * HOUR);
            use(phone, phone.chat.time(), 2 * HOUR);
            Used between = unrecorded(person, phone(), place, time + 3 * HOUR);
            for (int i = 0; i < 8; i++) {
                silent(between, time + 3 * HOUR + 20 * MINUTE + i * 15 * MINUTE, i);
            }
            ordinary(scene, laptop, "changes from a laptop to a phone; between them an unknown session was active");
        }
        case UNRECORDED_PHONE -> {
            Used laptop = signedIn(person, laptop("139", World.OUTLOOK_WEB, OUTLOOK_WEB), place, time);
            use(laptop, time, 2 * HOUR);
            Used phone = unrecorded(person, phone(), place, time);
            for (int i = 0; i < 8; i++) {
                // files and chats, which carry the phone's user agent
                silent(phone, time + 30 * MINUTE + i * 9 * MINUTE, i % 2 == 0 ? 1 : 2);
            }
            ordinary(scene, laptop, "uses a laptop; the sign-ins of the phone beside it were not exported");
        }
        case SEVERAL_PROGRAMS -> {
            Client laptop = laptop("139", World.OUTLOOK_WEB, OUTLOOK_WEB);
            two(scene, person, place, time,
                    new Client(laptop.device, laptop.mail, List.of(OUTLOOK_WEB, OUTLOOK_WINDOWS),
                            List.of(laptop.device.userAgent(), TEAMS_DESKTOP, EXCEL, SERVICE)),
                    phone());
        }
        case MAC_AND_PHONE -> two(scene, person, place, time,
                new Client(new Device(ids.guid(), "MAC-" + ids.hex(6).toUpperCase(Locale.ROOT), SAFARI, "MacOs"),
                        World.OUTLOOK_WEB, OUTLOOK_WEB),
                new Client(phone().device, World.OUTLOOK_MOBILE, List.of(OUTLOOK_IOS, OUTLOOK_IOS, OUTLOOK_WEB),
                        List.of(IPHONE)));
        case PHONE_AND_TABLET -> two(scene, person, place, time, phone(),
                new Client(new Device("", "", SAFARI, "MacOs"), World.OUTLOOK_MOBILE, OUTLOOK_IOS));
        case STRANGER, STRANGER_WITH_COPIED_AGENT -> {
            Client own = laptop("139", World.OUTLOOK_WEB, OUTLOOK_WEB);
            Device copied = new Device("", "", scene == Scene.STRANGER ? CHROME : own.device.userAgent(),
                    "Windows 10");
            Used victim = signedIn(person, own, place, time);
            Used stranger = signedIn(person, new Client(copied, World.OUTLOOK_WEB, OUTLOOK_WEB), place,
                    time + 40 * MINUTE);
            use(victim, time, 3 * HOUR);
            use(stranger, stranger.chat.time(), HOUR);
            ordinary(scene, victim, "works while a stranger uses the account behind the same exit");
            world.planted.add(new SampleAnswers.Planted(name(scene), person.upn(), stranger.session, true,
                    "a stranger behind the same network exit signs in and reads mail and files"));
        }
        }
    }

    private void two(Scene scene, Person person, Place place, long time, Client one, Client other) {
        Used first = signedIn(person, one, place, time);
        Used second = signedIn(person, other, place, time + (10L + ids.below(20)) * MINUTE);
        use(first, time, 3 * HOUR);
        use(second, second.chat.time(), 2 * HOUR);
        ordinary(scene, first, "works on two devices at one address at the same time");
    }

    private void updatedBrowser(Person person, Place place, long time) {
        Client client = laptop("139", World.OUTLOOK_WEB, OUTLOOK_WEB);
        Client updated = new Client(new Device(client.device.id(), client.device.name(), EDGE.formatted("140"),
                client.device.system()), client.mail, OUTLOOK_WEB);
        Used other = signedIn(person, laptop("139", World.OFFICE_DESKTOP, OUTLOOK_WINDOWS), place, time);
        Used before = signedIn(person, client, place, time + 5 * MINUTE);
        Used after = tokens(person, updated, place, before.session, time + 90 * MINUTE);
        use(other, time, 3 * HOUR);
        use(before, time + 5 * MINUTE, 80 * MINUTE);
        use(after, time + 90 * MINUTE, 80 * MINUTE);
        ordinary(Scene.UPDATED_BROWSER, before, "updates the browser of one of two laptops");
    }

    private void ordinary(Scene scene, Used used, String what) {
        world.planted.add(new SampleAnswers.Planted(name(scene), used.files.person().upn(), used.session, false, what));
    }

    private static String name(Scene scene) {
        return scene.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Client laptop(String version, App mail, String mailClient) {
        return new Client(new Device(ids.guid(), "LAPTOP-" + ids.hex(6).toUpperCase(Locale.ROOT),
                EDGE.formatted(version), "Windows 11"), mail, mailClient);
    }

    private static Client phone() {
        return new Client(new Device("", "", IPHONE, "iOS 18"), World.OUTLOOK_MOBILE, OUTLOOK_IOS);
    }

    private Used signedIn(Person person, Client client, Place place, long time) {
        String session = ids.sessionId();
        signIn(person, World.OFFICE_HOME, World.OFFICE_HOME, client, place, session, time, "SignInLogs");
        return tokens(person, client, place, session, time);
    }

    private Used tokens(Person person, Client client, Place place, String session, long time) {
        return new Used(client, session,
                signIn(person, client.mail, World.EXCHANGE, client, place, session, time + MINUTE,
                        "NonInteractiveUserSignInLogs"),
                signIn(person, World.OFFICE_DESKTOP, World.SHAREPOINT, client, place, session, time + 2 * MINUTE,
                        "NonInteractiveUserSignInLogs"),
                signIn(person, World.TEAMS, World.GRAPH, client, place, session, time + 3 * MINUTE,
                        "NonInteractiveUserSignInLogs"));
    }

    private Used unrecorded(Person person, Client client, Place place, long time) {
        int exported = world.signIns.size();
        Used used = signedIn(person, client, place, time);
        world.signIns.subList(exported, world.signIns.size()).clear();
        world.unrecorded.add(used.session);
        return used;
    }

    private SignIn signIn(Person person, App app, App resource, Client client, Place place, String session, long time,
            String category) {
        boolean first = category.equals("SignInLogs");
        SignIn signIn = new SignIn(ids.requestId(), time + ids.below(1000) * 1_000_000L, category, person, app,
                resource, place, client.device, session,
                new Grant(first ? "none" : "refreshToken", "none", "oAuth2", "unbound"), new Outcome(0, ""),
                ids.guid());
        world.signIns.add(signIn);
        return signIn;
    }

    /** Something every few minutes; every second record gives no ids. The tokens are renewed once an hour. */
    private void use(Used used, long from, long length) {
        Used live = used;
        long renewed = from;
        int number = ids.below(3);
        for (long time = from + (4L + ids.below(4)) * MINUTE; time < from + length; time += (3L + ids.below(5))
                * MINUTE) {
            if (time - renewed > HOUR) {
                renewed = time - 4 * MINUTE;
                live = tokens(used.files.person(), used.client, used.files.place(), used.session, renewed);
            }
            if (ids.below(15) == 0) {
                editing(live, time);
            } else if (ids.below(2) == 0) {
                world.audited.add(record(live, time, number++));
            } else {
                silent(live, time, number++);
            }
        }
    }

    /** A document that stays open; the record of it later is of a service in the browser's place. */
    private void editing(Used used, long time) {
        String operation = ids.below(2) == 0 ? "FileAccessed" : "FileModified";
        Audited opened = with(contents.file(used.files, time, operation), "ObjectId",
                "https://contoso.sharepoint.example/sites/finance/Shared Documents/Draft " + ids.hex(6) + ".docx");
        world.audited.add(opened);
        Audited later = contents.file(used.files, time + (20L + ids.below(20)) * MINUTE, operation + "Extended");
        world.audited
                .add(with(with(later, "ObjectId", (String) Objects.requireNonNull(opened.details().get("ObjectId"))),
                        "UserAgent", SERVICE).withoutIds().withoutApp());
    }

    /** A record without ids; every second one of Exchange gives the application, every fourth the device. */
    private void silent(Used used, long time, int number) {
        Audited record = record(used, time, number).withoutIds();
        world.audited.add(ids.below(2) == 0 || !record.workload().equals("Exchange") ? record.withoutApp() : record);
    }

    private Audited record(Used used, long time, int number) {
        long at = time + ids.below(60) * SECOND;
        return switch (number % 3) {
        case 0 -> {
            Audited read = contents.mailRead(used.mail, at, 1 + ids.below(3), "Bind", false);
            Audited named = with(read, "ClientInfoString", ids.oneOf(used.client.mailClients));
            String device = used.client.device.id();
            boolean plain = device.isEmpty() || ids.below(4) > 0;
            Audited made = plain ? named : with(named, "DeviceId", device);
            yield made;
        }
        case 1 -> with(contents.file(used.files, at, ids.below(4) == 0 ? "FileModified" : "FileAccessed"), "UserAgent",
                ids.oneOf(used.client.agents));
        default -> with(contents.chat(used.chat, at, ids.below(2) == 0 ? "MessageSent" : "ChatRetrieved"), "UserAgent",
                ids.oneOf(used.client.agents));
        };
    }

    private static Audited with(Audited record, String name, String value) {
        Map<String, Object> details = new LinkedHashMap<>(record.details());
        details.put(name, value);
        return new Audited(record.id(), record.time(), record.workload(), record.recordType(), record.operation(),
                record.person(), record.place(), record.session(), record.uti(), record.signIn(), record.client(),
                details);
    }

    /** As many scenes as asked for, half of them the ordinary two devices. */
    static List<Scene> some(int people, long seed) {
        SampleIds choice = new SampleIds(seed);
        List<Scene> scenes = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            scenes.add(i % 2 == 0 ? Scene.LAPTOP_AND_PHONE : choice.oneOf(List.of(Scene.values())));
        }
        return scenes;
    }
}
