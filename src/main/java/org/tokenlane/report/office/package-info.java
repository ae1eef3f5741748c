/** A report as files of office programs: a workbook of its lists, and a document that can be edited. */
@NullMarked
package org.tokenlane.report.office;

import org.jspecify.annotations.NullMarked;
