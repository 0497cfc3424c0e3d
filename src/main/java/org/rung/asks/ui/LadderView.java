package org.rung.asks.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.text.NumberFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rung.accounts.SignedIn;
import org.rung.asks.Board;
import org.rung.asks.Boards;
import org.rung.common.Actor;
import org.rung.common.Permission;
import org.rung.ladder.Ladder;
import org.rung.ladder.LadderKind;
import org.rung.ladder.LadderPaths;
import org.rung.ladder.StartingWords;

/** Where everyone stands, who moved, and who is ready to climb. */
@Route(LadderPaths.LADDER)
@Menu(title = "asks.title", order = 30)
@RolesAllowed({"COORDINATOR", "ORGANIZER", "ADMIN"})
public class LadderView extends Div implements HasDynamicTitle {
    /** Other rooms' pages by their paths: they stand above this one. */
    private static final String NEW_TURF = "turf/new?kind=slipping";

    private static final String EXPORT = "/exports/ladder.csv?days=";

    private final Boards boards;
    private final BoardWatchers watchers;
    private final Actor actor;
    private final Select<Ladder> ladder = new Select<>();
    private final Select<Integer> window = new Select<>();
    private final Span subtitle = new Span();
    private final Anchor export = new Anchor();
    private final Anchor edit = new Anchor();
    private final Anchor confirm = new Anchor();
    private final Anchor library = new Anchor(LadderPaths.ASKS, getTranslation("asks.library.open"));
    private final Div numbers = new Div();
    private final Section rungs = new Section();
    private final Section movers = new Section();
    private final ReadyTable ready;
    private Runnable look = () -> {};

    LadderView(Boards boards, BoardWatchers watchers, SignedIn signedIn) {
        this.boards = boards;
        this.watchers = watchers;
        this.actor = signedIn.actor();
        this.ready = new ReadyTable(
                boards, actor, getLocale(), signedIn.organization().zone());
        addClassNames("page", "ladder-page");
        numbers.addClassName("kpi");
        rungs.addClassNames("card", "ladder-rungs-card");
        rungs.getElement().setAttribute("aria-label", getTranslation("asks.board.rungs"));
        movers.addClassNames("card", "ladder-table-card");
        Div tables = new Div(ready, movers);
        tables.addClassName("ladder-tables");
        add(head(), numbers, rungs, tables);
        show();
        ready.load();
    }

    private Div head() {
        subtitle.addClassName("muted");
        Div words = new Div(new H1(getTranslation("asks.title")), subtitle);
        var ladders = boards.ladders(actor);
        ladder.setItems(ladders);
        ladder.setItemLabelGenerator(one -> StartingWords.in(getLocale(), one.name()));
        ladder.setValue(ladders.getFirst());
        ladder.setAriaLabel(getTranslation("asks.board.ladder"));
        ladder.addValueChangeListener(change -> show());
        window.setItems(7, 30, 90);
        window.setValue(30);
        window.setItemLabelGenerator(days -> getTranslation("asks.board.window", days));
        window.setAriaLabel(getTranslation("asks.board.window.label"));
        window.addValueChangeListener(change -> show());
        export.setText(getTranslation("asks.board.export"));
        export.addClassNames("btn", "ghost");
        export.setVisible(actor.may(Permission.EXPORT));
        export.setRouterIgnore(true);
        export.getElement().setAttribute("download", true);
        library.addClassNames("btn", "ghost");
        confirm.setText(getTranslation("asks.confirm.open"));
        confirm.setHref(LadderPaths.CONFIRM);
        confirm.addClassNames("btn", "ghost");
        confirm.setVisible(actor.may(Permission.MOVE_BY_HAND));
        edit.setText(getTranslation("asks.edit.open"));
        edit.setHref(LadderPaths.RULES);
        edit.addClassNames("btn", "ghost");
        edit.setVisible(actor.may(Permission.EDIT_LADDER));
        Div actions = new Div(ladder, window, library, confirm, edit, export);
        actions.addClassName("actions");
        Div head = new Div(words, actions);
        head.addClassName("page-head");
        return head;
    }

    private void show() {
        Board board = boards.of(actor, ladder.getValue().ladderId(), window.getValue());
        boolean asked = board.ladder().kind() == LadderKind.COMMITMENT;
        NumberFormat format = NumberFormat.getIntegerInstance(getLocale());
        subtitle.setText(getTranslation("asks.board.subtitle", board.people()));
        export.setVisible(asked && actor.may(Permission.EXPORT));
        export.setHref(EXPORT + window.getValue());
        numbers.removeAll();
        numbers.add(
                new NumberCard(
                        getTranslation("asks.board.up"),
                        format.format(board.up()),
                        change(board.up(), board.upBefore()),
                        board.up() > board.upBefore() ? "up" : "muted"),
                new NumberCard(
                        getTranslation("asks.board.faded"),
                        format.format(board.faded()),
                        change(board.faded(), board.fadedBefore()),
                        "muted"),
                new NumberCard(
                                getTranslation("asks.board.slipping"),
                                format.format(board.slipping()),
                                getTranslation("asks.board.slipping.help"),
                                "muted")
                        .leadingTo(slipping(board), getTranslation("asks.board.slipping.turf")));
        if (asked) {
            numbers.add(new NumberCard(
                    getTranslation("asks.board.ready"),
                    format.format(board.ready()),
                    getTranslation("asks.board.ready.help"),
                    "muted"));
        }
        rungs.removeAll();
        rungs.add(new RungBars(board));
        movers.removeAll();
        movers.add(new MoversTable(board));
        ready.setVisible(asked);
        if (asked) ready.show(board);
    }

    /** A turf of whoever slips, for those who may cut one; every rung by its number, as a condition wants it. */
    private Optional<String> slipping(Board board) {
        return Optional.of(board.ladder().rungs().stream()
                        .filter(rung -> rung.rule().isPresent() && rung.position() > 1)
                        .map(rung -> "&value=" + rung.position())
                        .collect(Collectors.joining("", NEW_TURF, "")))
                .filter(path -> board.ladder().kind() == LadderKind.COMMITMENT)
                .filter(path -> board.slipping() > 0 && actor.may(Permission.CUT_TURF));
    }

    /** Against the window before; a share of nothing says nothing. */
    private String change(long now, long before) {
        if (before == 0) {
            return getTranslation("asks.board.change.none", window.getValue());
        }
        long percent = Math.round(100.0 * (now - before) / before);
        return percent == 0
                ? getTranslation("asks.board.change.same", window.getValue())
                : getTranslation(
                        percent > 0 ? "asks.board.change.more" : "asks.board.change.less",
                        Math.abs(percent),
                        window.getValue());
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        var ui = attach.getUI();
        look = () -> {
            var unused = ui.access(() -> {
                show();
                ready.freshen();
            });
        };
        watchers.watch(actor.organization(), look);
    }

    @Override
    protected void onDetach(DetachEvent detach) {
        watchers.leave(actor.organization(), look);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("asks.title") + " · Rung";
    }
}
