package org.tokenlane.ingest.tables;

import dev.hardwood.InputFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/**
 * A file as the Parquet library reads it. Where a page claims to be longer than what is left of its column, the library
 * asks for nothing again and again, for ever; here that ends with an error.
 */
final class ParquetInput implements InputFile {

    private final InputFile file;

    ParquetInput(InputFile file) {
        this.file = file;
    }

    static ParquetInput of(Path path) {
        return new ParquetInput(InputFile.of(path));
    }

    static ParquetInput of(SeekableFile file) {
        return new ParquetInput(new Seekable(file));
    }

    @Override
    public void open() throws IOException {
        file.open();
    }

    @Override
    public ByteBuffer readRange(long from, int length) throws IOException {
        if (length <= 0) {
            throw new IOException("nothing is to be read at " + from); // not for people
        }
        return file.readRange(from, length);
    }

    @Override
    public long length() throws IOException {
        return file.length();
    }

    @Override
    public String name() {
        return file.name();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private record Seekable(SeekableFile file) implements InputFile {

        @Override
        public void open() {
            // it is open
        }

        @Override
        public ByteBuffer readRange(long from, int length) throws IOException {
            return file.read(from, length);
        }

        @Override
        public long length() throws IOException {
            return file.length();
        }

        @Override
        public String name() {
            return file.name();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
