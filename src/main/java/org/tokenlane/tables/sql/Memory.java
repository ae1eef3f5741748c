package org.tokenlane.tables.sql;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;

/** How much memory is left. */
final class Memory {

    private static final double FULL = 0.85;
    private static final List<MemoryPoolMXBean> POOLS = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP).toList();

    private Memory() {
    }

    /** Whether the last collection of garbage left little to free. */
    static boolean isFull() {
        long used = 0;
        for (MemoryPoolMXBean pool : POOLS) {
            MemoryUsage after = pool.getCollectionUsage();
            used += after == null ? 0 : after.getUsed();
        }
        return used > FULL * Runtime.getRuntime().maxMemory();
    }
}
