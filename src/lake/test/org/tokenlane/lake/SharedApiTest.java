package org.tokenlane.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/**
 * The commands need nothing of Spark but the part that Spark Connect has as well: no context, no RDD, no accumulator,
 * nothing of the engine. Managed services forbid the rest.
 */
class SharedApiTest {

    /** Connect has these methods and refuses them. */
    private static final Set<String> REFUSED = Set.of("sparkContext", "sessionState", "sharedState", "sqlContext",
            "rdd", "javaRDD", "toJavaRDD", "queryExecution", "experimental", "listenerManager");
    private static final String SPARK = "org.apache.spark.";

    private static String library(Class<?> one) {
        URL place = one.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(place.getPath()).getFileName().toString();
    }

    private static JavaClasses commands() {
        Class<?> one = LakeCommand.class;
        String folder = one.getPackageName().replace('.', '/') + "/";
        try {
            URL url = URI.create(one.getResource("/" + folder + one.getSimpleName() + ".class").toString()
                    .replaceAll("[^/]*$", "")).toURL();
            // the names are enough of what is used
            return ArchConfiguration.withThreadLocalScope(configuration -> {
                configuration.setResolveMissingDependenciesFromClassPath(false);
                return new ClassFileImporter().importUrl(url);
            });
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingIsUsedOfSparkThatConnectDoesNotHave() throws ClassNotFoundException {
        Set<String> used = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        for (JavaClass one : commands()) {
            one.getDirectDependenciesFromSelf()
                    .forEach(dependency -> used.add(dependency.getTargetClass().getBaseComponentType().getName()));
            for (JavaAccess<?> access : one.getAccessesFromSelf()) {
                AccessTarget target = access.getTarget();
                if (target.getOwner().getName().startsWith(SPARK) && REFUSED.contains(target.getName())) {
                    refused.add(access.getDescription());
                }
            }
        }
        assertThat(used).contains(SparkSession.class.getName());
        for (String name : used) {
            if (name.startsWith(SPARK)) {
                assertThat(library(Class.forName(name, false, getClass().getClassLoader()))).as(name)
                        .matches("spark-(sql-api|common-utils|common-utils-java)_.*");
            }
        }
        assertThat(refused).isEmpty();
    }
}
