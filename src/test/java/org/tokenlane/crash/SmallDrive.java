package org.tokenlane.crash;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A drive of its own that can be full or be taken away. It needs the rights of the administrator, and Linux; a test that
 * asks for one is skipped, with the reason, where the system does not allow it.
 */
final class SmallDrive {

    private static final long BYTES = 96L << 20;
    /** As the header of the system's ext4 has it: EXT4_IOC_SHUTDOWN, without writing what is not written yet. */
    private static final String PULL = "import fcntl,os,struct,sys;"
            + "fcntl.ioctl(os.open(sys.argv[1],os.O_RDONLY),0x8004587D,struct.pack('I',2))";

    private final Path mounted;
    private final List<String> mount;
    private final List<String> pull;

    private SmallDrive(Path mounted, List<String> mount, List<String> pull) {
        this.mounted = mounted;
        this.mount = mount;
        this.pull = pull;
    }

    /** One in the memory, which can be full. */
    static SmallDrive inMemory(Path folder) throws Exception {
        Path mounted = Files.createDirectory(folder.resolve("drive"));
        return mounted(new SmallDrive(mounted,
                List.of("mount", "-t", "tmpfs", "-o", "size=" + BYTES, "tmpfs", mounted.toString()), List.of()));
    }

    /** One in a file, which can be taken away. */
    static SmallDrive inFile(Path folder) throws Exception {
        Path image = folder.resolve("image");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(BYTES);
        }
        Assumptions.assumeTrue(call("mkfs.ext4", "-q", "-m", "0", image.toString()) == 0,
                "mkfs.ext4 makes no file system here");
        Path mounted = Files.createDirectory(folder.resolve("drive"));
        return mounted(new SmallDrive(mounted,
                List.of("mount", "-o", "loop", image.toString(), mounted.toString()),
                List.of("python3", "-c", PULL, mounted.toString())));
    }

    /**
     * A share, of a folder on this computer, whose program can be killed: every access fails from then on, as with one
     * whose server is gone. It needs the program bindfs.
     */
    static SmallDrive share(Path folder) throws Exception {
        Path served = Files.createDirectory(folder.resolve("served"));
        Path mounted = Files.createDirectory(folder.resolve("drive"));
        return mounted(new SmallDrive(mounted, List.of("bindfs", served.toString(), mounted.toString()),
                List.of("pkill", "-9", "-f", "^bindfs " + served)));
    }

    private static SmallDrive mounted(SmallDrive drive) throws Exception {
        Assumptions.assumeTrue(drive.mount(),
                "only an administrator may mount a drive, and bindfs is needed for a share");
        Files.createDirectory(drive.work());
        return drive;
    }

    private boolean mount() throws Exception {
        return call(mount.toArray(String[]::new)) == 0;
    }

    private static int call(String... command) throws Exception {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(1, TimeUnit.MINUTES) ? process.exitValue() : -1;
        } catch (IOException notHere) {
            return -1;
        }
    }

    /** Where a case may be put. */
    Path work() {
        return mounted.resolve("work");
    }

    long free() throws IOException {
        return Files.getFileStore(mounted).getUsableSpace();
    }

    /** Fills it, but for so many bytes. */
    void fill(long left) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler())) {
            byte[] piece = new byte[4096];
            while (free() >= left + piece.length) {
                out.write(piece);
            }
        } catch (IOException full) {
            // as full as it gets
        }
    }

    void makeRoom() throws IOException {
        Files.deleteIfExists(filler());
    }

    private Path filler() {
        return mounted.resolve("filler");
    }

    /** Writes what the test itself put on it, which is not to be lost. */
    void sync() throws Exception {
        if (call("sync", "-f", mounted.toString()) != 0) {
            throw new IllegalStateException("the drive was not written"); // not for people
        }
    }

    /** Takes it away: every access fails from now on, and what a drive has not written yet is lost. */
    void pull() throws Exception {
        if (call(pull.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("the drive was not taken away"); // not for people
        }
    }

    /** Puts it back. */
    void putBack() throws Exception {
        for (int tries = 0; call("umount", mounted.toString()) != 0 && tries < 50; tries++) {
            Thread.sleep(100);
        }
        if (!mount()) {
            throw new IllegalStateException("the drive was not put back"); // not for people
        }
    }

    void unmount() throws Exception {
        if (call("umount", mounted.toString()) != 0) {
            call("umount", "-l", mounted.toString());
        }
    }
}
