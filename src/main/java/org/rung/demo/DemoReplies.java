package org.rung.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;
import org.rung.senders.EagerAnswers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** A few neighbours answer at once, so that replies wait when somebody signs in for the first time. */
@Component
@ConditionalOnProperty(name = "rung.demo", havingValue = "true")
class DemoReplies {
    /** Of those whom one texter has written to. */
    private static final int EACH = 2;

    private static final List<String> WORDS = List.of(
            "Yes, I'll be there! What time does it start?",
            "Can I bring my kids?",
            "My neighbor on the third floor wants to come too",
            "Who is this? How did you get my number?",
            "Where is it? I can come after work",
            "They raised ours by 300. Count me in");

    private final ObjectProvider<EagerAnswers> simulation;

    DemoReplies(ObjectProvider<EagerAnswers> simulation) {
        this.simulation = simulation;
    }

    /** Those who say nothing by themselves: else they would answer twice. */
    List<PhoneNumber> some(List<PhoneNumber> texted) {
        return simulation.stream()
                .flatMap(phones -> texted.stream().filter(phones::silent))
                .limit(EACH)
                .toList();
    }

    void expect(Actor system, List<PhoneNumber> hasty) {
        Map<PhoneNumber, String> answers = new HashMap<>();
        for (var phone : hasty) answers.put(phone, WORDS.get(answers.size() % WORDS.size()));
        simulation.ifAvailable(phones -> phones.expect(system, answers));
    }
}
