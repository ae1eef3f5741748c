package org.tokenlane.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.FindingsCheck;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.detect.library.Library;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.report.manifest.SignedManifest;
import org.tokenlane.report.manifest.SigningKey;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "manifest", mixinStandardHelpOptions = true)
final class ManifestCommand implements Callable<Integer> {

    static final String VARIABLE = "TOKENLANE_KEY_PASSWORD";
    /** The case contains what was signed, and more. */
    private static final int CHANGED_SINCE = 3;

    @Option(names = "--new-key")
    private boolean newKey;

    @Option(names = "--sign")
    private boolean sign;

    @Option(names = "--check")
    private boolean check;

    @Option(names = "--case", paramLabel = "FILE")
    private @Nullable Path caseFile;

    @Mixin
    private PasswordOptions password;

    @Option(names = "--key", paramLabel = "FILE")
    private @Nullable Path key;

    @Option(names = "--key-password", arity = "0..1", interactive = true, echo = false, paramLabel = "PASSWORD")
    private @Nullable char[] keyPassword;

    @Option(names = "--key-password-file", paramLabel = "FILE")
    private @Nullable Path keyPasswordFile;

    @Option(names = "--fingerprint", paramLabel = "HEX")
    private @Nullable String fingerprint;

    @Option(names = "--manifest", paramLabel = "FILE")
    private @Nullable Path manifest;

    @Option(names = "--json")
    private boolean json;

    @ParentCommand
    private TokenlaneCommand parent;

    @Override
    public Integer call() {
        if ((newKey ? 1 : 0) + (sign ? 1 : 0) + (check ? 1 : 0) != 1) {
            throw new CommandFailure(CliText.MANIFEST_ONE_OF.with(), CaseCommand.WRONG_USAGE);
        }
        if (newKey) {
            return makeKey();
        }
        if (caseFile == null) {
            throw new CommandFailure(CliText.MANIFEST_NEEDS_CASE.with(), CaseCommand.WRONG_USAGE);
        }
        return sign ? sign(caseFile) : check(caseFile);
    }

    private int makeKey() {
        Path file = key();
        try {
            SigningKey made = SigningKey.create(file, keyPassword());
            parent.output().line(CliText.KEY_MADE, file, made.fingerprint());
            return CaseCommand.DONE;
        } catch (IOException e) {
            throw CommandFailure.unwritten(file, e);
        }
    }

    private int sign(Path path) {
        Path file = key();
        SigningKey signing;
        try {
            signing = SigningKey.read(file, keyPassword());
        } catch (IOException e) {
            throw CommandFailure.unread(file, e);
        }
        try (CaseFile opened = password.open(path, parent.environment())) {
            Path target = target(opened);
            refuse(target);
            // nobody is to sign what is not intact
            List<String> faults = faults(opened);
            if (!faults.isEmpty()) {
                faults.forEach(parent.output()::value);
                throw new CommandFailure(CliText.NOT_SIGNED.with(faults.size()));
            }
            try {
                SignedManifest.sign(opened, signing, Analyst.name(), target);
            } catch (IOException e) {
                throw CommandFailure.unwritten(target, e);
            }
            parent.output().line(CliText.SIGNED, target, signing.fingerprint());
            return CaseCommand.DONE;
        }
    }

    private List<String> faults(CaseFile opened) {
        Library library = parent.library() == null ? Library.EMPTY : Library.read(parent.library());
        return FindingsCheck.faults(opened, new RecordDetails(),
                new KnownNetworks(Enrichment.of(Networks.shipped())), library, Progress.NONE);
    }

    /** Refuses to write the manifest over the case, the key, or any other file that is not a manifest. */
    private static void refuse(Path target) {
        try {
            SignedManifest.refuseOtherFile(target);
        } catch (IOException e) {
            throw CommandFailure.unread(target, e);
        }
    }

    private int check(Path path) {
        try (CaseFile opened = password.open(path, parent.environment())) {
            Path file = target(opened);
            SignedManifest.Check result;
            try {
                result = SignedManifest.read(file).check(opened, expected());
            } catch (IOException e) {
                throw CommandFailure.unread(file, e);
            }
            List<String> said = new ArrayList<>();
            result.said().forEach(text -> said.add(text.toString()));
            List<String> faults = result.outcome() == SignedManifest.Outcome.BROKEN ? List.of()
                    : faults(opened);
            if (json) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("ok", result.outcome() == SignedManifest.Outcome.SOUND && faults.isEmpty());
                map.put("fingerprint", result.fingerprint());
                map.put("said", said);
                map.put("faults", faults);
                parent.output().json(map);
            } else {
                said.forEach(parent.output()::value);
                faults.forEach(parent.output()::value);
                if (result.outcome() != SignedManifest.Outcome.BROKEN && expected() == null) {
                    parent.output().line(CliText.COMPARE_FINGERPRINT);
                }
            }
            if (result.outcome() == SignedManifest.Outcome.BROKEN || !faults.isEmpty()) {
                throw new CommandFailure(CliText.MANIFEST_BROKEN.with(path));
            }
            return result.outcome() == SignedManifest.Outcome.BEYOND ? CHANGED_SINCE : CaseCommand.DONE;
        }
    }

    private @Nullable String expected() {
        if (fingerprint != null || key == null) {
            return fingerprint;
        }
        try {
            return SigningKey.fingerprint(key);
        } catch (IOException e) {
            throw CommandFailure.unread(key, e);
        }
    }

    private Path target(CaseFile opened) {
        return manifest == null ? SignedManifest.beside(opened.path()) : manifest;
    }

    private Path key() {
        if (key == null) {
            throw new CommandFailure(CliText.MANIFEST_NEEDS_KEY.with(), CaseCommand.WRONG_USAGE);
        }
        return key;
    }

    private char[] keyPassword() {
        char[] secret = keyPassword;
        if (secret == null && keyPasswordFile != null) {
            secret = PasswordOptions.read(keyPasswordFile);
        }
        if (secret == null) {
            secret = parent.environment().getOrDefault(VARIABLE, "").toCharArray();
        }
        if (secret.length == 0) {
            throw new CommandFailure(CliText.KEY_NEEDS_PASSWORD.with(), CaseCommand.WRONG_USAGE);
        }
        return secret;
    }
}
