package org.tokenlane.ui.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The handbook as it is packed: contents, links, pictures and search. */
class HandbookTest {

    private static Handbook handbook;

    @BeforeAll
    static void read() {
        handbook = Handbook.read();
    }

    private static List<Handbook.Page> pages() {
        return handbook.contents().stream().flatMap(group -> group.pages().stream()).toList();
    }

    @Test
    void theContentsListPagesBelowHeadings() {
        assertThat(handbook.contents()).hasSizeGreaterThan(3).allSatisfy(group -> {
            assertThat(group.title()).isNotBlank();
            assertThat(group.pages()).isNotEmpty();
        });
        assertThat(pages()).extracting(Handbook.Page::name).doesNotHaveDuplicates().contains("first-five-minutes.md",
                "getting-logs.md", "aitm-case.md", "device-code.md", "consent.md", "filters.md", "shortcuts.md",
                "sessions-and-tokens.md", "findings.md", "command-reference.md", "formats.md", "sql.md");
        assertThat(pages()).allSatisfy(page -> assertThat(page.title()).isNotBlank());
    }

    @Test
    void aPageIsWhatTheFileInDocsIs() throws IOException {
        for (Handbook.Page page : pages()) {
            try (InputStream in = Handbook.open(page.name())) {
                assertThat(in).as(page.name()).hasBinaryContent(Files.readAllBytes(Path.of("docs", page.name())));
            }
        }
    }

    @Test
    void everyLinkToAPageLeadsToASectionOfItAndEveryPictureIsThere() throws IOException {
        List<String> broken = new ArrayList<>();
        List<String> followed = new ArrayList<>();
        for (Handbook.Page page : pages()) {
            page.document().accept(new AbstractVisitor() {
                @Override
                public void visit(Link link) {
                    String[] target = link.getDestination().split("#", 2);
                    String name = target[0].isEmpty() ? page.name() : target[0];
                    if (Handbook.has(name)) {
                        followed.add(name);
                        if (target.length == 2 && handbook.page(name).sections().stream()
                                .noneMatch(section -> section.anchor().equals(target[1]))) {
                            broken.add(page.name() + ": " + link.getDestination());
                        }
                    }
                }

                @Override
                public void visit(Image image) {
                    followed.add(image.getDestination());
                    try (InputStream in = Handbook.open(image.getDestination())) {
                        if (in == null) {
                            broken.add(page.name() + ": " + image.getDestination());
                        }
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
            });
        }
        assertThat(broken).isEmpty();
        assertThat(followed).hasSizeGreaterThan(15).contains("pictures/start.png");
    }

    @Test
    void aSearchFindsTheSectionThatHasAllWords() {
        List<Handbook.Hit> hits = handbook.find("device code Ordinary uses");
        assertThat(hits.getFirst().page().name()).isEqualTo("device-code.md");
        assertThat(hits.getFirst().section().anchor()).isEqualTo("ordinary-uses");
        assertThat(handbook.find("IsThrottled mailitemsaccessed")).extracting(hit -> hit.page().name())
                .contains("getting-logs.md");
    }

    @Test
    void whatIsInATitleComesFirst() {
        assertThat(handbook.find("filter language").getFirst().page().name()).isEqualTo("filters.md");
        assertThat(handbook.find("consent case").getFirst().page().name()).isEqualTo("consent.md");
    }

    @Test
    void wordsThatNoSectionHasTogetherFindNothing() {
        assertThat(handbook.find("zzzyx")).isEmpty();
        assertThat(handbook.find("IsThrottled zzzyx")).isEmpty();
        assertThat(handbook.find("  ")).isEmpty();
    }

    @Test
    void anExcerptShowsTheWordWithWhatIsAroundIt() {
        Handbook.Hit hit = handbook.find("offline_access").getFirst();
        assertThat(hit.excerpt()).containsIgnoringCase("offline_access").hasSizeLessThan(170);
    }

    @Test
    void onlyPackedPagesAreKnown() {
        assertThat(Handbook.has("filters.md")).isTrue();
        assertThat(Handbook.has("no-such-page.md")).isFalse();
        assertThat(Handbook.has("../Handbook.class")).isFalse();
        assertThat(Handbook.has("../NOTICE")).isFalse();
        assertThat(handbook.page("no-such-page.md")).isNull();
    }
}
