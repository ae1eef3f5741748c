package org.tokenlane.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;

/**
 * A month of ordinary people, the awkward ones among them: nobody has a finding of high severity. Travellers, people
 * behind gateways and relays, new telephones, tidy mailboxes, administrators at work, offices that move.
 */
@Counted("")
class OrdinarySessionsTest extends RuleTest {

    private static final int PLAIN = 25;
    private static final String EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like "
            + "Gecko) Chrome/%d.0.0.0 Safari/537.36 Edg/%d.0.0.0";

    private int sessions;

    private static String upn(String name) {
        return name + "@contoso.example";
    }

    private static String time(int day, int minute) {
        return String.format(Locale.ROOT, "2026-09-%02dT%02d:%02d:00", day, minute / 60, minute % 60);
    }

    private String session() {
        return String.format(Locale.ROOT, "00b00000-45a8-11c0-96d6-%012d", ++sessions);
    }

    private static String edge(int day) {
        int version = 138 + day / 15;
        return String.format(Locale.ROOT, EDGE, version, version);
    }

    private record Place(String ip, String country, int asn) {
    }

    private static Place office(int user) {
        return new Place("192.0.2." + (10 + user % 200), "DK", 64496);
    }

    private static Place home(int user, int day) {
        // the provider gives another address now and then
        return new Place("198.51." + (100 + day / 9) + "." + (1 + user % 200), "DK", 64497 + user % 3);
    }

    /** A session on a day: the sign-in, two tokens, some mail and files. */
    private String works(String name, int day, int minute, String agent, String device, Place... places) {
        String session = session();
        for (int i = 0; i < Math.max(3, places.length); i++) {
            Place place = places[Math.min(i, places.length - 1)];
            Scene.Told told = scene.signIn(upn(name), time(day, minute + i * 9), session)
                    .from(place.ip(), place.country(), place.asn()).with("userAgent", agent);
            if (i > 0) {
                told.app(i % 2 == 0 ? Scene.OFFICE : Scene.OUTLOOK_WEB).renewed("refreshToken").bound(false);
            }
            if (device != null) {
                told.device(device);
            }
            Scene.from(scene.audit(upn(name), time(day, minute + i * 9 + 2), "Exchange", "MailItemsAccessed", session,
                    told.uti()), place.ip());
        }
        return session;
    }

    private void worksAtDesk(String name, int user, int fromDay, int toDay) {
        for (int day = fromDay; day <= toDay; day++) {
            if (day % 7 < 5) {
                works(name, day, 360 + user % 90, edge(day), "laptop-" + name,
                        day % 3 == 0 ? home(user, day) : office(user));
            }
        }
    }

    private Scene.Told cmdlet(String name, int day, int minute, String session, Place place, String operation,
            String... parameters) {
        return Scene.from(scene.audit(upn(name), time(day, minute), "Exchange", operation, session, null), place.ip())
                .with("Parameters", Scene.pairs(parameters));
    }

    private void travellers() {
        worksAtDesk("flyer", 1, 1, 14);
        // signs in at home in the morning and opens the laptop across the ocean at night, with the same session
        String session = session();
        scene.signIn(upn("flyer"), time(15, 360), session).from("198.51.101.2", "DK", 64498).device("laptop-flyer")
                .with("userAgent", edge(15));
        for (int minute : List.of(1_200, 1_260)) {
            scene.signIn(upn("flyer"), time(15, minute), session).from("203.0.113.50", "US", 64540)
                    .device("laptop-flyer").with("userAgent", edge(15)).app(Scene.OFFICE).renewed("refreshToken")
                    .bound(false);
        }
        for (int day = 16; day < 20; day++) {
            works("flyer", day, 800, edge(day), "laptop-flyer", new Place("203.0.113.50", "US", 64540));
        }
        // a commuter over the border, without a registered computer
        for (int day = 1; day < 22; day++) {
            works("commuter", day, 380, edge(day), null, new Place("198.51.100.77", "SE", 64541));
            works("commuter", day, 500, edge(day), null, office(2));
        }
        // a hotel in the own country, on the own laptop
        worksAtDesk("hotel", 3, 1, 14);
        works("hotel", 15, 400, edge(15), "laptop-hotel", new Place("203.0.114.9", "DK", 64542));
        // the phone roams through the carrier of another country
        worksAtDesk("roamer", 4, 1, 14);
        works("roamer", 15, 400, SAFARI, null, new Place("2001:db8:40:1::10", "DK", CARRIER),
                new Place("2001:db8:40:2::10", "ES", CARRIER));
    }

    private void gatewaysAndRelays() {
        for (int user = 0; user < 10; user++) {
            worksAtDesk("vpn" + user, 20 + user, 1, 14);
            works("vpn" + user, 15, 420, edge(15), "laptop-vpn" + user, home(20 + user, 15),
                    new Place("192.0.3." + (20 + user), "SE", 64500), home(20 + user, 15));
        }
        for (int user = 0; user < 3; user++) {
            worksAtDesk("gate" + user, 40 + user, 1, 14);
            works("gate" + user, 15, 420, edge(15), "laptop-gate" + user, office(40 + user),
                    new Place("203.0.115." + user, "US", GATEWAY), office(40 + user),
                    new Place("203.0.116." + user, "GB", GATEWAY));
            for (int day = 10; day < 20; day++) {
                works("relay" + user, day, 420, SAFARI, null, home(50 + user, day),
                        new Place("203.0.117." + day, day % 2 == 0 ? "SE" : "DK", RELAY), home(50 + user, day),
                        new Place("203.0.118." + day, "US", RELAY));
            }
        }
    }

