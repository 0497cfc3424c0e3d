package org.rung.exchange;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.rung.common.MemberId;
import org.rung.common.OrganizationId;

/**
 * A list on its way in.
 *
 * @param rowsTotal rows below the header, once counted
 * @param counts of the dry run until it runs
 * @param problem why it failed
 */
public record Import(
        ImportId importId,
        OrganizationId organizationId,
        ImportState state,
        String fileName,
        Path file,
        long fileBytes,
        Charset charset,
        char separator,
        ImportSettings settings,
        Optional<Long> rowsTotal,
        long rowsDone,
        long bytesDone,
        ImportCounts counts,
        Optional<Why> problem,
        Optional<MemberId> memberId,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {

    /** A job works on it now. */
    public boolean working() {
        return state == ImportState.CHECKING || state == ImportState.RUNNING;
    }

    public boolean ended() {
        return state == ImportState.DONE || state == ImportState.CANCELLED || state == ImportState.FAILED;
    }

    /** From 0 to 1: by rows where they are counted, else by bytes. */
    public double progress() {
        if (state == ImportState.DONE || state == ImportState.CHECKED) return 1;
        double share = rowsTotal.isPresent() && rowsTotal.get() > 0
                ? (double) rowsDone / rowsTotal.get()
                : (double) bytesDone / Math.max(1, fileBytes);
        return Math.min(1, share);
    }
}
