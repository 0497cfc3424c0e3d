package org.rung.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.rung.actions.ActionDraft;
import org.rung.actions.ActionType;
import org.rung.actions.Verification;
import org.rung.common.MemberId;
import org.rung.people.SupporterId;

/** What the neighbours did in the year before: enough that every rung has people, and some climb, slip and fall. */
final class DemoHistory {
    private static final long SEED = 1919;

    private final Random random = new Random(SEED);
    private final List<ActionDraft> actions = new ArrayList<>();
    private final List<SupporterId> neighbours;
    private final List<MemberId> texters;
    private final Instant now;

    private DemoHistory(List<SupporterId> neighbours, List<MemberId> texters, Instant now) {
        this.neighbours = neighbours;
        this.texters = texters;
        this.now = now;
    }

    /** Their actions, each with a once key, so that a start cut short is made good by the next. */
    static List<ActionDraft> of(List<SupporterId> neighbours, List<MemberId> texters, Instant now) {
        var history = new DemoHistory(neighbours, texters, now);
        for (int i = 0; i < neighbours.size(); i++) {
            history.live(i);
        }
        return history.actions;
    }

    private void live(int i) {
        int kind = i % 25;
        if (kind < 7) {
            return;
        }
        if (kind == 7) {
            // Signed so long ago that their rung's time runs out, or has just run out.
            did(i, ActionType.SIGNED, 318 + random.nextInt(70), "Signed the rent petition", Verification.SYSTEM, 1);
            return;
        }
        int signed = 12 + random.nextInt(120);
        did(i, ActionType.SIGNED, signed, "Signed the rent petition", Verification.SYSTEM, 1);
        if (kind % 3 == 0) {
            did(i, ActionType.REPLIED, random.nextInt(12), "Answered a text", Verification.SYSTEM, 1);
        }
        if (kind >= 17) {
            did(i, ActionType.CONTACTED, 3 + random.nextInt(60), "Called the landlord's office", Verification.SELF, 1);
        }
        if (kind >= 20) {
            recruited(i, 2 + random.nextInt(50));
        }
        if (kind >= 22) {
            did(i, ActionType.ATTENDED, 1 + random.nextInt(45), "Came to the Thursday meeting", Verification.SYSTEM, 1);
        }
        if (kind == 24 && i % 50 == 24) {
            did(i, ActionType.HOSTED, 1 + random.nextInt(25), "Hosted a courtyard meeting", Verification.SYSTEM, 6);
        }
    }

    private void recruited(int i, int daysAgo) {
        var recruit = neighbours.get((i + 11) % neighbours.size());
        add(
                i,
                ActionType.RECRUITED,
                daysAgo,
                "Brought a neighbour",
                Verification.SELF,
                1,
                Optional.of(recruit.value()));
    }

    private void did(int i, ActionType type, int daysAgo, String note, Verification how, long quantity) {
        add(i, type, daysAgo, note, how, quantity, Optional.empty());
    }

    private void add(
            int i,
            ActionType type,
            int daysAgo,
            String note,
            Verification how,
            long quantity,
            Optional<Long> occasion) {
        var credited = random.nextInt(3) == 0
                ? Optional.<MemberId>empty()
                : Optional.of(texters.get(random.nextInt(texters.size())));
        var at = now.minus(Duration.ofDays(daysAgo)).minus(Duration.ofMinutes(1 + random.nextInt(600)));
        actions.add(new ActionDraft(
                neighbours.get(i),
                type,
                quantity,
                Optional.empty(),
                how,
                at,
                credited,
                occasion,
                note,
                Optional.of("demo:" + i + ":" + type)));
    }
}
