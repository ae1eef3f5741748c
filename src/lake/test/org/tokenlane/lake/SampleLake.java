package org.tokenlane.lake;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SampleTenant;
import org.tokenlane.store.CaseFile;

/** The same files as a case and as a lake, made once for all tests of a run. */
final class SampleLake {

    /**
     * @param exports
     *            the files
     */
    record Made(Path exports, Path caseFile, Path lake, ImportReport report, List<FileAccount> accounts) {

        /** What a file is called among the exports. */
        String name(String path) {
            return path.substring(path.indexOf(exports.toString()) + exports.toString().length() + 1);
        }
    }

    private static final class Holder {
        private static final SampleAnswers[] ANSWERS = new SampleAnswers[1];
        private static final Made SAMPLE = readOnce(
                made("sample", exports -> ANSWERS[0] = SampleTenant.write(exports)));
    }

    interface Writing {
        void write(Path exports) throws IOException;
    }

    private SampleLake() {
    }

    static Made sample() {
        return Holder.SAMPLE;
    }

    static SampleAnswers answers() {
        sample();
        return Holder.ANSWERS[0];
    }

    /** Of the lake's many small files, which no test changes, Spark reads every column once and keeps it for all. */
    private static Made readOnce(Made made) {
        try {
            Lake.open(LocalSpark.session(), made.lake().toString()).records().cache();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made;
    }

    /** Makes a lake in the files' folder. */
    interface Index {
        List<FileAccount> index(Path exports, Path lake) throws IOException;
    }

    static Made made(String name, Writing writing) {
        return made(name, writing, (exports, lake) -> new Indexing(
                Lake.openOrCreate(LocalSpark.session(), lake.toString()), Planner.IndexOptions.NONE)
                .run(List.of(exports.toString())));
    }

    static Made made(String name, Writing writing, Index index) {
        try {
            Path folder = Files.createTempDirectory("tokenlane-lake-" + name);
            Path exports = Files.createDirectory(folder.resolve("exports"));
            writing.write(exports);
            Path file = folder.resolve(name + ".tlcase");
            ImportReport report;
            try (CaseFile made = CaseFile.create(file, null, "test")) {
                report = new ImportService(made, Importers.all()).importAll(List.of(exports), ImportOptions.by("test"),
                        Progress.NONE);
                Correlation.upToDate(made);
            }
            Path lake = folder.resolve("lake");
            return new Made(exports, file, lake, report, index.index(exports, lake));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a command on a lake prints; fails the test where it does not end well. */
    static String run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new LakeCommand(new PrintWriter(out), new PrintWriter(err), LocalSpark::session).run(arguments);
        if (code != LakeCommand.DONE) {
            throw new AssertionError(code + ": " + err);
        }
        return out.toString();
    }

    /** What a command says that fails. */
    static String fails(String... arguments) {
        StringWriter err = new StringWriter();
        int code = new LakeCommand(new PrintWriter(new StringWriter()), new PrintWriter(err), LocalSpark::session)
                .run(arguments);
        if (code == LakeCommand.DONE) {
            throw new AssertionError(String.join(" ", arguments));
        }
        return err.toString();
    }
}
