package org.tokenlane.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.library.Library;
import org.tokenlane.detect.library.LibraryEntry;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "library", mixinStandardHelpOptions = true)
final class LibraryCommand implements Callable<Integer> {

    @Option(names = "--add-from", paramLabel = "CASE")
    private List<Path> cases = new ArrayList<>();

    @Option(names = "--remove", paramLabel = "KIND:VALUE")
    private List<String> removed = new ArrayList<>();

    @Option(names = "--json")
    private boolean json;

    @ParentCommand
    private TokenlaneCommand parent;

    @Override
    public Integer call() {
        @Nullable
        Path file = parent.library();
        if (file == null) {
            throw new CommandFailure(CliText.NO_LIBRARY.with(), CaseCommand.WRONG_USAGE);
        }
        Library library = Library.read(file);
        Library changed = library;
        for (Path each : cases) {
            try (CaseFile caseFile = CaseFile.open(each, null)) {
                changed = changed.with(Library.of(caseFile.marks().all(), each.getFileName().toString(),
                        Analyst.name()));
            }
        }
        for (String each : removed) {
            Library without = removed(changed, each);
            if (without.entries().size() == changed.entries().size()) {
                throw new CommandFailure(CliText.NOT_IN_LIBRARY.with(each));
            }
            changed = without;
        }
        if (!changed.equals(library)) {
            changed.write(file);
        }
        print(changed, file);
        return CaseCommand.DONE;
    }

    private static Library removed(Library library, String text) {
        int colon = text.indexOf(':');
        MarkTarget.Kind kind = colon < 0 ? null : MarkTarget.Kind.named(text.substring(0, colon));
        return kind == null ? library : library.without(kind, text.substring(colon + 1));
    }

    private void print(Library library, Path file) {
        if (json) {
            parent.output().json(library.entries().stream().map(LibraryCommand::map).toList());
            return;
        }
        TextTable table = new TextTable(CliText.COLUMN_KIND, CliText.COLUMN_VALUE, CliText.COLUMN_CASE,
                CliText.COLUMN_ADDED, CliText.COLUMN_BY);
        library.entries().forEach(entry -> table.row(entry.kind().word(), entry.value(), entry.caseName(),
                entry.at().toString(), entry.who()));
        table.print(parent.output());
        parent.output().line(CliText.LIBRARY, library.entries().size(), file);
    }

    private static Map<String, Object> map(LibraryEntry entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", entry.kind().word());
        map.put("value", entry.value());
        map.put("case", entry.caseName());
        map.put("addedAt", entry.at().toString());
        map.put("addedBy", entry.who());
        return map;
    }
}
