/** What a report contains and how it is laid out as a page. */
@NullMarked
package org.tokenlane.report.document;

import org.jspecify.annotations.NullMarked;
