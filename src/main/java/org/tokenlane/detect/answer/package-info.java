/** The first questions of an incident, answered from findings, verdicts and the logs, each with its proof. */
@NullMarked
package org.tokenlane.detect.answer;

import org.jspecify.annotations.NullMarked;
