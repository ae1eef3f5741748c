package org.tokenlane.model.finding;

/**
 * A file of Sigma rules that the analyst loaded into a case.
 *
 * @param name
 *            by which it is kept; loading another file of the name takes its place
 * @param sha256
 *            of its text in UTF-8, lower-case hexadecimal
 */
public record SigmaFile(String name, String sha256, String text) {
}
