/**
 * Reads Sigma rules. {@link org.tokenlane.detect.sigma.rule.SigmaReader} turns a rule file into {@link
 * org.tokenlane.detect.sigma.rule.SigmaRule}s: searches, counts and correlations. A rule that asks for something that
 * is not supported is kept with the reason, so that it is reported as not evaluated; nothing is ignored silently. The
 * language is described in the Sigma specification (SigmaHQ, github.com/SigmaHQ/sigma-specification).
 */
@NullMarked
package org.tokenlane.detect.sigma.rule;

import org.jspecify.annotations.NullMarked;
