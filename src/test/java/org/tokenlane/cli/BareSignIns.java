package org.tokenlane.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An export of one session in which the log names neither applications nor countries: from RIPE's network, from a
 * documentation range, from Exchange Online.
 */
public final class BareSignIns {

    public static final String SESSION = "00c46fa3-45a8-11c0-96d6-32c905791857";
    public static final String UTI = "PscrxLUdcU-tefGY8huNAA";
    private static final String OFFICE = "d3590ed6-52b3-4102-aeff-aad2292ab01c";

    private BareSignIns() {
    }

    /** Writes it in the shape of Graph beta. */
    public static Path write(Path file) {
        String records = signIn("c42bc73e-1db5-4f71-ad79-f198f21b8d00", UTI, "08:40:00", "193.0.6.139",
                ",\n\"autonomousSystemNumber\": 14061") + ",\n"
                + signIn("5f0e2a77-6c1b-4d43-8f6e-0a4b7c9d2e00", "dyoOXxtsQ02PbgpLfJ0uAA", "09:40:00", "203.0.113.9",
                        "")
                + ",\n"
                + signIn("7a0e2a77-6c1b-4d43-8f6e-0a4b7c9d2e00", "dyoOehtsQ02PbgpLfJ0uAA", "10:40:00", "52.97.10.1",
                        "");
        try {
            return Files.writeString(file, "{\"value\": [\n" + records + "]}", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String signIn(String id, String uti, String time, String ip, String more) {
        return """
                {"id": "%s", "createdDateTime": "2026-09-15T%sZ", "userPrincipalName": "adele.vogel@contoso.example",
                "userId": "2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10", "appId": "%s", "ipAddress": "%s", "clientAppUsed": "Browser", "isInteractive": true,
                "resourceId": "00000003-0000-0000-c000-000000000000", "status": {"errorCode": 0, "failureReason": "Other."}, "userAgent": "Mozilla/5.0",
                "homeTenantId": "75243ab2-44f8-435c-a7a6-b479385df6d4", "incomingTokenType": "none", "originalTransferMethod": "none",
                "uniqueTokenIdentifier": "%s", "sessionId": "%s", "signInEventTypes": ["interactiveUser"]%s}"""
                .formatted(id, time, OFFICE, ip, uti, SESSION, more);
    }
}
