package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;

/**
 * A PowerShell command in lines that fit on paper and are still the same command when they are copied from it: all but
 * the last end with PowerShell's sign of continuation, and each begins with a parameter or a pipe where there is one.
 */
final class CommandLines {

    /** So many letters have room on a line of the print of commands. */
    static final int MOST = 100;

    private static final String CONTINUED = " `";
    private static final String INDENT = "  ";
    private static final String COMMENT = "# ";

    private CommandLines() {
    }

    /** A comment is one in each of its lines, so that it becomes the command when its signs are taken away. */
    static List<String> of(String command) {
        List<String> lines = new ArrayList<>();
        String next = command.startsWith(COMMENT) ? COMMENT + INDENT : INDENT;
        String rest = command;
        int place = place(rest, 0);
        while (rest.length() > MOST && place > 0) {
            lines.add(rest.substring(0, place) + CONTINUED);
            rest = next + rest.substring(place + 1);
            place = place(rest, next.length());
        }
        lines.add(rest);
        return lines;
    }

    /**
     * The blank to break at, which is in no quotation: the last in front of a parameter or a pipe that has room, else the last
     * blank, else the first that comes; 0 where there is none.
     */
    private static int place(String line, int from) {
        int parameter = 0;
        int blank = 0;
        char quote = 0;
        int most = MOST - CONTINUED.length();
        for (int i = from; i < line.length() - 2; i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == ' ' && i > from + COMMENT.length() && (i <= most || blank == 0)) {
                blank = i;
                parameter = isParameter(line, i + 1) ? i : parameter;
            }
        }
        return parameter > 0 ? parameter : blank;
    }

    /** A pipe may begin a line that is continued, too. */
    private static boolean isParameter(String line, int at) {
        return line.charAt(at) == '|' || line.charAt(at) == '-' && Character.isLetter(line.charAt(at + 1));
    }
}
