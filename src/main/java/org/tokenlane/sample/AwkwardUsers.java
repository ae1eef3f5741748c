package org.tokenlane.sample;

import static org.tokenlane.sample.SceneKit.HOUR;
import static org.tokenlane.sample.SceneKit.MINUTE;
import static org.tokenlane.sample.SceneKit.OFFICE;
import static org.tokenlane.sample.SceneKit.SECOND;
import static org.tokenlane.sample.SceneKit.on;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tokenlane.sample.SceneKit.Opened;
import org.tokenlane.sample.SceneKit.Somebody;
import org.tokenlane.sample.World.App;
import org.tokenlane.sample.World.Changed;
import org.tokenlane.sample.World.Device;
import org.tokenlane.sample.World.GraphCall;
import org.tokenlane.sample.World.Person;
import org.tokenlane.sample.World.Place;
import org.tokenlane.sample.World.SignIn;

/** Ten ordinary people whose logs look like an attack's to a hasty rule; nothing of high severity is right on them. */
final class AwkwardUsers {

    /** The systems of a web gateway and of iCloud Private Relay have their real numbers, by which they are known. */
    private static final int ZSCALER = 62044;
    private static final int AKAMAI = 36183;
    private static final int CLOUDFLARE = 13335;

    private final SceneKit kit;

    AwkwardUsers(long seed, World world) {
        kit = new SceneKit(seed, world);
    }

    void build() {
        traveller(kit.somebody("Anton Friis", 10));
        webGateway(kit.somebody("Berta Lind", 11));
        privateRelay(kit.somebody("Casper Juhl", 12));
        newPhone(kit.somebody("Dorte Bang", 13));
        methodsAgain(kit.somebody("Erik Skov", 14));
        cleanUp(kit.somebody("Freja Lund", 15));
        forwarding(kit.somebody("Gorm Dahl", 16));
        developer(kit.somebody("Iver Thomsen", 18));
        Somebody colleague = kit.somebody("Jytte Kruse", 19);
        sharedMailbox(colleague);
        administrator(kit.somebody("Helle Brandt", 17), colleague.person());
    }

    private void ordinary(String scene, Somebody who, Opened opened, String what) {
        kit.planted(scene, who, opened.session(), false, what);
    }

    private void traveller(Somebody who) {
        kit.everydayUse(kit.open(who, who.laptop(), who.home(), on(16, 6)), 4);
        Place hotel = new Place("203.0.113.40", 64520, "JP", "東京");
        Opened opened = kit.open(who, who.laptop(), hotel, on(18, 1));
        kit.everydayUse(opened, 7);
        ordinary("traveller", who, opened, "works in a hotel in Japan two days after home, on the registered laptop");
    }

    private void webGateway(Somebody who) {
        Place gateway = new Place("203.0.113.50", ZSCALER, "DE", "Frankfurt");
        Opened opened = kit.open(who, who.laptop(), OFFICE, gateway, on(17, 7));
        kit.everydayUse(opened, 6);
        ordinary("web-gateway", who, opened,
                "signs in past the web gateway in the office, and gets tokens through it, in another country");
    }

    private void privateRelay(Somebody who) {
        Place first = new Place("2001:db8:17::a1", AKAMAI, "DK", "Århus");
        Place later = new Place("2001:db8:17:9::b7", CLOUDFLARE, "SE", "Malmö");
        Opened opened = kit.open(who, who.phone(), first, later, on(19, 16));
        kit.everydayUse(opened, 4);
        ordinary("private-relay", who, opened, "uses iCloud Private Relay on the phone: addresses change in a session");
    }

    private void newPhone(Somebody who) {
        Device phone = new Device("", "", SceneKit.IPHONE.replace("18_6", "19_0").replace("18.6", "19.0"), "iOS 19");
        Opened opened = kit.open(who, phone, who.home(), on(20, 17));
        kit.everydayUse(opened, 3);
        kit.change(on(20, 17.2), "User registered security info", "UserManagement", "Authentication Methods",
                who.person(), who.home(), phone.userAgent(), who.person());
        ordinary("new-phone", who, opened, "sets up a new phone at home and registers the authenticator on it");
    }

    private void methodsAgain(Somebody who) {
        Opened opened = kit.open(who, who.laptop(), OFFICE, on(21, 7));
        kit.everydayUse(opened, 5);
        kit.change(on(21, 7.3), "User deleted security info", "UserManagement", "Authentication Methods", who.person(),
                OFFICE, SceneKit.EDGE, who.person());
        kit.change(on(21, 7.4), "User registered security info", "UserManagement", "Authentication Methods",
                who.person(), OFFICE, SceneKit.EDGE, who.person());
        ordinary("mfa-again", who, opened,
                "deletes and registers security info again, in the office on the own laptop");
    }

