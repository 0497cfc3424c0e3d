package org.rung.compliance;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.media.Papers;

/** What stands behind a line of the consent ledger: how they were asked, and a file where there is one. */
public record Evidence(
        EvidenceId evidenceId,
        long consent,
        HowAsked how,
        String name,
        Optional<Papers.Kept> file,
        Optional<MemberId> member,
        Instant createdAt) {}
