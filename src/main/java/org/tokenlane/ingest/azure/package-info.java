/**
 * Operations on Azure resources, as the Azure activity log tells. One importer per export shape; what the shapes share
 * stands in
 * {@link org.tokenlane.ingest.azure.AzureActivityFields}. Imports no other source's package.
 */
@NullMarked
package org.tokenlane.ingest.azure;

import org.jspecify.annotations.NullMarked;
