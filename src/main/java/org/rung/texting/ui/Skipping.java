package org.rung.texting.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.texting.ConversationId;
import org.rung.texting.Outcomes;
import org.rung.texting.Skip;
import org.rung.texting.SkipReason;
import org.rung.texting.Skips;

/** How people are left out, one tap each, and brought back. */
@org.springframework.stereotype.Component
class Skipping {

    private final Skips skips;
    private final Outcomes outcomes;

    Skipping(Skips skips, Outcomes outcomes) {
        this.skips = skips;
        this.outcomes = outcomes;
    }

    /** What there is to choose from, as the browser is told. */
    static List<Map<String, Object>> choices(Component screen) {
        return Stream.of(SkipReason.values())
                .map(reason -> Map.<String, Object>of(
                        "reason",
                        reason.name(),
                        "words",
                        screen.getTranslation("texting.skip." + reason.name()),
                        "own",
                        reason == SkipReason.OTHER))
                .toList();
    }

    /** Why, for those who look at it later. */
    static String said(Component screen, Skip skip) {
        String reason = screen.getTranslation("texting.skipped." + skip.reason().name());
        return skip.words().isEmpty() ? reason : reason + ": " + skip.words();
    }

    void skip(Actor actor, ConversationId conversationId, DeskElement.Said said) {
        skips.skip(actor, conversationId, new Skip(reason(said.reason), said.body));
    }

    void bringBack(Actor actor, ConversationId conversationId) {
        outcomes.reopen(actor, conversationId);
    }

    private static SkipReason reason(String name) {
        return Stream.of(SkipReason.values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("reason", "problem.skip-why"));
    }
}
