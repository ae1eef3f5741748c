package org.tokenlane.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.tokenlane.ingest.BlockMapper;
import org.tokenlane.ingest.DateOrders;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.Recogniser;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.files.EvidenceFile;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.Block;
import org.tokenlane.ingest.text.BlockReader;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.RecordReader;
import org.tokenlane.ingest.text.RecordRewriter;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.detail.RecordOpener;
import org.tokenlane.model.text.Text;

/**
 * What is true of every file, whatever is in it: its blocks are the file, each of its records is read once and becomes
 * an event, a state or a reject, and nothing ends with an exception but those that say why a file or a record is
 * refused.
 */
final class TextInvariants {

    private static final Recogniser RECOGNISER = new Recogniser(Importers.all());
    private static final RecordDetails DETAILS = new RecordDetails();
    /** Details are read of one record at a time, when somebody looks at it. */
    private static final int MOST_LOOKED_AT = 20;

    private TextInvariants() {
    }

    static void check(byte[] bytes) {
        EvidenceFile file = new EvidenceFile("file", "file", bytes.length, null,
                () -> new ByteArrayInputStream(bytes));
        try {
            check(file, bytes);
        } catch (UnreadableFileException refused) {
            if (refused.reason().toString().isEmpty()) {
                throw new AssertionError("refused without a reason");
            }
        } catch (IOException impossibleInMemory) {
            throw new AssertionError(impossibleInMemory);
        }
    }

    private static void check(EvidenceFile file, byte[] bytes) throws IOException, UnreadableFileException {
        FileForm form = FileForm.of(Arrays.copyOf(bytes, Math.min(bytes.length, FileForm.HEAD_BYTES)), Map.of());
        UnreadableFileException refused = null;
        List<Value> sample = List.of();
        try {
            Recogniser.Recognised seen = RECOGNISER.recognise(file, Map.of());
            form = seen.form();
            sample = seen.rows();
        } catch (UnreadableFileException unknown) {
            // its records are read all the same: damage further on must not matter
            refused = unknown;
        }
        DateOrders.Settled dates = new DateOrders(RECOGNISER).settle(file, form, sample, null);
        BlockMapper mapper = new BlockMapper(RECOGNISER, new RecordReader(form), new RowContext("file", dates.times()),
                1);
        RecordOpener.File details = DETAILS.file(Arrays.copyOf(bytes, Math.min(bytes.length, 1 << 18)), Map.of());
        int at = 0;
        int line = 1;
        int looked = 0;
        try (InputStream in = file.content().open()) {
            BlockReader blocks = new BlockReader(in, form);
            for (Block block = blocks.next(); block != null; block = blocks.next()) {
                same(bytes, at, block.bytes());
                at += block.bytes().length;
                line = inOrder(block, line);
                eachOnce(form, block);
                outcomes(block, mapper);
                for (int i = 0; i < block.size() && looked < MOST_LOOKED_AT; i++, looked++) {
                    look(form, details, record(block, i));
                }
            }
        }
        if (at != bytes.length) {
            throw new AssertionError("of " + bytes.length + " bytes " + at + " are in blocks");
        }
        if (refused != null) {
            throw refused;
        }
    }

    private static void same(byte[] bytes, int at, byte[] block) {
        if (!Arrays.equals(bytes, at, at + block.length, block, 0, block.length)) {
            throw new AssertionError("the block is not what is in the file at " + at);
        }
    }

    /** Gives the line of the last record. */
    private static int inOrder(Block block, int firstLine) {
        int end = 0;
        int line = firstLine;
        for (int i = 0; i < block.size(); i++) {
            int offset = block.offsets()[i];
            int length = block.lengths()[i];
            if (offset < end || length <= 0 || offset + length > block.bytes().length || block.lines()[i] < line) {
                throw new AssertionError("record " + i + " at " + offset + ", " + length + " bytes, line "
                        + block.lines()[i] + ", behind " + end + ", line " + line);
            }
            end = offset + length;
            line = block.lines()[i];
        }
        return line;
    }

    private static void eachOnce(FileForm form, Block block) {
        int[] next = { 0 };
        new RecordReader(form).read(block, new RecordReader.Visitor() {
            @Override
            public void record(int number, Value row) {
                count(number);
            }

            @Override
            public void damaged(int number, Text reason) {
                count(number);
            }

            private void count(int number) {
                if (number != next[0]++) {
                    throw new AssertionError("record " + number + " in place of " + (next[0] - 1));
                }
            }
        });
        if (next[0] != block.size()) {
            throw new AssertionError("of " + block.size() + " records " + next[0] + " were read");
        }
    }

    private static void outcomes(Block block, BlockMapper mapper) {
        List<BlockMapper.Outcome> outcomes = mapper.map(block);
        int record = -1;
        for (BlockMapper.Outcome outcome : outcomes) {
            int kinds = (outcome.mapped() == null ? 0 : 1) + (outcome.state() == null ? 0 : 1)
                    + (outcome.reason() == null ? 0 : 1);
            if (kinds != 1) {
                throw new AssertionError("a record is " + kinds + " things: " + outcome);
            }
            if (outcome.reason() != null && outcome.reason().key() == RejectText.NOT_AS_WRITTEN) {
                throw new AssertionError("a record could not be mapped: " + outcome.reason());
            }
            while (record < 0 || record < block.size() && block.offsets()[record] != outcome.place().offset()) {
                record++;
                if (record < block.size() && block.offsets()[record] != outcome.place().offset()) {
                    throw new AssertionError("record " + record + " has no outcome");
                }
            }
        }
        if (record != block.size() - 1) {
            throw new AssertionError("of " + block.size() + " records " + (record + 1) + " have an outcome");
        }
    }

    private static byte[] record(Block block, int number) {
        return Arrays.copyOfRange(block.bytes(), block.offsets()[number],
                block.offsets()[number] + block.lengths()[number]);
    }

    /** As the window and an extract with pseudonyms do. */
    private static void look(FileForm form, RecordOpener.File details, byte[] record) {
        if (details.detail(record) == null) {
            throw new AssertionError("no detail");
        }
        try {
            RecordRewriter.rewrite(form, record, (parent, owner, name, text) -> text);
        } catch (DamagedRecordException noRecord) {
            // it is left out
        }
    }
}
