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
    MANIFEST_NOT_READ,
    MANIFEST_UNREADABLE,
    NOT_REPLACED,
    OTHER_CASE,
    OTHER_KEY,
    RECORDED_BEYOND,
    RECORDED_MATCH,
    SIGNED_BY,
    SOUND,
    TRAIL_DIFFERS
}
