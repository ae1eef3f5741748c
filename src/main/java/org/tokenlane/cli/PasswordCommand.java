package org.tokenlane.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CasePassword;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(name = "password", mixinStandardHelpOptions = true)
final class PasswordCommand implements Callable<Integer> {

    @Option(names = "--case", required = true, paramLabel = "FILE")
    private Path caseFile;

    @Mixin
    private PasswordOptions password;

    @Option(names = "--new-password", arity = "0..1", interactive = true, echo = false, paramLabel = "PASSWORD")
    private @Nullable char[] newPassword;

    @Option(names = "--new-password-file", paramLabel = "FILE")
    private @Nullable Path newPasswordFile;

    @Option(names = "--remove")
    private boolean remove;

    @ParentCommand
    private TokenlaneCommand parent;

    @Override
    public Integer call() {
        int wishes = (newPassword == null ? 0 : 1) + (newPasswordFile == null ? 0 : 1) + (remove ? 1 : 0);
        if (wishes != 1) {
            throw new CommandFailure(CliText.PASSWORD_ONE_OF.with(), CaseCommand.WRONG_USAGE);
        }
        char[] after = newPasswordFile == null ? newPassword : PasswordOptions.read(newPasswordFile);
        if (after != null && after.length == 0) {
            throw new CommandFailure(CliText.PASSWORD_ONE_OF.with(), CaseCommand.WRONG_USAGE);
        }
        password.opened(caseFile, parent.environment(), before -> {
            CasePassword.change(caseFile, before, after, Analyst.name());
            return true;
        });
        parent.output().line(after == null ? CliText.PASSWORD_REMOVED : CliText.PASSWORD_SET, CaseFile.named(caseFile));
        if (after != null) {
            CasePassword.plainCopies(caseFile).forEach(copy -> parent.output().line(CliText.PLAIN_COPY, copy));
        }
        CasePassword.weakCopies(caseFile).forEach(copy -> parent.output().line(CliText.WEAK_COPY, copy));
        return CaseCommand.DONE;
    }
}
