package org.tokenlane.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tokenlane.sample.World.Audited;
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
        for (String session : new TreeSet<>(
                world.signIns.stream().filter(SignIn::isOfUser).map(SignIn::session).toList())) {
            sessions.put(session, session(world, session));
            exposures.put(session, ExposureAnswers.of(world, session));
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
            String session = Objects.requireNonNull(record.signIn()).session();
            silent.put(record.id(), world.unrecorded.contains(session) ? "" : session);
        });
        return silent;
    }

    private static SampleAnswers.Session session(World world, String session) {
        List<SignIn> signIns = world.signIns.stream().filter(signIn -> signIn.session().equals(session)).toList();
        long tokens = signIns.stream().filter(signIn -> signIn.outcome().code() == 0).count();
        long audited = world.audited.stream().filter(record -> session.equals(record.session())).count();
        long calls = world.graphCalls.stream().filter(call -> call.signIn().session().equals(session)).count();
        long inferred = session.equals(world.attack.aitmSession())
                ? world.directoryChanges.stream().filter(change -> change.actor().upn().equals(world.attack.aitmUpn()))
                        .count()
                : world.audited.stream().filter(Audited::isSilent)
                        .filter(record -> Objects.requireNonNull(record.signIn()).session().equals(session)).count();
        return new SampleAnswers.Session(signIns.getFirst().person().upn(), signIns.size(), (int) tokens,
                (int) (audited + calls), (int) inferred);
    }
}
