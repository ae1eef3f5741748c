package org.tokenlane.detect;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.evidence.Gaps;
import org.tokenlane.detect.evidence.SignInsWithoutSession;
import org.tokenlane.detect.evidence.TokensWithoutSignIn;
import org.tokenlane.detect.pattern.CredentialThenSignIn;
import org.tokenlane.detect.pattern.FirstTime;
import org.tokenlane.detect.pattern.Mass;
import org.tokenlane.detect.pattern.Match;
import org.tokenlane.detect.pattern.NewPlaceThenActs;
import org.tokenlane.detect.pattern.Sequence;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.session.AfterRevocation;
import org.tokenlane.detect.session.BindingLost;
import org.tokenlane.detect.session.ConcurrentUse;
import org.tokenlane.detect.session.ImpossibleTravel;
import org.tokenlane.detect.session.Metronome;
import org.tokenlane.detect.session.SeveralOrigins;
import org.tokenlane.detect.session.ThenElsewhere;
import org.tokenlane.detect.session.TokenUsedElsewhere;
import org.tokenlane.detect.session.TotalTravel;
import org.tokenlane.detect.session.TransferInSession;
import org.tokenlane.detect.session.UnboundRefresh;
import org.tokenlane.detect.signin.FailuresBeforeSuccess;
import org.tokenlane.detect.signin.FromNewNetwork;
import org.tokenlane.detect.signin.HostingNetwork;
import org.tokenlane.detect.signin.LinkThenSignIn;
import org.tokenlane.detect.signin.TwoAtOnce;

/** The computations that rule files name under {@code check}. A new one is added here. */
final class Checks {

    private static final Map<String, Check> ALL = Map.ofEntries(Map.entry("match", new Match()),
            Map.entry("mass", new Mass()), Map.entry("credential-then-sign-in", new CredentialThenSignIn()),
            Map.entry("new-place-then-acts", new NewPlaceThenActs()), Map.entry("sequence", new Sequence()),
            Map.entry("then-elsewhere", new ThenElsewhere()), Map.entry("several-origins", new SeveralOrigins()),
            Map.entry("token-used-elsewhere", new TokenUsedElsewhere()),
            Map.entry("concurrent-use", new ConcurrentUse()),
            Map.entry("impossible-travel", new ImpossibleTravel()),
            Map.entry("transfer-in-session", new TransferInSession()),
            Map.entry("binding-lost", new BindingLost()), Map.entry("metronome", new Metronome()),
            Map.entry("from-new-network", new FromNewNetwork()),
            Map.entry("hosting-network", new HostingNetwork()), Map.entry("two-at-once", new TwoAtOnce()),
            Map.entry("failures-before-success", new FailuresBeforeSuccess()), Map.entry("first-time", new FirstTime()),
            Map.entry("unbound-refresh", new UnboundRefresh()), Map.entry("total-travel", new TotalTravel()),
            Map.entry("gaps", new Gaps()), Map.entry("after-revocation", new AfterRevocation()),
            Map.entry("link-then-sign-in", new LinkThenSignIn()),
            Map.entry("tokens-without-sign-in", new TokensWithoutSignIn()),
            Map.entry("sign-ins-without-session", new SignInsWithoutSession()));

    private Checks() {
    }

    /** The computation of this name, or null. */
    static @Nullable Check named(String name) {
        return ALL.get(name);
    }
}
