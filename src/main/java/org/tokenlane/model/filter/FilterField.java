package org.tokenlane.model.filter;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;

/** The fields that a filter can name, and in which fields of an event each looks. */
public enum FilterField {

    UPN("upn", Match.WHOLE, EventField.UPN),
    USER("user", Match.PART, EventField.UPN, EventField.USER_NAME, EventField.USER_OBJECT_ID),
    OBJECT_ID("oid", Match.WHOLE, EventField.USER_OBJECT_ID),
    IP("ip", Match.ADDRESS, EventField.IP),
    SESSION("session", Match.SESSION, EventField.SESSION_ID),
    TOKEN("token", Match.TOKEN, EventField.UTI),
    REQUEST("request", Match.REQUEST, EventField.REQUEST_ID),
    CORRELATION("correlation", Match.WHOLE, EventField.CORRELATION_ID),
    OPERATION("op", Match.WHOLE, EventField.OPERATION),
    WORKLOAD("workload", Match.WHOLE, EventField.WORKLOAD),
    CODE("code", Match.WHOLE, EventField.RESULT_CODE),
    APP("app", Match.PART, EventField.APP_NAME, EventField.APP_ID),
    RESOURCE("resource", Match.PART, EventField.RESOURCE_NAME, EventField.RESOURCE_ID),
    USER_AGENT("ua", Match.PART, EventField.USER_AGENT),
    COUNTRY("country", Match.WHOLE, EventField.COUNTRY),
    CITY("city", Match.PART, EventField.CITY),
    ASN("asn", Match.NUMBER, EventField.ASN),
    DEVICE("device", Match.PART, EventField.DEVICE_ID, EventField.DEVICE_NAME),
    TARGET("target", Match.PART, EventField.TARGET),
    MAILBOX("mailbox", Match.WHOLE, EventField.MAILBOX),
    TENANT("tenant", Match.WHOLE, EventField.TENANT_ID, EventField.HOME_TENANT_ID, EventField.RESOURCE_TENANT_ID),
    PROTOCOL("protocol", Match.WHOLE, EventField.AUTH_PROTOCOL),
    TRANSFER("transfer", Match.WHOLE, EventField.TRANSFER_METHOD),
    CLIENT("client", Match.WHOLE, EventField.CLIENT_APP),
    INCOMING("incoming", Match.WHOLE, EventField.INCOMING_TOKEN_TYPE),
    BINDING("binding", Match.WHOLE, EventField.TOKEN_BINDING),
    RECORD("record", Match.WHOLE, EventField.RECORD_ID),
    ACTOR("actor", Match.WHOLE, EventField.ACTOR),
    USER_TYPE("usertype", Match.WHOLE, EventField.USER_TYPE),
    HOME("home", Match.WHOLE, EventField.HOME_TENANT_ID),
    PARTNER("partner", Match.WHOLE, EventField.CROSS_TENANT_ACCESS, EventField.HOME_TENANT_ID),
    AGENT("agent", Match.PART, EventField.AGENT_NAME, EventField.AGENT_ID, EventField.AGENT_TYPE,
            EventField.AGENT_PARENT_ID, EventField.AGENT_BLUEPRINT_ID),
    MESSAGE("message", Match.PART, EventField.INTERNET_MESSAGE_ID, EventField.NETWORK_MESSAGE_ID),
    SENDER("sender", Match.PART, EventField.SENDER),
    RECIPIENT("recipient", Match.PART, EventField.RECIPIENT);

    /** How a value without wildcards is compared. */
    public enum Match {
        /** The whole value, in any case. */
        WHOLE,
        /** A part of the value, in any case. */
        PART,
        /** An address in any spelling, or a network (CIDR). */
        ADDRESS,
        /** A number; letters before it ({@code AS64500}) do not count. */
        NUMBER,
        /** A session id in any spelling. */
        SESSION,
        /** A UTI in any spelling, or the request id of its sign-in. */
        TOKEN,
        /** A request id in any spelling, or the UTI of its token. */
        REQUEST
    }

    private final String word;
    private final Match match;
    private final List<EventField> fields;

    FilterField(String word, Match match, EventField... fields) {
        this.word = word;
        this.match = match;
        this.fields = List.of(fields);
    }

    /** The field's name in the language. */
    public String word() {
        return word;
    }

    public Match match() {
        return match;
    }

    /** Where an event holds it; one of them is enough. */
    public List<EventField> fields() {
        return fields;
    }

    /** The field of this name, any case, or null. */
    public static @Nullable FilterField named(String word) {
        return Arrays.stream(values()).filter(field -> field.word.equalsIgnoreCase(word)).findFirst().orElse(null);
    }
}
