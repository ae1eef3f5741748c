package org.tokenlane.sample;

import static org.tokenlane.sample.SceneKit.HOUR;
import static org.tokenlane.sample.SceneKit.MINUTE;
import static org.tokenlane.sample.SceneKit.OFFICE;
import static org.tokenlane.sample.SceneKit.SECOND;
import static org.tokenlane.sample.SceneKit.on;

import java.util.List;
import java.util.Map;
import org.tokenlane.sample.SceneKit.Opened;
import org.tokenlane.sample.SceneKit.Somebody;
import org.tokenlane.sample.World.Changed;
import org.tokenlane.sample.World.Device;
import org.tokenlane.sample.World.Message;
import org.tokenlane.sample.World.Person;
import org.tokenlane.sample.World.Place;
import org.tokenlane.sample.World.SignIn;

/**
 * Two quieter attacks: the tokens of a registered computer are used elsewhere, also after its sessions were revoked, and
 * somebody in the victim's own country uses a phished password through a private line. And what partners and assistants
 * leave in the logs.
 */
final class LaterAttacks {

    private static final Place ELSEWHERE = new Place("203.0.113.90", 64513, "BR", "São Paulo");
    /** Of the same provider as the homes of many users. */
    private static final Place PRIVATE_LINE = new Place("2001:db8:5a:10::9", 64497, "DK", "Odense");

    private final SceneKit kit;

    LaterAttacks(long seed, World world) {
        kit = new SceneKit(seed, world);
    }

    void build(List<Person> people) {
        lure(people.subList(0, 3));
        newsletters(people);
        stolenFromComputer(kit.somebody("Mads Krogh", 1));
        privateLine(kit.somebody("Sofie Winther", 2));
        partner();
        assistant(kit.somebody("Emil Storm", 3));
    }

    /** The message with the link to the phishing proxy: one recipient follows it, one is stopped, one does not. */
    private void lure(List<Person> recipients) {
        long sent = on(15, 7.75);
        for (int i = 0; i < recipients.size(); i++) {
            Message message = message(recipients.get(i), sent + i * SECOND, "billing@kit.example", "203.0.113.78",
                    "Faktura 2039 – action required", "https://login.kit.example/o?c=" + (i + 1));
            if (i < 2) {
                long clicked = on(15, 8.0) + 11 * MINUTE + i * 40 * MINUTE;
                kit.world.clicks.add(new World.Click(kit.ids.guid(), message, clicked, "192.0.2." + (10 + i), i == 0));
            }
            kit.world.planted.add(new SampleAnswers.Planted("phish-mail", recipients.get(i).upn(), "", true,
                    i == 0 ? "receives the phishing mail and follows its link, a minute before the hostile sign-in"
                            : i == 1 ? "receives the phishing mail; its link is blocked when followed"
                                    : "receives the phishing mail and does not follow its link"));
        }
    }

    private void newsletters(List<Person> people) {
        for (int i = 0; i < 60; i++) {
            Person reader = people.get(i % people.size());
            Message message = message(reader, on(3 + i % 20, 9) + i * MINUTE, "news@fabrikam.example", "203.0.113.20",
                    "News " + (200 + i), "https://www.fabrikam.example/news/" + i);
            if (i % 6 == 0) {
                kit.world.clicks.add(new World.Click(kit.ids.guid(), message, message.time() + 50 * MINUTE,
                        "192.0.2." + (10 + i % people.size()), true));
            }
        }
    }

    private Message message(Person to, long time, String sender, String from, String subject, String link) {
        Message message = new Message(kit.ids.guid(),
                "<" + kit.ids.hex(12) + "@" + sender.substring(sender.indexOf('@') + 1) + ">", time, sender, from, to,
                subject, link);
        kit.world.messages.add(message);
        return message;
    }

