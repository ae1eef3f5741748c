package org.tokenlane.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.tables.SeekableFile;

/** Files of any file system that Hadoop knows, for the driver and, with the driver's settings, for executors. */
final class SourceFiles implements Serializable {

    private static final long serialVersionUID = 1;

    private final HashMap<String, String> settings = new HashMap<>();
    private transient volatile @Nullable Configuration configuration;

    private SourceFiles(Configuration configuration) {
        for (Map.Entry<String, String> entry : configuration) {
            settings.put(entry.getKey(), entry.getValue());
        }
    }

    static SourceFiles of(SparkSession spark) {
        return new SourceFiles(spark.sessionState().newHadoopConf());
    }

    private Configuration configuration() {
        Configuration known = configuration;
        if (known == null) {
            known = new Configuration(false);
            settings.forEach(known::set);
            configuration = known;
        }
        return known;
    }

    FileSystem system(String path) throws IOException {
        return new Path(path).getFileSystem(configuration());
    }

    InputStream open(String path) throws IOException {
        return system(path).open(new Path(path));
    }

    /** Opens a file at a place in it. */
    InputStream open(String path, long from) throws IOException {
        FSDataInputStream in = system(path).open(new Path(path));
        in.seek(from);
        return in;
    }

    /** A file of which any part is read. */
    SeekableFile seekable(LakeFile file) {
        return new Seekable(this, file);
    }

    private static final class Seekable implements SeekableFile {

        private final SourceFiles files;
        private final LakeFile file;
        private @Nullable FSDataInputStream in;

        Seekable(SourceFiles files, LakeFile file) {
            this.files = files;
            this.file = file;
        }

        @Override
        public String name() {
            return file.path();
        }

        @Override
        public long length() {
            return file.bytes();
        }

        @Override
        public ByteBuffer read(long from, int length) throws IOException {
            byte[] bytes = new byte[length];
            opened().readFully(from, bytes);
            return ByteBuffer.wrap(bytes);
        }

        private synchronized FSDataInputStream opened() throws IOException {
            FSDataInputStream open = in;
            if (open == null) {
                open = files.system(file.path()).open(new Path(file.path()));
                in = open;
            }
            return open;
        }

        @Override
        public synchronized void close() throws IOException {
            FSDataInputStream open = in;
            in = null;
            if (open != null) {
                open.close();
            }
        }
    }
}
