package org.tokenlane.ingest.defender;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;

/**
 * What an alert names: accounts, addresses, and, where it is about a sign-in, the sign-in's request and session. Of
 * several of one kind the first
 * counts. Sentinel's entities tell their kind in {@code Type} ({@code cloud-logon-request}) and may stand for another
 * by {@code $ref}; Graph's
 * evidence tells it in {@code @odata.type} ({@code #microsoft.graph.security.cloudLogonRequestEvidence}).
 */
final class AlertEntities {

    private final Map<String, Value> firstOfKind = new HashMap<>();

    AlertEntities(Value entities) {
        for (Value entity : entities.opened().items()) {
            if (entity.isObject()) {
                firstOfKind.putIfAbsent(kind(entity), entity);
            }
        }
    }

    private static String kind(Value entity) {
        String graph = entity.get("@odata.type").text();
        String text = graph == null ? entity.find("type").text() : graph.substring(graph.lastIndexOf('.') + 1);
        String name = text == null ? "" : text.replace("-", "").toLowerCase(Locale.ROOT);
        return name.endsWith("evidence") ? name.substring(0, name.length() - "evidence".length()) : name;
    }

    private Value first(String... kinds) {
        for (String kind : kinds) {
            Value entity = firstOfKind.get(kind);
            if (entity != null) {
                return entity;
            }
        }
        return Value.MISSING;
    }

    /**
     * Sets sign-in request, token, session, account, address, device and application as far as the alert names them.
     */
    Draft into(Draft draft) {
        Value request = first("cloudlogonrequest").find("requestid");
        Value session = first("cloudlogonsession");
        Value entity = first("account", "user");
        Value account = entity.find("useraccount").isMissing() ? entity : entity.find("useraccount");
        Value mailbox = first("mailbox");
        Value ip = first("ip");
        Value place = ip.find("location");
        Value device = first("device", "host");
        Value app = first("oauthapplication");
        draft.id(EventField.REQUEST_ID, request).utiFromRequestId(request)
                .session(session.find("sessionid"), "cloud-logon-session.SessionId")
                .text(EventField.USER_AGENT, session.find("useragent")).upn(account.find("userprincipalname"))
                .id(EventField.USER_OBJECT_ID, account.find("aaduserid", "azureaduserid", "objectguid"))
                .text(EventField.USER_NAME, account.find("displayname"))
                .mailbox(mailbox.find("upn", "primaryaddress", "mailboxprimaryaddress"))
                .ip(ip.find("address", "ipaddress"))
                .text(EventField.COUNTRY, Value.firstText(place.find("countrycode"), ip.find("countrylettercode")))
                .text(EventField.CITY, place.find("city")).text(EventField.ASN, place.find("asn"))
                .id(EventField.DEVICE_ID, device.find("aaddeviceid", "azureaddeviceid"))
                .text(EventField.DEVICE_NAME, device.find("hostname", "devicednsname"))
                .id(EventField.APP_ID, app.find("oauthappid", "appid"))
                .text(EventField.APP_NAME, app.find("name", "displayname"));
        if (!draft.has(EventField.UPN)) {
            String name = Value.firstText(account.find("name"));
            String suffix = Value.firstText(account.find("upnsuffix"));
            if (name != null && suffix != null) {
                draft.text(EventField.UPN, (name.contains("@") ? name : name + '@' + suffix).toLowerCase(Locale.ROOT));
            } else {
                draft.upn(mailbox.find("upn"));
            }
        }
        return draft;
    }
}
