package org.tokenlane.enrich;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the network data at hand says of addresses: the analyst's own files first, then the data that ships with the
 * program, field by field. Nothing is ever asked of a
 * network. Each address is looked up once. Safe for several threads.
 */
public final class Networks {

    private final List<NetworkFile> own;
    private final Map<String, NetworkFact> known = new ConcurrentHashMap<>();
    private final Shipped shipped;

    private Networks(List<NetworkFile> own, Shipped shipped) {
        this.own = List.copyOf(own);
        this.shipped = shipped;
    }

    /** The data that ships, read when it is first asked for: most commands never do. */
    private static final class Shipped {

        private final NetworkSource source = NetworkFile.shippedSource();
        private @Nullable NetworkFile file;

        synchronized NetworkFile file() {
            if (file == null) {
                file = NetworkFile.shipped();
            }
            return file;
        }
    }

    /** Only the data that ships with the program. */
    public static Networks shipped() {
        return new Networks(List.of(), new Shipped());
    }

    /**
     * These files in place of the analyst's own so far, the first before the others, and the data that ships with the
     * program.
     */
    public Networks with(List<NetworkFile> others) {
        return new Networks(others, shipped);
    }

    /**
     * Opens these files.
     *
     * @throws NetworkFileException
     *             for the first that cannot be used
     */
    public static Networks open(List<Path> files) {
        return shipped().with(files.stream().map(NetworkFile::open).toList());
    }

    /** All sources, in the order in which they are asked. */
    public List<NetworkSource> sources() {
        List<NetworkSource> sources = new ArrayList<>(own.stream().map(NetworkFile::source).toList());
        sources.add(shipped.source);
        return sources;
    }

    /** The analyst's own files. */
    public List<NetworkFile> own() {
        return own;
    }

    /**
     * What is known of an address in any spelling; {@link NetworkFact#NOTHING} for what is no address. The shipped data
     * is not asked of private, documentation and other
     * special addresses; an own file may know the organisation's.
     */
    public NetworkFact lookUp(@Nullable String ip) {
        if (ip == null) {
            return NetworkFact.NOTHING;
        }
        NetworkFact before = known.get(ip);
        if (before == null) {
            before = find(ip);
            known.put(ip, before);
        }
        return before;
    }

    private NetworkFact find(String ip) {
        InetAddress address = Literals.of(ip);
        if (address == null) {
            return NetworkFact.NOTHING;
        }
        NetworkFact fact = NetworkFact.NOTHING;
        for (NetworkFile file : own) {
            fact = fact.orElse(file.lookUp(address));
        }
        return Literals.isPublic(address) ? fact.orElse(shipped.file().lookUp(address)) : fact;
    }
}
