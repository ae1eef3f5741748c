package org.tokenlane.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tokenlane.model.session.OriginSplit;

/** Checks what the analyst set against the last entry of the audit trail, whose chain holds, that covers it. */
final class SettingsVerifier {

    private final Connection connection;
    private final List<AuditTrail.Entry> entries;

    SettingsVerifier(Connection connection, List<AuditTrail.Entry> entries) {
        this.connection = connection;
        this.entries = entries;
    }

    void check(List<String> faults) throws SQLException {
        String told = entries.stream().map(entry -> entry.fields().get(AuditField.SETTINGS_SHA256))
                .filter(Objects::nonNull).reduce((one, later) -> later).orElse(null);
        if (told == null ? !isEmpty() : !told.equals(SettingsHash.of(connection))) {
            faults.add(StoreText.SETTINGS_CHANGED.text());
        } else if (!isFoundBySession()) {
            faults.add(StoreText.INDEX_DIFFERS.text("actor, origin_split"));
        }
    }

    private boolean isEmpty() throws SQLException {
        return ActorTable.all(connection).isEmpty() && OriginSplitTable.all(connection).isEmpty()
                && SavedFilterTable.all(connection).isEmpty() && RuleSettingTable.all(connection).isEmpty()
                && SigmaFileTable.all(connection).isEmpty() && ShapeTable.all(connection).isEmpty();
    }

    /** What is read of one session is found through an index, and all sessions' are read without one. */
    private boolean isFoundBySession() throws SQLException {
        for (Map.Entry<String, Map<String, String>> names : ActorTable.all(connection).entrySet()) {
            if (!ActorTable.of(connection, names.getKey()).equals(names.getValue())) {
                return false;
            }
        }
        for (Map.Entry<String, List<OriginSplit>> splits : OriginSplitTable.all(connection).entrySet()) {
            if (!OriginSplitTable.of(connection, splits.getKey()).equals(splits.getValue())) {
                return false;
            }
        }
        return true;
    }
}
