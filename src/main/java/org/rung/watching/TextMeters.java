package org.rung.watching;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Optional;
import org.rung.messaging.ClaimOvertaken;
import org.rung.messaging.MessageState;
import org.rung.messaging.TextHandedOver;
import org.rung.messaging.TextReported;
import org.rung.messaging.TextsArrived;
import org.rung.senders.ErrorTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What this server did to texts since it started; counted once it is stored. No label names an organization or a person. */
@Component
class TextMeters {
    private final MeterRegistry meters;
    private final ErrorTable table;
    private final Counter sent;
    private final Counter segments;
    private final Counter delivered;
    private final Counter unconfirmed;
    private final Counter received;
    private final Counter overtaken;
    private final Timer lag;

    TextMeters(MeterRegistry meters, ErrorTable table) {
        this.meters = meters;
        this.table = table;
        sent = meters.counter("rung.texts.sent");
        segments = meters.counter("rung.segments.sent");
        delivered = meters.counter("rung.texts.delivered");
        unconfirmed = meters.counter("rung.texts.unconfirmed");
        received = meters.counter("rung.texts.received");
        overtaken = meters.counter("rung.claim.conflicts");
        lag = Timer.builder("rung.report.lag")
                .description("From the provider's taking a text to its report of it being stored")
                .serviceLevelObjectives(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(15),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(10),
                        Duration.ofHours(1))
                .register(meters);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void handedOver(TextHandedOver text) {
        switch (text.state()) {
            case SENT, DELIVERED -> {
                sent.increment();
                segments.increment(text.segments());
            }
            case UNCONFIRMED -> unconfirmed.increment();
            default -> text.errorCode().ifPresent(code -> failed(code, text.state()));
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void reported(TextReported text) {
        text.lag().filter(since -> !since.isNegative()).ifPresent(lag::record);
        if (text.state() == MessageState.DELIVERED) {
            delivered.increment();
        }
        text.errorCode().ifPresent(code -> failed(code, text.state()));
    }

    @TransactionalEventListener(fallbackExecution = true)
    void arrived(TextsArrived arrived) {
        received.increment(arrived.texts().size());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void overtaken(ClaimOvertaken claim) {
        overtaken.increment();
    }

    /** Only codes of our table get a label of their own: a provider may make up as many as it likes. */
    private void failed(String code, MessageState state) {
        boolean again = state == MessageState.QUEUED || state == MessageState.HELD;
        meters.counter(
                        "rung.texts.failed",
                        "code",
                        Optional.of(code).filter(table::knows).orElse("other"),
                        "final",
                        again ? "no" : "yes")
                .increment();
    }
}
