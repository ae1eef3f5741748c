/** On which thread something may be done. */
@NullMarked
package org.tokenlane.model.thread;

import org.jspecify.annotations.NullMarked;
