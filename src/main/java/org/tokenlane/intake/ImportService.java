package org.tokenlane.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.BlockMapper;
import org.tokenlane.ingest.DateOrders;
import org.tokenlane.ingest.Recogniser;
import org.tokenlane.ingest.files.EvidenceFile;
import org.tokenlane.ingest.files.EvidenceFiles;
import org.tokenlane.ingest.files.Flaw;
import org.tokenlane.ingest.files.ReadFailure;
import org.tokenlane.ingest.files.Unpacked;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.Block;
import org.tokenlane.ingest.text.BlockReader;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.RecordReader;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.evidence.ImportReport.Remark;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.evidence.Origin;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.evidence.SourceFile;
import org.tokenlane.model.state.ExportTime;
import org.tokenlane.model.time.DateReading;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.EvidenceWriter;

/**
 * Brings files into a case: one after the other, each wholly or not at all. One thread reads a file and cuts it into
 * blocks, as many as there are processors map
 * them, and the calling thread writes them in the file's order.
 */
public final class ImportService {

    private static final int BLOCKS_AHEAD = 8;

    private final CaseFile target;
    private final Recogniser recogniser;

    public ImportService(CaseFile target, List<Importer> importers) {
        this.target = target;
        this.recogniser = new Recogniser(importers);
    }

    /** Imports all files below the paths. What cannot be imported is named in the report and stops nothing else. */
    public ImportReport importAll(Collection<Path> paths, ImportOptions options, Progress progress) {
        Run run = new Run(options, progress);
        List<Path> others = new ArrayList<>();
        for (Path path : paths) {
            if (!run.importCarved(path)) {
                others.add(path);
            }
        }
        EvidenceFiles found = EvidenceFiles.below(others);
        run.refused.addAll(found.unreadable());
        run.skipped.addAll(found.skipped());
        found.files().forEach(file -> run.importFile(file, null));
        Map<Integer, List<ImportWarning>> warnings = target.warnings();
        return new ImportReport(run.imported, run.skipped, run.refused, run.cancelled, run.imported.stream()
                .flatMap(evidence -> warnings.getOrDefault(evidence.id(), List.of()).stream()).toList());
    }

    /** Imports one file after the other and notes what became of each. Once cancelled it imports no more. */
    private final class Run {

        private final ImportOptions options;
        private final Progress progress;
        private final List<Evidence> imported = new ArrayList<>();
        private final List<Remark> skipped = new ArrayList<>();
        private final List<Remark> refused = new ArrayList<>();
        private final Set<Long> sizes = new HashSet<>();
        private boolean cancelled;

        Run(ImportOptions options, Progress progress) {
            this.options = options;
            this.progress = progress;
            target.evidence().forEach(known -> sizes.add(known.bytes()));
        }

        /** Imports records that were carved from a data lake; tells whether the path is a folder of these. */
        boolean importCarved(Path path) {
            try {
                CarvedFolder folder = CarvedFolder.at(path);
                if (folder == null) {
                    return false;
                }
                folder.files().forEach(carved -> importFile(carved.file(), carved.taken()));
            } catch (UnreadableFileException e) {
                refused.add(new Remark(path.toString(), String.valueOf(e.getMessage())));
            } catch (IOException e) {
                refused.add(new Remark(path.toString(), IntakeText.UNREADABLE.text(ReadFailure.of(e))));
            } catch (OutOfMemoryError tooLarge) {
                refused.add(new Remark(path.toString(), IntakeText.TOO_LARGE.text()));
            }
            return true;
        }

        /**
         * Imports one file.
         *
         * @param taken
         *            what is known of it where it was taken out of other evidence, else null
         */
        void importFile(EvidenceFile file, @Nullable Taken taken) {
            cancelled |= progress.isCancelled();
            if (cancelled) {
                return;
            }
            if (options.leftOut().contains(file.path())) {
                skipped.add(new Remark(file.path(), IntakeText.LEFT_OUT.text()));
                return;
            }
            try {
                Evidence held = sizes.contains(file.bytes()) ? target.evidenceWithHash(hash(file)) : null;
                Evidence done = held != null ? null
                        : taken == null ? importOne(file, options, progress)
                                : importTaken(file, taken, options, progress);
                if (done == null) {
                    skipped.add(new Remark(file.path(), held == null ? IntakeText.HELD_ALREADY.text()
                            : IntakeText.HELD_ALREADY_FROM.text(held.path())));
                } else {
                    imported.add(done);
                    sizes.add(done.bytes());
                }
            } catch (UnreadableFileException e) {
                refused.add(new Remark(file.path(), String.valueOf(e.getMessage())));
            } catch (IOException e) {
                refused.add(new Remark(file.path(), IntakeText.UNREADABLE.text(ReadFailure.of(e))));
            } catch (OutOfMemoryError tooLarge) {
                refused.add(new Remark(file.path(), IntakeText.TOO_LARGE.text()));
            } catch (CancellationException stopped) {
                cancelled = true;
            }
        }
    }

