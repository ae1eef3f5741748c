/**
 * Sigma rules on a case. A rule file is read to {@link org.tokenlane.detect.sigma.SigmaRule}s, and {@link
 * org.tokenlane.detect.sigma.SigmaRules} runs them: first on
 * the columns of the events, then on the raw records of those events that the columns leave open. What a rule asks for
 * and is not supported makes it <em>not
 * evaluated</em>, with the reason; nothing is left out in silence. {@code mapping.yml} beside this package says which
 * events a rule's log source means and where its
 * fields stand.
 */
package org.tokenlane.detect.sigma;
