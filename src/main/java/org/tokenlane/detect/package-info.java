/** Judgements on a case: rules that yield findings with their evidence, or say why they could not be evaluated. */
@NullMarked
package org.tokenlane.detect;

import org.jspecify.annotations.NullMarked;
