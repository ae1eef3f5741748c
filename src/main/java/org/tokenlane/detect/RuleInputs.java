package org.tokenlane.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.library.Library;
import org.tokenlane.model.detail.RecordOpener;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.finding.SigmaFile;
import org.tokenlane.model.text.Language;
import org.tokenlane.store.CaseFile;

/**
 * All that the outcome of a run of the rules depends on, as a hash: what is in the case and how it is linked, how the
 * analyst set the rules, the Sigma files, the library, external data, the language, and the program itself. Marks,
 * names of origins, saved filters and the like are not in it, as no rule reads them. Whatever else a rule reads must
 * be added here.
 */
final class RuleInputs {

    private RuleInputs() {
    }

    /**
     * The hash; null where something cannot be told from what it may be at another time, so that nothing may be kept.
     *
     * @param opener
     *            has no state: what it does is a part of the program
     */
    static @Nullable String hash(CaseFile caseFile, Correlation correlation, RecordOpener opener,
            AddressLookup lookup, Library library) {
        String program = ProgramCode.hash();
        String external = lookup.version();
        // events that were read before the last import are not those of the case
        if (program == null || external == null || !correlation.events().evidence().equals(caseFile.evidence())) {
            return null;
        }
        String content = caseFile.contentHash();
        if (content == null) {
            return null;
        }
        List<String> parts = new ArrayList<>(List.of(program, content, correlation.hash(), opener.getClass().getName(),
                external, caseFile.path().getFileName().toString(), Language.current().tag(),
                Locale.getDefault().toLanguageTag()));
        Map<String, Map<String, String>> settings = caseFile.settings().ruleSettings();
        parts.add(Integer.toString(settings.size()));
        new TreeMap<>(settings).forEach((rule, own) -> {
            parts.add(rule);
            parts.add(Integer.toString(own.size()));
            new TreeMap<>(own).forEach((name, value) -> {
                parts.add(name);
                parts.add(value);
            });
        });
        List<SigmaFile> sigma = caseFile.settings().sigmaFiles();
        parts.add(Integer.toString(sigma.size()));
        sigma.forEach(file -> {
            parts.add(file.name());
            parts.add(file.text());
        });
        library.entries().forEach(entry -> parts.addAll(List.of(entry.kind().word(), entry.value(), entry.caseName(),
                entry.at().toString(), entry.who())));
        StringBuilder hashes = new StringBuilder();
        parts.forEach(part -> hashes.append(Sha256.of(part)));
        return Sha256.of(hashes.toString());
    }
}
