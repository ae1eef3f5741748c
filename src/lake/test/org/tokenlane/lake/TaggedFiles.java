package org.tokenlane.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.tokenlane.model.evidence.Sha256;

/** A file system with a scheme of its own, as storage of a cloud is: it has an ETag for each content of a file. */
public final class TaggedFiles extends RawLocalFileSystem {

    static final String SCHEME = "tagged";
    /** Behind so many bytes a file that is read on breaks off, as often as is said. */
    static final int BREAKS_AFTER = 2 << 20;
    static final AtomicInteger BREAKS = new AtomicInteger();

    private static final class Tagged extends FileStatus implements EtagSource {

        private static final long serialVersionUID = 1;
        private final String etag;

        Tagged(FileStatus status, String etag) {
            super(status.getLen(), false, 1, status.getBlockSize(), status.getModificationTime(), status.getPath());
            this.etag = etag;
        }

        @Override
        public String getEtag() {
            return etag;
        }
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        FileStatus status = super.getFileStatus(path);
        return status.isFile() ? new Tagged(status, etag(path)) : status;
    }

    String etag(Path path) throws IOException {
        try (var in = Files.newInputStream(pathToFile(path).toPath())) {
            return "\"" + Sha256.of(in) + "\"";
        }
    }

    @Override
    public FileStatus[] listStatus(Path path) throws IOException {
        FileStatus[] all = super.listStatus(path);
        for (int i = 0; i < all.length; i++) {
            all[i] = getFileStatus(all[i].getPath());
        }
        return all;
    }

    @Override
    public FSDataInputStream open(Path path, int buffer) throws IOException {
        if (!pathToFile(path).exists()) {
            throw new FileNotFoundException(path.toString());
        }
        return new FSDataInputStream(new Breaking(super.open(path, buffer)));
    }

    private static final class Breaking extends FSInputStream {

        private final FSDataInputStream in;

        Breaking(FSDataInputStream in) {
            this.in = in;
        }

        private void mayBreak() throws IOException {
            if (in.getPos() >= BREAKS_AFTER && BREAKS.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IOException("Connection reset");
            }
        }

        @Override
        public void seek(long to) throws IOException {
            in.seek(to);
        }

        @Override
        public long getPos() throws IOException {
            return in.getPos();
        }

        @Override
        public boolean seekToNewSource(long to) throws IOException {
            return in.seekToNewSource(to);
        }

        @Override
        public int read() throws IOException {
            mayBreak();
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            mayBreak();
            return in.read(target, offset, length);
        }

        @Override
        public int read(long from, byte[] target, int offset, int length) throws IOException {
            return in.read(from, target, offset, length);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
