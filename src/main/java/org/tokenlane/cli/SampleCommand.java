package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SampleTenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "sample", mixinStandardHelpOptions = true)
final class SampleCommand implements Callable<Integer> {

    @ParentCommand
    private TokenlaneCommand parent;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    private Path folder;

    @Option(names = "--answers", paramLabel = "FILE")
    private @Nullable Path answersFile;

    @Override
    public Integer call() {
        try {
            SampleAnswers answers = SampleTenant.write(folder);
            write(answers);
            TextTable table = new TextTable(CliText.COLUMN_FILE, CliText.COLUMN_SHAPE, CliText.COLUMN_RECORDS);
            answers.files().forEach(file -> table.row(file.name(), file.shape(), file.records()));
            table.print(parent.output());
            parent.output().line(CliText.SAMPLE_WRITTEN, folder.toAbsolutePath().normalize(), answers.aitmSession());
        } catch (IOException e) {
            throw CommandFailure.unwritten(folder, e);
        }
        return CaseCommand.DONE;
    }

    /** The right answers are no export: they are only written where they are asked for. */
    private void write(SampleAnswers answers) {
        if (answersFile != null) {
            try {
                Files.writeString(answersFile, answers.plantedJson() + "\n", StandardOpenOption.CREATE_NEW);
            } catch (IOException e) {
                throw CommandFailure.unwritten(answersFile, e);
            }
        }
    }
}
