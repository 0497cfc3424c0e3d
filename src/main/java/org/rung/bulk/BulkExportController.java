package org.rung.bulk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rung.accounts.Download;
import org.rung.accounts.GivesFiles;
import org.rung.accounts.SignedIn;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The file of an export, for whoever is signed in. It streams. */
@GivesFiles
class BulkExportController {
    private final BulkWork work;
    private final SignedIn signedIn;

    BulkExportController(BulkWork work, SignedIn signedIn) {
        this.work = work;
        this.signedIn = signedIn;
    }

    @GetMapping("/exports/people/{bulkJobId}.csv")
    void people(@PathVariable String bulkJobId, HttpServletResponse response) throws IOException {
        var actor = signedIn.actor();
        actor.must(Permission.EXPORT);
        var id = new BulkJobId(Id.parse("export", bulkJobId));
        work.get(actor, id);
        Download.named(response, Download.CSV, "people-" + id.text() + ".csv");
        work.write(actor, id, response.getOutputStream());
    }
}
