package org.tokenlane.model.mark;

/** A target that the analyst wants to come back to. */
public record Bookmark(Stamp stamp, MarkTarget target) implements Mark {

    @Override
    public String kind() {
        return "bookmark";
    }

    @Override
    public String words() {
        return target.words();
    }
}
