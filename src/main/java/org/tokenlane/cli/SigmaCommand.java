package org.tokenlane.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tokenlane.detect.CaseSigma;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.sigma.rule.SigmaFiles;
import org.tokenlane.model.finding.SigmaFile;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "sigma", mixinStandardHelpOptions = true)
final class SigmaCommand extends CaseCommand {

    @Parameters(arity = "0..*", paramLabel = "PATH")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--remove", paramLabel = "NAME")
    private List<String> removed = new ArrayList<>();

    @Option(names = "--placeholder", paramLabel = "NAME=FILE")
    private Map<String, Path> placeholders = new LinkedHashMap<>();

    @Override
    int run(CaseFile caseFile) {
        String who = Analyst.name();
        remove(caseFile, who);
        List<SigmaFiles.Found> found = List.of(SigmaFiles.read(paths), SigmaFiles.placeholders(placeholders));
        List<SigmaFile> files = found.stream().flatMap(each -> each.files().stream()).toList();
        List<String> refused = found.stream().flatMap(each -> each.refused().stream()).toList();
        files.forEach(file -> caseFile.settings().keepSigma(file, who));
        refused.forEach(sentence -> output().noteValue(TextTable.whole(sentence)));
        list(caseFile);
        return refused.isEmpty() || !files.isEmpty() ? DONE : FAILED;
    }

    private void remove(CaseFile caseFile, String who) {
        for (String name : removed) {
            List<String> names = name.equals("all")
                    ? caseFile.settings().sigmaFiles().stream().map(SigmaFile::name).toList()
                    : List.of(name);
            for (String each : names) {
                if (!caseFile.settings().removeSigma(each, who)) {
                    throw new CommandFailure(CliText.NO_SUCH_SIGMA_FILE.with(each));
                }
            }
        }
    }

    private void list(CaseFile caseFile) {
        CaseSigma sigma = CaseSigma.of(caseFile);
        if (json()) {
            output().json(sigma.ruleFiles().stream().map(rule -> map(sigma, rule)).toList());
            return;
        }
        TextTable table = new TextTable(CliText.COLUMN_RULE, CliText.COLUMN_SEVERITY, CliText.COLUMN_ENABLED,
                CliText.COLUMN_FILE, CliText.COLUMN_TITLE);
        sigma.ruleFiles()
                .forEach(rule -> table.row(rule.id(), rule.severity().id(),
                        (rule.enabled() ? CliText.YES : CliText.NO).text(),
                        Objects.toString(sigma.fileOf(rule.id()), ""), rule.title()));
        table.print(output());
        sigma.ruleFiles().stream().map(rule -> sigma.problem(rule.id())).filter(problem -> problem != null)
                .forEach(problem -> output().line(CliText.NOT_SUPPORTED, TextTable.whole(problem)));
        output().line(CliText.SIGMA_RULES, sigma.ruleFiles().size());
    }

    private static Map<String, Object> map(CaseSigma sigma, RuleFile rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule.id());
        map.put("title", rule.title());
        map.put("severity", rule.severity().id());
        map.put("attack", rule.attack());
        map.put("enabled", rule.enabled());
        map.put("file", sigma.fileOf(rule.id()));
        map.put("notSupported", sigma.problem(rule.id()));
        return map;
    }
}
