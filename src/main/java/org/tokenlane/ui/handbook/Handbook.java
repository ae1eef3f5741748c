package org.tokenlane.ui.handbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The pages of the handbook in the order of its contents, as they were parsed. */
final class Handbook {

    /** The page whose headings and lists of links are the contents. */
    static final String CONTENTS = "handbook.md";

    private static final Parser PARSER = Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final int MOST_HITS = 60;
    private static final int BEFORE = 40;
    private static final int EXCERPT = 150;

    /**
     * A page.
     *
     * @param name
     *            the file's name, as links have it
     */
    record Page(String name, String title, Document document, List<Section> sections) {
    }

    /**
     * A part of a page below one heading.
     *
     * @param anchor
     *            the name of its heading in links
     */
    record Section(String anchor, String heading, String text) {
    }

    /** A page under the name that the contents give it. */
    record Entry(String title, Page page) {
    }

    /** Pages below one heading of the contents. */
    record Group(String title, List<Entry> entries) {

        List<Page> pages() {
            return entries.stream().map(Entry::page).toList();
        }
    }

    /** A section that has all words that were searched for. */
    record Hit(Page page, Section section, String excerpt) {
    }

    private final List<Group> contents;
    private final Map<String, Page> pages = new LinkedHashMap<>();

    private Handbook(Document contents) {
        this.contents = groups(contents);
    }

    /** Reads the pages that the program brings along. */
    static Handbook read() {
        return new Handbook(parse(text(CONTENTS)));
    }

    private List<Group> groups(Document document) {
        List<Group> groups = new ArrayList<>();
        String heading = "";
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading found) {
                heading = PlainText.of(found);
            } else if (node instanceof BulletList list) {
                groups.add(new Group(heading, linked(list)));
            }
        }
        return groups;
    }

    private List<Entry> linked(BulletList list) {
        List<Entry> found = new ArrayList<>();
        list.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                found.add(new Entry(PlainText.of(link),
                        pages.computeIfAbsent(link.getDestination(), Handbook::load)));
            }
        });
        return found;
    }

    private static Page load(String name) {
        Document document = parse(text(name));
        List<Section> sections = sections(document);
        return new Page(name, sections.getFirst().heading(), document, sections);
    }

    private static Document parse(String text) {
        return (Document) PARSER.parse(text);
    }

    private static String text(String name) {
        try (InputStream in = open(name)) {
            if (in == null) {
                throw new IOException("not packed: " + name); // not for people
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page or a picture of the handbook; null where it does not have it. */
    static @Nullable InputStream open(String name) {
        return Handbook.class.getResourceAsStream("docs/" + name);
    }

    List<Group> contents() {
        return contents;
    }

    /** A page, also one that the contents do not list; null where there is none. */
    @Nullable
    Page page(String name) {
        Page known = pages.get(name);
        if (known == null && has(name)) {
            known = load(name);
            pages.put(name, known);
        }
        return known;
    }

    /** Tells whether a link to this file leads to a page. */
    static boolean has(String name) {
        if (!name.endsWith(".md") || name.contains("/")) {
            return false;
        }
        try (InputStream in = open(name)) {
            return in != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Section> sections(Document document) {
        List<Section> sections = new ArrayList<>();
        String heading = "";
        StringBuilder text = new StringBuilder();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading found) {
                if (!heading.isEmpty() || !text.isEmpty()) {
                    sections.add(new Section(anchor(heading), heading, text.toString().strip()));
                }
                heading = PlainText.of(found);
                text.setLength(0);
            } else {
                text.append(PlainText.of(node)).append(' ');
            }
        }
        sections.add(new Section(anchor(heading), heading, text.toString().strip()));
        return sections;
    }

    /** What links call a heading; as GitHub and others name them, so that the pages' links work there too. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
    }

    /** The sections that have all these words, those first that have them in the page's title or their heading. */
    List<Hit> find(String typed) {
        String[] words = typed.strip().toLowerCase(Locale.ROOT).split("\\s+");
        if (words[0].isEmpty()) {
            return List.of();
        }
        record Scored(Hit hit, int score) {
        }
        List<Scored> found = new ArrayList<>();
        for (Group group : contents) {
            for (Page page : group.pages()) {
                String title = page.title().toLowerCase(Locale.ROOT);
                for (Section section : page.sections()) {
                    String heading = section.heading().toLowerCase(Locale.ROOT);
                    String text = section.text().toLowerCase(Locale.ROOT);
                    if (Arrays.stream(words).allMatch(
                            word -> title.contains(word) || heading.contains(word) || text.contains(word))
                            && Arrays.stream(words).anyMatch(word -> heading.contains(word) || text.contains(word))) {
                        int score = Arrays.stream(words).mapToInt(word -> (title.contains(word) ? 8 : 0)
                                + (heading.contains(word) ? 4 : 0) + (text.contains(word) ? 1 : 0)).sum();
                        found.add(new Scored(new Hit(page, section, excerpt(section.text(), text, words)), score));
                    }
                }
            }
        }
        return found.stream().sorted(Comparator.comparingInt(scored -> -scored.score())).limit(MOST_HITS)
                .map(Scored::hit).toList();
    }

    private static String excerpt(String text, String lower, String... words) {
        int at = Arrays.stream(words).mapToInt(lower::indexOf).filter(index -> index >= 0).min().orElse(0);
        int from = at <= BEFORE ? 0 : text.lastIndexOf(' ', at - BEFORE) + 1;
        int to = Math.min(text.length(), from + EXCERPT);
        return (from > 0 ? "… " : "") + text.substring(from, to) + (to < text.length() ? " …" : "");
    }
}
