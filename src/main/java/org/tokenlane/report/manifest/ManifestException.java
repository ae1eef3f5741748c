package org.tokenlane.report.manifest;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.ShownException;
import org.tokenlane.model.text.Text;

/** A key or a manifest cannot be used. */
public final class ManifestException extends ShownException {

    private static final long serialVersionUID = 1;

    ManifestException(Text shown, @Nullable Throwable cause) {
        super(shown, cause);
    }
}
