package org.tokenlane.ingest.detail;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.detail.RecordFields;

/** Reads the parts that logs share, whatever the export: parameters, mail items, changed properties, targets. */
public final class ContentDetail {

    private static final int MOST_DETAILS = 6;

    private ContentDetail() {
    }

    /**
     * @param content
     *            what the log wrote
     * @param row
     *            the record as the export has it
     * @param raw
     *            its text in the file
     */
    public static RecordDetail of(Value content, Value row, String raw) {
        MailParts mail = MailParts.of(content);
        DirectoryParts directory = DirectoryParts.of(content);
        return new RecordDetail(parameters(content), mail.items(), mail.folder(), directory.changes(),
                directory.targets(), fields(content, row, raw));
    }

    /** The fields of what {@link #of} reads. */
    public static RecordFields fields(Value content, Value row, String raw) {
        return new ValueFields(content, row, raw);
    }

    private static Map<String, String> parameters(Value content) {
        Map<String, String> named = new LinkedHashMap<>();
        Value parameters = content.find("parameters");
        if (parameters.text() != null && parameters.opened() == parameters && !parameters.text().startsWith("@{")) {
            named.put("Parameters", parameters.text());
        } else {
            NamedPairs.into(named, parameters);
        }
        NamedPairs.into(named, content.find("operationproperties"));
        CopilotParts.into(named, content);
        NamedPairs.into(named, content.find("additionaldetails"));
        for (int i = 1; i <= MOST_DETAILS; i++) {
            String key = content.find("additionaldetail" + i + "key").text();
            if (key != null) {
                NamedPairs.put(named, key, content.find("additionaldetail" + i + "value").text());
            }
        }
        return named;
    }
}
