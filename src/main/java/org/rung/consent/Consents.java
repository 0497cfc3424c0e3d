package org.rung.consent;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.springframework.stereotype.Service;

/** The ledger of who may be texted, and where each number stands. */
@Service
public class Consents {
    /** Adds a line and moves the number; false when the number already stood there (a second opt-out does not move the first one's time). */
    public boolean record(
            Actor actor, PhoneNumber phone, ConsentKind kind, ConsentSource source, String words, Instant happenedAt) {
        throw new UnsupportedOperationException("built next");
    }

    /** Set-based, for imports and upserts: numbers that are opted out or wrong stay so; numbers already in are left alone. */
    public void optInAll(
            Actor actor,
            Collection<PhoneNumber> phones,
            ConsentSource source,
            String words,
            Optional<Long> sourceId,
            Instant happenedAt) {
        throw new UnsupportedOperationException("built next");
    }

    public Optional<PhoneConsent> of(OrganizationId organizationId, PhoneNumber phone) {
        throw new UnsupportedOperationException("built next");
    }

    public Map<PhoneNumber, PhoneConsent> of(OrganizationId organizationId, Collection<PhoneNumber> phones) {
        throw new UnsupportedOperationException("built next");
    }

    public List<ConsentEntry> ledger(Actor actor, PhoneNumber phone) {
        throw new UnsupportedOperationException("built next");
    }
}
