package org.tokenlane.ingest.defender;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;

/** The export shapes of Defender's sign-in tables. */
public final class DefenderSignInImporters {

    private DefenderSignInImporters() {
    }

    public static List<Importer> all() {
        return List.of(new DefenderSignInImporter(), new DefenderSignInStreamImporter());
    }
}
