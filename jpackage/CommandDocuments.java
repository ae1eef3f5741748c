import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tokenlane.cli.TokenlaneCommand;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/**
 * Writes a man page for each command (as AsciiDoc, which the build turns into man pages) and the completion for bash into
 * the folder given. The build runs this file as it is.
 */
class CommandDocuments {

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        CommandLine commands = TokenlaneCommand.all();
        Path pages = Files.createDirectories(folder.resolve("asciidoc"));
        int failed = ManPageGenerator.generateManPage(pages.toFile(), null, new boolean[0], true,
                commands.getCommandSpec());
        if (failed != 0) {
            throw new IOException("The man pages could not be written to " + pages);
        }
        Path completion = Files.createDirectories(folder.resolve("bash-completion"));
        Files.writeString(completion.resolve("tokenlane"), AutoComplete.bash("tokenlane", commands));
    }
}
