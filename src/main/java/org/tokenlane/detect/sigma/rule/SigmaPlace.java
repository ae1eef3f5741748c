package org.tokenlane.detect.sigma.rule;

/**
 * A place in a rule file.
 *
 * @param line
 *            from 1, or 0 where it is not known
 */
public record SigmaPlace(String file, int line) {

    /** For messages, and the id of a rule without an id: must not change. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ", line " + line;
    }
}
