package org.rung.asks.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderPaths;
import org.rung.ladder.Ladders;
import org.rung.ladder.Rung;
import org.rung.ladder.RungId;
import org.rung.ladder.StartingWords;

/** What the rungs of both ladders are called. */
@Route(LadderPaths.EDIT)
@RolesAllowed({"COORDINATOR", "ADMIN"})
public class EditLadderView extends Div implements HasDynamicTitle {
    private final Ladders ladders;
    private final Actor actor;
    private final List<RungWords> rungs = new ArrayList<>();
    private final Div problem = new Div();

    EditLadderView(Ladders ladders, SignedIn signedIn) {
        this.ladders = ladders;
        this.actor = signedIn.actor();
        addClassNames("page", "ladder-edit");
        Anchor back = new Anchor(LadderPaths.LADDER, "‹ " + getTranslation("asks.title"));
        back.addClassName("back");
        Paragraph words = new Paragraph(getTranslation("asks.edit.words"));
        words.addClassName("muted");
        Div head = new Div(new Div(new H1(getTranslation("asks.edit.title")), words));
        head.addClassName("page-head");
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        Button save = new Button(getTranslation("asks.edit.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Anchor cancel = new Anchor(LadderPaths.LADDER, getTranslation("asks.edit.cancel"));
        cancel.addClassNames("btn", "ghost");
        Div actions = new Div(save, cancel);
        actions.addClassName("actions");
        add(back, head);
        ladders.of(actor.organization()).forEach(ladder -> add(section(ladder)));
        add(problem, actions);
    }

    private Section section(Ladder ladder) {
        String title = StartingWords.in(getLocale(), ladder.name());
        Section section = new Section(new H3(title));
        section.addClassNames("card", "col");
        section.getElement().setAttribute("aria-label", title);
        for (Rung rung : ladder.rungs().reversed()) {
            RungWords words = new RungWords(rung);
            rungs.add(words);
            section.add(words);
        }
        return section;
    }

    private void save() {
        problem.setVisible(false);
        if (!rungs.stream().allMatch(RungWords::hasName)) {
            return;
        }
        try {
            ladders.rename(
                    actor,
                    rungs.stream().map(RungWords::seen).toList(),
                    rungs.stream().map(RungWords::written).toList(),
                    getLocale());
            Notification.show(getTranslation("asks.edit.saved"));
            UI.getCurrent().navigate(LadderPaths.LADDER);
        } catch (Problem.Conflict newer) {
            lookAgain();
            refuse(newer);
        } catch (Problem refused) {
            refuse(refused);
        }
    }

    private void lookAgain() {
        Map<RungId, Rung> now = ladders.of(actor.organization()).stream()
                .flatMap(ladder -> ladder.rungs().stream())
                .collect(Collectors.toMap(Rung::rungId, rung -> rung));
        rungs.forEach(words -> words.meanwhile(now.getOrDefault(words.seen().rungId(), words.seen())));
    }

    private void refuse(Problem why) {
        problem.setText(Sentences.of(why));
        problem.setVisible(true);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("asks.edit.title") + " · Rung";
    }
}
