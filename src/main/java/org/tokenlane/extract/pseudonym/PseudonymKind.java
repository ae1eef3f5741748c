package org.tokenlane.extract.pseudonym;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** The kinds of values that pseudonyms can stand for. */
public enum PseudonymKind {
    USERS("users", "users: sign-in names, addresses before the @, names, object ids"),
    TENANT("tenant", "the tenant: its id, name and domains, other organisations' domains"),
    MAIL("mail", "mail: subjects, message ids, folders' names, words in inbox rules"),
    FILES("files", "files: names and folders of files, sites, teams and chats"),
    ADDRESSES("addresses", "addresses: IP addresses other than Microsoft's, cities and coordinates"),
    DEVICES("devices", "devices: their names and ids");

    private final String word;
    private final String words;

    PseudonymKind(String word, String words) {
        this.word = word;
        this.words = words;
    }

    /** The kind's word in commands and in the key. */
    public String word() {
        return word;
    }

    /** What it takes in, for people. */
    public String words() {
        return words;
    }

    /** The kind of this word in any case, or null. */
    public static PseudonymKind named(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equalsIgnoreCase(word.strip())).findFirst()
                .orElse(null);
    }

    /** These kinds in words, in their usual order. */
    public static String words(Collection<PseudonymKind> kinds) {
        List<String> words = Arrays.stream(values()).filter(kinds::contains).map(PseudonymKind::word).toList();
        return String.join(", ", words);
    }
}
