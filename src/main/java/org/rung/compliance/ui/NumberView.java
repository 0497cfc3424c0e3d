package org.rung.compliance.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Actor;
import org.rung.common.Id;
import org.rung.common.Problem;
import org.rung.compliance.CompliancePaths;
import org.rung.compliance.NumberProof;
import org.rung.compliance.NumberProofs;
import org.rung.compliance.Reconsents;
import org.rung.people.SupporterId;

/** A number is looked up, and its whole proof shown: to be read, printed, or taken as a file. */
@Route(CompliancePaths.NUMBERS)
@RolesAllowed({"ORGANIZER", "ADMIN"})
public class NumberView extends Div implements HasDynamicTitle, BeforeEnterObserver {
    private final NumberProofs proofs;
    private final Reconsents reconsents;
    private final Actor.Member actor;
    private final ZoneId zone;
    private final Clock clock;
    private final TextField number = new TextField();
    private final Div found = new Div();

    NumberView(NumberProofs proofs, Reconsents reconsents, SignedIn signedIn, Clock clock) {
        this.proofs = proofs;
        this.reconsents = reconsents;
        this.clock = clock;
        actor = signedIn.actor();
        zone = signedIn.organization().zone();
        addClassNames("page", "number-proof");
        var back = new Anchor(CompliancePaths.COMPLIANCE, "‹ " + getTranslation("compliance.title"));
        back.addClassName("back");
        var intro = new Span(getTranslation("compliance.number.intro"));
        intro.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("compliance.number.title")), intro));
        head.addClassName("page-head");
        number.setLabel(getTranslation("compliance.list.number"));
        number.setAutocomplete(Autocomplete.OFF);
        var look = new Button(getTranslation("compliance.number.look"), click -> lookUp());
        look.addThemeVariants(ButtonVariant.PRIMARY);
        look.addClickShortcut(Key.ENTER);
        var row = new Div(number, look);
        row.addClassNames("card", "row", "wrap", "list-add", "no-print");
        found.addClassName("col");
        found.getElement().setAttribute("aria-live", "polite");
        add(back, head, row, found);
    }

    /** From somebody's page: by whom, never by their number. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("person").ifPresent(person -> {
            try {
                var supporter = new SupporterId(Id.parse("person", person));
                show(() -> proofs.of(actor, supporter));
            } catch (Problem unknown) {
                number.setErrorMessage(Sentences.of(unknown));
                number.setInvalid(true);
            }
        });
    }

    private void lookUp() {
        show(() -> proofs.of(actor, number.getValue()));
    }

    private void show(Supplier<NumberProof> proof) {
        number.setInvalid(false);
        found.removeAll();
        try {
            var read = proof.get();
            found.add(new ProofCard(
                    proofs,
                    reconsents,
                    actor,
                    read,
                    zone,
                    clock,
                    () -> show(() -> proofs.of(actor, read.phone(), Optional.empty()))));
        } catch (Problem wrong) {
            number.setErrorMessage(Sentences.of(wrong));
            number.setInvalid(true);
            number.focus();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("compliance.number.title") + " · Rung";
    }
}
