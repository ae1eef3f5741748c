package org.tokenlane.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tokenlane.sample.World.Audited;
import org.tokenlane.sample.World.GraphCall;
import org.tokenlane.sample.World.SignIn;

/**
 * The exports of a made-up tenant, contoso.example, with an intrusion in them: to try the program on and to test it
 * with. The same bytes on every machine.
 */
public final class SampleTenant {

    private SampleTenant() {
    }

    /**
     * Writes the exports into the folder, which is made where it does not exist, and gives the right answers about
     * them.
     */
    public static SampleAnswers write(Path folder) throws IOException {
        Files.createDirectories(folder);
        return write(folder, WorldBuilder.build());
    }

    static SampleAnswers write(Path folder, World world) throws IOException {
        ExportFiles files = new ExportFiles(folder);
        new SignInExports(world).write(files);
        new AuditLogExports(world).write(files);
        new GraphAndDirectoryExports(world).write(files);
        new MailExports(world).write(files);
        return answers(world, files.files());
    }

    private static SampleAnswers answers(World world, List<SampleAnswers.File> files) {
        int events = world.signIns.size() + world.audited.size() + world.graphCalls.size()
                + world.directoryChanges.size() + world.risks.size() + world.clicks.size()
                + MailExports.EVENTS_OF_MESSAGE * world.messages.size();
        Map<String, SampleAnswers.Session> sessions = new TreeMap<>();
        Map<String, SampleAnswers.Exposure> exposures = new TreeMap<>();
        Map<String, List<SignIn>> signIns = bySession(world.signIns, SignIn::session);
        Map<String, List<Audited>> recorded = bySession(world.audited, Audited::session);
        Map<String, List<Audited>> silent = bySession(world.audited.stream().filter(Audited::isSilent).toList(),
                SampleTenant::sessionBehind);
        Map<String, List<GraphCall>> calls = bySession(world.graphCalls, call -> call.signIn().session());
        for (String session : new TreeSet<>(
                world.signIns.stream().filter(SignIn::isOfUser).map(SignIn::session).toList())) {
            List<Audited> records = recorded.getOrDefault(session, List.of());
            List<GraphCall> ofSession = calls.getOrDefault(session, List.of());
            int inferred = session.equals(world.attack.aitmSession()) ? changesOfAttacked(world)
                    : silent.getOrDefault(session, List.of()).size();
            sessions.put(session, session(signIns.getOrDefault(session, List.of()), records.size() + ofSession.size(),
                    inferred));
            exposures.put(session, ExposureAnswers.of(records, ofSession));
        }
        Map<String, Integer> byName = new TreeMap<>();
        world.audited.stream().filter(audited -> world.attack.exchangeToken().equals(audited.uti()))
                .map(Audited::operation)
                .forEach(name -> byName.merge(name, 1, Integer::sum));
        return new SampleAnswers(List.copyOf(files), events, sessions,
                new SampleAnswers.Attacks(world.attack.aitmSession(), world.attack.exchangeToken(), byName,
                        world.attack.deviceCodeSession(), world.attack.victimTokens(),
                        world.attack.attackerTokens()),
                AuditLogExports.DAMAGED_UTI, exposures, silent(world), List.copyOf(world.planted));
    }

    private static Map<String, String> silent(World world) {
        Map<String, String> silent = new TreeMap<>();
        world.audited.stream().filter(Audited::isSilent).forEach(record -> {
            String session = sessionBehind(record);
            silent.put(record.id(), world.unrecorded.contains(session) ? "" : session);
        });
        return silent;
    }

    private static SampleAnswers.Session session(List<SignIn> signIns, int operations, int inferred) {
        long tokens = signIns.stream().filter(signIn -> signIn.outcome().code() == 0).count();
        return new SampleAnswers.Session(signIns.getFirst().person().upn(), signIns.size(), (int) tokens, operations,
                inferred);
    }

    private static int changesOfAttacked(World world) {
        return (int) world.directoryChanges.stream()
                .filter(change -> change.actor().upn().equals(world.attack.aitmUpn())).count();
    }

    /** The session of a record that does not name it itself. */
    private static String sessionBehind(Audited silent) {
        return Objects.requireNonNull(silent.signIn()).session();
    }

    /** Those with a session, in their order. */
    private static <T> Map<String, List<T>> bySession(List<T> records, Function<T, @Nullable String> session) {
        Map<String, List<T>> found = new HashMap<>();
        for (T record : records) {
            String of = session.apply(record);
            if (of != null) {
                found.computeIfAbsent(of, none -> new ArrayList<>()).add(record);
            }
        }
        return found;
    }
}
