package org.tokenlane.model.mark;

import org.jspecify.annotations.Nullable;

/** Something that an analyst added to the evidence. {@link #words()} is what the audit trail tells of it. */
public sealed interface Mark permits VerdictMark, Note, Tag, Bookmark, OwnEvent, IndicatorList {

    /** Who made it when. */
    Stamp stamp();

    /** What it is on; null for what is on nothing. */
    @Nullable
    MarkTarget target();

    /** What kind of mark it is, in a word or two. */
    String kind();

    /** The mark in words, without its author and time. */
    String words();
}
