package org.rung.senders;

import java.util.Map;
import org.rung.common.Actor;
import org.rung.common.PhoneNumber;

/** Simulated people who answer as soon as they have our text; absent where texts are real. */
public interface EagerAnswers {

    /** Whether the owner of this phone would say nothing by themselves. */
    boolean silent(PhoneNumber phone);

    /** Each phone says its words once, when the next text to it is delivered, through the webhook as everyone does. */
    void expect(Actor actor, Map<PhoneNumber, String> answers);
}
