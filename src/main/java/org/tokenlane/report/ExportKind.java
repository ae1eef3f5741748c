package org.tokenlane.report;

/** What can leave a case as a file, with the words under which the audit trail lists it. */
public enum ExportKind {

    CONTAINMENT("containment steps exported"),
    EVENTS("events exported"),
    EXPOSURE("exposure exported"),
    REPORT("report written"),
    TIMELINE("timeline exported");

    private final String action;

    ExportKind(String action) {
        this.action = action;
    }

    /** The action in the audit trail. */
    String action() {
        return action;
    }
}
