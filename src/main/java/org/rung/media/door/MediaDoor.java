package org.rung.media.door;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.media.AttachmentId;
import org.rung.media.Attachments;
import org.rung.media.MediaPaths;
import org.rung.media.Served;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands files out to members who may read the conversation; to others they do not exist. */
@RestController
class MediaDoor {
    private final Attachments attachments;
    private final SignedIn signedIn;

    MediaDoor(Attachments attachments, SignedIn signedIn) {
        this.attachments = attachments;
        this.signedIn = signedIn;
    }

    @GetMapping("/" + MediaPaths.MEDIA + "/{id}")
    ResponseEntity<Resource> one(@PathVariable("id") String id) {
        try {
            return answer(attachments.open(signedIn.actor(), new AttachmentId(Id.parse("id", id))));
        } catch (Problem noneOfTheirs) {
            return ResponseEntity.notFound().build();
        }
    }

    /** For a provider that has the address of one file; to anyone else, and afterwards, there is nothing here. */
    @GetMapping("/" + MediaPaths.OUT + "/{id}/{until}/{signature}")
    ResponseEntity<Resource> signed(
            @PathVariable("id") String id,
            @PathVariable("until") String until,
            @PathVariable("signature") String signature) {
        return answer(attachments.openSigned(id, until, signature));
    }

    /** With a resource, Spring answers for parts too: a browser asks for a video piece by piece. */
    private static ResponseEntity<Resource> answer(Optional<Served> found) {
        return found.<ResponseEntity<Resource>>map(file -> ResponseEntity.ok()
                        .contentType(MediaType.valueOf(file.mime()))
                        .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file))
                        .body(new ByteArrayResource(file.bytes())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static String disposition(Served file) {
        return (file.inPlace() ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
