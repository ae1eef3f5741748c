package org.tokenlane.model.event;

/** The log that a record comes from, whatever the shape of the export. */
public enum LogSource {

    ENTRA_SIGN_INS("Entra sign-ins"),
    UNIFIED_AUDIT_LOG("Unified audit log"),
    GRAPH_ACTIVITY("Graph activity"),
    DIRECTORY_AUDITS("Directory audits"),
    AZURE_ACTIVITY("Azure activity"),
    RISK_DETECTIONS("Risk detections"),
    ALERTS("Alerts"),
    NETWORK_ACCESS("Network access");

    private final String title;

    LogSource(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
