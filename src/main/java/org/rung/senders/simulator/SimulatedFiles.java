package org.rung.senders.simulator;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Twilio's own addresses for the files of texts (twilio.com/docs/messaging/api/media-resource): with keys one is sent on
 * to where the file lies, which wants none, once.
 */
@RestController
@InSimulation
class SimulatedFiles {
    private static final String FILE = "/sim/2010-04-01/Accounts/{account}/Messages/{text}/Media/{file}";

    private final SimulatedKeys keys;
    private final SimulatedFileStore files;
    private final ConcurrentMap<String, SimulatedFile> lying = new ConcurrentHashMap<>();

    SimulatedFiles(SimulatedKeys keys, SimulatedFileStore files) {
        this.keys = keys;
        this.files = files;
    }

    @GetMapping(FILE)
    ResponseEntity<byte[]> get(
            @PathVariable("account") String account,
            @PathVariable("text") String text,
            @PathVariable("file") String file,
            HttpServletRequest request) {
        if (keys.token(account, request).isEmpty()) {
            return ResponseEntity.status(401).build();
        }
        return files.find(account, file)
                .filter(found -> found.textSid().equals(text))
                .map(found -> {
                    String word = UUID.randomUUID().toString();
                    lying.put(word, found);
                    return ResponseEntity.status(307)
                            .location(URI.create("/sim/files/" + word))
                            .<byte[]>build();
                })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/sim/files/{word}")
    ResponseEntity<byte[]> content(@PathVariable("word") String word) {
        SimulatedFile found = lying.remove(word);
        return found == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(found.type()))
                        .body(found.content());
    }

    @DeleteMapping(FILE)
    ResponseEntity<Void> delete(
            @PathVariable("account") String account,
            @PathVariable("text") String text,
            @PathVariable("file") String file,
            HttpServletRequest request) {
        if (keys.token(account, request).isEmpty()) {
            return ResponseEntity.status(401).build();
        }
        return files.find(account, file)
                        .filter(found -> found.textSid().equals(text) && files.delete(account, file))
                        .isPresent()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }
}
