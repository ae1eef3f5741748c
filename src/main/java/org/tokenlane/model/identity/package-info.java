/** Identifiers of people, sessions, tokens, applications and addresses. */
@NullMarked
package org.tokenlane.model.identity;

import org.jspecify.annotations.NullMarked;
