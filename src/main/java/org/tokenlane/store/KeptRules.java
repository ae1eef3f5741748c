package org.tokenlane.store;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the rules found when they last ran on a case, kept in it only to save time. */
public final class KeptRules {

    private static final Logger LOG = System.getLogger(KeptRules.class.getName());
    /** The database needs some room for whatever it writes; without it, it closes the case. */
    private static final long ROOM_TO_KEEP = 64L << 20;

    private final CaseAccess access;

    KeptRules(CaseAccess access) {
        this.access = access;
    }

    /**
     * What they found.
     *
     * @param madeFrom
     *            the hash of all that they read
     * @return null where they ran on anything else, or what they found cannot be read
     */
    public byte @Nullable [] read(String madeFrom) {
        try {
            return access.read(() -> Optional.ofNullable(RuleRunTable.read(access.connection(), madeFrom)))
                    .orElse(null);
        } catch (CaseFileException unreadable) {
            LOG.log(Level.DEBUG, "the rules run again", unreadable);
            return null;
        }
    }

    /**
     * Keeps what they found, in place of what was kept before. Does nothing in a case that can only be read, where
     * nothing may be compressed, or where the disk is nearly full.
     */
    public void keep(String madeFrom, byte[] outcomes) {
        if (!access.isReadOnly() && !UnsafeCompression.isHere()
                && access.path().toFile().getUsableSpace() > ROOM_TO_KEEP + outcomes.length) {
            access.write(StoreText.SETTING_FAILED, () -> {
                RuleRunTable.replace(access.connection(), madeFrom, outcomes);
                return Optional.empty();
            });
        }
    }

    /** Forgets it, so that the rules run again. Does nothing in a case that can only be read. */
    public void forget() {
        if (!access.isReadOnly()) {
            access.write(StoreText.SETTING_FAILED, () -> {
                RuleRunTable.clear(access.connection());
                return Optional.empty();
            });
        }
    }
}
