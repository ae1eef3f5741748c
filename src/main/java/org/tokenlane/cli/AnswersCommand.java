package org.tokenlane.cli;

import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.answer.Answer;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.report.AnswersText;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;

@Command(name = "answers", mixinStandardHelpOptions = true)
final class AnswersCommand extends CaseCommand {

    private static final String INDENT = "  ";
    private static final int MOST_IDS = 3;

    @Override
    int run(CaseFile caseFile) {
        Correlation correlation = correlate(caseFile);
        CaseFacts facts = facts(caseFile, correlation);
        Answers answers = answers(caseFile, correlation);
        if (json()) {
            output().json(AnswersText.json(answers, facts.events()::id));
        } else {
            answers.all().forEach(answer -> print(answer, facts));
        }
        return DONE;
    }

    private void print(Answer answer, CaseFacts facts) {
        output().value(answer.question().text());
        output().value(TextTable.whole(INDENT + answer.text()));
        for (Answer.Line line : answer.lines()) {
            output().value(TextTable.whole(INDENT + "- " + line.text()));
            if (!line.events().isEmpty()) {
                output().value(INDENT + INDENT + CliText.PROOF.text(line.events().size(), String.join(", ",
                        line.events().stream().limit(MOST_IDS).map(facts.events()::id).toList())));
            }
        }
        answer.limits().forEach(limit -> output().value(TextTable.whole(INDENT + "- " + limit)));
        answer.fetch().forEach(fetch -> output().value(TextTable.whole(INDENT + CliText.ANSWER_FETCH.text(fetch))));
        output().blank();
    }
}
