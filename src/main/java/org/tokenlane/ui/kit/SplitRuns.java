package org.tokenlane.ui.kit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/**
 * Repairs how JavaFX 26 breaks lines of right-to-left letters on Linux.
 *
 * <p>
 * There it remembers the letters of a run of text by the run. When the run is broken at the end of a line, the first
 * part is shaped with the letters of the whole: its glyphs lie outside of the text, and the exception that follows
 * leaves the window without a layout. A single file name in an export is enough for that. What it remembers for the
 * length of one layout is therefore replaced by something that never finds a run again.
 */
public final class SplitRuns {

    private static final Logger LOG = System.getLogger(SplitRuns.class.getName());

    private SplitRuns() {
    }

    /** Has each part of a broken run shaped with its own letters; does nothing where that is done anyway. */
    public static void shapeEachPart() {
        try {
            Object layout = read(Class.forName("com.sun.javafx.text.GlyphLayoutManager"), null, "REUSABLE_INSTANCE");
            if (layout != null && layout.getClass().getSimpleName().equals("PangoGlyphLayout")) {
                Field remembered = layout.getClass().getDeclaredField("runUtf8");
                remembered.setAccessible(true);
                remembered.set(layout, new Forgetful());
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            // another version of JavaFX: its own way of breaking lines stays
            LOG.log(Level.WARNING, "lines of right-to-left letters are broken by JavaFX itself", e);
        }
    }

    private static @Nullable Object read(Class<?> owner, @Nullable Object of, String name)
            throws ReflectiveOperationException {
        Field field = owner.getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }

    /** Keeps every text until all are given back, as the layout does at its end, and finds none of them. */
    private static final class Forgetful extends HashMap<Object, Object> {

        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Object get(@Nullable Object run) {
            return null;
        }

        @Override
        public @Nullable Object put(Object run, Object text) {
            return super.put(new Object(), text);
        }
    }
}
