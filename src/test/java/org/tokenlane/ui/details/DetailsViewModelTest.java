package org.tokenlane.ui.details;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Workbench;

/** What the details say about the selected event. */
@ExtendWith(ApplicationExtension.class)
class DetailsViewModelTest {

    @TempDir
    private Path folder;

    private TestCase test;
    private Workbench workbench;
    private DetailsViewModel model;

    @Start
    void start(Stage stage) {
        workbench = new Workbench();
        model = new DetailsViewModel(workbench.selection(), workbench.marking(), workbench.display(),
                workbench.enrichment(), workbench.messages(), workbench.background());
    }

    @BeforeEach
    void makeACase() {
        test = new TestCase(folder);
    }

    @AfterEach
    void closeTheCase() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, workbench::close);
    }

    private DetailsViewModel.Details select(int event) throws Exception {
        OpenCase open = OpenCase.load(test.caseFile());
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            workbench.show(open);
            workbench.selection().event().set(event);
        });
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> model.details().get() != null);
        return model.details().get();
    }

    private static String json(int number) {
        String row = PurviewRows.row(number, "Send", "");
        return row.substring(row.indexOf('{'), row.lastIndexOf('}') + 1).replace("\"\"", "\"");
    }

    @Test
    void eachRawRecordHasItsOwnShapeWhereSeveralExportsHoldTheEvent() throws Exception {
        String row = PurviewRows.row(1, "Send", "");
        test.loadOne(test.write("a.json", json(1)));
        test.loadOne(test.write("b.csv", PurviewRows.table(0, 0) + row));
        test.loadOne(test.write("c.json", json(1) + "\n" + json(2)));
        test.loadOne(test.write("d.csv", PurviewRows.table(5, 1) + row));
        assertThat(select(0).records()).hasSize(4).allSatisfy(
                record -> assertThat(record.shape())
                        .isEqualTo(record.text().startsWith("{") ? "auditdata-json" : "purview-csv"));
    }
}
