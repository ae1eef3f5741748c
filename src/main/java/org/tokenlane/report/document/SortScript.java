package org.tokenlane.report.document;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The only script of a page for the browser: a click on a column's title sorts the table by it. The page's policy allows
 * this text and no other, by its hash.
 */
final class SortScript {

    static final String TEXT = """
            document.querySelectorAll('thead th').forEach(function (head) {
              head.addEventListener('click', function () {
                var body = head.closest('table').tBodies[0];
                var column = Array.prototype.indexOf.call(head.parentNode.children, head);
                var down = head.getAttribute('aria-sort') === 'ascending';
                var rows = Array.prototype.slice.call(body.rows);
                head.parentNode.querySelectorAll('th').forEach(function (other) { other.removeAttribute('aria-sort'); });
                head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
                rows.sort(function (a, b) {
                  var order = a.cells[column].textContent.localeCompare(b.cells[column].textContent, undefined, { numeric: true });
                  return down ? -order : order;
                });
                rows.forEach(function (row) { body.appendChild(row); });
              });
            });
            """;

    private SortScript() {
    }

    /** The script as a source of the content security policy. */
    static String allowed() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(TEXT.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
