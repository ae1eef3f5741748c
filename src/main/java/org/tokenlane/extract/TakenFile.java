package org.tokenlane.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tokenlane.ingest.files.EvidenceFile;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.ReadingText;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.store.RawRecords;

/**
 * The selected records of one evidence file, as a file of the same form: what precedes its first record (a table's
 * header), then the records, each on a line of its own. It is read from the case whenever it is opened and is never on
 * a disk.
 */
final class TakenFile {

    /** Gives a record as it will be in the extract. */
    interface Rewriting {

        /** The record as it is. */
        Rewriting NONE = (form, record) -> record;

        byte[] of(FileForm form, byte[] record) throws DamagedRecordException;
    }

    /**
     * A record that is taken.
     *
     * @param event
     *            its event, or -1 where it shows a state
     */
    record Taken(RawPlace place, int event) {
    }

    private final RawRecords raw;
    private final Evidence evidence;
    private final List<Taken> records;
    private final Rewriting rewriting;
    private final byte[] head;
    private final FileForm form;

    /**
     * @param records
     *            in the order of the file, all below the same header
     * @throws UnreadableFileException
     *             when the file's beginning is no longer what it was when it was imported
     */
    TakenFile(RawRecords raw, Evidence evidence, List<Taken> records, Rewriting rewriting)
            throws UnreadableFileException {
        this.raw = raw;
        this.evidence = evidence;
        this.records = records;
        this.rewriting = rewriting;
        byte[] first = raw.head(records.getFirst().place());
        head = Arrays.copyOf(first, Math.min(first.length, FileForm.HEAD_BYTES));
        form = FileForm.of(head, evidence.columnNames());
    }

    Evidence evidence() {
        return evidence;
    }

    List<Taken> records() {
        return records;
    }

    FileForm form() {
        return form;
    }

    /** The line of each record in the file that it was taken from. */
    int[] lines() {
        return records.stream().mapToInt(record -> record.place().line()).toArray();
    }

    /**
     * @param path
     *            its path in the extract
     */
    EvidenceFile file(String path) {
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        long bytes = records.stream().mapToLong(record -> record.place().length() + 1L).sum();
        return new EvidenceFile(path, name, bytes, evidence.archiveSha256(), this::open);
    }

    private InputStream open() {
        byte[] header = Arrays.copyOf(head, form.headBytes());
        byte[] lineBreak = "\n".getBytes(form.charset());
        Iterator<byte[]> parts = Stream.concat(Stream.of(header), IntStream.range(0, records.size()).boxed()
                .flatMap(i -> i == 0 && !form.isTable() ? Stream.of(record(i)) : Stream.of(lineBreak, record(i))))
                .iterator();
        return new Parts(parts);
    }

    /**
     * One part after the other, each made when it is wanted. A {@link java.io.SequenceInputStream} makes all that are
     * left when it is closed, also where only the beginning was looked at.
     */
    private static final class Parts extends InputStream {

        private final Iterator<byte[]> parts;
        private ByteArrayInputStream part = new ByteArrayInputStream(new byte[0]);

        Parts(Iterator<byte[]> parts) {
            this.parts = parts;
        }

        private boolean isAtEnd() {
            while (part.available() == 0) {
                if (!parts.hasNext()) {
                    return true;
                }
                part = new ByteArrayInputStream(parts.next());
            }
            return false;
        }

        @Override
        public int read() {
            return isAtEnd() ? -1 : part.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return length == 0 ? 0 : isAtEnd() ? -1 : part.read(bytes, offset, length);
        }
    }

    /** What is done with a record. */
    interface Reader {

        void read(byte[] record) throws DamagedRecordException;
    }

    /** Hands over every record as it is in the case. */
    void eachRecord(Reader reader) throws UnreadableFileException {
        for (Taken record : records) {
            try {
                reader.read(raw.bytes(record.place()));
            } catch (DamagedRecordException changedBehindOurBack) {
                throw new UnreadableFileException(ReadingText.RECORD_CHANGED
                        .with(Integer.toString(record.place().line()), evidence.path()));
            }
        }
    }

    private byte[] record(int number) {
        try {
            return rewriting.of(form, raw.bytes(records.get(number).place()));
        } catch (DamagedRecordException changedBehindOurBack) {
            throw new UncheckedIOException(new IOException(ExtractText.RECORD_UNREADABLE
                    .text(Integer.toString(records.get(number).place().line()), evidence.path())));
        }
    }
}
