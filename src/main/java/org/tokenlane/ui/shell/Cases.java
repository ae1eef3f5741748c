package org.tokenlane.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tokenlane.ingest.ImportOptions;
import org.tokenlane.ingest.ImportService;
import org.tokenlane.ingest.Importers;
import org.tokenlane.job.Progress;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.sample.SampleTenant;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CaseFileException;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** Opens, makes and closes cases. */
public final class Cases {

    private static final String VIEW = "view.";

    private final Workbench workbench;
    private final Settings settings;
    private final Dialogs dialogs;

    public Cases(Workbench workbench, Settings settings, Dialogs dialogs) {
        this.workbench = workbench;
        this.settings = settings;
        this.dialogs = dialogs;
    }

    public void choose() {
        Path file = dialogs.caseToOpen();
        if (file != null) {
            open(file);
        }
    }

    public void open(Path file) {
        if (isOpen(file)) {
            return;
        }
        char[] password = Files.isRegularFile(file) && CaseFile.isEncrypted(file) ? dialogs.password(file.getFileName().toString()) : null;
        load(() -> CaseFile.open(file, password), () -> {
        });
    }

    private boolean isOpen(Path file) {
        OpenCase open = workbench.openCase().get();
        return open != null && open.file().path().toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize());
    }

    /** Asks for a place, makes a case there, and does what is to be done next. */
    public void make(Path folder, Runnable next) {
        Path file = dialogs.newCase(folder);
        if (file != null) {
            load(() -> CaseFile.create(file, null, System.getProperty("user.name", "")), next);
        }
    }

    /** Makes the sample tenant's case in a folder, anew each time, and opens it. */
    public void sample(Path folder) {
        Path file = folder.resolve("sample.tlcase");
        if (isOpen(file)) {
            return;
        }
        // a new one begins at its first page
        settings.put(VIEW + file.toAbsolutePath().normalize(), "");
        load(() -> {
            Path exports = Files.createDirectories(folder.resolve("exports"));
            SampleTenant.write(exports);
            Files.deleteIfExists(file);
            CaseFile made = CaseFile.create(file, null, "sample");
            new ImportService(made, Importers.all()).importAll(List.of(exports), ImportOptions.by("sample"), Progress.NONE);
            return made;
        }, () -> {
        });
    }

    private void load(Callable<CaseFile> source, Runnable next) {
        workbench.problem().set("Opening…");
        workbench.background().run(() -> {
            CaseFile file = source.call();
            try {
                return OpenCase.load(file);
            } catch (RuntimeException e) {
                file.close();
                throw e;
            }
        }, opened -> {
            OpenCase before = workbench.openCase().get();
            remember();
            workbench.show(opened);
            workbench.page().set(Workbench.Page.START);
            lookAgain(opened);
            workbench.problem().set("");
            settings.opened(opened.file().path());
            if (before != null) {
                before.file().close();
            }
            next.run();
        }, failure -> {
            workbench.problem().set("");
            dialogs.problem("The case could not be opened", sentence(failure));
        });
    }

    /** Looks at what was looked at when the case was closed; a filter that is not understood any more is left. */
    private void lookAgain(OpenCase opened) {
        String filter = settings.text(VIEW + opened.file().path().toAbsolutePath().normalize(), "");
        try {
            workbench.go(ViewState.of(FilterParser.parse(filter)));
        } catch (FilterSyntaxException outdated) {
            workbench.go(ViewState.ALL);
        }
        if (!filter.isEmpty()) {
            workbench.page().set(Workbench.Page.INVESTIGATE);
        }
    }

    /** Remembers what is looked at in the open case. */
    public void remember() {
        OpenCase open = workbench.openCase().get();
        if (open != null) {
            settings.put(VIEW + open.file().path().toAbsolutePath().normalize(), workbench.view().get().filter().toText());
        }
    }

    private static String sentence(Exception failure) {
        if (failure instanceof CaseFileException) {
            return failure.getMessage();
        }
        return failure instanceof IOException ? "A file could not be read or written: " + failure.getMessage()
                : "Something unforeseen happened; details are in the log file.";
    }

    public void close() {
        OpenCase open = workbench.openCase().get();
        if (open != null) {
            remember();
            workbench.show(null);
            workbench.page().set(Workbench.Page.START);
            open.file().close();
        }
    }
}
