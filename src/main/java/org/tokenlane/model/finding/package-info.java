/** Findings, and the events that they rest on. */
@NullMarked
package org.tokenlane.model.finding;

import org.jspecify.annotations.NullMarked;
