package org.tokenlane.store;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.HeldFiles;
import org.tokenlane.model.evidence.OwnerOnly;
import org.tokenlane.model.identity.Analyst;

/**
 * Who has a case open. That is written into a small file beside the case for other programs, which believe it only
 * while it is locked: the system gives up the lock when the program ends, however it ends, so what a program that was
 * killed left says nothing. The case itself is protected by H2's lock on it, not by this.
 */
final class CaseHold implements AutoCloseable, HeldFiles.Holder {

    static final String SUFFIX = ".open";

    private static final Logger LOG = System.getLogger(CaseHold.class.getName());
    /** Far behind the text, because on Windows what is locked cannot be read. */
    private static final long LOCKED_BYTE = 1L << 40;
    private static final int MOST_BYTES = 1024;
    private static final int MOST_LETTERS = 64;
    private static final int LINES = 4;

    private final Connection connection;
    private final boolean encrypted;
    private @Nullable Path beside;
    private @Nullable FileChannel channel;

    private CaseHold(Path file, Connection connection, boolean encrypted) {
        this.connection = connection;
        this.encrypted = encrypted;
        HeldFiles.hold(file, this);
    }

    /**
     * Who has a case open.
     *
     * @param host
     *            the computer's name, or null where the system does not say it without asking the network
     */
    record Holder(String user, @Nullable String host, long process, Instant since) {

        static Holder self() {
            return new Holder(plain(Analyst.name()), HostName.get(), ProcessHandle.current().pid(),
                    Instant.now().truncatedTo(ChronoUnit.SECONDS));
        }

        String written() {
            return user + '\n' + (host == null ? "" : plain(host)) + '\n' + process + '\n' + since + '\n';
        }

        /** Null where the text is something else, which anybody may have put there. */
        static @Nullable Holder read(String text) {
            List<String> lines = text.lines().toList();
            if (lines.size() != LINES || lines.get(0).isBlank() || !lines.stream().allMatch(Holder::isPlain)) {
                return null;
            }
            try {
                return new Holder(lines.get(0), lines.get(1).isBlank() ? null : lines.get(1),
                        Long.parseUnsignedLong(lines.get(2)), Instant.parse(lines.get(3)));
            } catch (NumberFormatException | DateTimeException notWrittenByTokenlane) {
                return null;
            }
        }

        private static boolean isPlain(String line) {
            return line.equals(plain(line));
        }

        /** Without what a line on a screen could be faked with. */
        private static String plain(String text) {
            String letters = text.codePoints().filter(Holder::isShown).limit(MOST_LETTERS)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            return letters.strip();
        }

        private static boolean isShown(int letter) {
            return switch (Character.getType(letter)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE,
                    Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
            };
        }
    }

    /** Notes that this process has the case open, for itself and for no other. */
    static CaseHold here(Path file, Connection connection, boolean encrypted) {
        return new CaseHold(file, connection, encrypted);
    }

    /** Says to other programs who has the case open; where that cannot be written, they learn that it is open only. */
    CaseHold say(Path file) {
        Path note = beside(file);
        try {
            Path made = OwnerOnly.temporary(note, SUFFIX);
            FileChannel opened = FileChannel.open(made, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                opened.write(ByteBuffer.wrap(Holder.self().written().getBytes(StandardCharsets.UTF_8)));
                if (opened.tryLock(LOCKED_BYTE, 1, false) == null) {
                    throw new IOException("locked by another"); // not for people
                }
                // complete and locked when it has its name; what a program that was killed left there is replaced
                OwnerOnly.replace(made, note);
                beside = note;
                channel = opened;
                HeldFiles.hold(note, this);
            } catch (IOException | RuntimeException refused) {
                opened.close();
                Files.deleteIfExists(made);
                throw refused;
            }
        } catch (IOException | RuntimeException notHere) {
            LOG.log(Level.DEBUG, "who has the case open is not written beside it", notHere);
        }
        return this;
    }

    /**
     * Takes the note away. To be called before the case is closed, because its next holder may write a file of the same
     * name.
     */
    @Override
    public void close() {
        try {
            if (beside != null) {
                Files.deleteIfExists(beside);
            }
            if (channel != null) {
                channel.close();
            }
        } catch (IOException left) {
            LOG.log(Level.DEBUG, "a file beside the case was left", left);
        }
        beside = null;
        channel = null;
    }

    /** To be called when the case is closed. */
    void release() {
        HeldFiles.release(this);
    }

    @Override
    public boolean holds() {
        try {
            return !connection.isClosed();
        } catch (SQLException unknown) {
            return true;
        }
    }

    /** Tells whether this process has the case open: then its file must not be touched. */
    static boolean isHere(Path file) {
        return HeldFiles.isHeld(file);
    }

    /** Whether the case that this process has open is encrypted; null where it has not. */
    static @Nullable Boolean isEncryptedHere(Path file) {
        return switch (HeldFiles.holder(file)) {
        case null -> null;
        case CaseHold open -> open.encrypted;
        default -> throw CaseConnection.inUse(file, null);
        };
    }

    /** Who has the case open in another process; null where nobody has, or where it is not known. */
    static @Nullable Holder of(Path file) {
        if (isHere(file)) {
            return null;
        }
        try (FileChannel channel = FileChannel.open(beside(file), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                FileLock free = channel.tryLock(LOCKED_BYTE, 1, true)) {
            return free == null ? read(channel) : null;
        } catch (OverlappingFileLockException here) {
            return null;
        } catch (IOException | RuntimeException unknown) {
            LOG.log(Level.DEBUG, "who has the case open is not known", unknown);
            return null;
        }
    }

    private static @Nullable Holder read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(MOST_BYTES);
        while (text.hasRemaining() && channel.read(text, text.position()) > 0) {
            // until all of it is read
        }
        return Holder.read(StandardCharsets.UTF_8.decode(text.flip()).toString());
    }

    /** Beside the file itself, where this is a link to it. */
    static Path beside(Path file) {
        Path real = file.toAbsolutePath();
        try {
            real = file.toRealPath();
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "no file to be beside of", gone);
        }
        return real.resolveSibling("." + real.getFileName() + SUFFIX);
    }
}
