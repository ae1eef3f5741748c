package org.tokenlane.model.mark;

/**
 * What the analyst takes a target for. It holds for all that was done with it, as far as nothing narrower has a verdict
 * of its own.
 *
 * @param reason
 *            may be empty
 */
public record VerdictMark(Stamp stamp, MarkTarget target, Verdict verdict, String reason) implements Mark {

    @Override
    public String kind() {
        return "verdict";
    }

    @Override
    public String words() {
        return reason.isEmpty() ? MarkText.VERDICT.text(target.words(), verdict.inside())
                : MarkText.VERDICT_BECAUSE.text(target.words(), verdict.inside(), reason);
    }
}
