package org.tokenlane.store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.RejectedRecord;

/** Checks a case against itself. As the raw blocks of a file are the file, its hash can be computed anew without the file. */
final class CaseVerifier {

    private final CaseFile caseFile;
    private final Connection connection;

    CaseVerifier(CaseFile caseFile, Connection connection) {
        this.caseFile = caseFile;
        this.connection = connection;
    }

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        long stored = 0;
        for (Evidence evidence : caseFile.evidence()) {
            stored += evidence.stored();
            checkBlocks(evidence, faults);
            checkCounts(evidence, faults);
        }
        checkEvents(stored, faults);
        int broken = caseFile.auditTrail().firstBroken();
        if (broken > 0) {
            faults.add("The audit trail was changed at entry " + broken + ", or an entry before it was taken out.");
        }
        return faults;
    }

    private void checkBlocks(Evidence evidence, List<String> faults) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            RawRecords raw = caseFile.rawRecords();
            long bytes = 0;
            long blocks = CaseFile.count(connection, "select count(distinct number) from raw_block where evidence_id = ?", evidence.id());
            for (int number = 0; number < blocks; number++) {
                byte[] block = raw.block(evidence.id(), number);
                digest.update(block);
                bytes += block.length;
            }
            String hash = HexFormat.of().formatHex(digest.digest());
            if (bytes != evidence.bytes() || !hash.equals(evidence.sha256())) {
                faults.add("The raw records of " + evidence.path() + " are no longer those that were imported: their SHA-256 is " + hash + ", not " + evidence.sha256()
                        + ".");
            }
        } catch (CaseFileException | SQLException damaged) {
            faults.add("The raw records of " + evidence.path() + " cannot be read: " + damaged.getMessage());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private void checkCounts(Evidence evidence, List<String> faults) {
        try {
            long rows = CaseFile.count(connection, "select coalesce(sum(row_count), 0) from segment where evidence_id = ?", evidence.id());
            long rejected = CaseFile.count(connection, "select count(*) from rejected where evidence_id = ?", evidence.id());
            if (evidence.records() != evidence.stored() + evidence.duplicates() + evidence.rejected() || rows != evidence.stored() + evidence.duplicates()
                    || rejected != evidence.rejected()) {
                faults.add("The account of " + evidence.path() + " does not add up: " + evidence.records() + " records, but " + rows + " kept as events and " + rejected
                        + " rejected.");
            }
        } catch (SQLException e) {
            throw CaseFile.failed("The counts could not be checked", e);
        }
    }

    private void checkEvents(long stored, List<String> faults) {
        try {
            KnownEvents known = KnownEvents.of(caseFile.segments());
            if (known.size() != stored) {
                faults.add("The case holds " + known.size() + " events, but its evidence accounts for " + stored + ".");
            }
            for (RejectedRecord record : caseFile.rejected()) {
                if (record.text().isEmpty()) {
                    faults.add("The text of the rejected record in line " + record.place().line() + " of " + record.path() + " is missing.");
                }
            }
        } catch (CaseFileException damaged) {
            faults.add(damaged.getMessage());
        }
    }
}
