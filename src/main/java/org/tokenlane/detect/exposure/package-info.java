/**
 * What selected events accessed: mail, files, Teams, Graph resources, rules, consents and other changes, and the
 * limits of that knowledge.
 */
@NullMarked
package org.tokenlane.detect.exposure;

import org.jspecify.annotations.NullMarked;
