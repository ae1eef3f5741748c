package org.tokenlane.detect.exposure;

import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.LinkedEvents;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.query.FilterEvaluator;
import org.tokenlane.query.FilterParser;
import org.tokenlane.query.FilterSyntaxException;
import org.tokenlane.store.CaseFile;

/** Asks for the exposure of a real case's events. */
public final class ExposureOf {

    private final Correlation correlation;
    private final ExposureQuery query;

    public ExposureOf(CaseFile caseFile) {
        correlation = Correlation.upToDate(caseFile);
        query = new ExposureQuery(correlation,
                new EventDetails(correlation.events(), caseFile.rawRecords(), new RecordDetails()),
                caseFile.evidence());
    }

    public Exposure filter(String filter) {
        try {
            return query.of(new FilterEvaluator(new LinkedEvents(correlation)).events(FilterParser.parse(filter)),
                    Progress.NONE);
        } catch (FilterSyntaxException e) {
            throw new AssertionError(filter, e);
        }
    }

    public Exposure everything() {
        return filter("");
    }

    public ExposureQuery query() {
        return query;
    }

    public Correlation correlation() {
        return correlation;
    }
}
