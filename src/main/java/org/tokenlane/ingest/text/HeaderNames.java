package org.tokenlane.ingest.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Knows a header where none is expected: in the middle of a table that was joined from several, and below the title
 * lines that reports and spreadsheets put above their tables.
 */
public final class HeaderNames {

    /** So many cells have to be names that logs use; no record has as many as its values. */
    private static final int LEAST_KNOWN = 3;
    /** Dates and ids, which every record has, show within so many bytes. */
    private static final int LOOKED_AT = 80;
    /** A header that is repeated may have some other names: those that the analyst gave to columns are not in it. */
    private static final int MOST_OTHER_CELLS = 40;
    private static final String IN_FRONT_OF_NAMES = "\ufeff\u200b\" \t";

    private static final Set<String> KNOWN = Set.of(
            "aadoperationtype", "aadtenantid", "accesscontroltype", "accessrights", "accountobjectid",
            "accountupn", "actionresult", "actiontrigger", "actiontype", "activity", "activitydatetime",
            "activitydisplayname", "activitystatusvalue", "actorname", "actortype", "actoruserid",
            "actoruserprincipalname", "additionalfields", "agentname", "alertid", "alertname", "alertseverity",
            "appaccesscontext", "appdisplayname", "apphost", "appid", "application", "applicationid",
            "applicationname", "appname", "apporigin", "appstatus", "attacktechniques", "auditdata",
            "auditlogrecordtype", "authenticationmethod", "authenticationmethoddetail", "bkt", "calendarusers",
            "caller", "calleripaddress", "category", "categoryvalue", "claims", "clientapp", "clientappused",
            "clientinfostring", "clientip", "clientipaddress", "conditionalaccess", "conditionalaccessstatus",
            "connectionid", "copytofolder", "correlationid", "createdby", "createddatetime", "creationdate",
            "creationtime", "credentialkeyid", "date", "datetimeutc", "dateutc", "deletemessage",
            "delivertomailboxandforward", "deliveryaction", "deliverylocation", "deliverytime", "description",
            "destinationfolder", "destinationfqdn", "detecteddatetime", "detectionsource", "devicedetail",
            "devicedetaildeviceid", "deviceid", "devicename", "directionality", "displayname", "emaildirection",
            "entities", "entitytype", "entraiddeviceid", "errorcode", "eventdataid", "eventid", "eventtimestamp",
            "evidencerole", "failurereason", "filename", "filetype", "foldername", "forwardasattachmentto",
            "forwardingaddress", "forwardingsmtpaddress", "forwardto", "fromip", "fullaccesspermissions",
            "fullaccessusers", "groupname", "id", "identity", "inboxusers", "index", "inheritancetype",
            "initiatedby", "initiatedbyactor", "internetmessageid", "ipaddress", "isclickedthrough", "isinherited",
            "ispolicyon", "itemname", "keepfordays", "keeplatest", "lastaccessed", "llmeventdata", "location",
            "locationcity", "locationdetails", "logontype", "mailboxguid", "mailboxownerupn", "messageid",
            "messagesubject", "messagetraceid", "movetofolder", "name", "networkmessageid", "oauthappid",
            "objectid", "officeid", "officeobjectid", "officeworkload", "operation", "operationcount",
            "operationname", "operationnamevalue", "operationresult", "operations", "organizationid",
            "originalclientip", "origintimestamputc", "permissions", "policyname", "primarysmtpaddress",
            "privilegelevel", "productname", "properties", "protocol", "raw", "raweventdata", "received",
            "recipientaddress", "recipientdetails", "recipientemailaddress", "recipientstatus",
            "recipienttypedetails", "recordid", "recordtype", "redirectto", "remoteip", "reportid", "reporttype",
            "requestid", "requestmethod", "requesturi", "requirement", "resource", "resourcedisplayname",
            "resourcegroup", "resourceid", "resourceprovidervalue", "responsestatuscode", "result", "resultcode",
            "resultdescription", "resultdetail", "resultindex", "resultreason", "resultstatus", "resulttype",
            "riskeventtype", "risklevel", "riskstate", "ruleid", "ruleidentity", "rulename", "sendaspermissions",
            "sendasusers", "senderaddress", "senderemailaddress", "senderfromaddress", "sendonbehalfusers",
            "service", "serviceprincipalid", "serviceprincipalname", "servicesource", "sessionid", "sha256",
            "sharingpermissionflags", "signinactivityid", "signinerrorcode", "signinidentifier",
            "sourcedevicename", "sourcefolder", "sourceip", "sourceipaddress", "sourcesystem", "sourcetype",
            "sourceusername", "srcipaddr", "starttime", "status", "statuserrorcode", "stopprocessingrules",
            "subject", "succeeded", "systemalertid", "target1objectid", "targetdevicename", "targetresources",
            "targets", "targetworkload", "teamsmessageid", "tenantid", "threadid", "threattypes", "time",
            "timegenerated", "timestamp", "toip", "tokenissuedat", "traffictype", "transactionid", "trustee",
            "type", "uniquetokenid", "uniquetokenidentifier", "urlchain", "urldomain", "urllocation", "user",
            "useragent", "userdisplayname", "userid", "userids", "userkey", "username", "userprincipalname",
            "usertype", "whenchanged", "whenchangedutc", "workload");

    private HeaderNames() {
    }

    /** Tells whether these cells are a header. */
    public static boolean areHeader(List<String> cells) {
        Set<String> known = new HashSet<>();
        for (String cell : cells) {
            String name = ColumnNames.normalise(bare(cell));
            if (KNOWN.contains(name)) {
                known.add(name);
            }
        }
        return known.size() >= LEAST_KNOWN;
    }

    /** Tells by a look at a record's first bytes whether it may be a header: names have no two digits in a row. */
    static boolean mayBeHeader(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + LOOKED_AT);
        boolean digit = false;
        for (int i = from; i < end; i++) {
            boolean now = bytes[i] >= '0' && bytes[i] <= '9';
            if (digit && now) {
                return false;
            }
            digit = now;
        }
        return end - from > LEAST_KNOWN;
    }

    /** A header once more, as it stands where tables were joined: in any case, with a byte order mark or without. */
    static boolean isAgain(ColumnNames names, String[] cells) {
        return cells.length == names.size() && isAgain(names, column -> cells[column]);
    }

    /** The same of a row with as many cells as the table has columns. */
    static boolean isAgain(ColumnNames names, IntFunction<String> cells) {
        int columns = names.size();
        int others = columns * MOST_OTHER_CELLS / 100;
        for (int i = 0; i < columns; i++) {
            String cell = cells.apply(i);
            if (!isNamed(cell, names.original(i))) {
                others--;
                // the name of another column says that the order is another one
                if (others < 0 || names.position(ColumnNames.normaliseOnce(bare(cell))) >= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isNamed(String cell, String name) {
        return cell.equals(name) || !cell.isEmpty() && bare(cell).equalsIgnoreCase(bare(name));
    }

    private static String bare(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && IN_FRONT_OF_NAMES.indexOf(cell.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && IN_FRONT_OF_NAMES.indexOf(cell.charAt(end - 1)) >= 0) {
            end--;
        }
        return cell.substring(start, end);
    }
}
