package org.rung.live.ui;

import static org.rung.live.ui.LiveWords.button;
import static org.rung.live.ui.LiveWords.div;
import static org.rung.live.ui.LiveWords.said;
import static org.rung.live.ui.LiveWords.say;
import static org.rung.live.ui.LiveWords.span;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Problem;
import org.rung.live.LivePaths;
import org.rung.texting.Reviews;

/** Whether somebody looks at the first texts of new texters, and how many those are. */
@Route(LivePaths.SETTINGS)
@RolesAllowed("ADMIN")
public class ReviewSettingsView extends Div implements HasDynamicTitle {
    private static final int USUAL = 10;

    ReviewSettingsView(Reviews reviews, SignedIn signedIn) {
        addClassName("page");
        var actor = signedIn.actor();
        var rule = reviews.rule(actor);
        var on = new Checkbox(say("live.settings.on"), rule.isPresent());
        var many = new IntegerField(say("live.settings.many"));
        many.setMin(1);
        many.setMax(Reviews.LARGEST);
        many.setStepButtonsVisible(true);
        many.setValue(rule.orElse(USUAL));
        many.setEnabled(rule.isPresent());
        on.addValueChangeListener(change -> many.setEnabled(change.getValue()));
        var save = button("btn start", say("live.settings.save"), () -> {
            try {
                reviews.rule(
                        actor,
                        Boolean.TRUE.equals(on.getValue())
                                ? Optional.of(
                                        Optional.ofNullable(many.getValue()).orElse(0))
                                : Optional.empty());
                many.setInvalid(false);
                said(say("live.settings.saved"));
            } catch (Problem refused) {
                many.setErrorMessage(Sentences.of(refused));
                many.setInvalid(true);
            }
        });
        add(
                div("page-head", new Div(new H1(say("live.settings")), span("muted", say("live.settings.line")))),
                div("card pad col", on, many, span("small muted", say("live.settings.how")), save));
    }

    @Override
    public String getPageTitle() {
        return say("live.settings") + " · Rung";
    }
}
