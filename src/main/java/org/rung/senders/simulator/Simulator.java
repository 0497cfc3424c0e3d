package org.rung.senders.simulator;

import java.util.List;
import java.util.Map;
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
    private final SimulatedFileStore files;
    private final SimulatedNetwork network;

    Simulator(Senders senders, SimulatedTextStore texts, SimulatedFileStore files, SimulatedNetwork network) {
        this.senders = senders;
        this.texts = texts;
        this.files = files;
        this.network = network;
    }

    /** Phones that got or sent something, the latest first, at most 100; digits may be empty. */
    public List<PhoneNumber> phones(Actor actor, String digits) {
        return texts.phones(sender(actor).accountSid(), digits.replaceAll("[^0-9]", ""), SHOWN);
    }

    /** Pictures and files of these texts, by the text's sid. */
    public Map<String, List<SimulatedFile>> files(Actor actor, List<SimulatedText> shown) {
        sender(actor);
        return shown.isEmpty()
                ? Map.of()
                : files.of(shown.stream().map(SimulatedText::sid).toList());
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
        say(actor, phone, words, List.of());
    }

    /** The phone sends us a picture, or whatever it has; type: what it says that it is. */
    public void send(Actor actor, PhoneNumber phone, String type, byte[] content) {
        if (content.length == 0 || content.length > 8_000_000) {
            throw new Problem.Invalid("picture", "problem.picture-large", 8);
        }
        say(actor, phone, "", List.of(new SimulatedNetwork.Sent(type, content)));
    }

    private void say(Actor actor, PhoneNumber phone, String words, List<SimulatedNetwork.Sent> sent) {
        Sender sender = sender(actor);
        network.say(
                sender.accountSid(),
                sender.address(),
                phone,
                senders.simulatedToken(sender.accountSid()).orElseThrow(),
                words,
                sent);
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
