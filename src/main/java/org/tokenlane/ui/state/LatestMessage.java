package org.tokenlane.ui.state;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Reasons;

/** Keeps the latest message. */
final class LatestMessage implements Messages {

    private final ReadOnlyObjectWrapper<Message> latest = new ReadOnlyObjectWrapper<>();
    private final StringProperty problem = new SimpleStringProperty("");

    LatestMessage() {
        problem.addListener((property, before, now) -> {
            if (now.isEmpty()) {
                clear();
            } else {
                say(Message.Kind.HINT, StateText.AS_GIVEN.with(now));
            }
        });
    }

    /** The words of the latest message, for parts that do not take their texts from a bundle yet. */
    StringProperty problem() {
        return problem;
    }

    private void say(Message.Kind kind, Text text) {
        latest.set(new Message(kind, text));
    }

    @Override
    public ReadOnlyObjectProperty<Message> latest() {
        return latest.getReadOnlyProperty();
    }

    @Override
    public void info(Text text) {
        say(Message.Kind.INFO, text);
    }

    @Override
    public void hint(Text text) {
        say(Message.Kind.HINT, text);
    }

    @Override
    public void error(Text text) {
        say(Message.Kind.ERROR, text);
    }

    @Override
    public void failed(TextKey what, Throwable failure, Object... arguments) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = Reasons.of(failure);
        error(what.with(all));
    }

    @Override
    public void clear() {
        problem.set("");
        latest.set(null);
    }
}
