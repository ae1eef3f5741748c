package org.tokenlane.sample;

import java.util.List;
import java.util.Map;

/**
 * The right answers about the sample tenant, computed from what happened in it, not from the exports.
 *
 * @param files
 *            the export files
 * @param events
 *            how many distinct events they hold together
 * @param sessions
 *            the sessions by id
 * @param aitmSession
 *            the session that was phished and replayed
 * @param exchangeToken
 *            the token with which mail was read
 * @param exchangeOperations
 *            what was done with it, by name
 * @param deviceCodeSession
 *            the session with two people in it
 * @param victimTokens
 *            the first person's tokens in it
 * @param attackerTokens
 *            the second person's tokens in it
 * @param idInDamagedRecord
 *            a UTI that stands in the damaged record
 * @param exposures
 *            what each session got at, by session id
 */
public record SampleAnswers(List<File> files, int events, Map<String, Session> sessions, String aitmSession,
        String exchangeToken,
        Map<String, Integer> exchangeOperations,
        String deviceCodeSession, List<String> victimTokens, List<String> attackerTokens, String idInDamagedRecord,
        Map<String, Exposure> exposures) {

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
     *            the events that are only inferred to belong to it
     */
    public record Session(String upn, int signIns, int tokens, int operations, int inferred) {
    }

    /**
     * What a session got at.
     *
     * @param mailRead
     *            how often each mail was read, by internet message id
     * @param synchronised
     *            the times that each folder was synchronised as a whole
     * @param sent
     *            the subjects of the mails sent, by internet message id
     * @param deleted
     *            the operations by which mails went, by internet message id
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

    /** The records in all files. */
    public int records() {
        return files.stream().mapToInt(File::records).sum();
    }

    /** The damaged records in all files. */
    public int damaged() {
        return files.stream().mapToInt(File::damaged).sum();
    }
}
