package org.rung.payments.ui;

import static org.rung.payments.ui.PaymentWords.div;
import static org.rung.payments.ui.PaymentWords.refused;
import static org.rung.payments.ui.PaymentWords.said;
import static org.rung.payments.ui.PaymentWords.say;
import static org.rung.payments.ui.PaymentWords.span;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Section;
import org.rung.accounts.Sentences;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.common.Problem;
import org.rung.payments.GiveLinks;
import org.rung.people.SupporterId;
import org.rung.people.SupporterPanel;
import org.rung.people.Supporters;

/** A person's own link on their page, where one can give online. */
@org.springframework.stereotype.Component
class GiveLinkPanel implements SupporterPanel {
    private final GiveLinks links;
    private final Supporters supporters;

    GiveLinkPanel(GiveLinks links, Supporters supporters) {
        this.links = links;
        this.supporters = supporters;
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public Component panel(Actor actor, SupporterId supporterId) {
        if (!actor.may(Permission.RECORD_ACTIONS) || !links.ready(actor.organization())) return new Div();
        Section card =
                new Section(new H3(say("payments.link.card")), span("muted small", say("payments.link.card.words")));
        card.addClassNames("card", "col");
        Button show = new Button(say("payments.link.show"), click -> show(actor, supporterId));
        Button revoke = new Button(say("payments.link.revoke"), click -> {
            links.revoke(actor, supporterId);
            said(say("payments.link.revoked"));
        });
        card.add(div("row wrap", show, revoke));
        return card;
    }

    private void show(Actor actor, SupporterId supporterId) {
        try {
            var person = supporters.get(actor, supporterId);
            new GiveLinkDialog(
                            (person.firstName() + " " + person.lastName()).strip(),
                            links.address(actor, supporterId),
                            false)
                    .open();
        } catch (Problem problem) {
            refused(Sentences.of(problem));
        }
    }
}
