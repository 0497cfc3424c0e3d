package org.rung.senders.simulator;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.senders.EagerAnswers;
import org.springframework.stereotype.Component;

@Component
@InSimulation
class EagerPhones implements EagerAnswers {
    private final Simulator simulator;

    EagerPhones(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public boolean silent(PhoneNumber phone) {
        return Temper.of(phone) == Temper.SILENT;
    }

    @Override
    public void expect(Actor actor, Map<PhoneNumber, String> answers) {
        var waiting = new ConcurrentHashMap<>(answers);
        var stop = new AtomicReference<Runnable>(() -> {});
        stop.set(simulator.watch(phone -> {
            if (waiting.containsKey(phone))
                // Aside: whoever tells us of a phone has other phones to serve.
                Thread.ofVirtual().name("eager-answer").start(() -> {
                    if (!delivered(actor, phone)) return;
                    var words = waiting.remove(phone);
                    if (words != null) simulator.text(actor, phone, words);
                    if (waiting.isEmpty()) Objects.requireNonNull(stop.get()).run();
                });
        }));
    }

    private boolean delivered(Actor actor, PhoneNumber phone) {
        return simulator.screen(actor, phone).stream()
                .filter(SimulatedText::outbound)
                .anyMatch(text -> text.status().equals("delivered"));
    }
}
