package org.rung.bulk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rung.accounts.SignedIn;
import org.rung.common.Id;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The file of an export, for whoever is signed in. It streams. */
@Controller
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
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"people-" + id.text() + ".csv\"");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        work.write(actor, id, response.getOutputStream());
    }

    @ExceptionHandler(Problem.class)
    ResponseEntity<ProblemDetail> refused(Problem problem, HttpServletRequest request) {
        var status =
                switch (problem) {
                    case Problem.Invalid invalid -> HttpStatus.BAD_REQUEST;
                    case Problem.Missing missing -> HttpStatus.NOT_FOUND;
                    case Problem.Conflict conflict -> HttpStatus.CONFLICT;
                    case Problem.Refused refused -> HttpStatus.FORBIDDEN;
                };
        return ResponseEntity.status(status)
                .body(ProblemDetail.forStatusAndDetail(status, problem.in(request.getLocale())));
    }
}
