package org.tokenlane.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.detail.ContentDetail;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.text.Block;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.RecordReader;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.detail.RecordOpener;
import org.tokenlane.model.text.Text;

/** Opens stored records with the importers that know their shapes. */
public final class RecordDetails implements RecordOpener {

    private final Recogniser recogniser = new Recogniser(Importers.all());

    @Override
    public File file(byte[] firstBlock, Map<String, String> columnNames) {
        FileForm form;
        try {
            form = FileForm.of(firstBlock, columnNames);
        } catch (UnreadableFileException notAsItWasAtImport) {
            return record -> RecordDetail.NONE;
        }
        return new OneForm(new RecordReader(form));
    }

    private final class OneForm implements File {

        private final RecordReader reader;
        private volatile @Nullable Importer likely;

        OneForm(RecordReader reader) {
            this.reader = reader;
        }

        @Override
        public RecordDetail detail(byte[] record) {
            RecordDetail[] detail = { RecordDetail.NONE };
            reader.read(Block.of(record), new RecordReader.Visitor() {
                @Override
                public void record(int number, Value row) {
                    for (Recogniser.Match match : recogniser.matches(row, likely)) {
                        if (match.importer() != null) {
                            likely = match.importer();
                            detail[0] = ContentDetail.of(match.importer().content(match.record()), row,
                                    new String(record, StandardCharsets.UTF_8));
                            break;
                        }
                    }
                }

                @Override
                public void damaged(int number, Text reason) {
                    // nothing more is known of it than its event
                }
            });
            return detail[0];
        }
    }
}
