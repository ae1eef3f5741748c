package org.tokenlane.detect.wording;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Text;

/** Copilot and other assistants. What was asked and answered is in no log. */
final class AssistantWording {

    private AssistantWording() {
    }

    static @Nullable Text of(Reading reading) {
        String operation = String.valueOf(reading.text(EventField.OPERATION)).toLowerCase(Locale.ROOT);
        if (!operation.equals("copilotinteraction") && !operation.contains("aiappinteraction")) {
            return null;
        }
        String agent = reading.text(EventField.AGENT_NAME);
        String host = reading.text(EventField.APP_NAME);
        List<String> read = reading.fields("CopilotEventData.AccessedResources.Name",
                "CopilotEventData.AccessedResources.SiteUrl", "CopilotEventData.AccessedResources.ID",
                "AccessedResources.Name", "AccessedResources.SiteUrl");
        Object resources = Reading.all(read);
        String flags = reading.text(EventField.RESULT_TEXT);
        boolean misuse = flags != null && flags.contains("JailbreakDetected");
        // instructions in a document or message that was read, of which the user need not know
        boolean instructed = flags != null && flags.contains("XPIADetected");
        return reading.says(WordingText.ASSISTANT_USED, Reading.present(agent), Reading.orNothing(agent),
                Reading.present(host), Reading.orNothing(host), Reading.present(resources),
                Reading.orNothing(resources), misuse ? 1 : 0, instructed ? 1 : 0);
    }
}
