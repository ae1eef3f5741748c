package org.tokenlane.lake;

import org.apache.spark.sql.SparkSession;

/** The one session of a test run, with two threads in this process. */
final class LocalSpark {

    private static final class Holder {
        private static final SparkSession SPARK = LakeCommand
                .settings(SparkSession.builder().master("local[2]").appName("test"))
                .config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "2")
                .config("spark.sql.files.openCostInBytes", "4096").config("spark.tokenlane.openBytes", "4096")
                .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.tokenlane.partBytes", Long.toString(3 << 20))
                // with so few records, to compile code for each query takes longer than to do without
                .config("spark.sql.codegen.wholeStage", "false").config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                .getOrCreate();
    }

    private LocalSpark() {
    }

    static SparkSession session() {
        return Holder.SPARK;
    }
}
