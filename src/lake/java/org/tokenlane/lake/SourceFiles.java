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
import scala.jdk.javaapi.CollectionConverters;

/** Files of any file system that Hadoop knows, for the driver and, with the driver's settings, for executors. */
final class SourceFiles implements Serializable {

    private static final long serialVersionUID = 1;
    /** In front of settings of Hadoop in those of Spark. */
    private static final String HADOOP = "spark.hadoop.";

    private final HashMap<String, String> settings = new HashMap<>();
    private transient volatile @Nullable Configuration configuration;

    private SourceFiles(Configuration configuration) {
        for (Map.Entry<String, String> entry : configuration) {
            settings.put(entry.getKey(), entry.getValue());
        }
    }

    /** With the settings of the machine's own files and those of the session, as Spark itself has them. */
    static SourceFiles of(SparkSession spark) {
        Configuration configuration = new Configuration();
        CollectionConverters.asJava(spark.conf().getAll()).forEach((name, value) -> {
            if (value != null) {
                configuration.set(name.startsWith(HADOOP) ? name.substring(HADOOP.length()) : name, value);
            }
        });
        fromEnvironment(configuration, System.getenv());
        return new SourceFiles(configuration);
    }

    /** The keys to S3 that only the machine of the driver has in its environment; Spark passes them on in this way. */
    static void fromEnvironment(Configuration configuration, Map<String, String> environment) {
        if (environment.containsKey("AWS_ACCESS_KEY_ID") && environment.containsKey("AWS_SECRET_ACCESS_KEY")) {
            configuration.setIfUnset("fs.s3a.access.key", environment.get("AWS_ACCESS_KEY_ID"));
            configuration.setIfUnset("fs.s3a.secret.key", environment.get("AWS_SECRET_ACCESS_KEY"));
            if (environment.containsKey("AWS_SESSION_TOKEN")) {
                configuration.setIfUnset("fs.s3a.session.token", environment.get("AWS_SESSION_TOKEN"));
            }
        }
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
