package org.tokenlane.ingest.detail;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.detail.RecordDetail.Change;
import org.tokenlane.model.detail.RecordDetail.Target;
import org.tokenlane.model.identity.Absent;

/**
 * What was changed on which object: Graph's {@code targetResources[].modifiedProperties[]}, the unified audit log's
 * {@code ModifiedProperties} and {@code Target}, Intune's {@code resources} or {@code Targets}, and
 * the portal's numbered columns ("Download logs in Microsoft Entra ID",
 * learn.microsoft.com/entra/identity/monitoring-health/howto-download-logs).
 */
final class DirectoryParts {

    private static final int MOST_TARGETS = 3;
    private static final int MOST_PROPERTIES = 5;

    private final List<Change> changes = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();

    static DirectoryParts of(Value content) {
        DirectoryParts parts = new DirectoryParts();
        for (Value element : content.find("targetresources").opened().items()) {
            Value target = element.opened();
            parts.target(target.find("type", "odatatype").text(), target.find("id").text(),
                    Value.firstText(target.find("userprincipalname"), target.find("displayname")));
            parts.changes(target.find("modifiedproperties"));
        }
        parts.changes(content.find("modifiedproperties"));
        for (Value element : content.find("resources", "targets").opened().items()) {
            Value target = element.opened();
            parts.target(target.find("type").text(), target.find("resourceid").text(),
                    Value.firstText(target.find("displayname"), target.find("name")));
            parts.changes(target.find("modifiedproperties"));
        }
        for (Value element : content.find("target").opened().items()) {
            Value target = element.opened();
            if (target.has("id")) {
                parts.target(target.find("type").text(), null, target.find("id").text());
            }
        }
        if (content.has("target1displayname") || content.has("cible1displayname")) {
            parts.columns(content);
        }
        return parts;
    }

    List<Change> changes() {
        return changes;
    }

    List<Target> targets() {
        return targets;
    }

    private void target(@Nullable String type, @Nullable String id, @Nullable String name) {
        if (Absent.clean(id) != null || Absent.clean(name) != null) {
            targets.add(new Target(Absent.clean(type), Absent.clean(id), Absent.clean(name)));
        }
    }

    private void changes(Value properties) {
        for (Value element : properties.opened().items()) {
            Value property = element.opened();
            String name = property.isObject() ? property.find("displayname", "name").text() : property.text();
            if (name != null) {
                changes.add(new Change(name, plain(NamedPairs.text(property.find("oldvalue", "old"))),
                        plain(NamedPairs.text(property.find("newvalue", "new")))));
            }
        }
    }

    private void columns(Value row) {
        for (int t = 1; t <= MOST_TARGETS; t++) {
            String english = "target" + t;
            String french = "cible" + t;
            target(row.find(english + "type", french + "type").text(),
                    row.find(english + "objectid", french + "objectid").text(),
                    Value.firstText(row.find(english + "userprincipalname", french + "userprincipalname"),
                            row.find(english + "displayname", french + "displayname")));
            for (int p = 1; p <= MOST_PROPERTIES; p++) {
                String name = row.find(english + "modifiedproperty" + p + "name").text();
                if (name != null && Absent.clean(name) != null) {
                    changes.add(new Change(name, plain(row.find(english + "modifiedproperty" + p + "oldvalue").text()),
                            plain(row.find(english + "modifiedproperty" + p + "newvalue").text())));
                }
            }
        }
    }

    /** Directory values are JSON text inside text: a quoted word, or a list of one. */
    private static @Nullable String plain(@Nullable String text) {
        String value = Absent.clean(text);
        if (value != null && value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"")) {
            return Absent.clean(value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        return value;
    }
}
