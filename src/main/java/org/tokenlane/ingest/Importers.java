package org.tokenlane.ingest;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.ingest.azure.AzureImporters;
import org.tokenlane.ingest.defender.AlertImporters;
import org.tokenlane.ingest.defender.DefenderSignInImporters;
import org.tokenlane.ingest.defender.HuntingTables;
import org.tokenlane.ingest.entra.DirectoryAuditImporters;
import org.tokenlane.ingest.entra.EntraSignInImporters;
import org.tokenlane.ingest.entra.NetworkAccessImporters;
import org.tokenlane.ingest.entra.RiskImporters;
import org.tokenlane.ingest.exchange.ExchangeStateImporters;
import org.tokenlane.ingest.graph.GraphImporters;
import org.tokenlane.ingest.intune.IntuneImporters;
import org.tokenlane.ingest.mail.MailImporters;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.ual.UalImporters;

/** All export shapes that are known. A new one is added to the list of its source's package. */
public final class Importers {

    private Importers() {
    }

    public static List<Importer> all() {
        List<Importer> all = new ArrayList<>();
        all.addAll(EntraSignInImporters.all());
        all.addAll(DefenderSignInImporters.all());
        all.addAll(UalImporters.all());
        all.addAll(GraphImporters.all());
        all.addAll(DirectoryAuditImporters.all());
        all.addAll(RiskImporters.all());
        all.addAll(AzureImporters.all());
        all.addAll(AlertImporters.all());
        all.addAll(NetworkAccessImporters.all());
        all.addAll(MailImporters.all());
        all.addAll(HuntingTables.all());
        all.addAll(IntuneImporters.all());
        all.addAll(ExchangeStateImporters.all());
        return List.copyOf(all);
    }
}
