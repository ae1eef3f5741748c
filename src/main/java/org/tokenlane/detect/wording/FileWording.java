package org.tokenlane.detect.wording;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Text;

/**
 * Files, folders and pages of SharePoint and OneDrive ("Audit log activities",
 * learn.microsoft.com/purview/audit-log-activities).
 */
final class FileWording {

    private FileWording() {
    }

    static void into(Map<String, Sentences.Wording> all) {
        put(all, WordingText.FILE_ACCESSED, "fileaccessed", "fileaccessedextended");
        put(all, WordingText.FILE_PREVIEWED, "filepreviewed");
        put(all, WordingText.FILE_DOWNLOADED, "filedownloaded");
        put(all, WordingText.FILE_SYNCED, "filesyncdownloadedfull", "filesyncdownloadedpartial");
        put(all, WordingText.FILE_UPLOADED, "fileuploaded", "filesyncuploadedfull", "filesyncuploadedpartial");
        put(all, WordingText.FILE_CHANGED, "filemodified", "filemodifiedextended", "foldermodified");
        put(all, WordingText.FILE_DELETED, "filedeleted", "filerecycled", "folderdeleted", "folderrecycled");
        put(all, WordingText.FILE_DELETED_FROM_BIN, "filedeletedfirststagerecyclebin",
                "filedeletedsecondstagerecyclebin", "folderdeletedfirststagerecyclebin",
                "folderdeletedsecondstagerecyclebin");
        put(all, WordingText.FILE_RESTORED, "filerestored", "folderrestored");
        put(all, WordingText.FILE_CREATED, "foldercreated");
        put(all, WordingText.FILE_MALWARE, "filemalwaredetected");
        put(all, WordingText.PAGE_VIEWED, "pageviewed", "pageviewedextended", "clientviewsignaled");
        all.put("filerenamed", reading -> toOther(reading, WordingText.FILE_RENAMED));
        all.put("folderrenamed", reading -> toOther(reading, WordingText.FILE_RENAMED));
        all.put("filemoved", reading -> toOther(reading, WordingText.FILE_MOVED));
        all.put("foldermoved", reading -> toOther(reading, WordingText.FILE_MOVED));
        all.put("filecopied", reading -> toOther(reading, WordingText.FILE_COPIED));
        all.put("foldercopied", reading -> toOther(reading, WordingText.FILE_COPIED));
    }

    private static void put(Map<String, Sentences.Wording> all, WordingText sentence, String... operations) {
        for (String operation : operations) {
            all.put(operation, reading -> reading.says(sentence, object(reading)));
        }
    }

    private static Text toOther(Reading reading, WordingText sentence) {
        String name = reading.field("DestinationFileName");
        String place = reading.field("DestinationRelativeUrl", "DestFolder");
        String to = sentence == WordingText.FILE_RENAMED || place == null ? name
                : name == null ? place : place + '/' + name;
        return reading.says(sentence, object(reading), Reading.present(to), Reading.orNothing(to));
    }

    /** The file or folder by its name and where it is; called unnamed where the record does not name it. */
    static Object object(Reading reading) {
        String operation = String.valueOf(reading.text(EventField.OPERATION)).toLowerCase(Locale.ROOT);
        String type = reading.field("ItemType");
        boolean folder = "Folder".equalsIgnoreCase(type) || type == null && operation.startsWith("folder");
        boolean site = "Site".equalsIgnoreCase(type) || "Web".equalsIgnoreCase(type);
        boolean page = "Page".equalsIgnoreCase(type) || operation.startsWith("page");
        String address = reading.text(EventField.TARGET);
        if (address == null) {
            return (folder ? WordingText.UNNAMED_FOLDER : WordingText.UNNAMED_FILE).with();
        }
        if (site) {
            return WordingText.SITE_NAMED.with(address);
        }
        String path = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        int end = path.lastIndexOf('/');
        String name = end < 0 ? path : path.substring(end + 1);
        String place = end <= 0 || path.substring(0, end).endsWith(":/") ? null : path.substring(0, end);
        return (folder ? WordingText.FOLDER_NAMED : page ? WordingText.PAGE_NAMED : WordingText.FILE_NAMED)
                .with(decoded(name), Reading.present(place), place == null ? "" : decoded(place));
    }

    private static String decoded(String address) {
        try {
            return address.indexOf('%') < 0 ? address
                    : URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return address;
        }
    }

    static @Nullable String site(Reading reading) {
        String site = reading.field("SiteUrl", "Site_Url");
        return site == null ? reading.text(EventField.TARGET) : site;
    }
}
