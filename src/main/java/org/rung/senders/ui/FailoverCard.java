package org.rung.senders.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;
import java.util.Optional;
import org.rung.accounts.Sentences;
import org.rung.accounts.SignedIn;
import org.rung.common.Problem;
import org.rung.senders.Failover;
import org.rung.senders.Failovers;
import org.rung.senders.Sender;

/** Which number takes over while another cannot send. */
class FailoverCard extends Div {
    private static final int USUALLY = 10;

    private final Failovers failovers;
    private final SignedIn signedIn;
    private final Select<Sender> second = new Select<>();
    private final IntegerField after = new IntegerField(getTranslation("senders.failover.after"));

    FailoverCard(Failovers failovers, SignedIn signedIn, List<Sender> senders) {
        this.failovers = failovers;
        this.signedIn = signedIn;
        addClassNames("card", "col");
        second.setLabel(getTranslation("senders.failover.second"));
        second.setItems(senders);
        second.setItemLabelGenerator(sender -> sender == null ? getTranslation("senders.failover.none") : name(sender));
        second.setEmptySelectionAllowed(true);
        second.setEmptySelectionCaption(getTranslation("senders.failover.none"));
        second.addValueChangeListener(change -> after.setVisible(change.getValue() != null));
        after.setHelperText(getTranslation("senders.failover.after.help"));
        after.setStepButtonsVisible(true);
        after.setMin(1);
        after.setMax(240);
        after.setValue(USUALLY);
        after.setVisible(false);
        failovers.get(signedIn.actor()).ifPresent(now -> {
            senders.stream()
                    .filter(sender -> sender.senderId().equals(now.senderId()))
                    .findFirst()
                    .ifPresent(second::setValue);
            after.setValue(now.afterMinutes());
        });
        Div actions = new Div(new Button(getTranslation("senders.failover.save"), click -> save()));
        actions.addClassName("actions");
        Div fields = new Div(second, after, actions);
        fields.addClassName("form");
        add(
                new H2(getTranslation("senders.failover.title")),
                SendersView.muted(getTranslation("senders.failover.line")),
                fields);
    }

    private void save() {
        after.setInvalid(false);
        try {
            int minutes = Optional.ofNullable(after.getValue()).orElse(0);
            failovers.change(
                    signedIn.actor(),
                    second.getOptionalValue().map(sender -> new Failover(sender.senderId(), minutes)));
            Notices.good(getTranslation("senders.failover.saved"));
        } catch (Problem.Invalid wrong) {
            after.setErrorMessage(Sentences.of(wrong));
            after.setInvalid(true);
        } catch (Problem problem) {
            Notices.bad(problem);
        }
    }

    private static String name(Sender sender) {
        return sender.label().isBlank() ? sender.address() : sender.label() + " · " + sender.address();
    }
}
