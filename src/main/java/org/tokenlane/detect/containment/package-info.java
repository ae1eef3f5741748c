/** What has to be undone after hostile sessions, in order, with the commands as text. Nothing here runs them. */
@NullMarked
package org.tokenlane.detect.containment;

import org.jspecify.annotations.NullMarked;
