package org.tokenlane.detect.sigma.rule;

/**
 * Where something stands in a rule file.
 *
 * @param line
 *            from 1, or 0 where it is not known
 */
public record SigmaPlace(String file, int line) {

    @Override
    public String toString() {
        return line == 0 ? file : file + ", line " + line;
    }
}
