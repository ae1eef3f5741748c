package org.tokenlane.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.finding.SigmaFile;
import org.tokenlane.model.session.OriginSplit;

/**
 * The hash of all that an analyst set in a case (who uses an origin, how origins are split, filters, rules' settings,
 * Sigma files) and of the export shapes that it names. The last entry of a change in the audit trail has it.
 */
final class SettingsHash {

    private SettingsHash() {
    }

    static String of(Connection connection) throws SQLException {
        PartsDigest digest = new PartsDigest();
        Map<String, Map<String, String>> actors = ActorTable.all(connection);
        digest.add(actors.size());
        actors.forEach((session, names) -> add(digest.add(session), names));
        Map<String, List<OriginSplit>> splits = OriginSplitTable.all(connection);
        digest.add(splits.size());
        splits.forEach((session, ofSession) -> {
            digest.add(session).add(ofSession.size());
            ofSession.forEach(split -> digest.add(split.origin()).add(split.by().name()).add(split.value()));
        });
        add(digest, SavedFilterTable.all(connection));
        Map<String, Map<String, String>> rules = RuleSettingTable.all(connection);
        digest.add(rules.size());
        rules.forEach((rule, settings) -> add(digest.add(rule), settings));
        List<SigmaFile> sigma = SigmaFileTable.all(connection);
        digest.add(sigma.size());
        sigma.forEach(file -> digest.add(file.name()).add(file.sha256()).add(file.text()));
        List<ShapeTable.Row> shapes = ShapeTable.all(connection);
        digest.add(shapes.size());
        shapes.forEach(shape -> digest.add(shape.id()).add(shape.title()).add(shape.source().name())
                .add(shape.richness()));
        return digest.hex();
    }

    private static void add(PartsDigest digest, Map<String, String> texts) {
        digest.add(texts.size());
        texts.forEach((name, text) -> digest.add(name).add(text));
    }
}
