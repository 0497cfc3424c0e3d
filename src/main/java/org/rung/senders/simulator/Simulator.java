package org.rung.senders.simulator;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.PhoneNumber;
import org.rung.common.Problem;
import org.rung.senders.Gateway;
import org.rung.senders.Sender;
import org.rung.senders.Senders;
import org.springframework.stereotype.Service;

/** The phones of simulated supporters, for looking at and for texting from by hand. */
@Service
@InSimulation
public class Simulator {
    private static final int SHOWN = 100;

    private final Senders senders;
    private final SimulatedTextStore texts;
    private final SimulatedNetwork network;

    Simulator(Senders senders, SimulatedTextStore texts, SimulatedNetwork network) {
        this.senders = senders;
        this.texts = texts;
        this.network = network;
    }

    /** Phones that got or sent something, the latest first, at most 100; digits may be empty. */
    public List<PhoneNumber> phones(Actor actor, String digits) {
        return texts.phones(sender(actor).accountSid(), digits.replaceAll("[^0-9]", ""), SHOWN);
    }

    /** What the phone shows, oldest first, at most 100. */
    public List<SimulatedText> screen(Actor actor, PhoneNumber phone) {
        return texts.latest(sender(actor).accountSid(), Optional.of(phone), SHOWN)
                .reversed();
    }

    /** The phone texts us, through the same webhook that a provider calls; returns when that has answered. */
    public void text(Actor actor, PhoneNumber phone, String words) {
        if (words.isBlank() || words.length() > 1600) {
            throw new Problem.Invalid("text", "problem.length", 1, 1_600);
        }
        Sender sender = sender(actor);
        network.say(
                sender.accountSid(),
                sender.address(),
                phone,
                senders.simulatedToken(sender.accountSid()).orElseThrow(),
                words);
    }

    /** Calls the watcher, on some thread, when a phone sends or gets something; run the answer to stop. */
    public Runnable watch(Consumer<PhoneNumber> watcher) {
        return network.watch(watcher);
    }

    private Sender sender(Actor actor) {
        actor.must(Permission.SEE_CONVERSATIONS);
        return senders.usual(actor.organization())
                .filter(sender -> sender.gateway() == Gateway.SIMULATOR)
                .orElseThrow(() -> new Problem.Missing("problem.simulated-none"));
    }
}
