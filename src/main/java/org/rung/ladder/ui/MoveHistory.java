package org.rung.ladder.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rung.accounts.Members;
import org.rung.common.Actor;
import org.rung.common.MemberId;
import org.rung.ladder.Ladder;
import org.rung.ladder.MoveRow;
import org.rung.ladder.Proof;
import org.rung.ladder.StartingWords;

/** Every move with its cause and evidence; what no longer counts is struck out, not hidden. */
class MoveHistory extends OrderedList {
    private final List<Ladder> ladders;
    private final Map<MemberId, String> names;
    private final DateTimeFormatter day;

    MoveHistory(List<MoveRow> moves, List<Ladder> ladders, Members members, Actor actor, ZoneId zone) {
        this.ladders = ladders;
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
        Ladder ladder = ladders.stream()
                .filter(one -> one.ladderId().equals(move.ladderId()))
                .findFirst()
                .orElseThrow();
        Span step = new Span((move.to() > move.from() ? "▲ " : "▼ ")
                + getTranslation(
                        "ladder.history.step",
                        StartingWords.in(getLocale(), ladder.rung(move.from()).name()),
                        StartingWords.in(getLocale(), ladder.rung(move.to()).name())));
        step.addClassName("strong");
        Span why = new Span(date(move.happenedAt()) + " · " + why(move));
        why.addClassNames("small", "muted");
        ListItem item = new ListItem(step, why);
        move.voided().ifPresent(reason -> {
            item.addClassName("ladder-voided");
            Span gone = new Span(getTranslation("ladder.history.voided"));
            gone.addClassNames("chip");
            item.add(gone);
        });
        return item;
    }

    private String why(MoveRow move) {
        return switch (move.cause()) {
            case FADE -> getTranslation("ladder.history.fade");
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
