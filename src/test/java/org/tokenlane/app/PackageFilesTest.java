package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packages of every system are made of, as far as that can be checked without that system. */
class PackageFilesTest {

    private static final Path FOLDER = Path.of("jpackage");
    private static final Pattern OPTION = Pattern.compile("(?m)^(--[a-z-]+)(?: (.+))?$");
    /** What the build makes before it packs: the profile dist names each of them. */
    private static final Set<String> MADE = Set.of("target/dist/tokenlane", "target/dist/tokenlane.app",
            "target/tokenlane/lib", "target/classes/org/tokenlane/app/icon-256.png", "target/commands/man",
            "target/commands/bash-completion", "target/notices/THIRD-PARTY.txt", "target/notices/tokenlane.cdx.json",
            "target/icons/tokenlane.ico", "target/icons/tokenlane.icns", "target/icons/tlcase.ico",
            "target/icons/tlcase.icns", "target/icons/tlcase-128.png");

    @Test
    void everyOptionIsOneThatJpackageKnowsOnItsSystem() throws IOException {
        Properties help = help();
        for (String system : List.of("linux", "windows", "mac")) {
            Set<String> known = options(help.getProperty("MSG_Help"));
            String prefix = "MSG_Help_" + (system.equals("windows") ? "win" : system);
            help.stringPropertyNames().stream().filter(name -> name.startsWith(prefix))
                    .forEach(name -> known.addAll(options(help.getProperty(name))));
            for (Path file : optionFiles(FOLDER.resolve(system))) {
                assertThat(known).as(file.toString()).containsAll(optionsIn(file));
            }
        }
        assertThat(options(help.getProperty("MSG_Help"))).containsAll(optionsIn(FOLDER.resolve("image.options")))
                .containsAll(optionsIn(FOLDER.resolve("installer.options")));
    }

    @Test
    void everyFileThatIsNamedIsInTheRepositoryOrMadeByTheBuild() throws IOException {
        List<String> missing = new ArrayList<>();
        int named = 0;
        try (Stream<Path> all = Files.walk(FOLDER)) {
            for (Path file : all.filter(path -> path.toString().matches(".*\\.(options|properties)")).toList()) {
                Matcher path = Pattern.compile("(?m)(?:jpackage|target)/[\\w./-]+|LICENSE|NOTICE")
                        .matcher(Files.readString(file).replaceAll("(?m)^#.*", ""));
                while (path.find()) {
                    named++;
                    if (!MADE.contains(path.group()) && !Files.exists(Path.of(path.group()))
                            && !path.group().equals("target/dist")) {
                        missing.add(file + ": " + path.group());
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = { "linux/deb", "linux/rpm", "windows/msi", "windows/exe", "mac/dmg", "mac/pkg" })
    void everyTypeOfInstallerHasItsOptions(String type) {
        assertThat(FOLDER.resolve(type + ".options")).exists();
        assertThat(FOLDER.resolve(type).resolveSibling("image.options")).exists();
        assertThat(FOLDER.resolve(type).resolveSibling("installer.options")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = { "linux", "windows", "mac" })
    void everySystemOpensCasesByADoubleClick(String system) throws IOException {
        Properties association = new Properties();
        try (InputStream in = Files.newInputStream(FOLDER.resolve(system).resolve("tlcase.properties"))) {
            association.load(in);
        }
        assertThat(association.getProperty("extension")).isEqualTo("tlcase");
        assertThat(association.getProperty("mime-type")).isEqualTo("application/x-tokenlane-case");
        String all = "";
        for (Path file : optionFiles(FOLDER.resolve(system))) {
            all += Files.readString(file);
        }
        assertThat(all).contains("--file-associations jpackage/" + system + "/tlcase.properties");
    }

    private static List<Path> optionFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> path.toString().endsWith(".options")).sorted().toList();
        }
    }

    private static Set<String> optionsIn(Path file) throws IOException {
        Set<String> found = new TreeSet<>();
        Matcher option = OPTION.matcher(Files.readString(file));
        while (option.find()) {
            found.add(option.group(1));
        }
        return found;
    }

    private static Set<String> options(String help) {
        Set<String> found = new TreeSet<>();
        Matcher option = Pattern.compile("--[a-z][a-z-]+").matcher(help);
        while (option.find()) {
            found.add(option.group());
        }
        return found;
    }

    /** jpackage's own help, which every JDK has for all systems. */
    private static Properties help() throws IOException {
        Properties help = new Properties();
        try (ModuleReader module = ModuleFinder.ofSystem().find("jdk.jpackage").orElseThrow().open();
                InputStream in = module.open("jdk/jpackage/internal/resources/HelpResources.properties")
                        .orElseThrow()) {
            help.load(in);
        }
        return help;
    }
}
