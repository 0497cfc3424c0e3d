package org.rung.ladder.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rung.accounts.Members;
import org.rung.accounts.WhyDialog;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.common.Permission;
import org.rung.ladder.MoveCause;
import org.rung.ladder.MoveRow;
import org.rung.ladder.MovesByHand;
import org.rung.ladder.Proof;
import org.rung.ladder.RungNames;
import org.rung.ladder.StartingWords;

/** Every move with its cause and evidence; what no longer counts is struck out, not hidden. */
class MoveHistory extends OrderedList {
    private final RungNames rungs;
    private final MovesByHand byHand;
    private final Actor actor;
    private final transient Runnable changed;
    private final Map<MemberId, String> names;
    private final DateTimeFormatter day;

    /** @param changed after a move was taken back */
    MoveHistory(
            List<MoveRow> moves,
            RungNames rungs,
            MovesByHand byHand,
            Members members,
            Actor actor,
            ZoneId zone,
            Runnable changed) {
        this.rungs = rungs;
        this.byHand = byHand;
        this.actor = actor;
        this.changed = changed;
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(getLocale())
                .withZone(zone);
        List<MemberId> movers = moves.stream()
                .flatMap(move -> move.member().stream())
                .distinct()
                .toList();
        this.names = movers.isEmpty() ? Map.of() : members.names(actor.organization(), movers);
        addClassName("ladder-history");
        moves.forEach(move -> add(item(move)));
    }

    private ListItem item(MoveRow move) {
        String words = getTranslation(
                "ladder.history.step",
                StartingWords.in(getLocale(), rungs.from(move)),
                StartingWords.in(getLocale(), rungs.to(move)));
        Span step = new Span((move.to() > move.from() ? "▲ " : "▼ ") + words);
        step.addClassName("strong");
        Span why = new Span(date(move.happenedAt()) + " · " + why(move));
        why.addClassNames("small", "muted");
        ListItem item = new ListItem(step, why);
        move.voided().ifPresent(reason -> {
            item.addClassName("ladder-voided");
            Span gone = new Span(getTranslation("ladder.history.voided"));
            gone.addClassNames("chip");
            item.add(gone);
            // Why Rung itself voided one is what the moves around it say.
            if (move.cause() == MoveCause.HAND) {
                item.add(new Span(reason));
            }
        });
        if (move.cause() == MoveCause.HAND && move.voided().isEmpty() && actor.may(Permission.MOVE_BY_HAND)) {
            item.add(voiding(move, words));
        }
        return item;
    }

    private NativeButton voiding(MoveRow move, String words) {
        NativeButton button = new NativeButton(
                getTranslation("ladder.void.open"),
                click -> new WhyDialog(
                                getTranslation("ladder.void.title"),
                                getTranslation("ladder.void.words", words),
                                getTranslation("ladder.void.do"),
                                reason -> {
                                    byHand.voidMove(actor, move.moveId(), reason);
                                    changed.run();
                                })
                        .open());
        button.addClassNames("btn", "ghost", "small");
        button.setAriaLabel(getTranslation("ladder.void.name", words));
        return button;
    }

    private String why(MoveRow move) {
        return switch (move.cause()) {
            case FADE -> getTranslation("ladder.history.fade");
            case RULE ->
                Stream.concat(
                                Stream.of(getTranslation("ladder.history.rule")),
                                move.evidence().stream().map(this::proof))
                        .collect(Collectors.joining(", "));
            case HAND ->
                getTranslation(
                        "ladder.history.hand",
                        move.member().map(id -> names.getOrDefault(id, "")).orElse(""),
                        move.words());
            case ACTION -> move.evidence().stream().map(this::proof).collect(Collectors.joining(", "));
        };
    }

    private String proof(Proof proof) {
        String what = getTranslation(
                proof.kind().equals("ACTION") ? "actions.type." + proof.of() : "ladder.kept." + proof.of());
        return getTranslation("ladder.history.proof", what, date(proof.at()));
    }

    private String date(Instant at) {
        return day.format(at);
    }
}
