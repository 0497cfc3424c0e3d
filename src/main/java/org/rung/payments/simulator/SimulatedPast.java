package org.rung.payments.simulator;

import static org.rung.payments.simulator.SimulatedActs.text;

import java.time.Clock;
import java.time.Duration;
import org.rung.payments.InventedMonths;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What happened at the provider before the demo began: the same acts, by a clock that is behind. */
@Component
@ConditionalOnBooleanProperty("rung.demo")
class SimulatedPast implements InventedMonths {
    private final SimulatedPaymentStore store;
    private final SimulatedEvents events;
    private final Clock clock;

    SimulatedPast(SimulatedPaymentStore store, SimulatedEvents events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public void lastOneFailed(String payPage, String name) {
        String session = payPage.substring(payPage.lastIndexOf('/') + 1);
        ago(61).pay(session, name, "", false);
        String subscription = text(ago(0).session(session).orElseThrow(), "subscription");
        ago(31).month(subscription, true);
        ago(1).month(subscription, false);
    }

    private SimulatedActs ago(int days) {
        return new SimulatedActs(store, events, Clock.offset(clock, Duration.ofDays(-days)));
    }
}
