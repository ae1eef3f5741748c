package org.tokenlane.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.job.Task;
import org.tokenlane.job.Work;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.evidence.OwnerOnly;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.text.Text;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.sample.SampleTenant;
import org.tokenlane.sample.ShippedSample;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CaseFileException;
import org.tokenlane.ui.imports.CaseMaker;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.Reasons;
import org.tokenlane.ui.state.Activity;
import org.tokenlane.ui.state.InvestigationTab;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** Opens, makes and closes cases. */
public final class Cases implements CaseMaker {

    private static final String FOLDER = "cases.folder";
    private static final String VIEW = "view.";
    /** The parts of the filter that are switched off, each as it is written. */
    private static final String OFF = "off.";
    /** Between parts: a character that nobody writes in a filter. */
    private static final String BETWEEN = "\u001f";
    private static final String PAGE = "page.";
    private static final String TAB = "tab.";

    private final Workbench workbench;
    private final Settings settings;
    private final Dialogs dialogs;
    private final Path usual;
    private final Supplier<@Nullable InputStream> sample;
    private CountDownLatch closing = new CountDownLatch(0);

    /**
     * @param usual
     *            where cases are kept until the analyst chooses another folder
     */
    public Cases(Workbench workbench, Settings settings, Dialogs dialogs, Path usual) {
        this(workbench, settings, dialogs, usual, ShippedSample::open);
    }

    Cases(Workbench workbench, Settings settings, Dialogs dialogs, Path usual,
            Supplier<@Nullable InputStream> sample) {
        this.sample = sample;
        this.usual = usual;
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
        workbench.background()
                .task(WorkLane.LONG, progress -> Files.isRegularFile(file) && CaseFile.isEncrypted(file))
                .onDone(encrypted -> {
                    if (encrypted) {
                        askPassword(file, false);
                    } else {
                        load(progress -> CaseFile.open(file, null), () -> {
                        }, failure -> refused(file, null, failure));
                    }
                }).onFailed(this::notOpened).start();
    }

    /** Opens an encrypted case; a password that does not open it can be entered again. */
    private void askPassword(Path file, boolean again) {
        char[] password = dialogs.password(file.getFileName().toString(), again);
        if (password != null) {
            load(progress -> CaseFile.open(file, password), () -> {
            }, failure -> {
                if (failure instanceof CaseFileException refused && refused.isWrongPassword()) {
                    askPassword(file, true);
                } else {
                    refused(file, password, failure);
                }
            });
        }
    }

    /** A case that another program has open can be read in a copy; anything else is said. */
    private void refused(Path file, char @Nullable [] password, Exception failure) {
        if (failure instanceof CaseFileException inUse && inUse.isInUse()) {
            workbench.background().task(WorkLane.LONG, progress -> Files.size(file))
                    .onDone(size -> offerCopy(file, password, inUse, size)).onFailed(this::notOpened).start();
        } else {
            notOpened(failure);
        }
    }

    private void offerCopy(Path file, char @Nullable [] password, CaseFileException inUse, long size) {
        workbench.messages().clear();
        if (dialogs.agrees(ShellText.CASE_NOT_OPENED.with(),
                ShellText.COPY_OFFERED.with(Reasons.of(inUse), Math.ceilDiv(size, 1L << 20)),
                ShellText.OPEN_COPY.with())) {
            load(progress -> CaseFile.openCopy(file, password), () -> {
            });
        }
    }

