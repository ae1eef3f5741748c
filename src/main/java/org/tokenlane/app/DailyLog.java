package org.tokenlane.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.OwnerOnly;

/**
 * One log file a day (UTC) for all that run on that day, up to a size; when it is full, the older half makes room, as
 * messages to the user refer to what was logged last. It holds where something failed, but nothing of
 * the evidence: messages of exceptions and of libraries often quote what they stumbled over, so they are left out.
 */
final class DailyLog extends Handler {

    static final int MOST_BYTES = 1 << 20;
    static final int DAYS_KEPT = 14;
    private static final String OWN = "org.tokenlane";
    private static final Pattern NAME = Pattern.compile("tokenlane-(\\d{4}-\\d{2}-\\d{2})\\.log");
    /** What earlier versions left. */
    private static final Pattern NUMBERED = Pattern.compile("tokenlane-\\d+\\.log(\\.\\d+)?(\\.lck)?");

    private final Path folder;

    DailyLog(Path folder) {
        this.folder = folder;
        setLevel(Level.INFO);
    }

    Path file(Instant at) {
        return folder.resolve("tokenlane-" + LocalDate.ofInstant(at, ZoneOffset.UTC) + ".log");
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        try {
            append(file(record.getInstant()), text(record).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // which must not keep the program from working
            reportError(null, e, ErrorManager.WRITE_FAILURE);
        }
    }

    private static void append(Path file, byte[] bytes) throws IOException {
        boolean isNew = Files.notExists(file);
        if (!isNew && Files.size(file) + bytes.length > MOST_BYTES) {
            dropOlderHalf(file);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.APPEND)) {
            if (isNew) {
                OwnerOnly.restrict(file);
            }
            long room = MOST_BYTES - channel.size();
            if (room > 0) {
                channel.write(ByteBuffer.wrap(bytes, 0, (int) Math.min(room, bytes.length)));
            }
        }
    }

    /** What another process writes in this moment may be lost. */
    private static void dropOlderHalf(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int begin = Math.max(1, all.length / 2);
        while (begin < all.length && all[begin - 1] != '\n') {
            begin++;
        }
        Path newer = Files.createTempFile(file.toAbsolutePath().getParent(), "tokenlane-", ".part");
        OwnerOnly.restrict(newer);
        Files.write(newer, Arrays.copyOfRange(all, begin, all.length));
        Files.move(newer, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String text(LogRecord record) {
        String logger = String.valueOf(record.getLoggerName());
        boolean own = logger.startsWith(OWN);
        StringBuilder text = new StringBuilder().append(record.getInstant()).append(' ').append(record.getLevel())
                .append(' ').append(logger).append(": ")
                .append(own ? record.getMessage() : "(a message of a library, left out)").append('\n'); // not for people
        Throwable failure = record.getThrown();
        for (int causes = 0; failure != null && causes < 20; causes++) {
            append(text, causes == 0 ? "" : "caused by ", failure); // not for people
            failure = failure.getCause();
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String before, Throwable failure) {
        text.append(before).append(failure.getClass().getName()).append('\n');
        for (StackTraceElement frame : failure.getStackTrace()) {
            text.append("\tat ").append(frame).append('\n');
        }
    }

    /** Deletes logs that are older than some days, and what earlier versions of the program left. */
    void cleanUp(Instant now) throws IOException {
        LocalDate oldest = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS_KEPT - 1L);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "tokenlane-*")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                LocalDate day = day(name);
                if (NUMBERED.matcher(name).matches() || day != null && day.isBefore(oldest)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static @Nullable LocalDate day(String name) {
        Matcher dated = NAME.matcher(name);
        try {
            return dated.matches() ? LocalDate.parse(dated.group(1)) : null;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    @Override
    public void flush() {
        // each record is written at once
    }

    @Override
    public void close() {
        // no file stays open
    }
}
