package org.tokenlane.sample;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The right answers about the sample tenant, computed from what happened in it, not from the exports.
 *
 * @param files
 *            the export files
 * @param events
 *            how many distinct events they hold together
 * @param sessions
 *            the sessions by id
 * @param attacks
 *            the two sessions that were stolen
 * @param idInDamagedRecord
 *            a UTI that stands in the damaged record
 * @param exposures
 *            what each session accessed, by session id
 * @param silent
 *            the session of each audit record that gives neither session nor token, by the record's id; empty where the
 *            sign-ins of that session were not exported
 * @param planted
 *            what was planted beside the ordinary month, in the order of time
 */
public record SampleAnswers(List<File> files, int events, Map<String, Session> sessions, Attacks attacks,
        String idInDamagedRecord, Map<String, Exposure> exposures, Map<String, String> silent,
        List<Planted> planted) {

    /**
     * The two sessions that were stolen.
     *
     * @param aitmSession
     *            the one that was phished and replayed
     * @param exchangeToken
     *            the token of it with which mail was read
     * @param exchangeOperations
     *            what was done with that token, by name
     * @param deviceCodeSession
     *            the one with two people in it
     * @param victimTokens
     *            the first person's tokens in it
     * @param attackerTokens
     *            the second person's tokens in it
     */
    public record Attacks(String aitmSession, String exchangeToken, Map<String, Integer> exchangeOperations,
            String deviceCodeSession, List<String> victimTokens, List<String> attackerTokens) {
    }

    public String aitmSession() {
        return attacks.aitmSession();
    }

    public String exchangeToken() {
        return attacks.exchangeToken();
    }

    public Map<String, Integer> exchangeOperations() {
        return attacks.exchangeOperations();
    }

    public String deviceCodeSession() {
        return attacks.deviceCodeSession();
    }

    public List<String> victimTokens() {
        return attacks.victimTokens();
    }

    public List<String> attackerTokens() {
        return attacks.attackerTokens();
    }

    /**
     * Something planted: a step of an attack, or something that an ordinary user does and that only looks like one.
     *
     * @param scene
     *            a name for what belongs together
     * @param upn
     *            whose account it was
     * @param sessionId
     *            the session that it happened in; empty where it is of none
     * @param hostile
     *            whether somebody else than the account's owner did it
     * @param what
     *            what happened, and who did it
     */
    public record Planted(String scene, String upn, String sessionId, boolean hostile, String what) {
    }

    /** The sessions that somebody else than the owner of the account had or used. */
    public Set<String> hostileSessions() {
        Set<String> hostile = new TreeSet<>(Set.of(aitmSession(), deviceCodeSession()));
        planted.stream().filter(each -> each.hostile() && !each.sessionId().isEmpty())
                .forEach(each -> hostile.add(each.sessionId()));
        return hostile;
    }

    /** The accounts that somebody else than their owner used. */
    public Set<String> victims() {
        Set<String> victims = new TreeSet<>();
        victims.add(Objects.requireNonNull(sessions.get(aitmSession())).upn());
        victims.add(Objects.requireNonNull(sessions.get(deviceCodeSession())).upn());
        planted.stream().filter(each -> each.hostile() && !each.sessionId().isEmpty())
                .forEach(each -> victims.add(each.upn()));
        return victims;
    }

    /** An export file: its records, the damaged ones included. */
    public record File(String name, String shape, int records, int damaged) {
    }

    /**
     * What belongs to a session.
     *
     * @param signIns
     *            its sign-ins, failed and interrupted ones included
     * @param tokens
     *            the tokens issued in it
     * @param operations
     *            the operations made with its tokens
     * @param inferred
     *            the events that belong to it although none of their records says so
     */
    public record Session(String upn, int signIns, int tokens, int operations, int inferred) {
    }

    /**
     * What a session accessed.
     *
     * @param mailRead
     *            how often each message was read, by internet message id
     * @param synchronised
     *            the times that each folder was synchronised as a whole
     * @param sent
     *            the subjects of the messages sent, by internet message id
     * @param deleted
     *            the operations by which messages were deleted or moved, by internet message id
     * @param downloaded
     *            how often each file was downloaded, by address
     * @param viewed
     *            how often each file was viewed
     * @param rules
     *            the names of the operations that set rules and forwardings
     * @param graphAnswered
     *            how many Graph calls were answered, by path
     * @param graphRefused
     *            how many were refused
     * @param throttled
     *            whether the logging of reads was throttled
     */
    public record Exposure(Map<String, Integer> mailRead, Map<String, Integer> synchronised, Map<String, String> sent,
            Map<String, String> deleted,
            Map<String, Integer> downloaded, Map<String, Integer> viewed, List<String> rules,
            Map<String, Integer> graphAnswered, Map<String, Integer> graphRefused,
            boolean throttled) {
    }

    /** What was planted as JSON, with what a finding on it may say: nothing of high severity on what is not hostile. */
    public String plantedJson() {
        return ExportFiles.json(MailAndFiles.ordered("attackedSessions", hostileSessions(), "planted",
                planted.stream().map(each -> MailAndFiles.ordered("scene", each.scene(), "upn", each.upn(), "sessionId",
                        each.sessionId(), "hostile", each.hostile(), "highSeverityIsRight", each.hostile(), "what",
                        each.what())).toList(),
                "sessionOfSilentRecord", silent));
    }

    /** The records in all files. */
    public int records() {
        return files.stream().mapToInt(File::records).sum();
    }

    /** The damaged records in all files. */
    public int damaged() {
        return files.stream().mapToInt(File::damaged).sum();
    }
}
