/**
 * The one place where work runs. A {@link org.tokenlane.job.Task} has progress, can be cancelled and ends with a
 * result,
 * a failure or neither; a {@link org.tokenlane.job.Runner} decides on which thread it works. Knows nothing of windows
 * and terminals: what is shown, and on which thread, is up to who makes the runner.
 */
@NullMarked
package org.tokenlane.job;

import org.jspecify.annotations.NullMarked;
