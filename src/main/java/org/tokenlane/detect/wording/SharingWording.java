package org.tokenlane.detect.wording;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

/** Who was let in to files and sites ("Use sharing auditing", learn.microsoft.com/purview/audit-log-sharing). */
final class SharingWording {

    private static final Pattern RIGHT = Pattern.compile("(?i)<(?:Permissions granted|Type)>\\s*([^<]+?)\\s*</");
    private static final Pattern GROUP = Pattern.compile("(?i)<Group>\\s*([^<]+?)\\s*</Group>");

    private SharingWording() {
    }

    static void into(Map<String, Sentences.Wording> all) {
        all.put("anonymouslinkcreated", reading -> link(reading, WordingText.LINK_FOR_ANYONE));
        all.put("anonymouslinkupdated", reading -> link(reading, WordingText.LINK_FOR_ANYONE_CHANGED));
        all.put("anonymouslinkremoved", reading -> link(reading, WordingText.LINK_FOR_ANYONE_REMOVED));
        all.put("anonymouslinkused", reading -> link(reading, WordingText.LINK_FOR_ANYONE_USED));
        all.put("companylinkcreated", reading -> link(reading, WordingText.LINK_FOR_COMPANY));
        all.put("companylinkused", reading -> link(reading, WordingText.LINK_FOR_COMPANY_USED));
        all.put("securelinkcreated", reading -> link(reading, WordingText.LINK_FOR_PEOPLE));
        all.put("securelinkused", reading -> link(reading, WordingText.LINK_FOR_PEOPLE_USED));
        all.put("addedtosecurelink", reading -> shared(reading, WordingText.LINK_PERSON_ADDED));
        all.put("removedfromsecurelink", reading -> shared(reading, WordingText.LINK_PERSON_REMOVED));
        all.put("sharingset", reading -> shared(reading, WordingText.SHARED));
        all.put("sharingrevoked", reading -> shared(reading, WordingText.SHARING_ENDED));
        all.put("sharinginvitationcreated", reading -> shared(reading, WordingText.SHARING_INVITED));
        all.put("sharinginvitationaccepted", reading -> link(reading, WordingText.SHARING_ACCEPTED));
        all.put("accessrequestcreated", reading -> link(reading, WordingText.ACCESS_REQUESTED));
        all.put("sitecollectionadminadded", reading -> site(reading, WordingText.SITE_ADMIN_ADDED));
        all.put("addedtogroup", SharingWording::group);
    }

    /** What the link allows, where the record says so. */
    private static Text link(Reading reading, WordingText sentence) {
        String right = reading.field("Permission");
        String allowed = right == null ? eventData(reading, RIGHT) : right;
        return reading.says(sentence, FileWording.object(reading), Reading.present(allowed),
                Reading.orNothing(allowed));
    }

    private static Text shared(Reading reading, WordingText sentence) {
        Object with = Reading.all(with(reading));
        return reading.says(sentence, FileWording.object(reading), Reading.present(with), Reading.orNothing(with));
    }

    private static List<String> with(Reading reading) {
        return reading.fields("TargetUserOrGroupName", "UserSharedWith");
    }

    private static @Nullable Text site(Reading reading, WordingText sentence) {
        Object who = Reading.all(with(reading));
        return who == null ? null
                : reading.says(sentence, who, Reading.or(FileWording.site(reading), WordingText.UNNAMED_SITE));
    }

    private static @Nullable Text group(Reading reading) {
        Object who = Reading.all(with(reading));
        String group = eventData(reading, GROUP);
        return who == null || group == null ? null
                : reading.says(WordingText.SITE_GROUP_JOINED, who, group,
                        Reading.or(FileWording.site(reading), WordingText.UNNAMED_SITE));
    }

    private static @Nullable String eventData(Reading reading, Pattern pattern) {
        String data = reading.field("EventData", "Event_Data");
        Matcher matcher = pattern.matcher(data == null ? "" : data);
        return matcher.find() ? Reading.clean(matcher.group(1)) : null;
    }
}
