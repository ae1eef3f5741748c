/**
 * Calls of Microsoft Graph and of the retired Azure AD Graph, as the activity logs and Defender's table of them tell.
 * One importer per export
 * shape; what the shapes share stands in {@link org.tokenlane.ingest.graph.GraphCallFields}. Imports no other source's
 * package.
 */
@NullMarked
package org.tokenlane.ingest.graph;

import org.jspecify.annotations.NullMarked;
