package org.tokenlane.detect.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Text;

/**
 * Users, their sign-in methods, roles, groups and devices ("Microsoft Entra audit log categories and activities",
 * learn.microsoft.com/entra/identity/monitoring-health/reference-audit-activities).
 */
final class AccountWording {

    private static final Set<String> NO_PROPERTY = Set.of("included updated properties", "targetid.usertype",
            "targetid.serviceprincipalnames", "user account type", "action client name");

    private AccountWording() {
    }

    static void into(Map<String, Sentences.Wording> all) {
        all.put("user registered security info", reading -> method(reading, WordingText.METHOD_REGISTERED));
        all.put("user registered all required security info",
                reading -> method(reading, WordingText.METHOD_REGISTERED));
        all.put("user started security info registration", reading -> method(reading, WordingText.METHOD_STARTED));
        all.put("user deleted security info", reading -> method(reading, WordingText.METHOD_DELETED));
        all.put("user updated security info", reading -> method(reading, WordingText.METHOD_CHANGED));
        all.put("user changed default security info", reading -> method(reading, WordingText.METHOD_DEFAULT));
        all.put("admin registered security info", reading -> method(reading, WordingText.METHOD_ADMIN_REGISTERED));
        all.put("admin deleted security info", reading -> method(reading, WordingText.METHOD_ADMIN_DELETED));
        all.put("admin updated security info", reading -> method(reading, WordingText.METHOD_CHANGED));
        put(all, WordingText.HELLO_ADDED, "add windows hello for business credential");
        put(all, WordingText.HELLO_REMOVED, "delete windows hello for business credential");
        put(all, WordingText.PASSKEY_ADDED, "add passkey (device-bound)", "add passkey (device-bound) credential",
                "add fido2 security key", "add passkey");
        put(all, WordingText.PASSKEY_REMOVED, "delete passkey (device-bound)", "delete fido2 security key",
                "delete passkey");
        put(all, WordingText.MFA_TURNED_OFF, "disable strong authentication");
        put(all, WordingText.MFA_TURNED_ON, "enable strong authentication");
        put(all, WordingText.PASSWORD_RESET, "reset user password", "reset password (by admin)",
                "reset password (self-service)");
        put(all, WordingText.PASSWORD_CHANGED, "change user password", "change password (self-service)");
        put(all, WordingText.PASSWORD_CHANGE_FORCED, "set force change user password");
        put(all, WordingText.SESSIONS_REVOKED, "update stsrefreshtokenvalidfrom timestamp");
        put(all, WordingText.USER_BLOCKED, "disable account");
        put(all, WordingText.USER_UNBLOCKED, "enable account");
        put(all, WordingText.USER_ADDED, "add user");
        put(all, WordingText.USER_DELETED, "delete user");
        put(all, WordingText.USER_ERASED, "hard delete user");
        put(all, WordingText.USER_RESTORED, "restore user");
        put(all, WordingText.GUEST_INVITED, "invite external user");
        put(all, WordingText.GUEST_JOINED, "redeem external user invite");
        all.put("update user", AccountWording::updated);
        all.put("add member to role", reading -> role(reading, WordingText.ROLE_ASSIGNED));
        all.put("add member to role completed (pim activation)", reading -> role(reading, WordingText.ROLE_ACTIVATED));
        all.put("add eligible member to role", reading -> role(reading, WordingText.ROLE_ELIGIBLE));
        all.put("add eligible member to role in pim completed (permanent)",
                reading -> role(reading, WordingText.ROLE_ELIGIBLE));
        all.put("remove member from role", reading -> role(reading, WordingText.ROLE_REMOVED));
        all.put("remove eligible member from role", reading -> role(reading, WordingText.ROLE_NOT_ELIGIBLE));
        all.put("add member to group", reading -> group(reading, WordingText.GROUP_JOINED));
        all.put("remove member from group", reading -> group(reading, WordingText.GROUP_LEFT));
        all.put("add owner to group", reading -> group(reading, WordingText.GROUP_OWNER));
        all.put("add group", reading -> named(reading, WordingText.GROUP_ADDED, "Group"));
        all.put("delete group", reading -> named(reading, WordingText.GROUP_DELETED, "Group"));
        for (String activity : List.of("add device", "register device")) {
            all.put(activity, reading -> named(reading, WordingText.DEVICE_REGISTERED, "Device"));
        }
        all.put("delete device", reading -> named(reading, WordingText.DEVICE_DELETED, "Device"));
        all.put("disable device", reading -> named(reading, WordingText.DEVICE_TURNED_OFF, "Device"));
        all.put("add registered owner to device", reading -> device(reading, WordingText.DEVICE_OWNER));
        all.put("add registered users to device", reading -> device(reading, WordingText.DEVICE_USER));
        all.put("read bitlocker key", reading -> named(reading, WordingText.BITLOCKER_READ, "Device"));
    }

