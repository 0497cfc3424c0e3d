package org.rung.pointpeople.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import java.text.NumberFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.rung.accounts.Member;
import org.rung.accounts.Members;
import org.rung.accounts.OneMember;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.filters.SelectionAction;
import org.rung.filters.SupporterList;
import org.rung.pointpeople.PointPeople;

/** One point person for all whom the list shows, or the chosen ones. */
@org.springframework.stereotype.Component
class PointMany implements SelectionAction {
    private final PointPeople points;
    private final Members members;
    private final SupporterList list;

    PointMany(PointPeople points, Members members, SupporterList list) {
        this.points = points;
        this.members = members;
        this.list = list;
    }

    @Override
    public int order() {
        return 26;
    }

    @Override
    public Component button(Actor actor, Supplier<Selection> selection) {
        var button = new Button();
        button.setText(button.getTranslation("pointpeople.many"));
        button.setVisible(actor.may(Permission.EDIT_PEOPLE));
        button.addClickListener(click -> {
            try {
                Selection chosen = selection.get();
                long people = chosen.chosen().isEmpty()
                        ? list.count(actor, chosen.filter())
                        : chosen.chosen().size();
                ask(actor, chosen, people);
            } catch (Problem why) {
                Notification.show(Sentences.of(why), 6_000, Notification.Position.BOTTOM_CENTER);
            }
        });
        return button;
    }

    private void ask(Actor actor, Selection selection, long people) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(dialog.getTranslation("pointpeople.many"));
        dialog.setWidth("min(480px, 92vw)");
        var pick = new OneMember(dialog.getTranslation("pointpeople.member"), members, actor);
        pick.setHelperText(dialog.getTranslation("pointpeople.many.help"));
        var body = new Div(
                new Paragraph(dialog.getTranslation(
                        "pointpeople.many.ask",
                        people,
                        NumberFormat.getIntegerInstance(Sentences.language()).format(people))),
                pick);
        body.addClassName("col");
        dialog.add(body);
        var go = new Button(dialog.getTranslation("pointpeople.many.go"), click -> {
            try {
                int done = points.putAll(
                        actor,
                        selection.filter(),
                        selection.chosen(),
                        Optional.ofNullable(pick.getValue()).map(Member::memberId));
                dialog.close();
                Notification.show(
                        dialog.getTranslation(
                                "pointpeople.many.done",
                                done,
                                NumberFormat.getIntegerInstance(Sentences.language())
                                        .format(done)),
                        4_000,
                        Notification.Position.BOTTOM_CENTER);
            } catch (Problem why) {
                pick.setErrorMessage(Sentences.of(why));
                pick.setInvalid(true);
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setEnabled(people > 0);
        dialog.getFooter().add(new Button(dialog.getTranslation("pointpeople.back"), click -> dialog.close()), go);
        dialog.open();
    }
}
