package org.rung.accounts.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.rung.accounts.GivesFiles;
import org.rung.common.Problem;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Why there is no file, as programs and people read it. */
@ControllerAdvice(annotations = GivesFiles.class)
class FileProblems {
    @ExceptionHandler(Problem.class)
    ResponseEntity<ProblemDetail> refused(Problem problem, HttpServletRequest request, HttpServletResponse response) {
        // A file of which a part has left must break off: words at its end would make it look whole.
        if (response.isCommitted()) throw problem;
        var status =
                switch (problem) {
                    case Problem.Invalid invalid -> HttpStatus.BAD_REQUEST;
                    case Problem.Missing missing -> HttpStatus.NOT_FOUND;
                    case Problem.Conflict conflict -> HttpStatus.CONFLICT;
                    case Problem.Refused refused -> HttpStatus.FORBIDDEN;
                };
        begin(response);
        return ResponseEntity.status(status)
                .body(ProblemDetail.forStatusAndDetail(status, problem.in(request.getLocale())));
    }

    /**
     * Anew, without what was said of the file; what others said stays. With its cookie lost, a browser would come again
     * with what it has used before, and be taken for a thief.
     */
    private static void begin(HttpServletResponse response) {
        var said = new HttpHeaders();
        response.getHeaderNames().stream()
                .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("content-")
                        || name.equalsIgnoreCase("Content-Security-Policy"))
                .forEach(name -> said.addAll(name, List.copyOf(response.getHeaders(name))));
        response.reset();
        said.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    }
}
