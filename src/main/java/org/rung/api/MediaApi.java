package org.rung.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.media.AttachmentId;
import org.rung.media.Attachments;
import org.rung.media.Served;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/media")
@Tag(name = "Conversations")
class MediaApi {
    private final Attachments attachments;

    MediaApi(Attachments attachments) {
        this.attachments = attachments;
    }

    @GetMapping("/{id}")
    @Needs(Permission.SEE_CONVERSATIONS)
    @Operation(
            summary = "The bytes of a picture or file of a text",
            description =
                    "A picture, film or sound comes as people see and hear it, without what cameras and telephones"
                            + " write into it; a file that cannot be shown comes as it was sent, and may tell where it was"
                            + " made. Strangers send what they like: never open what this answers where it could run.")
    ResponseEntity<byte[]> get(
            Actor.Token token, @Parameter(description = "As in the text's `media`.") @PathVariable String id) {
        Served found = attachments
                .open(token, new AttachmentId(Given.id("id", id)))
                .orElseThrow(() -> new Problem.Missing("picture", id));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf(found.mime()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(found.bytes());
    }
}