    /** Gives the evidence, or null where the case turns out to hold this content already. */
    private @Nullable Evidence importOne(EvidenceFile file, ImportOptions options, Progress progress)
            throws IOException, UnreadableFileException {
        Recogniser.Recognised seen = recogniser.recognise(file, options.columnNames());
        return importAs(file, seen,
                new DateOrders(recogniser).settle(file, seen.form(), seen.rows(), options.dateOrder()), options, null,
                progress);
    }

    /**
     * What an import of records that were taken out of another case's evidence has to know.
     *
     * @param dates
     *            how dates were read there; null where none could be read in two ways
     * @param lines
     *            the line of each record in the file from which it was taken
     * @param exported
     *            when the file was exported, where it shows a state
     * @param derived
     *            whether the records are rows of another file, written as JSON
     */
    public record Taken(Origin origin, @Nullable DateReading dates, int[] lines, ExportTime exported,
            boolean derived) {
    }

    /**
     * Imports records that were taken out of a file which another case holds. They are read as that case read them, and
     * are said to stand where they stand in that file.
     *
     * @throws UnreadableFileException
     *             when the records are of no shape that is known here
     */
    public @Nullable Evidence importTaken(EvidenceFile file, Taken taken, ImportOptions options, Progress progress)
            throws IOException, UnreadableFileException {
        return importAs(file, recogniser.recognise(file, options.columnNames()), DateOrders.asBefore(taken.dates()),
                options, taken, progress);
    }

    private @Nullable Evidence importAs(EvidenceFile file, Recogniser.Recognised seen, DateOrders.Settled dates,
            ImportOptions options, @Nullable Taken taken, Progress progress)
            throws IOException, UnreadableFileException {
        progress.begin(file.path(), file.bytes());
        try (EvidenceWriter writer = target.write()) {
            BlockMapper mapper = new BlockMapper(recogniser, new RecordReader(seen.form()),
                    new RowContext(file.name(), dates.times()), writer.id());
            Pipeline pipeline = new Pipeline(file, seen, mapper, taken == null ? null : taken.lines());
            pipeline.run(writer, progress);
            if (target.evidenceWithHash(pipeline.sha256) != null) {
                return null;
            }
            return writer.commit(new EvidenceWriter.Facts(
                    new SourceFile(file.path(), file.archiveSha256(), pipeline.bytes, pipeline.sha256),
                    form(file, seen.form(), pipeline.flaws), seen.form().charset(), dates.reading(),
                    used(options.columnNames(), seen.form()),
                    options.who(), taken == null ? null : taken.origin(),
                    pipeline.watch.counts(seen, pipeline.flaws,
                            file.madeFrom() != null || taken != null && taken.derived()),
                    taken == null ? ExportTimes.of(file, seen.form().localZone()) : taken.exported()));
        } finally {
            progress.end();
        }
    }

    /** Those of the given names that the file has. */
    private static Map<String, String> used(Map<String, String> columnNames, FileForm form) {
        Map<String, String> used = new HashMap<>(columnNames);
        used.values().retainAll(form.columnNames());
        if (form.hasLocalTimes() && form.localZone() != null) {
            used.put(FileForm.LOCAL_TIME, form.localZone().getId());
        }
        return used;
    }

    /** How the file is written, and what is wrong with the archive that it comes from. */
    private static String form(EvidenceFile file, FileForm form, Set<Flaw> flaws) {
        String words = file.madeFrom() == null ? form.description() : IntakeText.FORM_MADE_FROM.text(file.madeFrom());
        for (Flaw flaw : flaws) {
            words = (switch (flaw) {
            case TRUNCATED -> IntakeText.FORM_TRUNCATED;
            case DAMAGED -> IntakeText.FORM_DAMAGED;
            case TRAILING_BYTES -> IntakeText.FORM_TRAILING_BYTES;
            }).text(words);
        }
        return words;
    }

