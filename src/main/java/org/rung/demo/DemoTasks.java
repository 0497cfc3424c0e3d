package org.rung.demo;

import java.util.List;
import java.util.Optional;
import org.rung.accounts.Member;
import org.rung.common.Actor;
import org.rung.people.SupporterId;
import org.rung.pointpeople.PointPeople;
import org.rung.tasks.TaskDraft;
import org.rung.tasks.Tasks;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Who knows whom best, and what they said they would do about them. */
@Component
@ConditionalOnProperty(name = "rung.demo", havingValue = "true")
class DemoTasks {
    /** Of those who did most, a few for each member. */
    private static final int EACH = 3;

    private static final List<String> TITLES = List.of(
            "Bring the flyers for her building",
            "Ask whether the stairwell light is mended",
            "Talk about hosting a meeting of her own",
            "Thank him for calling the landlord's office",
            "Find out who else lives on the third floor",
            "Send the lawyer's hours");

    private final PointPeople points;
    private final Tasks tasks;

    DemoTasks(PointPeople points, Tasks tasks) {
        this.points = points;
        this.tasks = tasks;
    }

    void begin(Actor system, List<SupporterId> neighbours, List<Member> crew) {
        var today = tasks.today(system);
        int next = 0;
        for (Member member : crew)
            for (int i = 0; i < EACH; i++, next++) {
                var neighbour = neighbours.get(next);
                points.put(system, neighbour, Optional.of(member.memberId()));
                // Without an owner: it goes to whoever knows them best.
                var title = TITLES.get(next % TITLES.size());
                tasks.make(
                        system,
                        new TaskDraft(neighbour, title, today.plusDays(1 + i), Optional.empty()),
                        Optional.empty());
            }
    }
}
