package org.tokenlane.model.mark;

/** A word that the analyst put on a target. */
public record Tag(Stamp stamp, MarkTarget target, String name) implements Mark {

    @Override
    public String kind() {
        return "tag";
    }

    @Override
    public String words() {
        return MarkText.ON.text(target.words(), name);
    }
}
