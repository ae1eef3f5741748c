package org.tokenlane.timeline;

/** What the lanes of a timeline are. */
public enum LaneKey {

    WORKLOAD("Workload"),
    TOKEN("Token"),
    ORIGIN("Origin"),
    ADDRESS("IP address"),
    APP("App"),
    USER("User"),
    SESSION("Session");

    private final String title;

    LaneKey(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
