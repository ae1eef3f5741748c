package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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

    @Override
    public Integer call() {
        try {
            SampleAnswers answers = SampleTenant.write(folder);
            TextTable table = new TextTable(CliText.COLUMN_FILE, CliText.COLUMN_SHAPE, CliText.COLUMN_RECORDS);
            answers.files().forEach(file -> table.row(file.name(), file.shape(), file.records()));
            table.print(parent.output());
            parent.output().line(CliText.SAMPLE_WRITTEN, folder.toAbsolutePath().normalize(), answers.aitmSession());
            return CaseCommand.DONE;
        } catch (IOException e) {
            throw CommandFailure.unwritten(folder, e);
        }
    }
}
