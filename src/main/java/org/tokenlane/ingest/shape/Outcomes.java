package org.tokenlane.ingest.shape;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventResult;

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

    private Outcomes() {
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
