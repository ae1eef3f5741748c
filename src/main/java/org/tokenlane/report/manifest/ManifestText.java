package org.tokenlane.report.manifest;

import org.tokenlane.model.text.TextKey;

/** What a person reads of signed manifests. */
public enum ManifestText implements TextKey {
    BEYOND,
    EVIDENCE_DIFFERS,
    KEY_EXISTS,
    KEY_UNREADABLE,
    KEY_WRONG_PASSWORD,
    MANIFEST_ALTERED,
    MANIFEST_UNREADABLE,
    OTHER_CASE,
    OTHER_KEY,
    SIGNED_BY,
    SOUND,
    TRAIL_DIFFERS
}
