package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.exchange.Exports;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/do-not-text")
@Tag(name = "Do not text", description = "Numbers that nobody here may text")
class DoNotTextApi {
    private final Exports exports;

    DoNotTextApi(Exports exports) {
        this.exports = exports;
    }

    @GetMapping
    @Needs(Permission.EXPORT)
    @Operation(
            summary = "Every number that may not be texted, as CSV",
            description =
                    "Whoever said stop, whoever has a number that was another's, and whoever is on the do-not-text"
                            + " list (DO_NOT_TEXT), by number, also where the person is not here any more. It streams; the"
                            + " audit log keeps who asked.")
    @ApiResponse(
            responseCode = "200",
            description = "The numbers, in their order.",
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(type = "string"),
                            examples =
                                    @ExampleObject(
                                            "Phone,Consent,Consent since,Consent source,Consent words\n+15105550132,OPTED_OUT,2026-05-02T17:04:00Z,REPLY,STOP\n")))
    void all(Actor.Token token, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"do-not-text.csv\"");
        response.setHeader("Cache-Control", "no-store");
        exports.suppressed(token, response.getOutputStream());
    }
}
