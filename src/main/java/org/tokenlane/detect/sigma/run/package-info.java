/**
 * Evaluates Sigma rules on a case. {@link org.tokenlane.detect.sigma.run.SigmaRules} runs them first on the columns of
 * the events, then on the raw records of the events that the columns leave undecided. {@code mapping.yml} beside this
 * package says which events a rule's log source means and where its fields are.
 */
@NullMarked
package org.tokenlane.detect.sigma.run;

import org.jspecify.annotations.NullMarked;
