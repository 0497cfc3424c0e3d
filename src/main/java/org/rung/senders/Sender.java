package org.rung.senders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A number or service that texts leave from. */
public record Sender(
        SenderId senderId,
        Gateway gateway,
        String accountSid,
        String address,
        String label,
        boolean providerAnswersStop,
        Optional<Instant> pausedAt,
        Optional<String> pauseReason,
        Pacing pacing) {

    /** By what the provider or whoever stands before it said, or by a key that opens nothing; not by a person. */
    public boolean pausedByItself() {
        return pauseReason
                .filter(why -> why.matches("[0-9]{5}|KEY|HTTP [0-9]{3}"))
                .isPresent();
    }

    /** What it may be to the carriers, by its address. */
    public List<SenderKind> kinds() {
        return SenderKind.possible(gateway, address);
    }

    /** Whom it is near to. */
    public Area area() {
        return address.startsWith("+") && pacing.area().equals(Area.of(address).code())
                ? Area.of(address)
                : Area.of(pacing.country(), pacing.area());
    }
}
