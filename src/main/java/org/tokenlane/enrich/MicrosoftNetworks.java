package org.tokenlane.enrich;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which addresses are those of Microsoft 365 itself, by the blocks that Microsoft publishes ({@code
 * microsoft-blocks.csv} beside this class).
 */
public final class MicrosoftNetworks {

    private record Service(AddressBlock block, String name) {
    }

    private final List<Service> services;
    private final String label;

    private MicrosoftNetworks(Table table) {
        services = table.rows().stream().map(row -> new Service(AddressBlock.of(row.get(0)), row.get(1))).toList();
        label = new NetworkSource(table.source(), table.date(), null, null, null).label();
    }

    /** The table that ships with the program. */
    public static MicrosoftNetworks shipped() {
        return new MicrosoftNetworks(Table.read("microsoft-blocks.csv", 2));
    }

    /**
     * The service whose address this is, such as {@code Exchange Online}: its servers acted, whoever made them to. Null
     * for any other address, Azure's included.
     */
    public @Nullable String service(String ip) {
        InetAddress address = Literals.of(ip);
        if (address != null) {
            for (Service service : services) {
                if (service.block().contains(address)) {
                    return service.name();
                }
            }
        }
        return null;
    }

    /** The table's name and date. */
    public String label() {
        return label;
    }
}
