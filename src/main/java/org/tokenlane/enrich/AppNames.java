package org.tokenlane.enrich;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of Microsoft's own applications and resources by their ids, for logs that give the id only. The table is {@code
 * applications.csv} beside this class.
 */
public final class AppNames {

    /**
     * An application or resource.
     *
     * @param id
     *            a GUID in lower case
     * @param inFamily
     *            whether refresh tokens of it can be redeemed by the others of its family (FOCI), and theirs by it
     * @param note
     *            what it is, or empty
     */
    public record App(String id, String name, boolean inFamily, String note) {

        /** Name, note and family in one line. */
        public String words() {
            String named = note.isEmpty() ? name : EnrichText.APP_WITH_NOTE.text(name, note);
            return inFamily ? EnrichText.FAMILY_OF_CLIENT_IDS.text(named) : named;
        }
    }

    private final Map<String, App> byId = new HashMap<>();
    private final NetworkSource source;

    private AppNames(Table table) {
        source = new NetworkSource(table.source(), table.date(), null, null, null);
        for (List<String> row : table.rows()) {
            byId.put(row.get(0), new App(row.get(0), row.get(2), row.get(1).equals("family"), row.get(3)));
        }
    }

    /** The table that ships with the program. */
    public static AppNames shipped() {
        return new AppNames(Table.read("applications.csv", 4));
    }

    /** The application with this id in any case, or null. */
    public @Nullable App of(@Nullable String id) {
        return id == null ? null : byId.get(id.strip().toLowerCase(Locale.ROOT));
    }

    /** {@code Tokenlane's table of first-party applications 2026-11-23}. */
    public String label() {
        return source.label();
    }

    /** A known id as {@code Microsoft Office (by table)}; anything else, a name above all, as it is. */
    public String named(String idOrName) {
        App app = of(idOrName);
        return app == null ? idOrName : EnrichText.APP_BY_TABLE.text(app.name());
    }

    int size() {
        return byId.size();
    }
}