    private static void put(Map<String, Sentences.Wording> all, WordingText sentence, String... activities) {
        for (String activity : activities) {
            all.put(activity, reading -> reading.says(sentence, user(reading)));
        }
    }

    /** The user that was acted on. */
    private static Object user(Reading reading) {
        String user = reading.target("User");
        return Reading.or(user == null ? reading.text(EventField.TARGET) : user, WordingText.UNNAMED_USER);
    }

    /** The log's own words name the method ({@code User registered Authenticator App with Notification and Code}). */
    private static Text method(Reading reading, WordingText sentence) {
        String words = reading.text(EventField.RESULT_TEXT);
        boolean plain = words == null || words.equalsIgnoreCase("success") || words.equalsIgnoreCase("failure");
        return reading.says(sentence, user(reading), plain ? 0 : 1, plain ? "" : Reading.orNothing(words));
    }

    private static Text updated(Reading reading) {
        List<String> properties = new ArrayList<>();
        for (RecordDetail.Change change : reading.detail().changes()) {
            String property = change.property();
            String key = property.toLowerCase(Locale.ROOT);
            if (key.equals("accountenabled")) {
                String now = Reading.clean(change.after());
                if (now != null && now.matches("(?i)\\[?(true|false)]?")) {
                    return reading.says(now.toLowerCase(Locale.ROOT).contains("true") ? WordingText.USER_UNBLOCKED
                            : WordingText.USER_BLOCKED, user(reading));
                }
            }
            if (key.startsWith("strongauthentication") && !Objects.equals(change.before(), change.after())) {
                return reading.says(WordingText.METHOD_DATA_CHANGED, user(reading), property);
            }
            if (!NO_PROPERTY.contains(key) && !properties.contains(property)) {
                properties.add(property);
            }
        }
        Object changed = Reading.all(properties);
        return reading.says(WordingText.USER_CHANGED, user(reading), Reading.present(changed),
                Reading.orNothing(changed));
    }

    private static Text role(Reading reading, WordingText sentence) {
        String changed = reading.changed("Role.DisplayName");
        String role = changed == null ? reading.target("Role") : changed;
        String user = reading.target("User");
        String member = user == null ? reading.target("ServicePrincipal") : user;
        return reading.says(sentence,
                Reading.or(member == null ? reading.text(EventField.TARGET) : member, WordingText.UNNAMED_USER),
                Reading.or(role, WordingText.UNNAMED_ROLE));
    }

    private static Text group(Reading reading, WordingText sentence) {
        String changed = reading.changed("Group.DisplayName");
        return reading.says(sentence, user(reading),
                Reading.or(changed == null ? reading.target("Group") : changed, WordingText.UNNAMED_GROUP));
    }

    private static Text device(Reading reading, WordingText sentence) {
        String changed = reading.changed("Device.DisplayName");
        return reading.says(sentence, user(reading),
                Reading.or(changed == null ? reading.target("Device") : changed, WordingText.UNNAMED_DEVICE));
    }

    private static @Nullable Text named(Reading reading, WordingText sentence, String type) {
        String target = reading.target(type);
        String name = target == null ? reading.text(EventField.TARGET) : target;
        return name == null ? null : reading.says(sentence, name);
    }
}
