/** Rules as files describe them, their texts and settings, and where their findings go. */
@NullMarked
package org.tokenlane.detect.rule;

import org.jspecify.annotations.NullMarked;
