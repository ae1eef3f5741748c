package org.tokenlane.model.text;

/**
 * Names one text of a bundle. The usual key is a constant of an enum {@code XxxText} of its package; an enum whose
 * values have a name for people may be one as well. The bundle is {@code texts.properties} beside the enum's package.
 */
public interface TextKey {

    /** The name in the bundle: the enum's name, a dot, and the constant in lower case with hyphens. */
    default String key() {
        Enum<?> constant = (Enum<?>) this;
        return constant.getDeclaringClass().getSimpleName() + "."
                + constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The class in whose package the bundle is. */
    default Class<?> home() {
        return ((Enum<?>) this).getDeclaringClass();
    }

    /** This text with its arguments, to be resolved when it is shown. */
    default Text with(Object... arguments) {
        return new Text(this, arguments);
    }

    /**
     * The text for a person.
     *
     * @param arguments
     *            what stands for {0}, {1}, …; numbers get thousands separators, so give an identifier as a string
     */
    default String text(Object... arguments) {
        return Bundles.format(this, arguments);
    }
}
