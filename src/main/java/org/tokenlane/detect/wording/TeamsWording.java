package org.tokenlane.detect.wording;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Text;

/** Teams ("Audit log activities", learn.microsoft.com/purview/audit-log-activities). */
final class TeamsWording {

    private TeamsWording() {
    }

    static void into(Map<String, Sentences.Wording> all) {
        put(all, WordingText.TEAMS_MESSAGE_SENT, "messagesent");
        put(all, WordingText.TEAMS_LINK_SENT, "messagecreatedhaslink");
        put(all, WordingText.TEAMS_MESSAGE_EDITED, "messageupdated", "messageeditedhaslink");
        put(all, WordingText.TEAMS_MESSAGE_DELETED, "messagedeleted");
        put(all, WordingText.TEAMS_MESSAGE_READ, "messageread");
        put(all, WordingText.TEAMS_MESSAGES_LISTED, "messageslisted");
        put(all, WordingText.TEAMS_EXPORTED, "messagesexported");
        put(all, WordingText.TEAMS_CHAT_OPENED, "chatretrieved");
        put(all, WordingText.TEAMS_TEAM_CREATED, "teamcreated");
        put(all, WordingText.TEAMS_TEAM_DELETED, "teamdeleted");
        put(all, WordingText.TEAMS_CHANNEL_ADDED, "channeladded");
        put(all, WordingText.TEAMS_CHANNEL_DELETED, "channeldeleted");
        all.put("teamssessionstarted", reading -> reading.says(WordingText.TEAMS_OPENED));
        all.put("chatcreated", reading -> members(reading, WordingText.TEAMS_CHAT_CREATED));
        all.put("memberadded", reading -> members(reading, WordingText.TEAMS_MEMBERS_ADDED));
        all.put("memberremoved", reading -> members(reading, WordingText.TEAMS_MEMBERS_REMOVED));
        all.put("appinstalled", reading -> app(reading, WordingText.TEAMS_APP_INSTALLED));
        all.put("botaddedtoteam", reading -> app(reading, WordingText.TEAMS_BOT_ADDED));
        all.put("connectoradded", reading -> app(reading, WordingText.TEAMS_CONNECTOR_ADDED));
        all.put("tabadded", reading -> app(reading, WordingText.TEAMS_TAB_ADDED));
    }

    private static void put(Map<String, Sentences.Wording> all, WordingText sentence, String... operations) {
        for (String operation : operations) {
            all.put(operation, reading -> reading.says(sentence, place(reading)));
        }
    }

    /** The team, channel or chat. */
    private static Object place(Reading reading) {
        String team = reading.field("TeamName");
        String channel = reading.field("ChannelName");
        String chat = reading.field("ChatName");
        if (team != null) {
            return channel == null ? WordingText.TEAM_NAMED.with(team) : WordingText.CHANNEL_NAMED.with(channel, team);
        }
        String thread = chat == null ? reading.text(EventField.TARGET) : chat;
        return thread == null ? WordingText.UNNAMED_CHAT.with() : WordingText.CHAT_NAMED.with(thread);
    }

    private static Text members(Reading reading, WordingText sentence) {
        List<String> named = reading.fields("Members.UPN", "Members.DisplayName");
        Object members = Reading.all(named);
        return reading.says(sentence, place(reading), Reading.present(members), Reading.orNothing(members));
    }

    private static @Nullable Text app(Reading reading, WordingText sentence) {
        String app = reading.field("AddOnName", "AppDistributionMode", "TabType");
        return app == null ? null : reading.says(sentence, app, place(reading));
    }
}
