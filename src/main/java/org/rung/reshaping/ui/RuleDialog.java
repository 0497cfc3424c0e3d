package org.rung.reshaping.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.rung.accounts.Sentences;
import org.rung.common.Problem;
import org.rung.ladder.Rule;
import org.rung.ladder.Rung;

/** When a rung is reached: ways of which any is enough, each of all its parts. */
class RuleDialog extends Dialog {
    private final Div ways = new Div();
    private final List<WayFields> all = new ArrayList<>();
    private final Checkbox confirmed = new Checkbox();
    private final Paragraph byHand = new Paragraph(getTranslation("reshaping.rule.hand"));
    private final Div problem = new Div();
    private final transient BiConsumer<Optional<Rule>, Boolean> save;

    RuleDialog(String name, Rung rung, BiConsumer<Optional<Rule>, Boolean> save) {
        this.save = save;
        addClassName("rule-dialog");
        setHeaderTitle(getTranslation("reshaping.rule.title", name));
        setWidth("min(680px, 96vw)");
        ways.addClassName("col");
        byHand.addClassNames("small", "muted");
        problem.addClassNames("notice", "bad");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);
        confirmed.setLabel(getTranslation("reshaping.rule.confirmed"));
        confirmed.setHelperText(getTranslation("reshaping.rule.confirmed.help"));
        confirmed.setValue(rung.confirmed());
        var more = new Button(getTranslation("reshaping.rule.way.add"), click -> {
            add(new WayFields(this::remove));
            numbered();
        });
        add(byHand, ways, more, confirmed, problem);
        rung.rule().ifPresent(rule -> rule.anyOf().forEach(way -> add(new WayFields(way, this::remove))));
        numbered();
        var ok = new Button(getTranslation("reshaping.rule.save"), click -> decide());
        ok.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(getTranslation("reshaping.cancel"), click -> close()), ok);
    }

    private void add(WayFields way) {
        all.add(way);
        ways.add(way);
    }

    private void remove(WayFields way) {
        all.remove(way);
        ways.remove(way);
        numbered();
    }

    private void numbered() {
        for (int i = 0; i < all.size(); i++) all.get(i).number(i + 1);
        byHand.setVisible(all.isEmpty());
    }

    private void decide() {
        try {
            Optional<Rule> rule = all.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Rule(all.stream().map(WayFields::written).toList()));
            close();
            save.accept(rule, confirmed.getValue());
        } catch (Problem refused) {
            problem.setText(Sentences.of(refused));
            problem.setVisible(true);
            problem.scrollIntoView();
        }
    }
}
