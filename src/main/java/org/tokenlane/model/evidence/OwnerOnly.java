package org.tokenlane.model.evidence;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;

/** Files with evidence in them, which only their owner may read and write. */
public final class OwnerOnly {

    private static final Logger LOG = System.getLogger(OwnerOnly.class.getName());

    private OwnerOnly() {
    }

    /**
     * A new, empty file of a name of its own beside this one, for what takes its place when it is complete. Only its
     * owner may read and write it.
     *
     * @param suffix
     *            how its name ends
     */
    public static Path temporary(Path beside, String suffix) throws IOException {
        Path made = Files.createTempFile(beside.toAbsolutePath().getParent(), "." + beside.getFileName() + "-", suffix);
        try {
            // a new file has no other rights where the system knows POSIX; on Windows it has those of its folder
            if (Files.getFileAttributeView(made, PosixFileAttributeView.class) == null) {
                restrict(made);
            }
            return made;
        } catch (IOException | RuntimeException refused) {
            Files.deleteIfExists(made);
            throw refused;
        }
    }

    /** Takes all rights on a file from all but its owner, as far as the file system knows rights. */
    public static void restrict(Path file) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        AclFileAttributeView acl = Files.getFileAttributeView(file, AclFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rw-------"));
        } else if (acl != null && Files.getFileStore(file).supportsFileAttributeView(AclFileAttributeView.class)) {
            acl.setAcl(List.of(AclEntry.newBuilder().setType(AclEntryType.ALLOW).setPrincipal(acl.getOwner())
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class)).build()));
        }
    }

    /**
     * Creates a folder where there is none, and takes all rights on it from all but its owner, as {@link #restrict}.
     */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder);
        PosixFileAttributeView posix = Files.getFileAttributeView(folder, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rwx------"));
        }
    }

    /**
     * Waits until the name of a file is on the disk, after it was given: without that, the system may keep it in memory
     * for some seconds, and a drive that is taken away or a power cut takes it back. Where a system cannot do that for
     * a folder, as Windows, nothing is done.
     */
    public static void sync(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notHere) {
            LOG.log(Level.DEBUG, "the folder is not written to the disk", notHere);
        }
    }

    /** Gives a complete file the name of another, in one step where the file system can. */
    public static void replace(Path complete, Path target) throws IOException {
        try {
            Files.move(complete, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException notHere) {
            Files.move(complete, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
