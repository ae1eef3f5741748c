package org.tokenlane.lake;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.identity.Network;
import org.tokenlane.model.identity.SessionId;
import org.tokenlane.model.identity.Uti;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "carve", mixinStandardHelpOptions = true)
final class CarveCommand extends LakeQueryCommand {

    @Option(names = "--session", paramLabel = "SID")
    private List<String> sessions = new ArrayList<>();

    @Option(names = "--token", paramLabel = "UTI")
    private List<String> tokens = new ArrayList<>();

    @Option(names = "--upn", paramLabel = "UPN")
    private List<String> upns = new ArrayList<>();

    @Option(names = "--ip", paramLabel = "CIDR")
    private List<String> networks = new ArrayList<>();

    @Option(names = "--after", paramLabel = "TIME")
    private @Nullable String after;

    @Option(names = "--before", paramLabel = "TIME")
    private @Nullable String before;

    @Option(names = "--around", paramLabel = "DURATION", defaultValue = "PT1H")
    private Duration around;

    @Option(names = "--out", paramLabel = "FOLDER", required = true)
    private String out;

    @Override
    public Integer call() throws IOException {
        if (sessions.isEmpty() && tokens.isEmpty() && upns.isEmpty() && networks.isEmpty()) {
            throw new LakeException(LakeText.CARVE_NEEDS_CHOICE.with());
        }
        Carving.Wish wish = new Carving.Wish(sessions.stream().map(CarveCommand::session).toList(),
                tokens.stream().map(CarveCommand::token).toList(),
                upns.stream().map(upn -> upn.toLowerCase(Locale.ROOT)).toList(),
                networks.stream().map(CarveCommand::network).toList(), time(after), time(before), around);
        Carving.Account account = new Carving(lake(), wish).into(out);
        parent().out().println(LakeText.CARVED.text(account.records(), account.files(), account.sessions().size(),
                account.tokens().size(), out));
        if (!account.cutSessions().isEmpty() || !account.cutTokens().isEmpty()) {
            parent().out()
                    .println(LakeText.CUT.text(account.cutSessions().size(), account.cutTokens().size()));
        }
        return LakeCommand.DONE;
    }

    private static String session(String text) {
        SessionId id = SessionId.of(text);
        if (id == null) {
            throw new LakeException(LakeText.NO_EVENT_OF_SESSION.with(text));
        }
        return id.value();
    }

    private static String token(String text) {
        Uti uti = Uti.of(text);
        if (uti == null) {
            throw new LakeException(LakeText.NO_EVENT_OF_TOKEN.with(text));
        }
        return uti.value();
    }

    /** A network, or a single address as the network of it. */
    private static String network(String text) {
        String cidr = text.contains("/") ? text : text + (text.contains(":") ? "/128" : "/32");
        if (Network.of(cidr) == null) {
            throw new LakeException(LakeText.NO_NETWORK.with(text));
        }
        return cidr;
    }

    private static @Nullable Instant time(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
        } catch (DateTimeParseException noTime) {
            throw new LakeException(LakeText.NO_TIME.with(text));
        }
    }
}
