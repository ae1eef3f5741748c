package org.tokenlane.ingest.entra;

import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.identity.Absent;

/**
 * Under which names the sign-in exports hold a field: the normalised column names (see ColumnNames) of the portal in
 * English and French, of Graph, of Log Analytics
 * and of PowerShell's flattened tables. A shape's new name, or a header in another language, is added here.
 */
enum SignInColumns {

    TIME("dateutc", "createddatetime", "date", "timestamp", "signindatetime"),
    REQUEST_ID("requestid", "id", "idderequete", "originalrequestid"),
    CORRELATION_ID("correlationid", "iddecorrelation"),
    SESSION_ID("sessionid", "sid"),
    UTI("uniquetokenidentifier", "uniquetokenid", "uti"),
    UPN("userprincipalname", "username", "nomdutilisateur", "accountupn", "upn"),
    USER_OBJECT_ID("userid", "identifiantutilisateur", "accountobjectid", "serviceprincipalid"),
    USER_NAME("userdisplayname", "user", "utilisateur", "accountdisplayname", "serviceprincipalname"),
    TENANT_ID("aadtenantid", "resourcetenantid", "hometenantid"),
    HOME_TENANT_ID("hometenantid"),
    RESOURCE_TENANT_ID("resourcetenantid"),
    CROSS_TENANT_ACCESS("crosstenantaccesstype"),
    USER_TYPE("usertype"),
    AGENT("agent", "agentdynamic", "agentstring"),
    IP("ipaddress", "adresseip", "ip"),
    ASN("autonomoussystemnumber", "numerodesystemeautonome"),
    USER_AGENT("useragent", "agentutilisateur"),
    DEVICE("devicedetail", "devicedetaildynamic", "devicedetailstring"),
    DEVICE_ID("deviceid", "devicedetaildeviceid", "iddelappareil", "entraiddeviceid", "aaddeviceid"),
    DEVICE_NAME("devicename", "devicedetaildisplayname"),
    APP_ID("appid", "applicationid", "iddelapplication"),
    APP_NAME("appdisplayname", "application"),
    CLIENT_APP("clientappused", "clientapp", "applicationcliente"),
    RESOURCE_ID("resourceidentity", "resourceid"),
    RESOURCE_NAME("resourcedisplayname", "resource"),
    INCOMING_TOKEN_TYPE("incomingtokentype", "incomingtokentype#2"),
    TRANSFER_METHOD("originaltransfermethod"),
    AUTH_PROTOCOL("authenticationprotocol"),
    TOKEN_PROTECTION("tokenprotectionstatusdetails", "tokenprotectionstatusdetailsdynamic",
            "tokenprotectionstatusdetailsstring"),
    TOKEN_BINDING("tokenprotectionsigninsession", "tokenprotectionstatusdetailssigninsessionstatus"),
    STATUS("status", "statut", "loginstatus", "statusdynamic", "statusstring"),
    RESULT_CODE("signinerrorcode", "codederreurdeconnexion", "errorcode", "statuserrorcode", "resulttype"),
    RESULT_TEXT("failurereason", "raisondelechec", "statusfailurereason", "resultdescription"),
    LOCATION("locationdetails", "locationdetailsdynamic", "locationdetailsstring", "location", "emplacement"),
    COUNTRY("country", "locationcountryorregion"),
    CITY("city", "locationcity"),
    AUTHENTICATION_STEPS("authenticationdetails", "authenticationdetailsdynamic", "authenticationdetailsstring"),
    EVENT_TYPES("signineventtypes", "logontype"),
    IS_INTERACTIVE("isinteractive");

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private final String[] names;

    SignInColumns(String... names) {
        this.names = names;
    }

    /**
     * The value under the first of the names that tells something: of an application's sign-in the fields of a user are
     * there, but blank or a zero GUID.
     */
    Value in(Value row) {
        for (String name : names) {
            Value value = row.find(name);
            if (value.text() == null ? !value.isMissing()
                    : Absent.clean(value.text()) != null && !value.text().equals(NO_ID)) {
                return value;
            }
        }
        return Value.MISSING;
    }

    boolean isIn(Value row) {
        for (String name : names) {
            if (row.has(name)) {
                return true;
            }
        }
        return false;
    }
}