    /** A copy is not the case: it can be exchanged for it. */
    private boolean isOpen(Path file) {
        OpenCase open = workbench.selection().openCase().get();
        return open != null && open.file().copiedAt() == null
                && open.file().path().toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize());
    }

    @Override
    public Path folder() {
        return Path.of(settings.text(FOLDER, usual.toString()));
    }

    /** Makes a case, with its folder where there is none, opens it, and remembers the folder for the next case. */
    @Override
    public void make(Path file, char @Nullable [] password, Runnable opened, Consumer<@Nullable Text> failed) {
        Path parent = file.getParent();
        load(progress -> {
            if (parent != null) {
                Files.createDirectories(parent);
            }
            return CaseFile.create(file, password, Analyst.name());
        }, () -> {
            if (parent != null) {
                settings.put(FOLDER, parent);
            }
            opened.run();
        }, failure -> failed.accept(Reasons.of(failure)), () -> failed.accept(null));
    }

    /**
     * Opens the sample tenant's case as if for the first time: the one that came with the program, or where none did
     * one that is made anew.
     *
     * @param folder
     *            where it is put
     * @param opened
     *            runs when it is open
     */
    public void sample(Path folder, Runnable opened) {
        Path file = folder.resolve("sample.tlcase");
        if (isOpen(file)) {
            opened.run();
            return;
        }
        // a new one begins at its first page
        for (String what : new String[] { VIEW, OFF, PAGE, TAB }) {
            settings.put(key(what, file), "");
        }
        load(progress -> {
            Files.createDirectories(folder);
            Files.deleteIfExists(file);
            try (InputStream shipped = sample.get()) {
                return shipped == null ? made(folder, file, progress) : copied(shipped, file);
            }
        }, opened);
    }

    private static CaseFile copied(InputStream shipped, Path file) throws IOException {
        Files.copy(shipped, file);
        OwnerOnly.restrict(file);
        return CaseFile.open(file, null);
    }

    private static CaseFile made(Path folder, Path file, Progress progress) throws IOException {
        Path exports = Files.createDirectories(folder.resolve("exports"));
        SampleTenant.write(exports);
        CaseFile made = CaseFile.create(file, null, "sample");
        new ImportService(made, Importers.all()).importAll(List.of(exports), ImportOptions.by("sample"), progress);
        return made;
    }

    private void load(Work<CaseFile> source, Runnable next) {
        load(source, next, this::notOpened);
    }

    private void load(Work<CaseFile> source, Runnable next, Consumer<Exception> failed) {
        load(source, next, failed, () -> {
        });
    }

    private void load(Work<CaseFile> source, Runnable next, Consumer<Exception> failed, Runnable stopped) {
        CountDownLatch before = closing;
        AtomicReference<@Nullable CaseFile> loaded = new AtomicReference<>();
        Task<OpenCase> task = workbench.background().task(WorkLane.LONG, progress -> {
            // the case that was closed last may be the one that is opened
            before.await();
            CaseFile file = source.run(progress);
            try {
                progress.stopIfCancelled();
                OpenCase opened = OpenCase.load(file);
                progress.stopIfCancelled();
                loaded.set(file);
                return opened;
            } catch (RuntimeException e) {
                file.close();
                throw e;
            }
        });
        Activity activity = workbench.activities().begin(ShellText.OPENING.with(), task::cancel);
        task.onProgress(activity::follow).onCancelled(() -> {
            workbench.activities().end(activity);
            CaseFile unwanted = loaded.get();
            if (unwanted != null) {
                close(unwanted);
            }
            stopped.run();
        }).onDone(opened -> {
            workbench.activities().end(activity);
            OpenCase shown = workbench.selection().openCase().get();
            remember();
            workbench.show(opened);
            workbench.navigation().page().set(Page.START);
            lookAgain(opened);
            workbench.messages().clear();
            workbench.background().task(WorkLane.CHANGE, progress -> {
                settings.opened(opened.file().path());
                return opened;
            }).start();
            if (shown != null) {
                close(shown.file());
            }
            next.run();
        }).onFailed(failure -> {
            workbench.activities().end(activity);
            failed.accept(failure);
        }).start();
    }

    private void notOpened(Exception failure) {
        workbench.messages().clear();
        dialogs.problem(ShellText.CASE_NOT_OPENED.with(), Reasons.of(failure));
    }

    private void close(CaseFile file) {
        CountDownLatch closed = new CountDownLatch(1);
        closing = closed;
        workbench.background().task(WorkLane.CHANGE, progress -> {
            try {
                file.close();
            } finally {
                closed.countDown();
            }
            return file;
        }).start();
    }

    /** Gives the cases that were open last. */
    void recent(Consumer<List<Path>> then) {
        workbench.background().latest("recent-cases", WorkLane.CHANGE, progress -> settings.recent()).onDone(then)
                .start();
    }

    /** Looks at what was looked at when the case was closed; a filter that is no longer understood is ignored. */
    private void lookAgain(OpenCase opened) {
        Path file = opened.file().path();
        String filter = settings.text(key(VIEW, file), "");
        workbench.navigation().go(new ViewState(read(filter).map(ViewState::of).map(ViewState::parts).orElse(List.of()),
                Arrays.stream(settings.text(key(OFF, file), "").split(BETWEEN)).filter(part -> !part.isEmpty())
                        .flatMap(part -> read(part).stream()).toList()));
        String page = settings.text(key(PAGE, file), filter.isEmpty() ? "" : Page.INVESTIGATE.name());
        Arrays.stream(Page.values()).filter(known -> known.name().equals(page)).findFirst()
                .ifPresent(workbench.navigation().page()::set);
        workbench.navigation().tab().set(InvestigationTab.named(settings.text(key(TAB, file), ""))
                .orElse(InvestigationTab.EVENTS));
    }

    private static Optional<Filter> read(String filter) {
        try {
            return Optional.of(FilterParser.parse(filter));
        } catch (FilterSyntaxException outdated) {
            return Optional.empty();
        }
    }

    private static String key(String what, Path file) {
        return what + file.toAbsolutePath().normalize();
    }

    /** Remembers what is looked at in the open case. */
    public void remember() {
        OpenCase open = workbench.selection().openCase().get();
        if (open != null) {
            Path file = open.file().path();
            ViewState view = workbench.selection().view().get();
            settings.put(key(VIEW, file), view.filter().toText());
            settings.put(key(OFF, file), view.off().stream().map(Filter::toText).collect(Collectors.joining(BETWEEN)));
            settings.put(key(PAGE, file), workbench.navigation().page().get().name());
            settings.put(key(TAB, file), workbench.navigation().tab().get().name());
        }
    }

    public void close() {
        OpenCase open = workbench.selection().openCase().get();
        if (open != null) {
            remember();
            workbench.show(null);
            workbench.navigation().page().set(Page.START);
            close(open.file());
        }
    }
}
