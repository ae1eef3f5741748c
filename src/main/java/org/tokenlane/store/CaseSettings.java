package org.tokenlane.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.finding.SigmaFile;
import org.tokenlane.model.mark.CaseMarks;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Shared;
import org.tokenlane.model.mark.SharedMark;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.session.OriginKey;
import org.tokenlane.model.session.OriginSplit;

/**
 * What the analyst set in a case: who uses an origin, how origins are split, filters, and how rules are tuned. In each
 * method {@code who} is the analyst, for the audit trail. A case that can only be read refuses all changes.
 */
public final class CaseSettings {

    private final CaseAccess access;

    CaseSettings(CaseAccess access) {
        this.access = access;
    }

    /** Who uses the origins of a session, in the analyst's judgement: the name by the origin's key. */
    public Map<String, String> actors(String session) {
        return access.read(() -> ActorTable.of(access.connection(), session));
    }

    /** The same of all sessions that have names. */
    public Map<String, Map<String, String>> allActors() {
        return access.read(() -> ActorTable.all(access.connection()));
    }

    /**
     * Sets who uses an origin of a session.
     *
     * @param name
     *            null where that is open again
     */
    public void setActor(String session, String origin, @Nullable String name, String who) {
        setActor(session, List.of(origin), name, who);
    }

    /**
     * Sets who uses these origins of a session, as one change.
     *
     * @param name
     *            null where that is open again
     */
    public void setActor(String session, List<String> origins, @Nullable String name, String who) {
        setActor(session, origins, name, null, who);
    }

    /**
     * Sets who uses these origins of a session, and the verdict that this is, as one change.
     *
     * @param name
     *            null where that is open again
     * @param verdict
     *            null where the name says nothing about whose side it is; then the origins keep theirs
     */
    public void setActor(String session, List<String> origins, @Nullable String name, @Nullable Verdict verdict,
            String who) {
        access.writeSettings(StoreText.SETTING_FAILED, () -> {
            int first = 0;
            for (String origin : origins) {
                AuditNote note = actorNote(session, origin, name).with(AuditField.BEFORE,
                        orEmpty(ActorTable.of(access.connection(), session).get(origin)));
                ActorTable.set(access.connection(), session, origin, name);
                int entry = access.trail().add(who, first == 0 ? note : note.with(AuditField.PART_OF, first));
                first = first == 0 ? entry : first;
            }
            if (verdict != null) {
                // an origin that has the verdict already keeps it, with its reason
                CaseMarks now = new CaseMarks(MarkTable.inForce(access.connection()));
                List<MarkTarget> targets = origins.stream().map(origin -> MarkTarget.origin(session, origin))
                        .filter(target -> !isJudged(now, target, verdict)).toList();
                new Marks(access).make(batch -> batch.verdict(targets, verdict, ""), first, who);
            }
            return true;
        });
    }

    private static boolean isJudged(CaseMarks marks, MarkTarget target, Verdict verdict) {
        VerdictMark given = marks.verdict(target);
        return given != null && given.verdict() == verdict;
    }

