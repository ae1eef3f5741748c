/** What to ask the administrator of a tenant to export, by license, as a checklist. */
@NullMarked
package org.tokenlane.ui.exports;

import org.jspecify.annotations.NullMarked;
