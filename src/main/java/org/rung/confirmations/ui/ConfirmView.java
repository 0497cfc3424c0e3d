package org.rung.confirmations.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.SignedIn;
import org.rung.accounts.WhyDialog;
import org.rung.common.Actor;
import org.rung.common.Page;
import org.rung.confirmations.Confirmations;
import org.rung.confirmations.ConfirmationsPaths;
import org.rung.confirmations.Proposal;
import org.rung.ladder.LadderPaths;
import org.rung.ladder.Proof;
import org.rung.ladder.StartingWords;
import org.rung.people.PeoplePaths;

/** Who is proposed for a rung that a member confirms, by what evidence. */
@Route(ConfirmationsPaths.CONFIRM)
@RolesAllowed({"COORDINATOR", "ADMIN"})
public class ConfirmView extends Div implements HasDynamicTitle {
    private static final int PAGE = 25;

    private final transient Confirmations confirmations;
    private final transient Actor.Member actor;
    private final DateTimeFormatter day;
    private final Div list = new Div();
    private final Div more = new Div();

    ConfirmView(Confirmations confirmations, ProposalScreens screens, SignedIn signedIn) {
        this.confirmations = confirmations;
        this.actor = signedIn.actor();
        ZoneId zone = signedIn.organization().zone();
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(zone);
        addClassName("page");
        var back = new Anchor(LadderPaths.LADDER, "‹ " + getTranslation("confirmations.back"));
        back.addClassName("back");
        var words = new Paragraph(getTranslation("confirmations.words"));
        words.addClassName("muted");
        var head = new Div(new Div(new H1(getTranslation("confirmations.title")), words));
        head.addClassName("page-head");
        list.addClassName("col");
        add(back, head, list, more);
        screens.watch(actor.organization(), this, this::draw);
        draw();
    }

    private void draw() {
        list.removeAll();
        append(Page.Wanted.first(PAGE));
        if (list.getComponentCount() > 0) return;
        var empty = new Div(
                new H2(getTranslation("confirmations.none")), new Paragraph(getTranslation("confirmations.none.next")));
        empty.addClassNames("card", "empty");
        list.add(empty);
    }

    private void append(Page.Wanted wanted) {
        var page = confirmations.page(actor, wanted);
        page.rows().forEach(proposal -> list.add(card(proposal)));
        more.removeAll();
        page.next().ifPresent(next -> {
            var button = new NativeButton(
                    getTranslation("confirmations.more"), click -> append(new Page.Wanted(Optional.of(next), PAGE)));
            button.addClassNames("btn", "ghost");
            more.add(button);
        });
    }

    private Component card(Proposal proposal) {
        String who = proposal.name().isEmpty() ? getTranslation("confirmations.nameless") : proposal.name();
        String rung = StartingWords.in(getLocale(), proposal.rung());
        var name = new H2(new Anchor(PeoplePaths.supporter(proposal.supporterId()), who));
        var step = new Paragraph(
                getTranslation("confirmations.step", StartingWords.in(getLocale(), proposal.stands()), rung));
        var why = new Paragraph(getTranslation(
                "confirmations.evidence",
                proposal.evidence().stream().map(this::proof).collect(Collectors.joining(", ")),
                day(proposal.until())));
        why.addClassNames("small", "muted");
        var yes = new Button(
                getTranslation("confirmations.confirm"),
                click -> new WhyDialog(
                                getTranslation("confirmations.confirm.title", who, rung),
                                getTranslation("confirmations.confirm.words"),
                                getTranslation("confirmations.confirm"),
                                reason -> {
                                    confirmations.confirm(actor, proposal.ladderId(), proposal.supporterId(), reason);
                                    Notification.show(getTranslation("confirmations.confirmed", who, rung));
                                    draw();
                                })
                        .open());
        yes.addThemeVariants(ButtonVariant.PRIMARY);
        yes.setAriaLabel(getTranslation("confirmations.confirm") + ": " + who);
        var no = new Button(
                getTranslation("confirmations.decline"),
                click -> new WhyDialog(
                                getTranslation("confirmations.decline.title", who),
                                getTranslation("confirmations.decline.words"),
                                getTranslation("confirmations.decline"),
                                reason -> {
                                    confirmations.decline(actor, proposal.ladderId(), proposal.supporterId(), reason);
                                    draw();
                                })
                        .open());
        no.setAriaLabel(getTranslation("confirmations.decline") + ": " + who);
        var deeds = new Div(yes, no);
        deeds.addClassNames("row", "wrap");
        var card = new Div(name, step, why, deeds);
        card.addClassNames("card", "col", "pad");
        return card;
    }

    private String proof(Proof proof) {
        String what = getTranslation(
                proof.kind().equals("ACTION") ? "actions.type." + proof.of() : "ladder.kept." + proof.of());
        return getTranslation("ladder.history.proof", what, day(proof.at()));
    }

    private String day(Instant at) {
        return day.format(at);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("confirmations.title") + " · Rung";
    }
}
