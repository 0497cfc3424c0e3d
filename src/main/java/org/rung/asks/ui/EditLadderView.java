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
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Problem;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderPaths;
import org.rung.ladder.Ladders;
import org.rung.ladder.Rung;
import org.rung.ladder.RungId;
import org.rung.ladder.RungName;
import org.rung.ladder.StartingWords;

/** What the rungs of both ladders are called. */
@Route(LadderPaths.EDIT)
@RolesAllowed({"COORDINATOR", "ADMIN"})
public class EditLadderView extends Div implements HasDynamicTitle {
    private record Fields(RungId rungId, TextField name, TextField blurb) {}

    private final Ladders ladders;
    private final Actor actor;
    private final List<Fields> fields = new ArrayList<>();
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
        ladder.rungs().reversed().forEach(rung -> section.add(row(rung)));
        return section;
    }

    private Div row(Rung rung) {
        TextField name = field("asks.edit.name", rung.position(), rung.name(), 60);
        name.setRequiredIndicatorVisible(true);
        TextField blurb = field("asks.edit.blurb", rung.position(), rung.blurb(), 160);
        fields.add(new Fields(rung.rungId(), name, blurb));
        Div row = new Div(name, blurb);
        row.addClassNames("form", "ladder-edit-row");
        return row;
    }

    private TextField field(String label, int position, String words, int longest) {
        TextField field = new TextField(getTranslation(label, position));
        field.setMaxLength(longest);
        field.setValue(StartingWords.in(getLocale(), words));
        return field;
    }

    private void save() {
        problem.setVisible(false);
        for (Fields one : fields) {
            boolean missing = one.name().getValue().isBlank();
            one.name().setInvalid(missing);
            if (missing) {
                one.name().setErrorMessage(getTranslation("asks.edit.missing"));
                one.name().focus();
                return;
            }
        }
        try {
            ladders.rename(
                    actor,
                    fields.stream()
                            .map(one -> new RungName(
                                    one.rungId(),
                                    one.name().getValue(),
                                    one.blurb().getValue()))
                            .toList(),
                    getLocale());
            Notification.show(getTranslation("asks.edit.saved"));
            UI.getCurrent().navigate(LadderPaths.LADDER);
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
            problem.setVisible(true);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("asks.edit.title") + " · Rung";
    }
}
