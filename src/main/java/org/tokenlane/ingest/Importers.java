package org.tokenlane.ingest;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.ual.UalImporters;

/** All export shapes that are known. A new one is added to the list of its source's package. */
public final class Importers {

    private Importers() {
    }

    public static List<Importer> all() {
        List<Importer> all = new ArrayList<>();
        all.addAll(UalImporters.all());
        return List.copyOf(all);
    }
}
