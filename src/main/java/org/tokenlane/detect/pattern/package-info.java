/** Checks of rules that are data alone: a filter, a number within a time, a sequence, a first time. */
@NullMarked
package org.tokenlane.detect.pattern;

import org.jspecify.annotations.NullMarked;
