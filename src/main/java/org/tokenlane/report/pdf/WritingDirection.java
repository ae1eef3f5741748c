package org.tokenlane.report.pdf;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts Hebrew and Arabic among other text in the order in which it is read, by the JDK's own implementation of the
 * Unicode rules. Arabic letters are joined.
 */
final class WritingDirection implements BidiSplitter, BidiReorderer {

    private static final String BRACKETS = "()[]{}<>«»";

    private final List<BidiTextRun> runs = new ArrayList<>();

    @Override
    public void setParagraph(String text, byte direction) {
        runs.clear();
        if (text.isEmpty()) {
            return;
        }
        Bidi bidi = new Bidi(text, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        int start = 0;
        for (int run = 0; run < bidi.getRunCount(); run++) {
            int end = bidi.getRunLimit(run);
            boolean last = run == bidi.getRunCount() - 1;
            // numbers among letters that are read from the right stay with these, and are put in their places with them
            if (last || (bidi.getRunLevel(run) == 0) != (bidi.getRunLevel(run + 1) == 0)) {
                runs.add(new BidiTextRun(start, end - start, bidi.getRunLevel(run) == 0 ? LTR : RTL));
                start = end;
            }
        }
    }

    /** A line's letters in the order in which they stand side by side. */
    String visual(String text) {
        setParagraph(text, LTR);
        StringBuilder line = new StringBuilder(text.length());
        for (BidiTextRun run : runs) {
            String part = text.substring(run.getStart(), run.getStart() + run.getLength());
            line.append(run.getDirection() == RTL ? reorderRTLTextToLTR(shapeText(part)) : part);
        }
        return line.toString();
    }

    @Override
    public int countTextRuns() {
        return runs.size();
    }

    @Override
    public BidiTextRun getVisualRun(int run) {
        return runs.get(run);
    }

    @Override
    public byte getBaseDirection(String text) {
        return LTR;
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_RIGHT_TO_LEFT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        Integer[] order = new Integer[count];
        for (int run = 0; run < count; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            order[run] = run;
        }
        Bidi.reorderVisually(levels, 0, order, 0, count);
        StringBuilder line = new StringBuilder(text.length());
        for (int run : order) {
            String part = text.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            line.append(bidi.getRunLevel(run) % 2 == 0 ? part : turned(part));
        }
        return line.toString();
    }

    private static String turned(String text) {
        StringBuilder turned = new StringBuilder(text).reverse();
        for (int i = 0; i < turned.length(); i++) {
            int bracket = BRACKETS.indexOf(turned.charAt(i));
            if (bracket >= 0) {
                turned.setCharAt(i, BRACKETS.charAt(bracket ^ 1));
            }
        }
        return turned.toString();
    }

    @Override
    public String shapeText(String text) {
        return ArabicJoining.joined(text);
    }

    @Override
    public String deshapeText(String text) {
        return text;
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }
}
