/** The handbook: the pages of docs, which the build packs, with contents, search and links. */
@NullMarked
package org.tokenlane.ui.handbook;

import org.jspecify.annotations.NullMarked;
