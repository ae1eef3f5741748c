package org.tokenlane.ingest.shape;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.Absent;

/** The words by which logs, and spreadsheets that saved them in any language, say that something went well or not. */
public final class Outcomes {

    private static final Pattern BETWEEN_LETTERS = Pattern.compile("[\\s\\p{Cf}.!_-]+");

    /** English first, then what spreadsheets and portals of other languages write. */
    private static final Set<String> GOOD = Set.of("succeeded", "success", "successful", "true", "partiallysucceeded",
            "partialsuccess", "passed", "pass", "ok", "yes", "completed", "complete", "allowed", "granted", "wahr",
            "vrai", "verdadero", "verdadeiro", "vero", "waar", "sant", "sand", "sann", "tosi", "prawda", "pravda",
            "igaz", "doğru", "istina", "adevărat", "cert", "истина", "істина", "αληθης", "αληθής", "succès", "réussite",
            "réussi", "réussie", "oui", "ja", "sí", "sim", "erfolg", "erfolgreich", "éxito", "correcto", "sucesso",
            "êxito", "riuscito", "riuscita", "completato", "operazioneriuscita", "geslaagd", "gelukt", "lyckades",
            "lyckad", "vellykket", "lykkedes", "onnistui", "sukces", "powodzenie", "úspěch", "úspěšné", "siker",
            "sikeres", "başarılı", "успешно", "успех", "успішно", "成功", "성공", "真");
    private static final Set<String> BAD = Set.of("failed", "failure", "fail", "false", "error", "no", "denied",
            "blocked", "timeout", "unsuccessful", "falsch", "faux", "falso", "onwaar", "falskt", "falsk", "usann",
            "epätosi", "fałsz", "nepravda", "hamis", "yanlış", "yanliş", "neistina", "fals", "ложь", "хибність",
            "ψευδης", "ψευδής", "échec", "échoué", "échouée", "non", "nein", "fehler", "fehlgeschlagen", "fehlerhaft",
            "erreur", "fallo", "fallido", "incorrecto", "falha", "erro", "errore", "nonriuscito", "nonriuscita",
            "mislukt", "fout", "misslyckades", "misslyckad", "fel", "mislykkedes", "mislyktes", "mislykket", "fejl",
            "feil", "epäonnistui", "virhe", "błąd", "niepowodzenie", "neúspěch", "chyba", "hiba", "sikertelen",
            "başarısız", "hata", "неудача", "ошибка", "сбой", "помилка", "失敗", "失败", "실패", "偽", "假");

    /** How words for a sign-in that was asked for something more begin. */
    private static final List<String> INTERRUPTED = List.of("interrup", "interromp", "interrump", "interrott",
            "unterbroch", "afbrudt", "avbrut", "avbrutt", "onderbrok", "keskeyt", "przerwan");
    /** A code as tables and people write it: {@code 50126.0}, {@code AADSTS50126}, {@code 50126: Invalid user name}. */
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[.,'\u00a0\u202f ]\\d{3})+");
    private static final Pattern CODE = Pattern.compile("(?:AADSTS)?(\\d{1,9})(?:\\.0+)?(?:(?:\\s|:|\\().*)?",
            Pattern.DOTALL);

    private Outcomes() {
    }

    /** The code of a result as digits where it is one in any spelling, else as it is; null where there is none. */
    public static @Nullable String code(@Nullable String raw) {
        String text = Absent.clean(raw);
        Matcher code = CODE.matcher(text == null ? "" : withoutGroups(text));
        return code.matches() ? code.group(1) : text;
    }

    /** A number without the marks that a spreadsheet puts between groups of three digits: {@code 50.126}. */
    public static String withoutGroups(String number) {
        return GROUPED.matcher(number).matches() ? number.replaceAll("\\D", "") : number;
    }

    /** Tells whether a code consists of digits and so is none of the words that stand in its place elsewhere. */
    public static boolean isCode(@Nullable String code) {
        return code != null && !code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The result of a sign-in that a word states, in any case; it may also have been interrupted. */
    public static EventResult ofSignIn(@Nullable String word) {
        String lower = word == null ? "" : word.strip().toLowerCase(Locale.ROOT);
        if (INTERRUPTED.stream().anyMatch(lower::startsWith)) {
            return EventResult.INTERRUPTED;
        }
        return lower.startsWith("succ") || lower.startsWith("r\u00e9uss") ? EventResult.SUCCESS
                : lower.startsWith("fail") || lower.startsWith("\u00e9chec") ? EventResult.FAILURE : of(word);
    }

    /** The result that a word states, in any case. */
    public static EventResult of(@Nullable String word) {
        if (word == null) {
            return EventResult.UNKNOWN;
        }
        String lower = BETWEEN_LETTERS
                .matcher(Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT)).replaceAll("");
        return GOOD.contains(lower) ? EventResult.SUCCESS
                : BAD.contains(lower) ? EventResult.FAILURE : EventResult.UNKNOWN;
    }
}