    private static String hash(EvidenceFile file) throws IOException {
        try (InputStream in = file.content().open()) {
            return Sha256.of(in);
        }
    }

    /** A block on its way to the case. */
    private record MappedBlock(int number, int rawBytes, byte[] packed, List<RawPlace> headers,
            List<BlockMapper.Outcome> outcomes) {
    }

    /** Reads, maps and writes one file. */
    private static final class Pipeline {

        private final EvidenceFile file;
        private final Recogniser.Recognised seen;
        private final BlockMapper mapper;
        private final BlockingQueue<Future<MappedBlock>> queue = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
        /** By record; null where records stand where they are read. */
        private final int @Nullable [] lines;
        private final ImportWatch watch = new ImportWatch();
        private int records;
        private Set<Flaw> flaws = Set.of();
        private String sha256 = "";
        private long bytes;

        Pipeline(EvidenceFile file, Recogniser.Recognised seen, BlockMapper mapper, int @Nullable [] lines) {
            this.lines = lines;
            this.file = file;
            this.seen = seen;
            this.mapper = mapper;
        }

        void run(EvidenceWriter writer, Progress progress) throws IOException, UnreadableFileException {
            int workers = Math.max(2, Runtime.getRuntime().availableProcessors());
            try (ExecutorService readers = Executors
                    .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("import-reader").factory());
                    ExecutorService mappers = Executors.newFixedThreadPool(workers,
                            Thread.ofPlatform().daemon().name("import-mapper-", 1).factory())) {
                try {
                    Future<?> reading = readers.submit(() -> {
                        read(mappers);
                        return null;
                    });
                    long record = 0;
                    while (true) {
                        MappedBlock block = await(queue.take());
                        if (block == null) {
                            break;
                        }
                        progress.stopIfCancelled();
                        record = write(writer, block, record);
                        progress.advance(block.rawBytes(), block.outcomes().size());
                    }
                    await(reading);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new CancellationException();
                } finally {
                    // the mappers first: the reader then finds no place for a further block and ends too
                    mappers.shutdownNow();
                    readers.shutdownNow();
                }
            }
        }

        private long write(EvidenceWriter writer, MappedBlock block, long firstRecord) {
            long record = firstRecord;
            writer.block(block.number(), block.rawBytes(), block.packed());
            block.headers().forEach(writer::header);
            for (BlockMapper.Outcome outcome : block.outcomes()) {
                record++;
                watch.saw(outcome);
                if (outcome.mapped() != null) {
                    writer.add(outcome.mapped());
                } else if (outcome.state() != null) {
                    writer.add(record, outcome.place(), outcome.state().record(), outcome.state().shape());
                } else {
                    writer.reject(record, outcome.place(), String.valueOf(outcome.reason()));
                }
            }
            return record;
        }

        /** Runs on the reading thread; the end of the file, and a failure too, is a last element of the queue. */
        private void read(ExecutorService mappers)
                throws InterruptedException, IOException, UnreadableFileException {
            MessageDigest digest = Sha256.digest();
            try (InputStream content = file.content().open();
                    InputStream in = new DigestInputStream(content, digest)) {
                BlockReader reader = new BlockReader(in, seen.form());
                for (Block block = reader.next(); block != null; block = reader.next()) {
                    if (lines != null && lines.length - records < block.size()) {
                        throw new UnreadableFileException(IntakeText.MORE_RECORDS_THAN_LINES.with(lines.length));
                    }
                    Block cut = lines == null ? block
                            : block.onLines(Arrays.copyOfRange(lines, records, records + block.size()));
                    records += block.size();
                    bytes += cut.bytes().length;
                    queue.put(mappers.submit(() -> new MappedBlock(cut.number(), cut.bytes().length,
                            EvidenceWriter.pack(cut.bytes()), mapper.headers(cut), mapper.map(cut))));
                }
                sha256 = Sha256.hex(digest);
                flaws = content instanceof Unpacked unpacked ? unpacked.flaws() : Set.of();
            } finally {
                queue.put(mappers.submit(() -> null));
            }
        }

        private static <T> T await(Future<T> future)
                throws IOException, InterruptedException, UnreadableFileException {
            try {
                return future.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException io) {
                    throw io;
                }
                if (e.getCause() instanceof UnreadableFileException unreadable) {
                    throw unreadable;
                }
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
