package org.tokenlane.ui.state;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Reasons;

/** Keeps the latest message. */
final class LatestMessage implements Messages {

    private final ReadOnlyObjectWrapper<Message> latest = new ReadOnlyObjectWrapper<>();

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
    public void turned(Text text) {
        say(Message.Kind.TURNED, text);
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
        latest.set(null);
    }
}