    private void cleanUp(Somebody who) {
        Opened opened = kit.open(who, who.laptop(), who.home(), on(20, 18));
        kit.everydayUse(opened, 3);
        for (int i = 0; i < 70; i++) {
            kit.world.audited
                    .add(kit.contents.mailItem(opened.mail(), opened.mail().time() + 5 * MINUTE + i * 9 * SECOND,
                            i % 3 == 0 ? "HardDelete" : "SoftDelete", "Newsletter " + (100 + i)));
        }
        ordinary("clean-up", who, opened, "deletes seventy old newsletters at home");
    }

    private void forwarding(Somebody who) {
        Opened opened = kit.open(who, who.laptop(), OFFICE, on(23, 8));
        kit.everydayUse(opened, 4);
        kit.world.audited.add(kit.contents.cmdlet(opened.mail(), on(23, 8.4), "Set-Mailbox", who.person().upn(),
                new TreeMap<>(Map.of("Identity", who.person().upn(), "ForwardingSmtpAddress",
                        "smtp:helle.brandt@" + World.DOMAIN, "DeliverToMailboxAndForward", "True"))));
        kit.rule(opened.mail(), on(23, 8.5), Map.of("Name", "To my deputy", "ForwardTo",
                "freja.lund@" + World.DOMAIN, "SubjectContainsWords", "invoice"));
        ordinary("forwarding-inside", who, opened, "forwards mail to colleagues before a holiday");
    }

    private void administrator(Somebody who, Person colleague) {
        Opened opened = kit.open(who, who.laptop(), OFFICE, on(16, 8));
        kit.everydayUse(opened, 4);
        kit.change(on(16, 8.5), "Add member to role", "RoleManagement", "Core Directory", who.person(), OFFICE,
                SceneKit.EDGE, colleague, new Changed("Role.DisplayName", "\"\"", "\"Helpdesk Administrator\""));
        kit.change(on(16, 9), "Reset user password", "UserManagement", "Core Directory", who.person(), OFFICE,
                SceneKit.EDGE, colleague);
        kit.change(on(16, 9.5), "Update conditional access policy", "Policy", "Conditional Access", who.person(),
                OFFICE, SceneKit.EDGE, new Person("", "Require MFA", kit.ids.guid()));
        ordinary("administrator", who, opened, "assigns a role, resets a password and changes a policy at work");
    }

    private void developer(Somebody who) {
        App tools = new App("Microsoft Graph Command Line Tools", "14d82eec-204b-4c2f-b7e8-296a70dab67e");
        Device script = new Device(who.laptop().id(), who.laptop().name(), "python-requests/2.32.3", "Windows 11");
        for (int day = 3; day <= 24; day += 7) {
            Opened opened = kit.open(who, who.laptop(), OFFICE, on(day, 9));
            SignIn token = kit.signIn(who.person(), tools, World.GRAPH, OFFICE, script, opened.session(),
                    "primaryRefreshToken", "none", "bound", on(day, 9.5), 0);
            for (int i = 0; i < 20; i++) {
                kit.world.graphCalls.add(new GraphCall(kit.ids.guid(), token.time() + (i + 1) * 4 * SECOND, token,
                        "GET", "https://graph.microsoft.com/v1.0" + List.of("/users?$top=5", "/me/drive/root/children",
                                "/groups?$top=5", "/me/calendar/events").get(i % 4),
                        i % 9 == 8 ? 403 : 200, OFFICE));
            }
            ordinary("developer", who, opened, "runs scripts on Microsoft Graph, every week, in the office");
        }
    }

    private void sharedMailbox(Somebody who) {
        Person orders = new Person("orders@" + World.DOMAIN, "Orders", kit.ids.guid());
        Opened opened = kit.open(who, who.laptop(), OFFICE, on(22, 7));
        for (int i = 0; i < 30; i++) {
            kit.world.audited.add(kit.contents.delegated(opened.mail(), opened.mail().time() + (i + 1) * 5 * MINUTE / 3,
                    "MailItemsAccessed", orders));
        }
        for (int i = 0; i < 8; i++) {
            kit.world.audited.add(kit.contents.delegated(opened.mail(), opened.mail().time() + HOUR + i * 4 * MINUTE,
                    "SendAs", orders));
        }
        ordinary("shared-mailbox", who, opened, "answers orders in a shared mailbox and sends as it");
    }
}
