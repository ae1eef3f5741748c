package org.tokenlane.extract.pseudonym;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts pseudonyms in place of the names of files and folders, part by part, so that what lay in one folder still does;
 * a file keeps its ending.
 */
final class PathPseudonyms {

    private static final Pattern SITE = Pattern.compile("(https?://[a-z0-9.-]*sharepoint\\.com)(/[^\\s\"'<>|]*)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WEB = Pattern.compile("(https?://[^/]*)(/.*)?+",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern DRIVE = Pattern.compile("(root:/)([^:?\"\\s]+)");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");
    private static final Pattern OWN = Pattern.compile("(?i)(folder|file)-\\d+(\\.[a-z0-9]{1,8})?|user-\\d+_.*");
    /** Names of folders that every tenant has. */
    private static final Set<String> USUAL = Stream
            .of("personal", "sites", "teams", "Documents", "Shared Documents", "Freigegebene Dokumente", "_layouts",
                    "15", "Forms", "Lists",
                    "General", "SiteAssets", "Style Library", "Inbox", "Sent Items", "Deleted Items", "Drafts",
                    "Junk Email", "Archive", "Outbox", "Calendar", "Contacts",
                    "Notes", "Tasks",
                    "Conversation History", "RSS Feeds", "RSS Subscriptions", "Recoverable Items", "Deletions",
                    "Purges", "Versions", "Root", "Top of Information Store", // not for people
                    "Posteingang", "Gesendete Elemente", "Gelöschte Elemente", "Entwürfe", "Archiv", "AllItems.aspx",
                    "onedrive.aspx", "Doc.aspx", "Home.aspx",
                    "SitePages", "_api", "v2.0", "web")
            .map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());

    private final NamePseudonyms names;
    private boolean learning;

    /** Says whether records are only looked through as yet. */
    void setLearning(boolean learns) {
        learning = learns;
    }

    PathPseudonyms(NamePseudonyms names) {
        this.names = names;
    }

    /** What stands for a path, a web address of one, or one name. */
    String path(String text) {
        Matcher web = WEB.matcher(text);
        return web.matches() ? web.group(1) + (web.group(2) == null ? "" : segments(web.group(2))) : segments(text);
    }

    /** The text with pseudonyms for the paths behind web addresses of sites and drives in it. */
    String inText(String text) {
        String after = text;
        if (after.contains("://")) {
            after = SITE.matcher(after)
                    .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + segments(match.group(2))));
        }
        if (after.contains("root:/")) {
            after = DRIVE.matcher(after)
                    .replaceAll(match -> Matcher.quoteReplacement(match.group(1) + segments(match.group(2))));
        }
        return after;
    }

    private String segments(String path) {
        StringBuilder after = new StringBuilder();
        String before = "";
        int start = 0;
        for (int i = 0; i <= path.length(); i++) {
            if (i == path.length() || path.charAt(i) == '/' || path.charAt(i) == '\\') {
                String name = path.substring(start, i);
                // whose personal site it is is known by the user's own pseudonym when all users are
                after.append(learning && before.equalsIgnoreCase("personal") ? name : one(name));
                before = name;
                if (i < path.length()) {
                    after.append(path.charAt(i));
                }
                start = i + 1;
            }
        }
        return after.toString();
    }

    private String one(String name) {
        String plain = name.replace("%20", " ");
        int query = plain.indexOf('?');
        if (query >= 0) {
            return one(plain.substring(0, query));
        }
        if (plain.isBlank() || plain.length() < 3 || USUAL.contains(plain.toLowerCase(Locale.ROOT))
                || OWN.matcher(plain).matches()) {
            return name;
        }
        String known = names.known(plain);
        if (known != null) {
            return known;
        }
        Matcher ending = ENDING.matcher(plain);
        return ending.find() ? names.of("file", plain, number -> "file-" + number + ending.group())
                : names.of("folder", plain, number -> "folder-" + number);
    }
}