    /** Malware copies the tokens of a laptop; they name its device, but nothing binds them to it. */
    private void stolenFromComputer(Somebody victim) {
        long morning = on(18, 6.5);
        Opened own = kit.open(victim, victim.laptop(), victim.home(), morning);
        kit.everydayUse(own, 6);
        long theft = morning + 3 * HOUR;
        Opened stolen = kit.tokens(victim, victim.laptop(), ELSEWHERE, own.root(), "unbound", theft);
        for (int i = 0; i < 40; i++) {
            kit.world.audited.add(kit.contents.mailRead(stolen.mail(), theft + 3 * MINUTE + i * 50 * SECOND, 3, "Bind",
                    false));
        }
        for (int i = 0; i < 12; i++) {
            kit.world.audited
                    .add(kit.contents.file(stolen.files(), theft + 5 * MINUTE + i * 20 * SECOND, "FileDownloaded"));
        }
        kit.planted("registered-computer", victim, own.session(), true,
                "an attacker in Brazil uses tokens copied from the registered laptop, which name its device but are not"
                        + " bound to it: mail read, files downloaded");
        long revoked = theft + 50 * MINUTE;
        Person admin = kit.world.directoryChanges.stream().map(World.DirectoryChange::actor)
                .filter(actor -> actor.upn().startsWith("admin@")).findFirst().orElseThrow();
        kit.change(revoked, "Update StsRefreshTokenValidFrom Timestamp", "UserManagement", "Core Directory", admin,
                OFFICE, "", victim.person(), new Changed("StsRefreshTokensValidFrom", "[]",
                        "[\"" + ExportFiles.iso(revoked, 0) + "\"]"));
        kit.change(revoked + MINUTE, "Reset user password", "UserManagement", "Core Directory", admin, OFFICE, "",
                victim.person());
        kit.planted("revocation", victim, "", false, "an administrator revokes the sessions and resets the password");
        for (int i = 0; i < 9; i++) {
            kit.world.audited
                    .add(kit.contents.mailRead(stolen.mail(), revoked + 2 * MINUTE + i * 40 * SECOND, 2, "Bind",
                            false));
        }
        kit.planted("used-after-revocation", victim, own.session(), true,
                "the attacker goes on reading mail with the access token, which the revocation does not end");
    }

    /** A password phished by proxy is used from a private line in the victim's own country. */
    private void privateLine(Somebody victim) {
        long phished = on(22, 9.25);
        Device browser = new Device("", "", SceneKit.CHROME, "Windows 10");
        Opened attacker = kit.open(victim, browser, PRIVATE_LINE, phished);
        kit.planted("residential-proxy", victim, attacker.session(), true,
                "an attacker signs in with the phished password from a private line in the victim's own country");
        kit.change(phished + 11 * MINUTE, "User registered security info", "UserManagement", "Authentication Methods",
                victim.person(), PRIVATE_LINE, SceneKit.CHROME, victim.person());
        kit.planted("residential-proxy", victim, attacker.session(), true,
                "the attacker registers a method of his own");
        kit.rule(attacker.mail(), phished + 16 * MINUTE, Map.of("Name", ".", "SubjectOrBodyContainsWords",
                "invoice;payment;bank", "MoveToFolder", "RSS Feeds", "MarkAsRead", "True"));
        kit.planted("residential-proxy", victim, attacker.session(), true, "the attacker hides answers with a rule");
        for (int i = 0; i < 45; i++) {
            kit.world.audited.add(kit.contents.mailRead(attacker.mail(), phished + 4 * MINUTE + i * 30 * SECOND, 4,
                    "Bind", false));
        }
        kit.world.audited.add(kit.contents.copilot(attacker.graph(), phished + 25 * MINUTE, "Payroll 2026.xlsx"));
        kit.planted("copilot-read", victim, attacker.session(), true, "the attacker has Copilot read a file");
        Opened own = kit.open(victim, victim.laptop(), OFFICE, on(22, 6.75));
        kit.everydayUse(own, 5);
        kit.planted("residential-proxy", victim, own.session(), false,
                "the victim works in the office on the same day");
    }

    /** A partner's technician administers the tenant by delegation, from the partner's own tenant. */
    private void partner() {
        Person technician = new Person("support@partner.example", "Partner Support", kit.ids.guid());
        World.Partner partner = new World.Partner("0d2f6c1e-55a3-4b7e-8f11-2a9c4be07d63", "serviceProvider");
        Device computer = new Device("", "", SceneKit.EDGE, "Windows 11");
        Place place = new Place("192.0.2.240", 64503, "DK", "Aalborg");
        Somebody who = new Somebody(technician, computer, computer, place);
        for (int week = 0; week < 3; week++) {
            SignIn signIn = kit.signIn(technician,
                    new World.App("Azure Portal", "c44b4083-3bb0-49c1-b47d-974e53cbdf3c"),
                    World.GRAPH, place, computer, kit.ids.sessionId(), "none", "none", "unbound",
                    on(4 + 7 * week, 8.5), 0);
            kit.world.signIns.removeLast();
            kit.world.signIns.add(signIn.by(partner));
            kit.planted("gdap", who, signIn.session(), false, "a partner's technician signs in by delegation (GDAP)");
        }
    }

    private void assistant(Somebody user) {
        Opened opened = kit.open(user, user.laptop(), OFFICE, on(16, 7.5));
        kit.everydayUse(opened, 4);
        kit.world.audited.add(kit.contents.copilot(opened.graph(), opened.graph().time() + 8 * MINUTE,
                "Meeting notes.docx"));
        kit.planted("copilot-read", user, opened.session(), false, "a user has Copilot read a file of his own");
    }
}
