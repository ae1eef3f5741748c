package org.tokenlane.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tokenlane.detect.Scene;
import org.tokenlane.report.ExportText;

/** A case with a marked session, refused calls and an event that is only inferred to belong to it. */
public final class MarkedCase {

    public static final String SESSION = Scene.SESSION;
    private static final String ATTACKER = "203.0.113.200";
    private static final String OFFICE = "192.0.2.10";
    public static final int READ = 3;
    public static final int SENT = 2;
    public static final int ANSWERED = 4;
    public static final int REFUSED = 2;
    public static final int INFERRED = 1;

    private MarkedCase() {
    }

    /** Writes the case into a folder. */
    public static Path write(Path folder) {
        try (Scene scene = new Scene(folder)) {
            scene.everyday(Scene.ADELE, OFFICE, "DK", 64496, "8d000000-0000-4000-8000-000000000001");
            String uti = scene.signIn(Scene.ADELE, "2026-09-15T08:00:00", Scene.SESSION).from(ATTACKER, "US", 64511)
                    .uti();
            for (int i = 0; i < READ; i++) {
                act(scene, "08:1" + i + ":00", "MailItemsAccessed", uti)
                        .with("OperationProperties", Scene.pairs("MailAccessType", "Bind"))
                        .with("Folders", List.of(Map.of("Path", "\\Inbox", "FolderItems",
                                List.of(Map.of("InternetMessageId", "<read-" + i + "@contoso.example>")))));
            }
            for (int i = 0; i < SENT; i++) {
                act(scene, "08:2" + i + ":00", "Send", uti).with("Item",
                        Map.of("InternetMessageId", "<sent-" + i + "@contoso.example>", "Subject", "Invoice"));
            }
            for (int i = 0; i < ANSWERED + REFUSED; i++) {
                Scene.Told call = scene.graph(Scene.ADELE, "2026-09-15T08:3" + i + ":00", "GET", "/me/messages",
                        Scene.SESSION, uti, ATTACKER);
                if (i >= ANSWERED) {
                    call.with("ResponseStatusCode", 403).with("responseStatusCode", 403);
                }
            }
            // no session in the record: only the user, the address and the time link it
            scene.change(Scene.ADELE, "2026-09-15T08:40:00", "User registered security info", ATTACKER);
            scene.facts();
        }
        Path file = folder.resolve("test.tlcase");
        CommandRun.of("mark", "--case", file, "--session", SESSION, "--verdict", "malicious").isDone();
        return file;
    }

    private static Scene.Told act(Scene scene, String time, String operation, String uti) {
        return Scene.from(scene.audit(Scene.ADELE, "2026-09-15T" + time, "Exchange", operation, Scene.SESSION, uti),
                ATTACKER);
    }

    /** What the session accessed, in the words of every output. */
    public static String accessed() {
        return ExportText.SUM_ATTACKER.text(String.join(", ", ExportText.SUM_MAIL_READ.text(READ),
                ExportText.SUM_SENT.text(SENT), ExportText.SUM_GRAPH.text(ANSWERED, REFUSED)));
    }
}
