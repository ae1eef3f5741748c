package org.tokenlane.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.detect.CaseSigma;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.sigma.rule.SigmaFiles;
import org.tokenlane.model.finding.SigmaFile;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "sigma", mixinStandardHelpOptions = true, description = {
    "Loads Sigma rules for Microsoft 365, Entra and Azure logs into the case; “findings” runs them with the others.",
    "Lists the loaded rules, and says by name what is not supported in one." })
final class SigmaCommand extends CaseCommand {

    @Parameters(arity = "0..*", paramLabel = "PATH", description = "Rule files, or folders with .yml and .yaml files, to load; a file takes the place of one of the same name.")
    private List<Path> paths = new ArrayList<>();

    @Option(names = "--remove", paramLabel = "NAME", description = "Take a loaded file out again, by the name that the list shows; “all” takes out all.")
    private List<String> removed = new ArrayList<>();

    @Override
    int run(CaseFile caseFile) {
        String who = Analyst.name();
        remove(caseFile, who);
        SigmaFiles.Found found = SigmaFiles.read(paths);
        found.files().forEach(file -> caseFile.keepSigma(file, who));
        found.refused().forEach(sentence -> output().note(TextTable.whole(sentence)));
        list(caseFile);
        return found.refused().isEmpty() || !found.files().isEmpty() ? DONE : FAILED;
    }

    private void remove(CaseFile caseFile, String who) {
        for (String name : removed) {
            List<String> names = name.equals("all") ? caseFile.sigmaFiles().stream().map(SigmaFile::name).toList()
                    : List.of(name);
            for (String each : names) {
                if (!caseFile.removeSigma(each, who)) {
                    throw new CommandFailure(
                            "No file of Sigma rules in this case is called “" + each + "”. “sigma” lists them.");
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
        TextTable table = new TextTable("rule", "severity", "on", "file", "title");
        sigma.ruleFiles().forEach(rule -> table.row(rule.id(), rule.severity().id(), rule.enabled() ? "yes" : "no",
                sigma.fileOf(rule.id()), rule.title()));
        table.lines().forEach(output()::line);
        sigma.ruleFiles().stream().map(rule -> sigma.problem(rule.id())).filter(problem -> problem != null)
                .forEach(problem -> output().line("not supported: " + TextTable.whole(problem)));
        output().line(SessionText.count(sigma.ruleFiles().size(), "Sigma rule"));
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
