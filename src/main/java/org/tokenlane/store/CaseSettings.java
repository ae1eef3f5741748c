package org.tokenlane.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.finding.SigmaFile;
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

    /**
     * Sets who uses an origin of a session.
     *
     * @param name
     *            null where that is open again
     */
    public void setActor(String session, String origin, @Nullable String name, String who) {
        String detail = StoreText.ORIGIN_OF_SESSION.text(session, origin);
        AuditNote note = name == null ? AuditNote.of(AuditKind.ORIGIN_UNCONFIRMED, detail)
                : AuditNote.of(AuditKind.ORIGIN_CONFIRMED, AuditKind.ORIGIN_CONFIRMED.text(name), detail)
                        .with(AuditField.NAME, name);
        change(who, note.with(AuditField.SESSION, session).with(AuditField.ORIGIN, origin), () -> {
            ActorTable.set(access.connection(), session, origin, name);
            return true;
        });
    }

    /** How the analyst split the origins of a session, in the order in which that was done. */
    public List<OriginSplit> originSplits(String session) {
        return access.read(() -> OriginSplitTable.of(access.connection(), session));
    }

    /** Splits an origin of a session, or undoes such a split. */
    public void splitOrigin(String session, OriginSplit split, boolean apart, String who) {
        AuditNote note = AuditNote
                .of(apart ? AuditKind.ORIGIN_SPLIT : AuditKind.ORIGIN_JOINED,
                        StoreText.ORIGIN_OF_SESSION.text(session, split.key()))
                .with(AuditField.SESSION, session).with(AuditField.ORIGIN, split.origin())
                .with(AuditField.SPLIT_BY, split.by().name()).with(AuditField.VALUE, split.value());
        change(who, note, () -> {
            if (apart) {
                OriginSplitTable.add(access.connection(), session, split);
            } else {
                OriginSplitTable.remove(access.connection(), session, split);
            }
            return true;
        });
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
    public void saveFilter(String name, @Nullable String text) {
        access.write(StoreText.SETTING_FAILED, () -> {
            SavedFilterTable.put(access.connection(), name, text);
            return true;
        });
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
        AuditNote note = AuditNote
                .of(AuditKind.RULE_TUNED,
                        text == null ? StoreText.RULE_AS_IN_FILE.text(rule, name)
                                : StoreText.RULE_SET.text(rule, name, text))
                .with(AuditField.RULE, rule).with(AuditField.SETTING, name);
        change(who, text == null ? note : note.with(AuditField.VALUE, text), () -> {
            RuleSettingTable.put(access.connection(), rule, name, text);
            return true;
        });
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

    /** Changes the case and, where something changed, enters that in the audit trail. */
    private boolean change(String who, AuditNote note, CaseAccess.Work<Boolean> work) {
        return access.write(StoreText.SETTING_FAILED, () -> {
            boolean changed = work.run();
            if (changed) {
                access.trail().add(who, note);
            }
            return changed;
        });
    }
}
