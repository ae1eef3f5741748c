import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Writes the notices of third parties: for each library that ships its license, the notices inside it and the license's
 * text. Takes the bill of materials (CycloneDX, XML), the folder with the libraries, the folder with texts that the
 * libraries themselves lack (by library, or by license), the license and the notice of the project, and the file to write.
 * Fails if a library is not in the bill of materials, if its license or the text of it is unknown, or if the project's
 * notice lists other libraries or licenses. The build runs this file as it is.
 */
class ThirdParty {

    private static final String OWN = "tokenlane.jar";
    private static final String LIST = "Libraries that ship with it";

    private final Map<String, Library> libraries = new TreeMap<>();
    private final Map<String, Set<String>> notices = new LinkedHashMap<>();
    private final Map<String, Set<String>> texts = new LinkedHashMap<>();
    private final List<String> unknown = new ArrayList<>();
    private final Path known;
    private final Path ownLicense;

    private record Library(String name, String version, List<String> licenses) {
    }

    private ThirdParty(Path known, Path ownLicense) {
        this.known = known;
        this.ownLicense = ownLicense;
    }

    public static void main(String[] arguments) throws Exception {
        ThirdParty parties = new ThirdParty(Path.of(arguments[2]), Path.of(arguments[3]));
        parties.readBillOfMaterials(Path.of(arguments[0]));
        try (Stream<Path> jars = Files.list(Path.of(arguments[1]))) {
            for (Path jar : jars.sorted().filter(path -> !path.endsWith(OWN)).toList()) {
                parties.read(jar);
            }
        }
        parties.compare(Path.of(arguments[4]));
        if (!parties.unknown.isEmpty()) {
            parties.unknown.forEach(System.err::println);
            System.exit(1);
        }
        Files.writeString(Path.of(arguments[5]), parties.written());
    }

    private void readBillOfMaterials(Path file) throws Exception {
        Element bom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()).getDocumentElement();
        for (Element components : children(bom, "components")) {
            for (Element component : children(components, "component")) {
                List<String> licenses = new ArrayList<>();
                for (Element all : children(component, "licenses")) {
                    children(all, "expression").forEach(expression -> licenses.add(expression.getTextContent()));
                    for (Element license : children(all, "license")) {
                        licenses.add(text(license, "id").isEmpty() ? text(license, "name") : text(license, "id"));
                    }
                }
                licenses.removeIf(String::isBlank);
                String purl = text(component, "purl");
                String classifier = purl.contains("classifier=") ? "-" + purl.replaceAll(".*classifier=([^&]*).*", "$1")
                        : "";
                String name = text(component, "name");
                String version = text(component, "version");
                libraries.put(name + "-" + version + classifier + ".jar",
                        new Library(name, version, List.copyOf(licenses)));
            }
        }
    }

    private void read(Path jar) throws IOException {
        String file = jar.getFileName().toString();
        Library library = libraries.get(file);
        if (library == null) {
            unknown.add(file + " ships, but is not in the bill of materials.");
            return;
        }
        if (library.licenses().isEmpty()) {
            unknown.add(file + " names no license.");
            return;
        }
        boolean found = readInside(jar, library);
        Path own = known.resolve(library.name() + ".txt");
        if (Files.exists(own)) {
            add(texts, Files.readString(own), library);
            found = true;
        }
        // of several to choose from, one with a known text is enough
        for (String license : library.licenses()) {
            if (!found) {
                String text = textOf(license);
                found = !text.isEmpty();
                if (found) {
                    add(texts, text, library);
                }
            }
        }
        if (!found) {
            unknown.add(file + " has no text of its license, and none is in " + known + " for "
                    + String.join(" or ", library.licenses()) + ".");
        }
    }

    private void compare(Path notice) throws IOException {
        Set<String> expected = new TreeSet<>();
        libraries.values().forEach(library -> expected
                .add(String.format("%-28s %s", library.name(), String.join(" or ", library.licenses()))));
        List<String> lines = Files.readAllLines(notice);
        List<String> listed = lines.subList(lines.indexOf(LIST) + 1, lines.size()).stream()
                .filter(line -> line.matches("[a-z0-9-]+ {2,}.*")).toList();
        if (!listed.equals(new ArrayList<>(expected))) {
            unknown.add(notice + " must list below \"" + LIST + "\":\n" + String.join("\n", expected));
        }
    }

    private boolean readInside(Path jar, Library library) throws IOException {
        boolean found = false;
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(entry -> !entry.isDirectory()).toList()) {
                String name = entry.getName().toUpperCase(Locale.ROOT);
                if (name.matches("(META-INF/)?LICEN[SC]E[^/]*|(META-INF/)?NOTICE[^/]*")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        boolean notice = name.contains("NOTICE");
                        add(notice ? notices : texts, text, library);
                        found |= !notice;
                    }
                }
            }
        }
        return found;
    }

    private String textOf(String license) throws IOException {
        Path text = switch (license) {
            case "Apache-2.0" -> ownLicense;
            case "GPL-2.0-with-classpath-exception" -> Path.of(System.getProperty("java.home"), "legal/java.base/LICENSE");
            default -> known.resolve(license.replaceAll("[^A-Za-z0-9.-]", "-") + ".txt");
        };
        return Files.exists(text) ? Files.readString(text) : "";
    }

    private static void add(Map<String, Set<String>> to, String text, Library library) {
        String clean = text.replace("\r\n", "\n").replace('\r', '\n').stripTrailing().replaceAll("(?m)[ \t]+$", "")
                .replaceAll("\\A\\n+", "");
        to.computeIfAbsent(clean, none -> new TreeSet<>()).add(library.name());
    }

    private String written() {
        StringBuilder out = new StringBuilder("""
                Libraries that ship with Tokenlane
                ==================================

                Made by the build from the libraries and what they say of themselves. Data that ships with Tokenlane is in
                NOTICE; the licenses of the Java runtime that comes with an installed Tokenlane are in its folder "legal".

                """);
        Set<String> lines = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        libraries.values().forEach(library -> lines.add(String.format("%-28s %-12s %s%n", library.name(),
                library.version(), String.join(" or ", library.licenses()))));
        lines.forEach(out::append);
        out.append("\n\nNotices\n=======\n");
        append(out, notices);
        out.append("\n\nLicenses\n========\n");
        append(out, texts);
        return out.toString();
    }

    private static void append(StringBuilder out, Map<String, Set<String>> texts) {
        texts.forEach((text, names) -> {
            String of = String.join(", ", names);
            out.append('\n').append(of).append('\n').append("-".repeat(Math.min(of.length(), 100))).append("\n\n").append(text)
                    .append('\n');
        });
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? "" : found.getFirst().getTextContent();
    }
}
