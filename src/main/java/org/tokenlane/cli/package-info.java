/** The commands: each reads its options, does one thing, and prints it as a table or as JSON. */
@NullMarked
package org.tokenlane.cli;

import org.jspecify.annotations.NullMarked;
