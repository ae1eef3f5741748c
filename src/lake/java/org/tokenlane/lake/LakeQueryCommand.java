package org.tokenlane.lake;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** A command that reads a lake. It writes JSON. */
abstract class LakeQueryCommand implements Callable<Integer> {

    @ParentCommand
    private LakeCommand parent;

    @Option(names = "--lake", paramLabel = "LAKE", required = true, descriptionKey = "lake")
    private String lake;

    @Option(names = "--json", hidden = true)
    private boolean json;

    final LakeCommand parent() {
        return parent;
    }

    final Lake lake() throws IOException {
        return Lake.open(parent.spark(), lake);
    }
}
