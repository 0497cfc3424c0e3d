package org.rung.pointpeople.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.Optional;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.OneMember;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.people.SupporterId;
import org.rung.people.SupporterPanel;
import org.rung.pointpeople.PointPeople;

/** Who knows them best, to be chosen by whoever edits people. */
@org.springframework.stereotype.Component
class PointPanel implements SupporterPanel {
    private final PointPeople points;
    private final Members members;

    PointPanel(PointPeople points, Members members) {
        this.points = points;
        this.members = members;
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public Component panel(Actor actor, SupporterId supporterId) {
        if (!actor.may(Permission.SEE_PEOPLE)) return new Div();
        Optional<Member> point = points.of(actor, supporterId);
        var card = new Section();
        card.addClassNames("card", "col");
        card.add(new H3(card.getTranslation("pointpeople.title")));
        if (!actor.may(Permission.EDIT_PEOPLE)) {
            card.add(new Span(point.map(Member::name).orElse(card.getTranslation("pointpeople.nobody"))));
            return card;
        }
        var pick = new OneMember(card.getTranslation("pointpeople.member"), members, actor);
        pick.setPlaceholder(card.getTranslation("pointpeople.nobody"));
        point.ifPresent(pick::setValue);
        pick.addValueChangeListener(changed -> {
            if (!changed.isFromClient()) return;
            try {
                points.put(
                        actor,
                        supporterId,
                        Optional.ofNullable(changed.getValue()).map(Member::memberId));
                pick.setInvalid(false);
                Notification.show(card.getTranslation("pointpeople.saved"), 3_000, Notification.Position.TOP_CENTER);
            } catch (Problem refused) {
                pick.setErrorMessage(Sentences.of(refused));
                pick.setInvalid(true);
            }
        });
        card.add(pick);
        return card;
    }
}
