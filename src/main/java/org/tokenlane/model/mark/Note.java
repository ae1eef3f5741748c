package org.tokenlane.model.mark;

/** What the analyst wrote down about a target. */
public record Note(Stamp stamp, MarkTarget target, String text) implements Mark {

    @Override
    public String kind() {
        return "note";
    }

    @Override
    public String words() {
        return MarkText.ON.text(target.words(), text);
    }
}
