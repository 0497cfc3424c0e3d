package org.rung.senders;

import java.util.List;
import java.util.Optional;
import org.rung.common.PhoneNumber;

/** A text as a provider delivered it; {@code said} is what the provider itself took it for. */
public record Arrival(
        String providerId, PhoneNumber from, String body, List<ArrivedFile> files, Optional<Meaning> said) {
    public Arrival {
        files = List.copyOf(files);
    }
}
