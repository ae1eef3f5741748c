package org.tokenlane.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

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

    /** The files below the paths, in the order of their names; what is hidden or kept by other tools is left out. */
    List<LakeFile> below(List<String> paths) throws IOException {
        List<LakeFile> found = new ArrayList<>();
        for (String path : paths) {
            FileSystem system = system(path);
            FileStatus[] matches = system.globStatus(new Path(path));
            if (matches == null || matches.length == 0) {
                throw new LakeException(LakeText.NOT_FOUND.with(path));
            }
            for (FileStatus match : matches) {
                add(system, match, found);
            }
        }
        return found.stream().distinct().toList();
    }

    private static void add(FileSystem system, FileStatus status, List<LakeFile> found) throws IOException {
        if (status.isFile()) {
            found.add(new LakeFile(status.getPath().toString(), status.getLen(), status.getModificationTime()));
            return;
        }
        List<FileStatus> children = new ArrayList<>(List.of(system.listStatus(status.getPath())));
        children.sort(Comparator.comparing(child -> child.getPath().getName()));
        for (FileStatus child : children) {
            String name = child.getPath().getName();
            if (!name.startsWith(".") && !name.startsWith("_")) {
                add(system, child, found);
            }
        }
    }
}
