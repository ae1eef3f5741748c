package org.tokenlane.ui.kit;

import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys of everything that can be done by keyboard. Shown as the platform writes them: Ctrl+K, or ⌘K on a Mac. */
public enum Shortcut {
    NEW_CASE("Shortcut+N"),
    OPEN_CASE("Shortcut+O"),
    SAMPLE_CASE("Shortcut+Shift+O"),
    IMPORT("Shortcut+I"),
    EVIDENCE("Shortcut+Shift+D"),
    SAVE_EVENTS("Shortcut+S"),
    SAVE_TIMELINE("Shortcut+Shift+T"),
    SAVE_CONTAINMENT("Shortcut+Shift+J"),
    REPORT("Shortcut+Shift+P"),
    EXTRACT("Shortcut+Shift+H"),
    CLOSE_CASE("Shortcut+W"),
    EXIT("Shortcut+Q"),
    LOAD_SIGMA("Shortcut+Shift+G"),
    NETWORK_DATA("Shortcut+Shift+N"),
    PAGE_START("Shortcut+1"),
    PAGE_SESSIONS("Shortcut+2"),
    PAGE_FINDINGS("Shortcut+3"),
    PAGE_INVESTIGATE("Shortcut+4"),
    TO_TIMELINE("Alt+T"),
    TO_STORY("Alt+Y"),
    TO_TOKENS("Alt+K"),
    TO_EVENTS("Alt+E"),
    TO_VALUES("Alt+V"),
    TO_EXPOSURE("Alt+X"),
    TO_CONTAINMENT("Alt+C"),
    TO_MARKS("Alt+M"),
    FOLD_RUNS("Shortcut+Shift+F"),
    SESSIONS_BY_USER("Alt+U"),
    OTHER_VICTIMS("Alt+O"),
    RULES("Alt+R"),
    NEXT_LANES("Alt+L"),
    ALL_SESSIONS_OF_USER("Alt+S"),
    NAME_ORIGIN("Alt+N"),
    SPLIT_ORIGIN("Shortcut+Shift+S"),
    DARK_OR_LIGHT("Shortcut+D"),
    TIMELINE_ALONE("Shift+F11"),
    FULL_SCREEN("F11"),
    TEXT_LARGER("Shortcut+Plus"),
    TEXT_SMALLER("Shortcut+Minus"),
    TEXT_USUAL("Shortcut+0"),
    FIND("Shortcut+F"),
    FILTER("Shortcut+L"),
    FILTER_BY_USER("Shortcut+U"),
    FILTER_BY_ADDRESS("Shortcut+P"),
    SAVE_FILTER("Shortcut+Shift+L"),
    BACK("Alt+Left"),
    FORWARD("Alt+Right"),
    ONLY_SELECTED("Shortcut+Shift+E"),
    CLEAR_FILTER("Shortcut+Shift+X"),
    AROUND("Shortcut+R"),
    AROUND_OTHER("Shortcut+Shift+R"),
    MARK("Shortcut+M"),
    MALICIOUS("1"),
    SUSPICIOUS("2"),
    BENIGN("3"),
    NO_VERDICT("0"),
    TAG("T"),
    BOOKMARK("B"),
    OWN_EVENT("Shortcut+E"),
    LOAD_INDICATORS("Shortcut+Shift+I"),
    UNDO("Shortcut+Z"),
    REDO("Shortcut+Shift+Z"),
    SEARCH("Shortcut+K"),
    HANDBOOK("F1"),
    SHORTCUTS("Shortcut+Slash"),
    ABOUT("Shift+F1"),
    COPY_CSV("Shortcut+C"),
    COPY_JSON("Shortcut+Shift+C"),
    MOVE_LEFT("Shift+Left"),
    MOVE_RIGHT("Shift+Right"),
    APPLY("Shortcut+Enter");

    /** The keys without Ctrl that mark what is selected. */
    public static final List<Shortcut> MARKS = List.of(MALICIOUS, SUSPICIOUS, BENIGN, NO_VERDICT, TAG, BOOKMARK);

    private final KeyCombination keys;

    Shortcut(String keys) {
        this.keys = new NamedKeys(KeyCombination.valueOf(keys));
    }

    public KeyCombination keys() {
        return keys;
    }

    public boolean matches(KeyEvent event) {
        return keys.match(event) || matchesOnPad(event);
    }

    /** A key alone, which is a letter while somebody types. */
    public boolean isPlain() {
        return MARKS.contains(this);
    }

    /** The same key of the number pad; "+" is a key with Shift or without, depending on the keyboard. */
    private boolean matchesOnPad(KeyEvent event) {
        boolean alone = !event.isControlDown() && !event.isAltDown() && !event.isMetaDown() && !event.isShiftDown();
        KeyCode code = event.getCode();
        return switch (this) {
        case MALICIOUS -> alone && code == KeyCode.NUMPAD1;
        case SUSPICIOUS -> alone && code == KeyCode.NUMPAD2;
        case BENIGN -> alone && code == KeyCode.NUMPAD3;
        case NO_VERDICT -> alone && code == KeyCode.NUMPAD0;
        case TEXT_LARGER ->
            event.isShortcutDown() && !event.isAltDown() && (code == KeyCode.ADD || code == KeyCode.EQUALS
                    || code == KeyCode.PLUS);
        case TEXT_SMALLER -> event.isShortcutDown() && !event.isAltDown() && code == KeyCode.SUBTRACT;
        case TEXT_USUAL -> event.isShortcutDown() && !event.isAltDown() && code == KeyCode.NUMPAD0;
        default -> false;
        };
    }

    /** As the platform writes it; so it can be an argument of a text. */
    @Override
    public String toString() {
        return keys.getDisplayText();
    }
}
