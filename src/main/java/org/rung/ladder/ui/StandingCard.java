package org.rung.ladder.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import org.rung.accounts.Members;
import org.rung.actions.Actions;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.ladder.Explanations;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderMini;
import org.rung.ladder.Ladders;
import org.rung.ladder.MoveRow;
import org.rung.ladder.MovesByHand;
import org.rung.ladder.Standing;
import org.rung.ladder.Standings;
import org.rung.ladder.StartingWords;
import org.rung.people.SupporterId;

/** Both standings of one supporter, with what a member may do about them. */
class StandingCard extends Section {
    private static final int HISTORY = 50;
    private final Standings standings;
    private final MovesByHand byHand;
    private final Ladders ladders;
    private final Explanations explanations;
    private final Actions actions;
    private final Members members;
    private final Actor actor;
    private final SupporterId supporterId;
    private final ZoneId zone;
    private final Clock clock;

    StandingCard(
            Standings standings,
            MovesByHand byHand,
            Ladders ladders,
            Explanations explanations,
            Actions actions,
            Members members,
            Actor actor,
            SupporterId supporterId,
            ZoneId zone,
            Clock clock) {
        this.standings = standings;
        this.byHand = byHand;
        this.ladders = ladders;
        this.explanations = explanations;
        this.actions = actions;
        this.members = members;
        this.actor = actor;
        this.supporterId = supporterId;
        this.zone = zone;
        this.clock = clock;
        addClassNames("card", "col", "ladder-standing");
        show();
    }

    private void show() {
        removeAll();
        H3 title = new H3(getTranslation("ladder.standing.title"));
        title.addClassName("grow");
        Div head = new Div(title);
        head.addClassNames("row", "wrap");
        if (actor.may(Permission.RECORD_ACTIONS)) {
            head.add(button(
                    "ladder.record.open",
                    () -> new RecordDialog(actions, actor, supporterId, zone, clock, this::changed).open()));
        }
        add(head);
        List<Ladder> both = ladders.of(actor.organization());
        for (Standing standing : standings.of(actor, supporterId)) {
            add(standing(
                    standing,
                    both.stream()
                            .filter(ladder -> ladder.ladderId().equals(standing.ladderId()))
                            .findFirst()
                            .orElseThrow()));
        }
        Details why = new Details(
                getTranslation("ladder.why.title"),
                new WhyHere(explanations.of(actor, supporterId), getLocale(), zone));
        why.setWidthFull();
        add(why);
        List<MoveRow> moves =
                standings.moves(actor, supporterId, clock.instant().plusSeconds(1), HISTORY);
        if (!moves.isEmpty()) {
            Details history = new Details(
                    getTranslation("ladder.standing.history", moves.size()),
                    new MoveHistory(
                            moves, ladders.names(actor.organization()), byHand, members, actor, zone, this::changed));
            history.setWidthFull();
            add(history);
        }
    }

    private Component standing(Standing standing, Ladder ladder) {
        Div words = new Div();
        words.addClassName("grow");
        Span why = new Span(standing.cause().in(getLocale(), zone));
        why.addClassNames("small", "muted");
        words.getElement()
                .appendChild(
                        new Element("div")
                                .setText(getTranslation(
                                        "ladder.standing.on",
                                        StartingWords.in(getLocale(), ladder.name()),
                                        StartingWords.in(getLocale(), standing.rung())))
                                .setAttribute("class", "strong"),
                        why.getElement());
        if (standing.highest() > standing.position()) {
            Span highest = new Span(" · "
                    + getTranslation(
                            "ladder.standing.highest",
                            StartingWords.in(
                                    getLocale(), ladder.rung(standing.highest()).name())));
            highest.addClassNames("small", "muted");
            words.add(highest);
        }
        Div row = new Div(new LadderMini(standing), words);
        row.addClassNames("row", "wrap");
        if (standing.slipping()) {
            row.add(chip(getTranslation("ladder.standing.slipping"), "warn"));
        }
        standing.lockReason()
                .ifPresent(reason -> row.add(chip(
                        standing.lockedUntil()
                                .map(until -> getTranslation("ladder.standing.held.until", day(until), reason))
                                .orElseGet(() -> getTranslation("ladder.standing.held", reason)),
                        "good")));
        if (actor.may(Permission.MOVE_BY_HAND)) {
            row.add(button(
                    "ladder.move.open",
                    () -> new MoveDialog(standings, actor, supporterId, ladder, standing, this::changed).open()));
            row.add(
                    standing.lockReason().isPresent()
                            ? button("ladder.lock.release", () -> release(standing))
                            : button(
                                    "ladder.lock.open",
                                    () -> new LockDialog(
                                                    standings, actor, supporterId, standing, zone, clock, this::changed)
                                            .open()));
        }
        return row;
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(zone)
                .format(at);
    }

    private void release(Standing standing) {
        standings.unlock(actor, standing.ladderId(), supporterId);
        changed();
    }

    /** Promises, the next ask and the story follow: the whole page is drawn anew. */
    private void changed() {
        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
    }

    private static Span chip(String words, String tone) {
        Span chip = new Span(words);
        chip.addClassNames("chip", tone);
        return chip;
    }

    private NativeButton button(String key, Runnable action) {
        NativeButton button = new NativeButton(getTranslation(key), click -> action.run());
        button.addClassNames("btn", "ghost", "small");
        return button;
    }
}
