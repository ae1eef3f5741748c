package org.tokenlane.detect.wording;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Text;

/**
 * Calls of Microsoft Graph, by method and path ("Microsoft Graph REST API v1.0 reference",
 * learn.microsoft.com/graph/api/overview). What a call returned is in no log, so data is requested, never read.
 */
final class GraphWording {

    private static final Map<Pattern, WordingText> CALLS = new LinkedHashMap<>();

    static {
        call("POST .*/sendmail|POST .*/(reply|replyall|forward|send)", WordingText.GRAPH_SENT);
        call("POST .*/messagerules", WordingText.GRAPH_RULE_CREATED);
        call("(PATCH|PUT|DELETE) .*/messagerules/.*", WordingText.GRAPH_RULE_CHANGED);
        call("GET .*/messagerules.*", WordingText.GRAPH_RULES);
        call("GET (/chats|.*/(me|users/[^/]+)/chats|.*/teams?(/[^/]+)?/[a-z]*channels?)(/.*)?",
                WordingText.GRAPH_CHATS);
        call("GET .*/attachments.*", WordingText.GRAPH_ATTACHMENTS);
        call("GET .*/(messages|mailfolders).*", WordingText.GRAPH_MESSAGES);
        call("DELETE .*/messages/.*", WordingText.GRAPH_MESSAGE_DELETED);
        call("POST /search/query", WordingText.GRAPH_SEARCH);
        call("GET .*/content", WordingText.GRAPH_FILE_CONTENT);
        call("(PUT|POST) .*/(content|createuploadsession)", WordingText.GRAPH_FILE_WRITTEN);
        call("POST .*/(createlink|invite)", WordingText.GRAPH_SHARED);
        call("GET .*/(drive|drives|sites)(/.*)?", WordingText.GRAPH_FILES);
        call("POST .*/(addpassword|addkey)", WordingText.GRAPH_CREDENTIAL_ADDED);
        call("POST /oauth2permissiongrants.*|POST .*/approleassign.*", WordingText.GRAPH_GRANTED);
        call("POST /(applications|serviceprincipals)", WordingText.GRAPH_APPLICATION_CREATED);
        call("GET /(applications|serviceprincipals|oauth2permissiongrants).*", WordingText.GRAPH_APPLICATIONS);
        call("POST .*/authentication/.*", WordingText.GRAPH_METHOD_ADDED);
        call("GET .*/authentication/.*", WordingText.GRAPH_METHODS);
        call("POST /(directoryroles|rolemanagement)/.*", WordingText.GRAPH_ROLE_ASSIGNED);
        call("GET /(directoryroles|rolemanagement|directoryroletemplates).*", WordingText.GRAPH_ROLES);
        call("GET /(policies|identity/conditionalaccess).*", WordingText.GRAPH_POLICIES);
        call("(PATCH|POST|DELETE) /(policies|identity/conditionalaccess).*", WordingText.GRAPH_POLICY_CHANGED);
        call("GET /auditlogs/.*", WordingText.GRAPH_LOGS);
        call("GET /(groups|me/memberof|users/[^/]+/memberof).*", WordingText.GRAPH_GROUPS);
        call("GET /(devices|devicemanagement).*", WordingText.GRAPH_DEVICES);
        call("GET /(organization|domains).*", WordingText.GRAPH_ORGANIZATION);
        call("GET .*/(contacts|people).*", WordingText.GRAPH_CONTACTS);
        call("GET .*/(events|calendar|calendarview|calendars).*", WordingText.GRAPH_CALENDAR);
        call("POST /users", WordingText.GRAPH_USER_CREATED);
        call("GET /users(/[^/]+)?", WordingText.GRAPH_USERS);
        call("GET /me", WordingText.GRAPH_ME);
    }

    private GraphWording() {
    }

    private static void call(String pattern, WordingText sentence) {
        CALLS.put(Pattern.compile(pattern), sentence);
    }

    static Text of(Reading reading) {
        String operation = reading.text(EventField.OPERATION);
        String name = operation == null ? "" : operation;
        int space = name.indexOf(' ');
        String known = space < 0 ? name
                : name.substring(0, space) + ' ' + name.substring(space + 1).toLowerCase(Locale.ROOT);
        for (Map.Entry<Pattern, WordingText> call : CALLS.entrySet()) {
            if (call.getKey().matcher(known).matches()) {
                return reading.says(call.getValue(), name);
            }
        }
        return reading.says(WordingText.GRAPH_CALLED, name);
    }
}