    private static AuditNote actorNote(String session, String origin, @Nullable String name) {
        String detail = StoreText.ORIGIN_OF_SESSION.text(session, OriginKey.words(origin));
        AuditNote note = name == null ? AuditNote.of(AuditKind.ORIGIN_UNCONFIRMED, detail)
                : AuditNote.of(AuditKind.ORIGIN_CONFIRMED, AuditKind.ORIGIN_CONFIRMED.text(name), detail)
                        .with(AuditField.NAME, name);
        return note.with(AuditField.SESSION, session).with(AuditField.ORIGIN, origin);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** How the analyst split the origins of a session, in the order in which that was done. */
    public List<OriginSplit> originSplits(String session) {
        return access.read(() -> OriginSplitTable.of(access.connection(), session));
    }

    /** The same of all sessions with splits. */
    public Map<String, List<OriginSplit>> allOriginSplits() {
        return access.read(() -> OriginSplitTable.all(access.connection()));
    }

    /** Splits an origin of a session, or undoes such a split. */
    public void splitOrigin(String session, OriginSplit split, boolean apart, String who) {
        change(who, splitNote(session, split, apart), () -> {
            split(session, split, apart);
            return true;
        });
    }

    private static AuditNote splitNote(String session, OriginSplit split, boolean apart) {
        return AuditNote
                .of(apart ? AuditKind.ORIGIN_SPLIT : AuditKind.ORIGIN_JOINED,
                        StoreText.ORIGIN_OF_SESSION.text(session, OriginKey.words(split.key())))
                .with(AuditField.SESSION, session).with(AuditField.ORIGIN, split.origin())
                .with(AuditField.SPLIT_BY, split.by().name()).with(AuditField.VALUE, split.value());
    }

    private void split(String session, OriginSplit split, boolean apart) throws SQLException {
        if (apart) {
            OriginSplitTable.add(access.connection(), session, split);
        } else {
            OriginSplitTable.remove(access.connection(), session, split);
        }
    }

    /** The analyst's own filters by name, in the filter language. */
    public Map<String, String> savedFilters() {
        return access.read(() -> SavedFilterTable.all(access.connection()));
    }

    /**
     * Saves a filter in the case.
     *
     * @param text
     *            in the filter language; null removes the filter
     */
    public void saveFilter(String name, @Nullable String text, String who) {
        change(() -> filterNote(name, text).with(AuditField.BEFORE,
                orEmpty(SavedFilterTable.all(access.connection()).get(name))), who, () -> {
                    SavedFilterTable.put(access.connection(), name, text);
                    return true;
                });
    }

    private static AuditNote filterNote(String name, @Nullable String text) {
        AuditNote note = text == null ? AuditNote.of(AuditKind.FILTER_REMOVED, name)
                : AuditNote.of(AuditKind.FILTER_SAVED, StoreText.FILTER_KEPT.text(name, text)).with(AuditField.VALUE,
                        text);
        return note.with(AuditField.NAME, name);
    }

    /** How the analyst tuned the rules: by rule the settings by name. */
    public Map<String, Map<String, String>> ruleSettings() {
        return access.read(() -> RuleSettingTable.all(access.connection()));
    }

    /**
     * Tunes a rule in this case.
     *
     * @param text
     *            null goes back to the rule's own value
     */
    public void setRule(String rule, String name, @Nullable String text, String who) {
        change(() -> ruleNote(rule, name, text).with(AuditField.BEFORE, orEmpty(RuleSettingTable
                .all(access.connection()).getOrDefault(rule, Map.of()).get(name))), who, () -> {
                    RuleSettingTable.put(access.connection(), rule, name, text);
                    return true;
                });
    }

    private static AuditNote ruleNote(String rule, String name, @Nullable String text) {
        AuditNote note = AuditNote
                .of(AuditKind.RULE_TUNED,
                        text == null ? StoreText.RULE_AS_IN_FILE.text(rule, name)
                                : StoreText.RULE_SET.text(rule, name, text))
                .with(AuditField.RULE, rule).with(AuditField.SETTING, name);
        return text == null ? note : note.with(AuditField.VALUE, text);
    }

    /** The files of Sigma rules that were loaded into the case, by name. */
    public List<SigmaFile> sigmaFiles() {
        return access.read(() -> SigmaFileTable.all(access.connection()));
    }

    /** Loads a file of Sigma rules into the case, in place of one of the same name. */
    public void keepSigma(SigmaFile file, String who) {
        AuditNote note = AuditNote
                .of(AuditKind.SIGMA_LOADED, StoreText.FILE_WITH_HASH.text(file.name(), file.sha256()))
                .with(AuditField.FILE, file.name()).with(AuditField.SHA256, file.sha256());
        change(who, note, () -> {
            SigmaFileTable.put(access.connection(), file);
            return true;
        });
    }

    /**
     * Removes a file of Sigma rules.
     *
     * @return whether there was one of this name
     */
    public boolean removeSigma(String name, String who) {
        return change(who, AuditNote.of(AuditKind.SIGMA_REMOVED, name).with(AuditField.FILE, name),
                () -> SigmaFileTable.remove(access.connection(), name));
    }

    /** The steps of containment that the analyst marked as done, by their keys. */
    public Map<String, ContainmentTick> containmentTicks() {
        return ContainmentTick.of(access.trail().entries());
    }

    /**
     * Marks a step of containment as done, or as open again.
     *
     * @param key
     *            of the step and its object
     * @param words
     *            what it is, for people
     */
    public void tickContainment(String key, boolean done, String words, String who) {
        change(who, AuditNote.of(done ? AuditKind.CONTAINMENT_DONE : AuditKind.CONTAINMENT_OPEN, words)
                .with(AuditField.NAME, key), () -> containmentTicks().containsKey(key) != done);
    }

    /**
     * Undoes a change of a setting, or does it again, in the transaction that is open; the entry names the one whose
     * change that is.
     */
    void turn(AuditTrail.Entry change, boolean undo, String who) throws SQLException {
        String before = change.fields().getOrDefault(AuditField.BEFORE, "");
        String value = undo ? before.isEmpty() ? null : before
                : change.fields().get(change.kind() == AuditKind.ORIGIN_CONFIRMED ? AuditField.NAME : AuditField.VALUE);
        AuditNote note = switch (change.kind()) {
        case ORIGIN_CONFIRMED, ORIGIN_UNCONFIRMED -> turnActor(change, value);
        case ORIGIN_SPLIT, ORIGIN_JOINED -> turnSplit(change, change.kind() == AuditKind.ORIGIN_SPLIT != undo);
        case FILTER_SAVED, FILTER_REMOVED -> turnFilter(change, value);
        case RULE_TUNED -> turnRule(change, value);
        case CONTAINMENT_DONE, CONTAINMENT_OPEN ->
            AuditNote.of(change.kind() == AuditKind.CONTAINMENT_DONE != undo ? AuditKind.CONTAINMENT_DONE
                    : AuditKind.CONTAINMENT_OPEN, change.detail()).with(AuditField.NAME, of(change, AuditField.NAME));
        default -> throw new IllegalStateException("not a setting: " + change.kind()); // not for people
        };
        access.trail().add(who, note.with(AuditField.ENTRY, change.number()));
    }

    /**
     * Takes over what another copy of the case says, in the transaction that is open.
     *
     * @param mark
     *            in force, or taken back
     * @param merge
     *            the entry of the merge that this is a part of
     */
    void take(SharedMark mark, int merge, String who) throws SQLException {
        boolean there = mark.inForce();
        AuditNote note = switch (mark.what()) {
        case Shared.OriginName name -> takeActor(name, there);
        case Shared.Splitting part -> takeSplit(part, there);
        case Shared.SavedFilter filter -> takeFilter(filter, there);
        case Shared.ContainmentDone step ->
            AuditNote.of(there ? AuditKind.CONTAINMENT_DONE : AuditKind.CONTAINMENT_OPEN, step.title())
                    .with(AuditField.NAME, step.step());
        case Shared.OfMark of -> throw new IllegalStateException("not a setting"); // not for people
        };
        access.trail().add(who, note.with(AuditField.AUTHOR, mark.changed().author())
                .with(AuditField.MADE_AT, mark.changed().at().toString()).with(AuditField.PART_OF, merge));
    }

    private AuditNote takeActor(Shared.OriginName name, boolean there) throws SQLException {
        String before = orEmpty(ActorTable.of(access.connection(), name.session()).get(name.origin()));
        ActorTable.set(access.connection(), name.session(), name.origin(), there ? name.name() : null);
        return actorNote(name.session(), name.origin(), there ? name.name() : null).with(AuditField.BEFORE, before);
    }

    private AuditNote takeSplit(Shared.Splitting part, boolean there) throws SQLException {
        split(part.session(), part.split(), there);
        return splitNote(part.session(), part.split(), there);
    }

    private AuditNote takeFilter(Shared.SavedFilter filter, boolean there) throws SQLException {
        String before = orEmpty(SavedFilterTable.all(access.connection()).get(filter.name()));
        SavedFilterTable.put(access.connection(), filter.name(), there ? filter.filter() : null);
        return filterNote(filter.name(), there ? filter.filter() : null).with(AuditField.BEFORE, before);
    }

    private static String of(AuditTrail.Entry change, AuditField field) {
        return change.fields().getOrDefault(field, "");
    }

    private AuditNote turnActor(AuditTrail.Entry change, @Nullable String name) throws SQLException {
        String session = of(change, AuditField.SESSION);
        String origin = of(change, AuditField.ORIGIN);
        ActorTable.set(access.connection(), session, origin, name);
        return actorNote(session, origin, name);
    }

    private AuditNote turnSplit(AuditTrail.Entry change, boolean apart) throws SQLException {
        String session = of(change, AuditField.SESSION);
        OriginSplit split = new OriginSplit(of(change, AuditField.ORIGIN),
                OriginSplit.By.valueOf(of(change, AuditField.SPLIT_BY)), of(change, AuditField.VALUE));
        List<OriginSplit> parts = OriginSplitTable.of(access.connection(), session).stream()
                .filter(other -> other.origin().startsWith(split.key())).toList();
        split(session, split, apart);
        // the parts of a part come after it
        for (OriginSplit part : apart ? parts : List.<OriginSplit> of()) {
            split(session, part, false);
            split(session, part, true);
        }
        return splitNote(session, split, apart);
    }

    private AuditNote turnFilter(AuditTrail.Entry change, @Nullable String text) throws SQLException {
        SavedFilterTable.put(access.connection(), of(change, AuditField.NAME), text);
        return filterNote(of(change, AuditField.NAME), text);
    }

    private AuditNote turnRule(AuditTrail.Entry change, @Nullable String text) throws SQLException {
        RuleSettingTable.put(access.connection(), of(change, AuditField.RULE), of(change, AuditField.SETTING), text);
        return ruleNote(of(change, AuditField.RULE), of(change, AuditField.SETTING), text);
    }

    /** Changes the case and enters that in the audit trail; the note is asked for before anything is changed. */
    private void change(CaseAccess.Work<AuditNote> note, String who, CaseAccess.Work<Boolean> work) {
        access.writeSettings(StoreText.SETTING_FAILED, () -> {
            AuditNote told = note.run();
            work.run();
            access.trail().add(who, told);
            return true;
        });
    }

    /** Changes the case and, where something changed, enters that in the audit trail. */
    private boolean change(String who, AuditNote note, CaseAccess.Work<Boolean> work) {
        return access.writeSettings(StoreText.SETTING_FAILED, () -> {
            boolean changed = work.run();
            if (changed) {
                access.trail().add(who, note);
            }
            return changed;
        });
    }
}
