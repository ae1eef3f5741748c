package org.tokenlane.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
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
        return 0;
    }
}
