package org.tokenlane.ui.shell;

import java.util.Map;
import javafx.scene.Node;
import org.tokenlane.ui.containment.ContainmentView;
import org.tokenlane.ui.events.EventsView;
import org.tokenlane.ui.evidence.EvidenceView;
import org.tokenlane.ui.exports.ExportsView;
import org.tokenlane.ui.exposure.ExposureView;
import org.tokenlane.ui.extracts.ExtractView;
import org.tokenlane.ui.filters.FilterBar;
import org.tokenlane.ui.findings.FindingsView;
import org.tokenlane.ui.marks.MarksView;
import org.tokenlane.ui.marks.MergeView;
import org.tokenlane.ui.networks.NetworkDataView;
import org.tokenlane.ui.reports.ReportView;
import org.tokenlane.ui.search.SearchView;
import org.tokenlane.ui.sessions.SessionsView;
import org.tokenlane.ui.state.InvestigationTab;
import org.tokenlane.ui.timeline.TimelineView;
import org.tokenlane.ui.tokens.TokenTreeView;
import org.tokenlane.ui.values.ValuesView;

/** The parts of the window that menus reach. */
record Parts(FilterBar filters, SessionsView sessions, FindingsView findings, TimelineView timeline,
        Tabs tabs, Sheets sheets, SearchView search) {

    /** What is below the timeline, one at a time. */
    record Tabs(EventsView events, Node story, TokenTreeView tokens, ValuesView values, ExposureView exposure,
            ContainmentView containment,
            MarksView marks) {

        Map<InvestigationTab, Node> byTab() {
            return Map.of(InvestigationTab.EVENTS, events, InvestigationTab.STORY, story, InvestigationTab.TOKENS,
                    tokens, InvestigationTab.VALUES,
                    values, InvestigationTab.EXPOSURE,
                    exposure, InvestigationTab.CONTAINMENT, containment, InvestigationTab.MARKS, marks);
        }

        /** Gives the keyboard to what a tab shows. */
        void focus(InvestigationTab tab) {
            switch (tab) {
            case EVENTS -> events.focusTable();
            case STORY -> story.requestFocus();
            case TOKENS -> tokens.focusTree();
            case VALUES -> values.focusTable();
            case EXPOSURE -> exposure.focusLists();
            case CONTAINMENT -> containment.focusText();
            case MARKS -> marks.focusList();
            }
        }
    }

    /** What opens above the window's other contents. */
    record Sheets(ReportView reports, ExtractView extracts, NetworkDataView networks, MergeView merges,
            EvidenceView evidence, ExportsView exports) {
    }
}
