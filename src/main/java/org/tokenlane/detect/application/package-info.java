/** Applications that acted by themselves, investigated as users are. */
@NullMarked
package org.tokenlane.detect.application;

import org.jspecify.annotations.NullMarked;
