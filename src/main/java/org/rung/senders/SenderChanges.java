package org.rung.senders;

import java.util.Optional;
import org.rung.accounts.Changes;

/** What became otherwise about a sender, for the audit log. */
final class SenderChanges {
    static final String RUNNING = "RUNNING";
    static final String PAUSED = "PAUSED";
    static final String RETIRED = "RETIRED";

    private SenderChanges() {}

    static Changes moved(Optional<Sender> before, String state, Optional<String> reason) {
        return Changes.of()
                .field("state", before.map(one -> one.pausedAt().isPresent() ? PAUSED : RUNNING), state)
                .field("pauseReason", before.flatMap(Sender::pauseReason), reason)
                .end();
    }

    static Changes paced(Optional<Pacing> before, Pacing after) {
        var was = before.flatMap(Pacing::registration);
        var is = after.registration();
        return Changes.of()
                .field("kind", before.map(Pacing::kind), after.kind())
                .field("rate", before.flatMap(Pacing::rate), after.rate())
                .field("numbers", before.map(Pacing::numbers), after.numbers())
                .field("country", before.map(Pacing::country), after.country())
                .field("area", before.map(Pacing::area), after.area())
                .field("brand", was.map(Registration::brand), is.map(Registration::brand))
                .field("code", was.map(Registration::code), is.map(Registration::code))
                .field("carrierClass", was.map(Registration::carrierClass), is.map(Registration::carrierClass))
                .field("useCase", was.map(Registration::useCase), is.map(Registration::useCase))
                .field("status", was.map(Registration::status), is.map(Registration::status))
                .field("vetting", was.flatMap(Registration::vetting), is.flatMap(Registration::vetting))
                .end();
    }
}
