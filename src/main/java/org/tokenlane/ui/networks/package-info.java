/** The analyst's own network data: which files are used, what they are, and whose. */
package org.tokenlane.ui.networks;
