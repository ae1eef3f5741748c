package org.tokenlane.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.text.Block;
import org.tokenlane.ingest.text.BlockReader;
import org.tokenlane.ingest.text.ColumnNames;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.HeaderNames;
import org.tokenlane.ingest.text.RecordReader;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.text.Text;

/** Each record belongs to exactly one shape. */
class ImportersTest {

    private static final Path FIXTURES = Path.of("src/test/resources/ingest");

    static Stream<Path> fixtures() throws IOException {
        try (Stream<Path> all = Files.walk(FIXTURES)) {
            return all.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    private static void read(Path fixture, java.util.function.Consumer<Value> rows) throws Exception {
        byte[] bytes = Files.readAllBytes(fixture);
        FileForm form = FileForm.of(bytes, Map.of());
        BlockReader reader = new BlockReader(new java.io.ByteArrayInputStream(bytes), form);
        for (Block block = reader.next(); block != null; block = reader.next()) {
            new RecordReader(form).read(block, new RecordReader.Visitor() {
                @Override
                public void record(int number, Value row) {
                    rows.accept(row);
                }

                @Override
                public void damaged(int number, Text reason) {
                    // some fixtures hold damaged records on purpose
                }
            });
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void everyRecordOfAFixtureIsAcceptedByExactlyOneImporter(Path fixture) throws Exception {
        List<Value> rows = new ArrayList<>();
        read(fixture, rows::add);
        assertThat(rows).isNotEmpty().allSatisfy(
                row -> assertThat(Importers.all().stream().filter(importer -> importer.accepts(row))
                        .map(importer -> importer.shape().id())).hasSize(1));
    }

    @Test
    void everyImporterHasAFixture() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (Path fixture : fixtures().toList()) {
            read(fixture, row -> Importers.all().stream().filter(importer -> importer.accepts(row))
                    .forEach(importer -> seen.add(importer.shape().id())));
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(
                Importers.all().stream().map(importer -> importer.shape().id()).collect(Collectors.toSet()));
    }

    @Test
    void everyShapeHasAnIdOfItsOwn() {
        List<String> ids = Importers.all().stream().map(Importer::shape).map(shape -> shape.id()).toList();
        assertThat(ids).doesNotHaveDuplicates();
    }

    /** By these columns an unknown file is told to which shape it comes nearest. */
    @Test
    void mostColumnsThatMarkAShapeAreInItsFixtures() throws Exception {
        Map<Shape, Set<String>> names = new HashMap<>();
        for (Path fixture : fixtures().toList()) {
            read(fixture, row -> Importers.all().stream().filter(importer -> importer.accepts(row))
                    .forEach(importer -> names.computeIfAbsent(importer.shape(), shape -> new TreeSet<>())
                            .addAll(names(row))));
        }
        names.forEach((shape,
                found) -> assertThat(
                        shape.columns().stream().map(ColumnNames::normalise).filter(found::contains).count())
                        .as(shape.id() + ": " + shape.columns() + " in " + found)
                        .isGreaterThan(shape.columns().size() / 2));
    }

    /** The names in a record and, where it is a wrapper around another (Splunk's result), in that. */
    private static List<String> names(Value row) {
        return Stream.concat(row.names().stream(), row.names().stream().flatMap(name -> row.get(name).names().stream()))
                .map(ColumnNames::normalise).toList();
    }

    /** Else the rows of a table that was joined to another one would be read with that one's columns. */
    @Test
    void theColumnsOfEveryTableAreKnownAsAHeader() {
        assertThat(Importers.all()).extracting(Importer::shape)
                .filteredOn(shape -> shape.container() == Shape.Container.CSV && shape.columns().size() > 1)
                .allSatisfy(shape -> assertThat(HeaderNames.areHeader(shape.columns())).as(shape.id()).isTrue());
    }

    @Test
    void everyIdIsWrittenAlike() {
        assertThat(Importers.all()).extracting(importer -> importer.shape().id())
                .allMatch(id -> id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)+"));
    }
}
