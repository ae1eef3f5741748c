package org.tokenlane.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.tokenlane.model.text.TextKey;

/**
 * A technique of MITRE ATT&amp;CK for Enterprise (https://attack.mitre.org), from the table {@code attack.csv}.
 *
 * @param id
 *            {@code T1114.003}
 * @param name
 *            as ATT&amp;CK names it, a sub-technique behind its technique
 * @param tactics
 *            the first is the one that rules of Tokenlane look at it for
 */
public record Technique(String id, String name, List<Tactic> tactics) {

    /** The tactics in the order in which ATT&amp;CK lists them; as a text key it is the name. */
    public enum Tactic implements TextKey {
        INITIAL_ACCESS,
        EXECUTION,
        PERSISTENCE,
        PRIVILEGE_ESCALATION,
        DEFENSE_EVASION,
        CREDENTIAL_ACCESS,
        DISCOVERY,
        LATERAL_MOVEMENT,
        COLLECTION,
        COMMAND_AND_CONTROL,
        EXFILTRATION,
        IMPACT;

        /** The name in ATT&amp;CK's own files: {@code initial-access}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Map<String, Technique> ALL = read();

    public Technique {
        tactics = List.copyOf(tactics);
    }

    /** The technique of this id; one that the table does not have is named by its id and has no tactic. */
    public static Technique of(String id) {
        return ALL.getOrDefault(id, new Technique(id, id, List.of()));
    }

    /** Whether the table has it. */
    public static boolean isKnown(String id) {
        return ALL.containsKey(id);
    }

    /** Its page at MITRE. */
    public String url() {
        return "https://attack.mitre.org/techniques/" + id.replace('.', '/');
    }

    private static Map<String, Technique> read() {
        Map<String, Technique> all = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Technique.class.getResourceAsStream("attack.csv")), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
                String[] cells = line.split(";");
                all.put(cells[0], new Technique(cells[0], cells[1], Arrays.stream(cells[2].split(","))
                        .map(tactic -> Tactic.valueOf(tactic.toUpperCase(Locale.ROOT).replace('-', '_'))).toList()));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
