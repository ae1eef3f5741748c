package org.tokenlane.report.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What of a report's page is in the document. */
class WordMarkupTest {

    @Test
    void aParagraphWithALinkStaysAndTheOneThatOffersTheFactsGoes() throws Exception {
        Document page = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(
                new StringReader("<html><body><p>see <a href=\"#x\">this place</a></p>"
                        + "<p><a download=\"facts.json\" href=\"data:,x\">the facts</a></p></body></html>")));
        assertThat(new WordMarkup().document(page)).contains("see ", "this place").doesNotContain("the facts");
    }
}
