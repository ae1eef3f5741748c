package org.tokenlane.store;

import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * Makes H2 keep its one file as {@code NAME.tlcase} instead of {@code NAME.mv.db}: a file system scheme that maps the
 * one name to the other, both ways.
 */
public final class TlcasePath extends FilePathWrapper {

    static final String SCHEME = "tlcase";
    /** H2's scheme of the ordinary files below this one. */
    static final String FILES = "file:";
    static final String SUFFIX = ".tlcase";
    static final String H2_SUFFIX = ".mv.db";
    /** A semicolon would end the path in H2's address of a database, so this private character stands for it there. */
    private static final char SEMICOLON = '\ue03b';

    static void register() {
        FilePath.register(new TlcasePath());
    }

    /** H2's address of the case at this path; settings may follow it. */
    static String address(Path file) {
        String name = file.toAbsolutePath().normalize().toString();
        return "jdbc:h2:" + SCHEME + ':' + mapped(name, SUFFIX, "").replace(';', SEMICOLON);
    }

    /** The name of the case's file in this file system. */
    static String storeName(Path file) {
        return SCHEME + ':'
                + mapped(file.toAbsolutePath().normalize().toString(), SUFFIX, H2_SUFFIX).replace(';', SEMICOLON);
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    protected FilePath unwrap(String path) {
        return FilePath
                .get(FILES + mapped(path.substring(getPrefix().length()), H2_SUFFIX, SUFFIX).replace(SEMICOLON, ';'));
    }

    @Override
    public FilePathWrapper wrap(FilePath base) {
        FilePathWrapper wrapped = super.wrap(base);
        if (wrapped instanceof TlcasePath own) {
            own.name = mapped(own.name, SUFFIX, H2_SUFFIX).replace(';', SEMICOLON);
        }
        return wrapped;
    }

    private static String mapped(String path, String from, String to) {
        return path.endsWith(from) ? path.substring(0, path.length() - from.length()) + to : path;
    }
}