    private void newTelephonesAndMethods() {
        for (int user = 0; user < 4; user++) {
            String name = "phone" + user;
            worksAtDesk(name, 60 + user, 1, 20);
            Place place = user == 0 ? home(60, 21)
                    : user == 1 ? office(61)
                            : user == 2 ? new Place("2001:db8:40:9::10", "DK", CARRIER)
                                    : new Place("203.0.119.5", "DK", 64543);
            works(name, 21, 600, SAFARI, null, place);
            scene.change(upn(name), time(21, 610), "User registered security info", place.ip());
            scene.change(upn(name), time(21, 611), "User changed default security info", place.ip());
            scene.change(upn(name), time(21, 612), "User deleted security info", place.ip());
        }
        // a new laptop that is joined at the office
        worksAtDesk("joiner", 65, 1, 20);
        works("joiner", 21, 400, edge(21), "laptop-new", office(65));
        scene.change(upn("joiner"), time(21, 395), "Register device", office(65).ip());
        scene.change(upn("joiner"), time(21, 396), "Add device", office(65).ip());
    }

    private void tidyMailboxes() {
        worksAtDesk("tidy", 70, 1, 21);
        Place desk = office(70);
        String session = works("tidy", 22, 400, edge(22), "laptop-tidy", desk);
        cmdlet("tidy", 22, 410, session, desk, "New-InboxRule", "Name", "Shop", "From", "news@shop.example",
                "DeleteMessage", "True");
        cmdlet("tidy", 22, 411, session, desk, "New-InboxRule", "Name", "Invoices", "SubjectContainsWords", "invoice",
                "MoveToFolder", "Invoices");
        cmdlet("tidy", 22, 412, session, desk, "New-InboxRule", "Name", "News", "From", "news@paper.example",
                "MoveToFolder", "Archive", "MarkAsRead", "True");
        cmdlet("tidy", 22, 413, session, desk, "New-InboxRule", "Name", "Cover", "ForwardTo", upn("flyer"));
        for (int i = 0; i < 5; i++) {
            Scene.from(scene.audit(upn("tidy"), time(22, 415 + i), "Exchange", "Send", session, null), desk.ip());
        }
        for (int i = 0; i < 150; i++) {
            Scene.from(scene.audit(upn("tidy"), time(22, 430 + i % 30), "Exchange", "SoftDelete", session, null),
                    desk.ip()).with("AffectedItems",
                            List.of(Map.of("Subject", i == 0 ? "Your security info was updated" : "Offer " + i)));
        }
        cmdlet("tidy", 22, 470, session, desk, "Set-Mailbox", "Identity", "tidy", "ForwardingSmtpAddress",
                "smtp:" + upn("flyer"));
        // the same before there is any history of the user
        cmdlet("newcomer", 1, 410, session(), office(71), "New-InboxRule", "Name", "Shop", "From",
                "news@shop.example", "DeleteMessage", "True");
        cmdlet("newcomer", 1, 411, session(), office(71), "New-InboxRule", "Name", "Invoices", "SubjectContainsWords",
                "invoice", "MoveToFolder", "Invoices");
        cmdlet("newcomer", 1, 412, session(), office(71), "Set-Mailbox", "Identity", "newcomer",
                "ForwardingSmtpAddress", "smtp:" + upn("flyer"));
        for (int i = 0; i < 4; i++) {
            Scene.from(scene.audit(upn("newcomer"), time(1, 413 + i), "Exchange", "Send", null, null),
                    office(71).ip());
        }
    }

    private void administrators() {
        worksAtDesk("admin", 80, 1, 21);
        Place desk = office(80);
        String session = works("admin", 22, 400, edge(22), "laptop-admin", desk);
        for (String activity : List.of("Add member to role", "Consent to application", "Add device",
                "Add service principal credentials", "Update conditional access policy", "Reset user password",
                "Admin registered security info")) {
            scene.change(upn("admin"), time(22, 410), activity, desk.ip());
        }
        cmdlet("admin", 22, 415, session, desk, "Add-MailboxPermission", "Identity", "tidy", "User", "boss",
                "AccessRights", "FullAccess");
        cmdlet("admin", 22, 416, session, desk, "New-TransportRule", "Name", "Disclaimer", "ApplyHtmlDisclaimerText",
                "x");
        cmdlet("admin", 22, 417, session, desk, "Set-Mailbox", "Identity", "leaver", "ForwardingSmtpAddress",
                "smtp:" + upn("tidy"));
        scene.signIn(upn("admin"), time(22, 420), session).app(Scene.AZURE_CLI).device("laptop-admin")
                .from(desk.ip(), "DK", 64496).with("userAgent", "python-requests/2.32.3");
    }

    private List<Finding> high() {
        return new ArrayList<>(scene.detection().findings().stream()
                .filter(finding -> finding.severity() == Severity.HIGH).toList());
    }

    @Test
    void nobodyOfThemHasAFindingOfHighSeverity() {
        for (int user = 0; user < PLAIN; user++) {
            worksAtDesk("plain" + user, 100 + user, 1, 22);
        }
        travellers();
        gatewaysAndRelays();
        newTelephonesAndMethods();
        tidyMailboxes();
        administrators();
        assertThat(sessions).isGreaterThan(700);
        Numbers.tell("Findings of high severity on ordinary sessions", high().size() + " on " + sessions + " sessions");
        assertThat(high()).extracting(finding -> finding.rule() + " on " + finding.upn() + ": " + finding.why())
                .isEmpty();
        assertThat(scene.detection().usersAtRisk()).allSatisfy(upn -> assertThat(
                scene.detection().riskOfUser(upn).points()).as(upn).isLessThan(Severity.HIGH.points()));
    }
}
