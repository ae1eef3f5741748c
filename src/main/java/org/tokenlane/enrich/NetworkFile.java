package org.tokenlane.enrich;

import com.maxmind.db.DatabaseRecord;
import com.maxmind.db.InvalidNetworkException;
import com.maxmind.db.Metadata;
import com.maxmind.db.Reader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.thread.WindowThread;

/** One file of network data in the MaxMind format (.mmdb), whoever made it. Safe for several threads. */
public final class NetworkFile {

    private static final Logger LOG = System.getLogger(NetworkFile.class.getName());
    private static final String SHIPPED = "dbip-country.properties";
    /** A file whose first records have nothing that is known has it in no later one. */
    private static final int LOOKED_AT = 500;

    private final Reader reader;
    private final NetworkSource source;
    private volatile boolean broken;

    private NetworkFile(Reader reader, NetworkSource source) {
        this.reader = reader;
        this.source = source;
    }

    /**
     * Opens a file of the analyst's.
     *
     * @throws NetworkFileException
     *             where it cannot be read, is of another format, or has nothing of what is looked for
     */
    public static NetworkFile open(Path file) {
        assert !WindowThread.isCurrent() : "the window waits for network data"; // not for people
        Path name = file.getFileName();
        if (!Files.isRegularFile(file)) {
            throw new NetworkFileException(EnrichText.NO_FILE.with(file.toString()), null);
        }
        Reader reader;
        boolean known;
        try {
            HeldFiles.refuse(file);
            reader = new Reader(file.toFile(), Reader.FileMode.MEMORY_MAPPED);
            known = hasKnownRecords(reader);
        } catch (IOException | InvalidNetworkException | RuntimeException unreadable) {
            // the reader meets damage with exceptions of many kinds
            LOG.log(Level.DEBUG, "not network data", unreadable);
            throw new NetworkFileException(EnrichText.NOT_NETWORK_DATA.with(String.valueOf(name)), unreadable);
        }
        if (!known) {
            throw new NetworkFileException(EnrichText.NOTHING_KNOWN.with(String.valueOf(name)), null);
        }
        return new NetworkFile(reader, source(file, reader.getMetadata()));
    }

    /** The data that ships with the program. */
    static NetworkFile shipped() {
        assert !WindowThread.isCurrent() : "the window waits for network data"; // not for people
        try (InputStream data = NetworkFile.class.getResourceAsStream(aboutShipped().getProperty("file"))) {
            return new NetworkFile(new Reader(data), shippedSource());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What ships, without reading it. */
    static NetworkSource shippedSource() {
        Properties about = aboutShipped();
        return new NetworkSource(about.getProperty("name"), LocalDate.parse(about.getProperty("date")),
                about.getProperty("licence"), about.getProperty("attribution"),
                null);
    }

    private static Properties aboutShipped() {
        Properties about = new Properties();
        try (InputStream in = NetworkFile.class.getResourceAsStream(SHIPPED)) {
            about.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return about;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasKnownRecords(Reader reader) throws IOException, InvalidNetworkException {
        Iterator<? extends DatabaseRecord<?>> records = reader.networks(Map.class);
        for (int i = 0; i < LOOKED_AT && records.hasNext(); i++) {
            if (records.next().data() instanceof Map<?, ?> map && new NetworkRecord(map).isKnown()) {
                return true;
            }
        }
        return false;
    }

    private static NetworkSource source(Path file, Metadata metadata) {
        String type = metadata.databaseType() == null ? "" : metadata.databaseType().strip();
        long seconds = metadata.buildEpoch() == null ? 0 : metadata.buildEpoch().longValue();
        LocalDate date = seconds <= 0 || seconds > 253_402_300_799L ? null
                : metadata.buildTime().atOffset(ZoneOffset.UTC).toLocalDate();
        KnownMakers.Maker maker = KnownMakers.of(type);
        return new NetworkSource(type.isEmpty() ? file.getFileName().toString() : type, date,
                maker == null ? null : maker.licence().text(),
                maker == null ? null : maker.attribution().text(), file.toAbsolutePath().normalize());
    }

    public NetworkSource source() {
        return source;
    }

    /**
     * Tells whether a look-up failed because the file is damaged or was changed while in use; it gives nothing from
     * then on.
     */
    public boolean isBroken() {
        return broken;
    }

    NetworkFact lookUp(InetAddress address) {
        assert !WindowThread.isCurrent() : "the window waits for network data"; // not for people
        boolean otherFamily = address.getAddress().length > 4 && reader.getMetadata().ipVersion() == 4;
        if (broken || otherFamily) {
            return NetworkFact.NOTHING;
        }
        try {
            if (!(reader.get(address, Map.class) instanceof Map<?, ?> map)) {
                return NetworkFact.NOTHING;
            }
            NetworkRecord found = new NetworkRecord(map);
            return new NetworkFact(value(found.country()), value(found.asn()), value(found.asName()),
                    value(found.city()));
        } catch (IOException | RuntimeException | InternalError damaged) {
            // the last is what a mapped file gives that became shorter
            broken = true;
            LOG.log(Level.WARNING, "network data " + source.name() + " is damaged", damaged);
            return NetworkFact.NOTHING;
        }
    }

    private NetworkFact.@Nullable Value value(@Nullable String text) {
        return text == null ? null : new NetworkFact.Value(text, source);
    }
}
