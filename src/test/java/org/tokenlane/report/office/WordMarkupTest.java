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

    @Test
    void columnsAreAsWideAsOnThePageAndNoRowIsDividedBetweenPages() throws Exception {
        Document page = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(
                new StringReader("<html><body><table><colgroup><col style=\"width:6.0%\"/><col style=\"width:94.0%\"/>"
                        + "</colgroup><tbody><tr><td>1</td><td>a long text</td></tr></tbody></table></body></html>")));
        assertThat(new WordMarkup().document(page)).contains("<w:gridCol w:w=\"576\"/><w:gridCol w:w=\"9024\"/>",
                "<w:tcW w:w=\"576\" w:type=\"dxa\"/>", "<w:tcW w:w=\"9024\" w:type=\"dxa\"/>", "<w:cantSplit/>");
    }
}
