package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SampleTenant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "sample", mixinStandardHelpOptions = true, description = "Writes the exports of a made-up tenant with an intrusion in it, to try the program on.")
final class SampleCommand implements Callable<Integer> {

    @ParentCommand
    private TokenlaneCommand parent;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write into; made where there is none.")
    private Path folder;

    @Override
    public Integer call() {
        try {
            SampleAnswers answers = SampleTenant.write(folder);
            TextTable table = new TextTable("file", "shape", "records");
            answers.files().forEach(file -> table.row(file.name(), file.shape(), file.records()));
            table.lines().forEach(parent.output()::line);
            parent.output().line("Written to " + folder.toAbsolutePath().normalize() + ". The attacker's session is "
                    + answers.aitmSession() + ".");
            return CaseCommand.DONE;
        } catch (IOException e) {
            throw CommandFailure.unwritten("The sample", folder, e);
        }
    }
}
