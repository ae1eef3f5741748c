package org.tokenlane.model.event;

import org.tokenlane.model.text.TextKey;

/**
 * The text fields of an event. A shared field takes few distinct values and is kept in the case's dictionary; the
 * others are kept beside the event.
 */
public enum EventField implements TextKey {

    /**
     * The operation's name as the log spells it ({@code MailItemsAccessed}, {@code Sign-in activity}, {@code GET
     * /users}).
     */
    OPERATION(true),
    /**
     * The service that the event happened in ({@code Exchange}, {@code SharePoint}, {@code Entra}, {@code
     * MicrosoftGraph}, ...).
     */
    WORKLOAD(true),
    /** The code of the result: a sign-in's error code, an HTTP status. */
    RESULT_CODE(true),
    /** The result in the log's words: failure reason, status text. */
    RESULT_TEXT(false),
    /** The account's UPN, lower-cased (see Upn). */
    UPN(true),
    /** The account's object id, lower-cased. */
    USER_OBJECT_ID(true),
    /** The account's display name. */
    USER_NAME(true),
    /** The tenant's id, lower-cased (never a Log Analytics workspace's id). */
    TENANT_ID(true),
    /** The session id, lower-cased (see SessionId). */
    SESSION_ID(true),
    /** Where in the record the session id stood, as a path ({@code AppAccessContext.AADSessionId}). */
    SESSION_ID_PATH(true),
    /** The unique token identifier (see Uti). */
    UTI(true),
    /** The request id, lower-cased: of a sign-in, or of a Graph call (which is another id). */
    REQUEST_ID(false),
    /** The correlation id, lower-cased. */
    CORRELATION_ID(false),
    /** The client's IP address, normalised; text that is no address is kept as it is. */
    IP(true),
    /** The address as the record spells it, where that differs from the normalised form. */
    IP_RAW(false),
    /** The autonomous system's number, digits only. */
    ASN(true),
    /** The two-letter country code, or the country as given. */
    COUNTRY(true),
    CITY(true),
    /** The user agent, or what the workload tells of the client in its place (Exchange's ClientInfoString). */
    USER_AGENT(true),
    /** The device's id, lower-cased. */
    DEVICE_ID(true),
    DEVICE_NAME(true),
    /** The client application's id, lower-cased. */
    APP_ID(true),
    APP_NAME(true),
    /** The kind of client ({@code Browser}, {@code Mobile Apps and Desktop clients}, ...). */
    CLIENT_APP(true),
    /** The resource's (service's) application id, lower-cased. */
    RESOURCE_ID(true),
    RESOURCE_NAME(true),
    /** What was acted on: a file's address, a mailbox rule, a Graph URI, a directory object. */
    TARGET(false),
    /** The mailbox's owner (UPN, lower-cased), where it is told. */
    MAILBOX(true),
    INCOMING_TOKEN_TYPE(true),
    /**
     * How the sign-in was transferred ({@code deviceCodeFlow}, {@code authenticationTransfer}); null for {@code none}.
     */
    TRANSFER_METHOD(true),
    /** The authentication protocol ({@code deviceCode}, {@code oAuth2}, ...); null for {@code none}. */
    AUTH_PROTOCOL(true),
    /** The sign-in session's token protection ({@code bound}, {@code unbound}). */
    TOKEN_BINDING(true),
    /** The record's own id in its source, where it is another than the request id. */
    RECORD_ID(false),
    /** Who acted: a person, an application, an agent or the service itself (see ActorKind); null where no log says. */
    ACTOR(true),
    /** What the log calls the user's type ({@code member}, {@code guest}, {@code partnerTechnician}, ...). */
    USER_TYPE(true),
    /** The tenant that the account belongs to, lower-cased. */
    HOME_TENANT_ID(true),
    /** The tenant that owns the resource, lower-cased. */
    RESOURCE_TENANT_ID(true),
    /**
     * How a tenant's boundary was crossed ({@code b2bCollaboration}, {@code serviceProvider}, ...); null for {@code
     * none}.
     */
    CROSS_TENANT_ACCESS(true),
    /** The agent's id: of its identity in Entra, or of the assistant that was used. */
    AGENT_ID(true),
    AGENT_NAME(true),
    /** What kind of agent's identity signed in ({@code agenticAppInstance}, {@code agentIDuser}, ...). */
    AGENT_TYPE(true),
    /** The id of the identity or blueprint that the agent's subject belongs to. */
    AGENT_PARENT_ID(true),
    /** The application id of the agent's blueprint. */
    AGENT_BLUEPRINT_ID(true),
    /** The message ids in mail headers, as the log writes them; several are separated by a blank. */
    INTERNET_MESSAGE_ID(false),
    /** The id that Microsoft 365 gives a message, lower-cased with dashes; the same in all its copies. */
    NETWORK_MESSAGE_ID(false),
    /** The address that a message says it comes from, lower-cased; it may be forged. */
    SENDER(true),
    /** The address that a message was delivered to, lower-cased; several are separated by a blank. */
    RECIPIENT(true);

    private final boolean shared;

    EventField(boolean shared) {
        this.shared = shared;
    }

    /** Tells whether values of this field are kept in the case's dictionary. */
    public boolean isShared() {
        return shared;
    }
}
