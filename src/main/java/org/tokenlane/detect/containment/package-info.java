/** What has to be undone after hostile sessions, in order, with the commands as text. Nothing here runs them. */
package org.tokenlane.detect.containment;
