package org.rung.messaging;

import java.time.Instant;
import java.util.Optional;
import org.rung.common.Actor;
import org.rung.common.OrganizationId;
import org.rung.common.PhoneNumber;
import org.rung.common.Sentence;
import org.rung.consent.ConsentKind;
import org.rung.consent.ConsentSource;
import org.rung.consent.Consents;
import org.rung.notices.Notices;
import org.rung.senders.ErrorTable;
import org.rung.senders.SenderId;
import org.rung.senders.Senders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What an error code means beyond the text that met it: for the sender, the number, the ledger. */
@Component
class Consequences {
    private static final Logger LOG = LoggerFactory.getLogger(Consequences.class);

    private final Senders senders;
    private final ReachabilityStore reachability;
    private final Consents consents;
    private final ErrorTable table;
    private final Notices notices;
    private final ApplicationEventPublisher announcements;

    Consequences(
            Senders senders,
            ReachabilityStore reachability,
            Consents consents,
            ErrorTable table,
            Notices notices,
            ApplicationEventPublisher announcements) {
        this.senders = senders;
        this.reachability = reachability;
        this.consents = consents;
        this.table = table;
        this.notices = notices;
        this.announcements = announcements;
    }

    void carryOut(OrganizationId organizationId, PhoneNumber phone, SenderId sender, Verdict verdict, Instant now) {
        if (verdict.errorCode().isEmpty()) {
            return;
        }
        String code = verdict.errorCode().get();
        switch (verdict.policy()) {
            case PAUSE_SENDER -> {
                if (senders.stop(organizationId, sender, code, now)) {
                    LOG.warn("Sender {} paused: the provider answered {}", sender, code);
                }
            }
            case PAUSE_ACCOUNT -> {
                if (senders.stopAccount(organizationId, sender, code, now)) {
                    LOG.warn("The account of sender {} paused: the provider answered {}", sender, code);
                }
            }
            case BAD_PHONE -> wentBad(organizationId, phone, code, 1, now);
            case BAD_PHONE_IF_AGAIN -> wentBad(organizationId, phone, code, 2, now);
            case OPT_OUT ->
                consents.record(
                        new Actor.System(organizationId),
                        phone,
                        ConsentKind.OPTED_OUT,
                        ConsentSource.PROVIDER,
                        code,
                        now);
            case COMPOSER -> LOG.error("The provider refused what our composer allowed: {}", code);
            case OTHER -> {
                if (!table.knows(code)) {
                    notices.tell(
                            organizationId,
                            "new-code",
                            code.substring(0, Math.min(code.length(), 40)),
                            Sentence.of("messaging.notice.newCode", code),
                            Optional.empty());
                    LOG.warn("A provider's error code that carrier-errors.properties does not have: {}", code);
                }
            }
            case RETRY_LATER, RETRY_HOURS_LATER, ONE_RETRY, HOLD_COUNTRY, FILTERED -> {}
        }
    }

    private void wentBad(OrganizationId organizationId, PhoneNumber phone, String code, int enough, Instant now) {
        if (reachability.failed(organizationId, phone, code, enough, now)) {
            announcements.publishEvent(new PhoneWentBad(organizationId, phone, code));
        }
    }
}
