package org.tokenlane.ingest.text;

import java.util.List;
import java.util.regex.Pattern;

/** Knows what PowerShell shows on a screen, in which values are cut and lines are broken, so that no record is whole. */
final class ListedText {

    private static final int LEAST_LINES = 3;
    /** {@code Operations   : FileAccessed}, as Format-List writes. */
    private static final Pattern LISTED = Pattern.compile("[A-Za-z_][\\w .@-]{0,60}? *: .*|[A-Za-z_]\\w{0,60} *:");
    /** The line below the names that Format-Table writes. */
    private static final Pattern UNDERLINE = Pattern.compile("-+(?: +-+)+ *");

    private ListedText() {
    }

    /**
     * Refuses such a text.
     *
     * @throws UnreadableFileException
     *             when it is one, saying what to export instead
     */
    static void refuse(String text) throws UnreadableFileException {
        List<String> lines = text.lines().limit(20).filter(line -> !line.isBlank()).limit(LEAST_LINES).toList();
        if (lines.size() == LEAST_LINES && lines.stream().allMatch(line -> LISTED.matcher(line).matches())
                || lines.size() > 1 && UNDERLINE.matcher(lines.get(1)).matches()) {
            throw new UnreadableFileException(ReadingText.SHOWN_BY_POWERSHELL.with());
        }
    }
}
