package org.tokenlane.detect.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;

/**
 * Successful sign-ins of people that give no session, so that what was done with their tokens can only be found token
 * by token.
 */
public final class SignInsWithoutSession implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        for (Map.Entry<String, int[]> user : new TreeMap<>(facts.signInsOfUsers()).entrySet()) {
            List<Integer> bare = new ArrayList<>();
            for (int event : user.getValue()) {
                if (facts.isSignedIn(event) && facts.correlation().session(event) == 0) {
                    bare.add(event);
                }
            }
            if (bare.size() >= rule.settings().number("at-least")) {
                found.add(bare,
                        EvidenceText.SIGN_INS_WITHOUT_SESSION.text(bare.size(), Words.account(user.getKey()),
                                Words.time(facts.events().time(bare.getFirst()))),
                        List.of());
            }
        }
    }
}
