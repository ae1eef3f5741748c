package org.tokenlane.model.event;

import java.util.List;
import org.tokenlane.model.state.StateFact;

/**
 * A record of an export of a state.
 *
 * @param facts
 *            what it says, at least one fact
 */
public record StateRecord(List<StateFact> facts) implements ReadRecord {

    public StateRecord {
        facts = List.copyOf(facts);
    }
}
