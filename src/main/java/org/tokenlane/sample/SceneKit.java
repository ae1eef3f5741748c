package org.tokenlane.sample;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tokenlane.sample.World.App;
import org.tokenlane.sample.World.Changed;
import org.tokenlane.sample.World.Device;
import org.tokenlane.sample.World.DirectoryChange;
import org.tokenlane.sample.World.GraphCall;
import org.tokenlane.sample.World.Person;
import org.tokenlane.sample.World.Place;
import org.tokenlane.sample.World.SignIn;

/** What scenes are made of: people with a past, sign-ins, tokens and what is done with them. */
final class SceneKit {

    static final long SECOND = WorldBuilder.SECOND;
    static final long MINUTE = WorldBuilder.MINUTE;
    static final long HOUR = WorldBuilder.HOUR;
    static final long DAY = WorldBuilder.DAY;
    static final Place OFFICE = new Place("192.0.2.60", 64496, "DK", "København");
    static final String EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0";
    static final String CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            + "Chrome/138.0.0.0 Safari/537.36";
    static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 "
            + "(KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1";

    /** Somebody with a registered laptop, a phone and a home. */
    record Somebody(Person person, Device laptop, Device phone, Place home) {
    }

    /** A session and its tokens. */
    record Opened(String session, SignIn root, SignIn mail, SignIn files, SignIn graph) {
    }

    final SampleIds ids;
    final World world;
    final MailAndFiles contents;

    SceneKit(long seed, World world) {
        this.ids = new SampleIds(seed);
        this.world = world;
        this.contents = new MailAndFiles(ids);
    }

    /** So many hours after midnight of a day in September, which is 1 for the first. */
    static long on(int day, double hour) {
        return WorldBuilder.START + (day - 1L) * DAY + (long) (hour * 60) * MINUTE;
    }

    /** Makes a person who worked in the office and at home in the two weeks before. */
    Somebody somebody(String name, int number) {
        Person person = new Person(name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + World.DOMAIN, name,
                ids.guid());
        Somebody made = new Somebody(person,
                new Device(ids.guid(), "LAPTOP-" + ids.hex(6).toUpperCase(Locale.ROOT), EDGE, "Windows 11"),
                new Device("", "", IPHONE, "iOS 18"), new Place("198.51.100." + (120 + number), 64497, "DK", "Århus"));
        for (int day = 2; day <= 11; day += 3) {
            Place place = day % 2 == 0 ? OFFICE : made.home;
            Opened opened = open(made, made.laptop, place, on(day, 6 + ids.below(120) / 60.0));
            everydayUse(opened, 5);
        }
        Opened opened = open(made, made.phone, made.home, on(9, 17 + ids.below(120) / 60.0));
        everydayUse(opened, 3);
        return made;
    }

    void everydayUse(Opened opened, int reads) {
        for (int i = 0; i < reads; i++) {
            world.audited.add(contents.mailRead(opened.mail, opened.mail.time() + (i + 1) * 3 * MINUTE,
                    1 + ids.below(3), "Bind", false));
        }
        world.audited.add(contents.file(opened.files, opened.files.time() + 9 * MINUTE, "FileAccessed"));
        world.graphCalls.add(new GraphCall(ids.guid(), opened.graph.time() + 5 * MINUTE, opened.graph, "GET",
                "https://graph.microsoft.com/v1.0/me/presence", 200, opened.graph.place()));
    }

    /** Signs in and gets tokens for mail, files and Graph; the tokens of a registered device are bound to it. */
    Opened open(Somebody who, Device device, Place place, long time) {
        return open(who, device, place, place, time);
    }

    /** Signs in at one place and gets the tokens at another. */
    Opened open(Somebody who, Device device, Place place, Place later, long time) {
        String session = ids.sessionId();
        String binding = device.id().isEmpty() ? "unbound" : "bound";
        SignIn root = signIn(who.person, World.OFFICE_HOME, World.OFFICE_HOME, place, device, session, "none", "none",
                binding, time, 0);
        world.audited.add(contents.logon(root));
        return tokens(who, device, later, root, binding, time + 2 * MINUTE);
    }

    Opened tokens(Somebody who, Device device, Place place, SignIn root, String binding, long time) {
        String incoming = binding.equals("bound") ? "primaryRefreshToken" : "refreshToken";
        return new Opened(root.session(), root,
                signIn(who.person, World.OUTLOOK_WEB, World.EXCHANGE, place, device, root.session(), incoming, "none",
                        binding, time, 0),
                signIn(who.person, World.OFFICE_DESKTOP, World.SHAREPOINT, place, device, root.session(), incoming,
                        "none", binding, time + MINUTE, 0),
                signIn(who.person, World.TEAMS, World.GRAPH, place, device, root.session(), incoming, "none", binding,
                        time + 2 * MINUTE, 0));
    }

    SignIn signIn(Person person, App app, App resource, Place place, Device device, String session, String incoming,
            String method, String binding, long time, int code) {
        SignIn signIn = new SignIn(ids.requestId(), time + ids.below(1000) * 1_000_000L,
                incoming.equals("none") ? "SignInLogs" : "NonInteractiveUserSignInLogs", person, app, resource, place,
                device, session, new World.Grant(incoming, method, "oAuth2", binding),
                new World.Outcome(code, code == 50074 ? "Strong Authentication is required." : ""), ids.guid());
        world.signIns.add(signIn);
        return signIn;
    }

    /** A directory audit of one change. */
    void change(long time, String activity, String category, String service, Person actor, Place place, String agent,
            Person target, Changed... changed) {
        world.directoryChanges.add(new DirectoryChange("Directory_" + ids.guid() + "_" + ids.hex(5), time, activity,
                category, service, actor, place, agent, target.upn().isEmpty() ? target.name() : target.upn(),
                target.objectId(), ids.guid(), List.of(changed)));
    }

    void rule(SignIn token, long time, Map<String, String> parameters) {
        world.audited.add(contents.cmdlet(token, time, "New-InboxRule",
                World.DOMAIN + "\\" + token.person().upn() + "\\" + parameters.get("Name"),
                new TreeMap<>(parameters)));
    }

    void planted(String scene, Somebody who, String session, boolean hostile, String what) {
        world.planted.add(new SampleAnswers.Planted(scene, who.person.upn(), session, hostile, what));
    }
}
