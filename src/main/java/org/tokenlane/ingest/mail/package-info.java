/** Messages on their way: message traces of Exchange Online, and Defender's tables of emails, links and Teams messages. */
@NullMarked
package org.tokenlane.ingest.mail;

import org.jspecify.annotations.NullMarked;
