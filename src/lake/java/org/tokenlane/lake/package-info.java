/**
 * The importers and the exact joins on Apache Spark, for logs that are too many for one machine, and the part of them
 * that becomes a case.
 */
@NullMarked
package org.tokenlane.lake;

import org.jspecify.annotations.NullMarked;
