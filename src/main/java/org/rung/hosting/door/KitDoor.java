package org.rung.hosting.door;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rung.accounts.SignedIn;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.events.Hosts;
import org.rung.hosting.KitFileId;
import org.rung.hosting.KitFiles;
import org.rung.media.Served;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Files of a kit, to hosts by their link and to members who see events; to be saved, never shown in place. */
@RestController
class KitDoor {
    private final KitFiles files;
    private final Hosts hosts;
    private final SignedIn signedIn;

    KitDoor(KitFiles files, Hosts hosts, SignedIn signedIn) {
        this.files = files;
        this.hosts = hosts;
        this.signedIn = signedIn;
    }

    @GetMapping("/door/{token}/kit/{id}")
    ResponseEntity<byte[]> toHost(@PathVariable String token, @PathVariable String id) {
        try {
            var file = new KitFileId(Id.parse("id", id));
            return answer(hosts.atDoor(token).flatMap(door -> files.open(door, file)));
        } catch (Problem none) {
            return ResponseEntity.notFound().build();
        }
    }

    @GetMapping("/kit-files/{id}")
    ResponseEntity<byte[]> toMember(@PathVariable String id) {
        try {
            return answer(files.open(signedIn.actor(), new KitFileId(Id.parse("id", id))));
        } catch (Problem noneOfTheirs) {
            return ResponseEntity.notFound().build();
        }
    }

    private static ResponseEntity<byte[]> answer(Optional<Served> found) {
        return found.map(file -> ResponseEntity.ok()
                        .contentType(MediaType.valueOf(file.mime()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header("X-Content-Type-Options", "nosniff")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(file.name(), StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .body(file.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
