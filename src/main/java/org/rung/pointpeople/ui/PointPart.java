package org.rung.pointpeople.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Members;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Sentence;
import org.rung.people.SupporterId;
import org.rung.pointpeople.PointPeople;
import org.rung.texting.ConversationPart;
import org.rung.texting.OpenConversation;

/** Who knows them best, over the thread. */
@org.springframework.stereotype.Component
class PointPart implements ConversationPart {
    private final PointPeople points;
    private final Members members;

    PointPart(PointPeople points, Members members) {
        this.points = points;
        this.members = members;
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public Optional<Look> look(Actor.Member actor, OpenConversation open) {
        SupporterId who = open.conversation().supporter();
        return Optional.ofNullable(points.of(actor.organization(), List.of(who)).get(who))
                .map(member -> new Known(
                        member.equals(actor.memberId())
                                ? ""
                                : members.names(actor.organization(), List.of(member))
                                        .getOrDefault(member, ""),
                        member));
    }

    /** @param name empty for whoever looks at it */
    private record Known(String name, MemberId member) implements Look {
        @Override
        public Optional<Component> chip() {
            var chip = new Span(Sentences.of(
                    name.isEmpty() ? Sentence.of("pointpeople.chip.you") : Sentence.of("pointpeople.chip", name)));
            chip.addClassNames("chip", "plain");
            return Optional.of(chip);
        }
    }
}
