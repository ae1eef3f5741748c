package org.tokenlane.store;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Refuses to write evidence where compressing it may corrupt it. In JDK 25.0.0 to 25.0.2 the collector G1 can move an
 * array that native code works on (JDK-8377811, fixed in 25.0.3), and zstd-jni then silently writes wrong bytes
 * (https://github.com/luben/zstd-jni/issues/377). Other collectors do not.
 */
final class UnsafeCompression {

    private static final int FEATURE = 25;
    private static final int LAST_UNSAFE_UPDATE = 2;

    private UnsafeCompression() {
    }

    static void refuse() {
        refuse(Runtime.version(), collectors());
    }

    static void refuse(Runtime.Version java, List<String> collectors) {
        if (isIn(java, collectors)) {
            throw new CaseFileException(StoreText.UNSAFE_JAVA.with(java.toString()));
        }
    }

    /** Tells whether what is compressed in this program may be corrupt. */
    static boolean isHere() {
        return isIn(Runtime.version(), collectors());
    }

    private static boolean isIn(Runtime.Version java, List<String> collectors) {
        return java.feature() == FEATURE && java.interim() == 0 && java.update() <= LAST_UNSAFE_UPDATE
                && collectors.stream().anyMatch(name -> name.startsWith("G1 "));
    }

    private static List<String> collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream().map(GarbageCollectorMXBean::getName).toList();
    }
}
